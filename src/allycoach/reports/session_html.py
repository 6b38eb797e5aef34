"""One sitting as a page: whole in one file, without a network, made to be printed and to be read aloud."""

from dataclasses import dataclass
from itertools import pairwise

from allycoach.coaching.ballot import counts_said, proposed_for
from allycoach.coaching.brought_in import brought_in
from allycoach.coaching.debrief import AnnotatedTurn, Debrief
from allycoach.conversation.sitting import Branch, Sitting, Turn
from allycoach.dates import day
from allycoach.reading import Flag
from allycoach.spoken import flag_said, move_names

from .html import page


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a reply; `flagged` says whether it carries a flag."""

    text: str
    flagged: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A turn as the page shows it."""

    turn: AnnotatedTurn
    pieces: tuple[Piece, ...]
    heard: tuple[str, ...]
    reasons: tuple[str, ...]
    proposed: str
    pinned: bool
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WayTurn:
    """A turn of another way that the talk went."""

    turn: int
    reply: str
    proposed: str
    answer: str


@dataclass(frozen=True, slots=True)
class Way:
    """Another way that the talk went, from where it parts."""

    name: str
    turns: tuple[WayTurn, ...]


def session_html(sitting: Sitting, debrief: Debrief) -> str:
    """The same as the Markdown document has, with the flagged words underlined in place."""
    started = sitting.started
    return page(
        "session",
        sitting=sitting,
        brought_in=brought_in(sitting),
        debrief=debrief,
        day=f"{day(started.at)}, {started.at:%H:%M}",
        turns=[_shown(turn, sitting) for turn in debrief.annotated],
        ways=[_way(branch) for branch in sitting.branches],
    )


def _shown(turn: AnnotatedTurn, sitting: Sitting) -> Shown:
    reading = sitting.turns[turn.turn - 1].reply.reading
    proposed = proposed_for(sitting.turns[turn.turn - 1], sitting.proposed)
    return Shown(
        turn,
        pieces(turn.reply, turn.flags),
        move_names(turn.moves),
        tuple(flag_said(flag, reading) for flag in turn.flags),
        counts_said(proposed) if proposed is not None else "",
        any(pin.turn == turn.turn for pin in sitting.pins),
        tuple(f"{note.author}: {note.text}" for note in sitting.written if note.turn == turn.turn),
    )


def _way(branch: Branch) -> Way:
    parted = (turn for turn in branch.turns if turn.reply.turn >= branch.turn)
    return Way(branch.name, tuple(_way_turn(turn, branch) for turn in parted))


def _way_turn(turn: Turn, branch: Branch) -> WayTurn:
    proposed = proposed_for(turn, branch.proposed)
    counts = counts_said(proposed) if proposed is not None else ""
    return WayTurn(turn.reply.turn, turn.reply.text, counts, turn.answer.text if turn.answer else "")


def pieces(text: str, flags: tuple[Flag, ...]) -> tuple[Piece, ...]:
    """The text cut where flags begin and end; joined again it is the text."""
    edges = sorted({0, len(text), *(flag.start for flag in flags), *(flag.end for flag in flags)})
    return tuple(
        Piece(text[start:end], any(flag.start <= start and end <= flag.end for flag in flags))
        for start, end in pairwise(edges)
        if start < end
    )
