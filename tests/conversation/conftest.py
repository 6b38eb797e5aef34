"""Readings made by hand, one kind of reply each, and a talk played with them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

import pytest

from allycoach.content.library import Library
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation import persona
from allycoach.conversation.events import Earlier, PersonSpoke, ReplySent, SittingStarted
from allycoach.conversation.persona import Answer, PersonState
from allycoach.conversation.sitting import Sitting, fold
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength

_AT = datetime(2026, 1, 1, tzinfo=UTC)
_MOVES: dict[str, dict[str, Any]] = {
    "open_question": {"kind": MoveKind.QUESTION, "form": Form.WH, "function": Function.OPEN},
    "closed_question": {"kind": MoveKind.QUESTION, "form": Form.POLAR, "function": Function.CLOSED},
    "fact_question": {"kind": MoveKind.QUESTION, "form": Form.WH, "function": Function.CLOSED},
    "choice_question": {"kind": MoveKind.QUESTION, "form": Form.ALTERNATIVE, "function": Function.CLOSED},
    "scaling": {"kind": MoveKind.QUESTION, "form": Form.WH, "function": Function.CLOSED, "subtype": "scaling"},
    "view": {"kind": MoveKind.QUESTION, "form": Form.WH, "function": Function.OPEN, "subtype": "collaboration"},
    "permission": {"kind": MoveKind.PERMISSION, "form": Form.POLAR, "function": Function.CLOSED},
    "advice_asked": {"kind": MoveKind.ADVICE, "subtype": "asked"},
    "taking_over": {"kind": MoveKind.OTHER},
    "assumption": {"kind": MoveKind.OTHER},
    "leading_question": {"kind": MoveKind.QUESTION, "form": Form.POLAR, "function": Function.CLOSED},
    "confidentiality_promise": {"kind": MoveKind.INFORMATION},
}
_FLAGS = {
    "advice",
    "leading_question",
    "taking_over",
    "assumption",
    "confidentiality_promise",
    "reassurance",
    "closed_question",
}
_SUBTYPES = {"greeting", "goodbye", "thanks", "acknowledge", "silence", "rude", "foreign"}


def reading_of(*parts: tuple[str, str]) -> Reading:
    """A reading of parts such as ("reflection", "You did it alone."), in order."""
    text, moves, flags = "", [], []
    for name, words in parts:
        text += " " if text else ""
        start, end = len(text), len(text) + len(words)
        text += words
        shape = _MOVES.get(name) or (
            {"kind": MoveKind.OTHER, "subtype": name} if name in _SUBTYPES else {"kind": MoveKind(name)}
        )
        moves.append(Move(start=start, end=end, **shape))
        if name in _FLAGS:
            flags.append(Flag(FlagKind(name), start, end, "rule", Strength.NOTICE, "A reason."))
    return Reading(text=text, moves=tuple(moves), flags=tuple(flags), lemmas=tuple(text.lower().split()))


@dataclass
class Talk:
    """A talk as practice runs it: each answer becomes an event, each event the next state."""

    scenario: Scenario
    seed: int = 1
    earlier: Earlier | None = None

    def __post_init__(self) -> None:
        self.state: PersonState = persona.initial(self.scenario, self.earlier)
        self.answers: list[Answer] = []
        self.events: list[Any] = [
            SittingStarted(
                at=_AT, sitting="s", scenario=self.scenario.id, scenario_version="1", title="t", person="p",
                model="m", mode="solo", seed=self.seed, app="0", earlier=self.earlier,
            )
        ]  # fmt: skip
        self._take(persona.open_talk(self.scenario, seed=self.seed, earlier=self.earlier))

    def _take(self, answer: Answer) -> Answer:
        spoke = PersonSpoke(at=_AT, **{each.name: getattr(answer, each.name) for each in fields(answer)})
        self.events.append(spoke)
        self.answers.append(answer)
        self.state = persona.after(self.scenario, self.state, spoke)
        return answer

    def say(self, *parts: tuple[str, str]) -> Answer:
        return self.send(reading_of(*parts))

    def send(self, reading: Reading) -> Answer:
        turn = self.state.turn + 1
        self.events.append(ReplySent(at=_AT, turn=turn, text=reading.text, reading=reading))
        answer = persona.respond(self.scenario, self.state, reading, turn=turn, seed=self.seed)
        return self._take(answer)

    def ask(self, words: str) -> Answer:
        return self.say(("open_question", words))

    def play(self, replies: Sequence[Sequence[tuple[str, str]]]) -> "Talk":
        for reply in replies:
            if self.state.ended is None:
                self.say(*reply)
        return self

    @property
    def sitting(self) -> Sitting:
        return fold(self.events)


@pytest.fixture(scope="session")
def scenarios(shipped: Library) -> dict[str, Scenario]:
    return dict(shipped.scenarios)


@pytest.fixture(scope="session")
def amina(scenarios: dict[str, Scenario]) -> Scenario:
    return scenarios["library-amina"]


@pytest.fixture(scope="session")
def talk(amina: Scenario) -> Callable[..., Talk]:
    def begin(seed: int = 1, scenario: Scenario | None = None, earlier: Earlier | None = None) -> Talk:
        return Talk(scenario or amina, seed, earlier)

    return begin


@pytest.fixture(scope="session")
def reading() -> Callable[..., Reading]:
    return reading_of
