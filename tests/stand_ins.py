"""What tests put in the place of the reader, the disk, the keyboard and the clock."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar

from allycoach.errors import NotSaved
from allycoach.reading import Context, Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength

EVENING = datetime(2026, 11, 21, 20, 31, 4, tzinfo=UTC)

T = TypeVar("T")


def ticking(step: timedelta = timedelta(seconds=1)) -> Callable[[], datetime]:
    """A clock that moves on by `step` with every look at it."""
    now = [EVENING]

    def look() -> datetime:
        now[0] += step
        return now[0]

    return look


class SimpleReader:
    """Whatever has a question mark is an open question, "should" is flagged as advice. Keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: dict[str, Context] = {}

    def read(self, text: str, context: Context = Context()) -> Reading:  # noqa: B008 - the protocol's shape
        self.asked[text] = context
        asks = (Move(MoveKind.QUESTION, 0, len(text), Form.WH, Function.OPEN),) if "?" in text else ()
        advice = (Flag(FlagKind.ADVICE, 0, 10, "r", Strength.NOTICE, "An idea."),) if "should" in text else ()
        return Reading(text, asks, advice, lemmas=self.content_words(text))

    def content_words(self, text: str) -> tuple[str, ...]:
        return tuple(word for word in text.lower().strip("?.").split() if len(word) > 4)


class Kept(Generic[T]):
    """A log in memory. While it is `full`, it saves nothing."""

    def __init__(self, *, full: bool = False) -> None:
        self.events: list[T] = []
        self.full = full

    def append(self, event: T) -> None:
        if self.full:
            raise NotSaved("The disk is full.", kept="Your words are here.", mend="Make room.")
        self.events.append(event)


class Typed:
    """A terminal at which these lines are typed, then no more. A callable among them is done instead of typed. `said` is
    all that stands there, prompts too."""

    def __init__(self, *lines: str | Callable[[], None], interactive: bool = False) -> None:
        self.left = list(lines)
        self.interactive = interactive
        self.said: list[str] = []

    def ask(self, prompt: str) -> str | None:
        self.said.append(prompt)
        while self.left:
            line = self.left.pop(0)
            if isinstance(line, str):
                return line
            line()
        return None

    def say(self, line: str) -> None:
        self.said.append(line)

    def starting(self, word: str) -> list[str]:
        """The lines that begin like this."""
        return [line for line in self.said if line.startswith(word)]
