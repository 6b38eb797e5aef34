"""What both faces and the printed page say of a pack: what a part uses, what is on the cards, the time in words. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from allycoach.catalogue import _, many

from .drilling import LEVELS

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.drill import Drill, Item
    from allycoach.content.schema.pack import Answer, Pack, Part

ON_PAPER = 4
"""Items of a drill on a card, where the part does not say which."""

KINDS = {
    "welcome": "welcome",
    "drill": "drill",
    "room": _("all together"),
    "pairs": _("in small groups"),
    "reflect": _("looking back"),
    "close": _("the end"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """A note on answers; empty texts are absent."""

    person: str
    poor: str
    good: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Used:
    """What a part uses. `command` opens it in another window; `missing` when it is not there."""

    words: str
    command: str
    missing: bool = False


def used(part: "Part", shelf: "Library") -> Used | None:
    """The drill or the person of a part; None where it uses neither."""
    if part.drill is not None:
        drill = shelf.drills.get(part.drill)
        level = _("level {level}, {words}").format(level=part.at_level, words=LEVELS[part.at_level])
        words = (
            _("the drill “{title}”, {level}").format(title=drill.title, level=level)
            if drill
            else _('the drill "{drill}", which is not here').format(drill=part.drill)
        )
        return Used(words, f"allycoach drill {part.drill} --level {part.at_level}", drill is None)
    if part.scenario is not None:
        person = shelf.scenarios.get(part.scenario)
        words = person.title if person else _('the person "{scenario}", who is not here').format(scenario=part.scenario)
        if part.kind == "room":
            return Used(words, f"allycoach room {part.scenario}", person is None)
        mode = f" --mode {part.mode}" if part.mode else ""
        model = f" --model {part.model}" if part.model else ""
        return Used(words, f"allycoach practise {part.scenario}{mode}{model}", person is None)
    return None


def drill_of(part: "Part", shelf: "Library") -> "Drill | None":
    return shelf.drills.get(part.drill) if part.drill is not None else None


def items(part: "Part", shelf: "Library") -> "Sequence[Item]":
    """What is on the cards of a part with a drill, in the part's own order or the first few of the level."""
    drill = drill_of(part, shelf)
    if drill is None:
        return ()
    if part.items:
        known = {item.id: item for item in drill.items}
        return [known[name] for name in part.items if name in known]
    return drill.at_level(part.at_level)[:ON_PAPER]


def notes(part: "Part", shelf: "Library") -> Iterator[Note]:
    """The part's own answer notes, then three answers for each item."""
    for answer in part.answers:
        yield _own(answer)
    for item in items(part, shelf):
        yield Note(item.after_slip or item.person, item.given or "", item.good, item.hint or "")


def _own(answer: "Answer") -> Note:
    return Note(answer.person or "", answer.poor or "", answer.good, answer.why or "")


def missing(pack: "Pack", shelf: "Library") -> tuple[str, ...]:
    """The drills and people that the pack uses and that are not here, each once."""
    found = (used(part, shelf) for part in pack.parts)
    return tuple(dict.fromkeys(one.words for one in found if one is not None and one.missing))


def begins(pack: "Pack") -> tuple[int, ...]:
    """The minute at which each part begins."""
    return tuple(sum(part.minutes for part in pack.parts[:number]) for number in range(len(pack.parts)))


def minutes_said(count: int) -> str:
    return many("1 minute", "{n} minutes", count).format(n=count)


def time_said(left: timedelta) -> str:
    """`3 minutes 20 left`, `40 seconds left`, `over by 1 minute 5`."""
    seconds = int(left.total_seconds())
    if seconds <= 0:
        return _("over by {span}").format(span=_span(-seconds)) if seconds else _("time is up")
    return _("{span} left").format(span=_span(seconds))


def _span(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return many("1 second", "{n} seconds", rest).format(n=rest)
    return minutes_said(minutes) + (f" {rest}" if rest else "")
