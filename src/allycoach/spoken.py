"""Moves and flags in a few words, for faces and reports that speak in lines."""

from collections.abc import Iterable

from allycoach.catalogue import _
from allycoach.reading import Flag, FlagKind, Function, Move, MoveKind, Reading

_FLAGS: dict[FlagKind, str] = {
    FlagKind.CLOSED_QUESTION: _("closed question"),
    FlagKind.LEADING_QUESTION: _("leading question"),
    FlagKind.ADVICE: _("advice"),
    FlagKind.STACKED_QUESTIONS: _("two questions at once"),
    FlagKind.TAKING_OVER: _("taking over"),
    FlagKind.REASSURANCE: _("quick comfort"),
    FlagKind.ASSUMPTION: _("something they have not said"),
    FlagKind.MINIMISING: _("makes it small"),
    FlagKind.CONFIDENTIALITY_PROMISE: _("promise of secrecy"),
    FlagKind.GUARANTEE: _("guarantee"),
    FlagKind.VAGUE_SIGNPOSTING: _("vague pointer"),
    FlagKind.EARLY_REFERRAL: _("early referral"),
    FlagKind.ROLE_INFLATION: _("more than the role"),
    FlagKind.OWN_STORY: _("own story"),
    FlagKind.JARGON: _("jargon"),
}

_MOVES: dict[MoveKind, str] = {
    MoveKind.QUESTION: _("closed question"),
    MoveKind.REFLECTION: _("reflection"),
    MoveKind.AFFIRMATION: _("affirmation"),
    MoveKind.SUPPORT: _("support"),
    MoveKind.PERMISSION: _("asks first"),
    MoveKind.AUTONOMY: _("leaves it with them"),
    MoveKind.ADVICE: _("advice"),
    MoveKind.INFORMATION: _("information"),
    MoveKind.REFERRAL: _("referral"),
    MoveKind.REASSURANCE: _("reassurance"),
    MoveKind.SELF_DISCLOSURE: _("about yourself"),
    MoveKind.RECOVERY: _("coming back"),
    MoveKind.OTHER: "",
}


def flag_name(flag: Flag, reading: Reading) -> str:
    """What the flag is called: `closed question`, `advice inside a question`."""
    name = kind_name(flag.kind)
    # Translators: {name} is what a flag is called, such as advice
    return _("{name} inside a question").format(name=name) if is_advice_in_question(flag, reading) else name


def kind_name(kind: FlagKind) -> str:
    """What flags of a kind are called: `closed question`, `advice`."""
    return _FLAGS[kind]


def is_advice_in_question(flag: Flag, reading: Reading) -> bool:
    """Whether this is a suggestion dressed as a question."""
    return flag.kind == FlagKind.ADVICE and any(move.start <= flag.start < move.end for move in reading.questions)


def flag_said(flag: Flag, reading: Reading) -> str:
    """The flag's name and reason, with its words in quotation marks unless the reason has them already."""
    words = reading.text[flag.start : flag.end]
    quoted = "" if words in flag.reason else f', "{words}"'
    return f"{flag_name(flag, reading)}{quoted}. {flag.reason}"


def move_name(move: Move) -> str:
    """What the move is called: `open question`, `reflection`; empty for a greeting and the like."""
    if move.kind == MoveKind.QUESTION and move.function == Function.OPEN:
        return _("open question")
    return _MOVES[move.kind]


def move_names(moves: Iterable[Move]) -> tuple[str, ...]:
    """The names of the moves of a reply in order, each once."""
    return tuple(dict.fromkeys(name for name in map(move_name, moves) if name))
