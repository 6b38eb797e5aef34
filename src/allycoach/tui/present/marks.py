"""Moves and flags as signs and a few words: under a sent reply, under the draft, in the debrief."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content

from allycoach.catalogue import _
from allycoach.reading import Flag, FlagKind, Function, Move, MoveKind, Reading, Strength
from allycoach.signs import one_line, visible
from allycoach.spoken import is_advice_in_question, kind_name, move_name

from .tones import GOOD, LOOK, QUIET

_FLAGS: dict[FlagKind, str] = {
    FlagKind.CLOSED_QUESTION: "?",
    FlagKind.LEADING_QUESTION: "?",
    FlagKind.STACKED_QUESTIONS: "?",
    FlagKind.CONFIDENTIALITY_PROMISE: "!!",
}
"""The form of a question and a promise have signs of their own; all other flags have `!`."""

_SHORTER: dict[FlagKind, str] = {
    FlagKind.CLOSED_QUESTION: _("closed"),
    FlagKind.LEADING_QUESTION: _("leading"),
    FlagKind.ASSUMPTION: _("not said by them"),
}
"""Names shorter than the spoken ones, for a line that is narrow and has a sign."""

_MOVES: dict[MoveKind, tuple[str, str]] = {
    MoveKind.REFLECTION: ("↺", GOOD),
    MoveKind.AFFIRMATION: ("+", GOOD),
    MoveKind.SUPPORT: ("+", GOOD),
    MoveKind.PERMISSION: ("+", GOOD),
    MoveKind.AUTONOMY: ("+", GOOD),
    MoveKind.RECOVERY: ("↩", GOOD),
    MoveKind.INFORMATION: ("·", QUIET),
    MoveKind.REFERRAL: ("·", QUIET),
    MoveKind.SELF_DISCLOSURE: ("·", QUIET),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign, its words and the style they share. `quote` is the flagged words, "" for moves and dismissed flags."""

    sign: str
    words: str
    style: str
    quote: str = ""

    @property
    def content(self) -> Content:
        if not self.quote:
            return Content.styled(f"{self.sign} {self.words}", self.style)
        return Content.assemble((f"{self.sign} {self.words}: ", self.style), f'"{self.quote}"')


def flag_sign(flag: Flag, reading: Reading) -> Sign:
    words = _("advice in a question") if is_advice_in_question(flag, reading) else _name(flag.kind)
    return Sign(_FLAGS.get(flag.kind, "!"), words, LOOK, one_line(reading.text[flag.start : flag.end]))


def _name(kind: FlagKind) -> str:
    return _SHORTER.get(kind, kind_name(kind))


def move_sign(move: Move) -> Sign | None:
    """None for what needs no sign, such as a greeting, and for moves that only a flag says something about."""
    if move.kind == MoveKind.QUESTION:
        return (
            Sign("~", _("open question"), GOOD) if move.function == Function.OPEN else Sign("·", _("question"), QUIET)
        )
    if move.kind not in _MOVES:
        return None
    sign, style = _MOVES[move.kind]
    return Sign(sign, move_name(move), style)


def signs(
    moves: Iterable[Move], flags: Iterable[Flag], reading: Reading, *, aside: Iterable[Flag] = ()
) -> tuple[Sign, ...]:
    """The signs of a reply, each kind once: what it does, then what is flagged, then what the trainee set aside."""
    flags, aside = tuple(flags), tuple(aside)
    found: dict[tuple[str, str], Sign] = {}
    for move in moves:
        sign = move_sign(move)
        if sign is not None and not _is_closed_and_flagged(move, (*flags, *aside)):
            found.setdefault((sign.sign, sign.words), sign)
    for flag in flags:
        sign = flag_sign(flag, reading)
        found.setdefault((sign.sign, sign.words), sign)
    for flag in aside:
        sign = Sign("×", _("{name} (you said: not so)").format(name=_name(flag.kind)), QUIET)
        found.setdefault((sign.sign, sign.words), sign)
    return tuple(found.values())


def _is_closed_and_flagged(move: Move, flags: Iterable[Flag]) -> bool:
    """A question that a flag already calls closed or leading does not also need `· question`."""
    if move.kind != MoveKind.QUESTION or move.function == Function.OPEN:
        return False
    asking = {FlagKind.CLOSED_QUESTION, FlagKind.LEADING_QUESTION}
    return any(flag.kind in asking and flag.start < move.end and move.start < flag.end for flag in flags)


def in_a_row(found: Iterable[Sign], *, quotes: bool = True) -> Content:
    """Signs side by side; without `quotes` the flagged words are left to their underline."""
    shown = found if quotes else (Sign(s.sign, s.words, s.style) for s in found)
    return Content("   ").join(sign.content for sign in shown)


def marked(text: str, flags: Iterable[Flag]) -> Content:
    """A reply with its flagged words underlined. Its code points are those of `text`, so offsets stay true."""
    seen = visible(text)
    if len(seen) != len(text):
        raise ValueError("visible text must keep its length")
    content = Content(seen)
    for flag in sorted(flags, key=lambda flag: flag.strength.rank):
        style = f"{LOOK} underline bold" if flag.strength == Strength.STRONG else f"{LOOK} underline"
        content = content.stylize(style, flag.start, flag.end)
    return content
