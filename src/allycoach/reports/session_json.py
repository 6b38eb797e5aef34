"""One sitting as JSON, for programs. Its schema is published as docs/schemas/session.json."""

import json
import re
from dataclasses import asdict
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from allycoach.coaching.ballot import proposed_for
from allycoach.coaching.counts import SittingCounts
from allycoach.coaching.debrief import Debrief
from allycoach.conversation.events import Mode, PlanStep, Why
from allycoach.conversation.sitting import Sitting, Turn
from allycoach.reading import FlagKind, Form, Function, MoveKind, Strength

_SURROGATES = re.compile("[\ud800-\udfff]")


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MoveSeen(_Part):
    """What a part of the reply does; `start` and `end` count code points of the reply."""

    kind: MoveKind
    start: int
    end: int
    form: Form | None
    function: Function | None
    subtype: str


class FlagSeen(_Part):
    """Words to look at again; `set_aside` says that the trainee saw it otherwise, `because` why."""

    kind: FlagKind
    start: int
    end: int
    rule: str
    strength: Strength
    reason: str
    set_aside: bool
    because: str


class ChosenTogether(_Part):
    """How a room came to a reply: the hands for each line that was proposed, without its words, and the place of the one
    that was played, from 0."""

    votes: tuple[int, ...]
    chosen: int


class TurnSaid(_Part):
    """A reply and the answer to it. `seconds` count from the start, `openness` is the person's, 0 to 100. `proposed` is
    null unless the reply was chosen by a room."""

    turn: int
    seconds: float
    reply: str
    moves: tuple[MoveSeen, ...]
    flags: tuple[FlagSeen, ...]
    answer: str | None
    openness: int | None
    proposed: ChosenTogether | None


class OtherWay(_Part):
    """How the talk had gone before the trainee stepped back to before reply `turn`, whole from its first turn."""

    name: str
    turn: int
    turns: tuple[TurnSaid, ...]


class Thought(_Part):
    """What somebody wrote afterwards; `turn` is the turn it is about, where it is about one."""

    by: Literal["trainee", "facilitator"]
    about: str
    turn: int | None
    text: str


class Figure(_Part):
    """A measure, with what it is compared with and where that comes from."""

    name: str
    value: str
    reference: str
    source: str


class BroughtIn(_Part):
    """How a transcript came: the form of its file, the sentence that was agreed to, how many words were replaced and how
    many things said by others are left out."""

    form: str
    consent: str
    typed: bool
    replaced: int
    left_out: int


class SessionDocument(_Part):
    """A whole sitting. `started` has its time zone; `ended` is null while the sitting can be gone on with."""

    format: Literal["allycoach-session"] = "allycoach-session"
    v: Literal[1] = 1
    disclaimer: str
    sitting: str
    scenario: str
    scenario_version: str
    title: str
    person: str
    model: str
    mode: Mode
    room: bool = Field(description="Whether a whole room led the talk together.")
    app: str = Field(description="The version of allycoach it was begun with.")
    started: datetime
    ended: Why | None
    opening: str
    turns: tuple[TurnSaid, ...]
    branches: tuple[OtherWay, ...]
    thoughts: tuple[Thought, ...]
    plan: tuple[PlanStep, ...] = Field(description="The person's own next steps.")
    headline: str
    try_next: str
    measures: tuple[Figure, ...]
    imported: BroughtIn | None = Field(description="Set on a transcript of a real conversation; it is no practice.")
    counts: SittingCounts = Field(
        description="What `allycoach cohort` takes of this document, unless it is imported; it looks at nothing else."
    )


def session_json(sitting: Sitting, debrief: Debrief, counts: SittingCounts) -> str:
    """Every word as it was written. The text is ASCII, so that it does nothing to the terminal that prints it; half a
    surrogate pair, which few programs can read, is replaced by the sign for that."""
    document = _document(sitting, debrief, counts).model_dump(mode="python")
    return json.dumps(_plain(document), indent=2, ensure_ascii=True) + "\n"


def _document(sitting: Sitting, debrief: Debrief, counts: SittingCounts) -> SessionDocument:
    started = sitting.started
    return SessionDocument(
        disclaimer=debrief.disclaimer,
        sitting=started.sitting,
        scenario=started.scenario,
        scenario_version=started.scenario_version,
        title=started.title,
        person=started.person,
        model=started.model,
        mode=sitting.mode,
        room=started.room,
        app=started.app,
        started=started.at,
        ended=sitting.ended.why if sitting.ended else None,
        opening=debrief.opening,
        turns=tuple(_said(turn, sitting) for turn in sitting.turns),
        branches=tuple(
            OtherWay(name=way.name, turn=way.turn, turns=tuple(_said(turn, sitting, of=way.name) for turn in way.turns))
            for way in sitting.branches
        ),
        thoughts=_thoughts(sitting),
        plan=sitting.plan.steps if sitting.plan else (),
        headline=debrief.headline,
        try_next=debrief.try_next,
        measures=tuple(
            Figure(name=one.name, value=one.value, reference=one.reference, source=one.source)
            for one in debrief.measures
        ),
        imported=BroughtIn(**asdict(sitting.imported)) if sitting.imported else None,
        counts=counts,
    )


def _said(turn: Turn, sitting: Sitting, *, of: str | None = None) -> TurnSaid:
    reply, answer = turn.reply, turn.answer
    way = sitting if of is None else sitting.branch(of)
    dismissals, proposed = way.dismissals, proposed_for(turn, way.proposed)
    aside = {(one.kind, one.rule, one.start): one.reason for one in dismissals if one.turn == reply.turn}
    return TurnSaid(
        turn=reply.turn,
        seconds=(reply.at - sitting.started.at).total_seconds(),
        reply=reply.text,
        moves=tuple(
            MoveSeen(kind=m.kind, start=m.start, end=m.end, form=m.form, function=m.function, subtype=m.subtype)
            for m in reply.reading.moves
        ),
        flags=tuple(
            FlagSeen(
                kind=flag.kind,
                start=flag.start,
                end=flag.end,
                rule=flag.rule,
                strength=flag.strength,
                reason=flag.reason,
                set_aside=(flag.kind, flag.rule, flag.start) in aside,
                because=aside.get((flag.kind, flag.rule, flag.start), ""),
            )
            for flag in reply.reading.flags
        ),
        answer=answer.text if answer else None,
        openness=answer.meters.get("openness") if answer else None,
        proposed=ChosenTogether(votes=tuple(line.votes for line in proposed.lines), chosen=proposed.chosen)
        if proposed is not None and proposed.chosen is not None
        else None,
    )


def _thoughts(sitting: Sitting) -> tuple[Thought, ...]:
    reflected = (Thought(by="trainee", about=one.prompt, turn=one.turn, text=one.text) for one in sitting.reflections)
    written = (Thought(by=one.author, about="", turn=one.turn or None, text=one.text) for one in sitting.written)
    return (*reflected, *written)


def _plain(value: object) -> object:
    """What `json` can write: dates as text, keys as text, no half surrogates."""
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return _SURROGATES.sub("\ufffd", value) if isinstance(value, str) else value
