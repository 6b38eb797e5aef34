"""Behaviours over time, each point with the number of replies behind it. Behaviour is plotted and never confidence: with
practice, skill and self-rating can move apart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from allycoach.catalogue import _

from .facts import Facts

BehaviourId = Literal["reflections", "unasked_advice", "came_back", "share_of_words", "open_questions", "noticed_first"]

LEAST_TURNS = 6
"""A ratio over fewer replies says nothing."""


@dataclass(frozen=True, slots=True)
class Point:
    """One sitting. `value` is a share from 0 to 1, `behind` the number of things it is a share of."""

    at: datetime
    value: float
    behind: int
    probe: bool


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One behaviour over time. `of` says what each point is a share of; `hoped` which way a talk tends to go well, and is
    empty where that is not known."""

    id: BehaviourId
    name: str
    of: str
    hoped: Literal["more", "less", ""]
    points: tuple[Point, ...]


_Share = Callable[[Facts], tuple[float, int]]
"""How much of it there was, and out of how many."""

_BEHAVIOURS: tuple[tuple[BehaviourId, str, str, Literal["more", "less", ""], _Share], ...] = (
    ("reflections", _("Replies that give something back"), _("replies"), "more", lambda f: (f.reflections, f.turns)),
    ("unasked_advice", _("Replies with unasked advice"), _("replies"), "less", lambda f: (f.unasked_advice, f.turns)),
    ("came_back", _("Slips that were come back from"), _("slips"), "more", lambda f: (f.slips - f.lost, f.slips)),
    (
        "share_of_words",
        _("Your share of the words"),
        _("words"),
        "less",
        lambda f: (f.helper_words, f.helper_words + f.person_words),
    ),
    (
        "open_questions",
        _("Open among replies that ask"),
        _("replies that ask"),
        "",
        lambda f: (f.open_questions, f.questions),
    ),
    (
        "noticed_first",
        _("Slips that you pinned before a mark"),
        _("slips"),
        "more",
        lambda f: (f.noticed_first, f.slips),
    ),
)


def progress(sittings: Iterable[Facts]) -> tuple[Behaviour, ...]:
    """Each behaviour with a point for every sitting that is long enough and has something to count, oldest first."""
    long_enough = sorted((each for each in sittings if each.turns >= LEAST_TURNS), key=lambda each: each.at)
    return tuple(
        Behaviour(name, title, of, hoped, _points(long_enough, share)) for name, title, of, hoped, share in _BEHAVIOURS
    )


def _points(sittings: Sequence[Facts], share: _Share) -> tuple[Point, ...]:
    return tuple(
        Point(each.at, min(part / whole, 1.0), whole, each.mode == "solo")
        for each in sittings
        for part, whole in [share(each)]
        if whole
    )


HOPED: dict[str, str] = {
    "more": _("more tends to help"),
    "less": _("less tends to help"),
    "": _("neither way is better"),
}
"""What is said about the way a behaviour tends to go in talks that go well."""

NOTHING_YET = _("Nothing to show yet: it takes a talk of {n} replies or more.").format(n=LEAST_TURNS)

_SOLOS = 3


def in_words(behaviour: Behaviour) -> str:
    """What the plot shows, for those who cannot see it: the first and the latest point, and the latest solo probes."""
    points = behaviour.points
    if not points:
        return NOTHING_YET
    first, latest = (
        _("{share} of {of:,}").format(share=percent(point), of=point.behind) for point in (points[0], points[-1])
    )
    if len(points) == 1:
        said = _("One talk, as a share of {of}: {latest}.").format(of=behaviour.of, latest=latest)
    else:
        said = _("{count:,} talks, as a share of {of}. First {first}, latest {latest}.").format(
            count=len(points), of=behaviour.of, first=first, latest=latest
        )
    solo = [percent(point) for point in points if point.probe][-_SOLOS:]
    return _("{said} Solo, the latest: {solo}.").format(said=said, solo=", ".join(solo)) if solo else said


def percent(point: Point) -> str:
    return f"{point.value * 100:.0f} %"
