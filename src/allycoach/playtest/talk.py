"""One talk of a person and somebody who replies: nothing is logged, nothing is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Protocol

from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.beforehand import told_beforehand
from allycoach.conversation.events import PersonSpoke
from allycoach.conversation.persona import Answer, after, initial, open_talk, respond
from allycoach.reading import Context, Reader, Utterance

_NO_TIME = datetime(2026, 1, 1, tzinfo=UTC)
"""Events have a time; in a talk that nobody had, it is this one."""


class Replier(Protocol):
    """Whoever replies. `line` is what the person said last; `moment` the id of the scripted moment in it, if any. None
    ends the talk."""

    def reply(self, line: str, moment: str | None) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Exchange:
    reply: str
    answer: PersonSpoke


@dataclass(frozen=True, slots=True)
class Talk:
    """A whole talk. `told` is the deepest depth (from 0) told of each topic begun."""

    seed: int
    opening: PersonSpoke
    exchanges: tuple[Exchange, ...]
    told: Mapping[str, int]

    @property
    def ends(self) -> str | None:
        """How the person ended it; None if they did not."""
        return self.exchanges[-1].answer.ends if self.exchanges else None

    @property
    def spoken(self) -> tuple[PersonSpoke, ...]:
        """Everything the person said, the opening first."""
        return (self.opening, *(one.answer for one in self.exchanges))


def hold(scenario: Scenario, reader: Reader, replier: Replier, *, seed: int) -> Talk:
    """Let the two talk until the person ends it, the replier has no more to say, or twice the turn limit is over."""
    opening = _spoke(open_talk(scenario, seed=seed))
    state = after(scenario, initial(scenario), opening)
    heard, moment, exchanges = [Utterance("person", opening.text)], None, []
    for turn in range(1, 2 * scenario.endings.turn_limit + 1):
        reply = replier.reply(heard[-1].text, moment)
        if reply is None:
            break
        reading = reader.read(reply, Context(heard[-1].text, tuple(heard[:-1]), told_beforehand(scenario)))
        answer = _spoke(respond(scenario, state, reading, turn=turn, seed=seed))
        state = after(scenario, state, answer)
        exchanges.append(Exchange(reply, answer))
        heard += [Utterance("helper", reply), Utterance("person", answer.text)]
        moment = answer.moment
        if answer.ends:
            break
    return Talk(seed, opening, tuple(exchanges), dict(state.told))


class Script:
    """Replies written down beforehand, said one after the other whatever the person says."""

    def __init__(self, replies: Sequence[str]) -> None:
        self._left = iter(replies)

    def reply(self, line: str, moment: str | None) -> str | None:  # noqa: ARG002 it does not listen
        return next(self._left, None)


def _spoke(answer: Answer) -> PersonSpoke:
    return PersonSpoke(at=_NO_TIME, **{each.name: getattr(answer, each.name) for each in fields(answer)})
