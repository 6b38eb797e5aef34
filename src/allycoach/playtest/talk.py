"""One talk of a person and somebody who replies: nothing is logged, nothing is kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.person.beforehand import told_beforehand
from allycoach.conversation.persona import Answer, after, initial, open_talk, respond
from allycoach.reading import Context, Reader, Reading, Utterance


class Replier(Protocol):
    """Whoever replies. `line` is what the person said last; `moment` the id of the scripted moment in it, if any. None
    ends the talk."""

    def reply(self, line: str, moment: str | None) -> str | None: ...


class BatchReader(Reader, Protocol):
    """A reader that reads many replies faster than one by one."""

    def read_all(self, pairs: Iterable[tuple[str, Context]]) -> Iterator[Reading]: ...


@dataclass(frozen=True, slots=True)
class Exchange:
    reply: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Talk:
    """A whole talk. `told` is the deepest depth (from 0) told of each topic begun."""

    seed: int
    opening: Answer
    exchanges: tuple[Exchange, ...]
    told: Mapping[str, int]

    @property
    def ends(self) -> str | None:
        """How the person ended it; None if they did not."""
        return self.exchanges[-1].answer.ends if self.exchanges else None

    @property
    def spoken(self) -> tuple[Answer, ...]:
        """Everything the person said, the opening first."""
        return (self.opening, *(one.answer for one in self.exchanges))


class _Going:
    """A talk that goes on: a reply with what was said before it, its reading, and so turn by turn until it is over."""

    def __init__(self, scenario: Scenario, replier: Replier, seed: int) -> None:
        self._scenario = scenario
        self._replier = replier
        self._seed = seed
        self._opening = open_talk(scenario, seed=seed)
        self._state = after(scenario, initial(scenario), self._opening)
        self._heard = [Utterance("person", self._opening.text)]
        self._exchanges: list[Exchange] = []

    def next_reply(self) -> tuple[str, Context] | None:
        """The next reply with its context; None once the person has ended it, the replier has no more to say, or twice the
        turn limit is over."""
        last = self._exchanges[-1].answer if self._exchanges else self._opening
        over = last.ends or last.turn >= 2 * self._scenario.endings.turn_limit
        reply = None if over else self._replier.reply(last.text, last.moment)
        if reply is None:
            return None
        return reply, Context(last.text, tuple(self._heard[:-1]), told_beforehand(self._scenario))

    def answer(self, reply: str, reading: Reading) -> None:
        """Let the person answer the reply, as read."""
        turn = len(self._exchanges) + 1
        answer = respond(self._scenario, self._state, reading, turn=turn, seed=self._seed)
        self._state = after(self._scenario, self._state, answer)
        self._exchanges.append(Exchange(reply, answer))
        self._heard += [Utterance("helper", reply), Utterance("person", answer.text)]

    @property
    def talk(self) -> Talk:
        return Talk(self._seed, self._opening, tuple(self._exchanges), dict(self._state.told))


def hold(scenario: Scenario, reader: Reader, replier: Replier, *, seed: int) -> Talk:
    """Let the two talk until the person ends it, the replier has no more to say, or twice the turn limit is over."""
    going = _Going(scenario, replier, seed)
    while (asked := going.next_reply()) is not None:
        going.answer(asked[0], reader.read(*asked))
    return going.talk


def hold_all(scenario: Scenario, reader: BatchReader, repliers: Mapping[int, Replier]) -> tuple[Talk, ...]:
    """A talk for each seed with its replier, side by side: what is said in all of them is read together, which is quicker."""
    talks = [_Going(scenario, replier, seed) for seed, replier in repliers.items()]
    going = talks
    while going:
        asked = [(one, said) for one in going if (said := one.next_reply()) is not None]
        readings = reader.read_all(said for _, said in asked)
        for (one, (reply, _)), reading in zip(asked, readings, strict=True):
            one.answer(reply, reading)
        going = [one for one, _ in asked]
    return tuple(one.talk for one in talks)


class Script:
    """Replies written down beforehand, said one after the other whatever the person says."""

    def __init__(self, replies: Sequence[str]) -> None:
        self._left = iter(replies)

    def reply(self, line: str, moment: str | None) -> str | None:  # noqa: ARG002 it does not listen
        return next(self._left, None)
