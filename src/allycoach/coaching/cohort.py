"""What a group found hard, without knowing who: sittings counted as they come in, whoever they are from.

A group of fewer than five people is never shown, and cannot be worked out either. Three things see to that. What is counted
is a handful of ways to part all the sittings, and in each way every part that is shown has five people or more, so that
sums and differences of parts do too. A part that is too small is put together with another one, chosen by its place and
never by its size, so that the sum says nothing about either. And no way contains another: which people were talked with,
which slips there were and how much was given back imply nothing of each other, so that no figure can be taken from another
to leave a small one. Whoever adds a way here has to see to the last of these.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from allycoach.catalogue import _
from allycoach.reading import FlagKind

from .counts import SittingCounts
from .progress import LEAST_TURNS

FEW = 5
"""A group of fewer people is not shown."""

MOST = 400
"""Different people to talk with that are told apart; more than anybody has, and a bound on what has to be remembered."""

OTHERS = "others"
_NAMES = 3
_SHARES = (0.1, 0.25, 0.4, 0.6)


@dataclass(slots=True)
class Cell:
    """So many sittings, and whether they are from five people or more: of the people no more than five are remembered."""

    sittings: int = 0
    people: set[str] = field(default_factory=set)

    def add(self, who: str) -> None:
        self.sittings += 1
        if len(self.people) < FEW:
            self.people.add(who)

    @property
    def enough(self) -> bool:
        return len(self.people) >= FEW

    def with_(self, other: "Cell") -> "Cell":
        return Cell(self.sittings + other.sittings, self.people | other.people)


@dataclass(slots=True)
class SlipCells:
    """Sittings without slips of a kind, with such slips that were all come back from, and with one that was not."""

    without: Cell = field(default_factory=Cell)
    back: Cell = field(default_factory=Cell)
    lost: Cell = field(default_factory=Cell)


Share = Callable[[SittingCounts], float]

SHARES: Mapping[str, Share] = {
    _("Replies that gave something back"): lambda one: one.reflections / one.turns,
    _("Replies with an open question"): lambda one: one.open_questions / one.turns,
    _("The ally's share of the words"): lambda one: one.helper_words / max(one.helper_words + one.person_words, 1),
}


@dataclass
class Tally:
    """The counts of a group so far; its size does not grow with the number of sittings. Sittings of fewer than six replies
    are left out: a share of so few says nothing."""

    all: Cell = field(default_factory=Cell)
    scenarios: dict[str, Cell] = field(default_factory=dict)
    modes: dict[str, Cell] = field(default_factory=dict)
    slips: dict[FlagKind, SlipCells] = field(default_factory=lambda: {kind: SlipCells() for kind in FlagKind})
    shares: dict[str, list[Cell]] = field(
        default_factory=lambda: {name: [Cell() for _ in range(len(_SHARES) + 1)] for name in SHARES}
    )

    def add(self, one: SittingCounts) -> None:
        """Counts without a token are taken to be all from the same person, which hides more and never less."""
        if one.turns < LEAST_TURNS:
            return
        who = one.who or ""
        self.all.add(who)
        known = one.scenario in self.scenarios or len(self.scenarios) < MOST
        self.scenarios.setdefault(one.scenario if known else OTHERS, Cell()).add(who)
        self.modes.setdefault(one.mode, Cell()).add(who)
        for kind, cells in self.slips.items():
            if not one.slipped.get(kind):
                cells.without.add(who)
            else:
                (cells.lost if one.lost.get(kind) else cells.back).add(who)
        for name, share in SHARES.items():
            self.shares[name][sum(share(one) >= edge for edge in _SHARES)].add(who)


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the sittings that five people or more are in."""

    label: str
    sittings: int


@dataclass(frozen=True, slots=True)
class Parting:
    """One way to part all the sittings; no groups when any of them would be too small."""

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class SlipRow:
    """`sittings` had slips of a kind, and `back` of them came back from each. None is not shown; `nearly_all` says that
    fewer than five people are in the rest, and not in these."""

    kind: FlagKind
    sittings: int | None
    back: int | None
    nearly_all: bool = False


@dataclass(frozen=True, slots=True)
class CohortReport:
    """What may be shown of a group; `sittings` is None when there is nothing. `slips` are in the order of the kinds, shown
    or not, `partings` the ways to part."""

    sittings: int | None
    slips: tuple[SlipRow, ...] = ()
    partings: tuple[Parting, ...] = ()

    @property
    def hardest(self) -> tuple[SlipRow, ...]:
        """Shown slips, those that most sittings had first. What is not shown plays no part in the order."""
        shown = [row for row in self.slips if row.sittings is not None]
        return tuple(sorted(shown, key=lambda row: (-(row.sittings or 0), row.kind.value)))


def report(tally: Tally) -> CohortReport:
    """Everything that may be shown."""
    if not tally.all.enough:
        return CohortReport(None)
    return CohortReport(
        sittings=tally.all.sittings,
        slips=tuple(slip_row(kind, cells) for kind, cells in tally.slips.items()),
        partings=(
            Parting(_("Who was talked with"), by_name(tally.scenarios)),
            Parting(_("How much was shown on the way"), by_name(tally.modes)),
            *(Parting(name, in_order(_labels(), cells)) for name, cells in tally.shares.items()),
        ),
    )


def slip_row(kind: FlagKind, cells: SlipCells) -> SlipRow:
    """Sittings with such slips are shown when they and the rest are both from enough people, and those that came back
    when they and those that did not are too."""
    slipped = cells.back.with_(cells.lost)
    if not (slipped.enough and cells.without.enough):
        return SlipRow(kind, None, None, nearly_all=slipped.enough)
    return SlipRow(kind, slipped.sittings, cells.back.sittings if cells.back.enough and cells.lost.enough else None)


def by_name(cells: Mapping[str, Cell]) -> tuple[Group, ...]:
    """Parts that have no order, put together with their neighbours in the alphabet: which of them are put together may
    not hang on which are small."""
    names = sorted(cells)
    return _joined([cells[name] for name in names], lambda first, last: _named(names[first : last + 1]))


def _named(names: Sequence[str]) -> str:
    return (
        ", ".join(names)
        if len(names) <= _NAMES
        else _("{first} to {last} ({n})").format(first=names[0], last=names[-1], n=len(names))
    )


def in_order(labels: Sequence[tuple[str, str]], cells: Sequence[Cell]) -> tuple[Group, ...]:
    """Parts along a line. A label is where a part begins and where it ends."""
    return _joined(
        cells, lambda first, last: _("{labels} to {last}").format(labels=labels[first][0], last=labels[last][1])
    )


def _joined(cells: Sequence[Cell], label: Callable[[int, int], str]) -> tuple[Group, ...]:
    """From the left, each part takes its neighbours until it is large enough; what is left over at the end goes with the
    last. `label` names the parts from one to another."""
    made: list[tuple[int, int, Cell]] = []
    first, so_far = 0, Cell()
    for at, cell in enumerate(cells):
        so_far = so_far.with_(cell)
        if so_far.enough:
            made.append((first, at, so_far))
            first, so_far = at + 1, Cell()
    if first < len(cells) and made:
        begin, _, last = made.pop()
        made.append((begin, len(cells) - 1, last.with_(so_far)))
    return _unless_all_one(tuple(Group(label(begin, end), cell.sittings) for begin, end, cell in made))


def _unless_all_one(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """A single part is all the sittings, and says nothing."""
    return groups if len(groups) > 1 else ()


def _labels() -> tuple[tuple[str, str], ...]:
    edges = ["0", *(f"{edge * 100:.0f}" for edge in _SHARES), "100"]
    return tuple((begin, f"{end} %") for begin, end in pairwise(edges))
