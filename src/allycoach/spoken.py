"""Moves and flags in a few words, for faces and reports that speak in lines."""

from collections.abc import Iterable

from allycoach.reading import Flag, FlagKind, Function, Move, MoveKind, Reading

_FLAGS: dict[FlagKind, str] = {
    FlagKind.CLOSED_QUESTION: "closed question",
    FlagKind.LEADING_QUESTION: "leading question",
    FlagKind.ADVICE: "advice",
    FlagKind.STACKED_QUESTIONS: "two questions at once",
    FlagKind.TAKING_OVER: "taking over",
    FlagKind.REASSURANCE: "quick comfort",
    FlagKind.ASSUMPTION: "something they have not said",
    FlagKind.MINIMISING: "makes it small",
    FlagKind.CONFIDENTIALITY_PROMISE: "promise of secrecy",
    FlagKind.GUARANTEE: "guarantee",
    FlagKind.VAGUE_SIGNPOSTING: "vague pointer",
    FlagKind.EARLY_REFERRAL: "early referral",
    FlagKind.ROLE_INFLATION: "more than the role",
    FlagKind.OWN_STORY: "own story",
    FlagKind.JARGON: "jargon",
}

_MOVES: dict[MoveKind, str] = {
    MoveKind.QUESTION: "closed question",
    MoveKind.REFLECTION: "reflection",
    MoveKind.AFFIRMATION: "affirmation",
    MoveKind.SUPPORT: "support",
    MoveKind.PERMISSION: "asks first",
    MoveKind.AUTONOMY: "leaves it with them",
    MoveKind.ADVICE: "advice",
    MoveKind.INFORMATION: "information",
    MoveKind.REFERRAL: "referral",
    MoveKind.REASSURANCE: "reassurance",
    MoveKind.SELF_DISCLOSURE: "about yourself",
    MoveKind.RECOVERY: "coming back",
    MoveKind.OTHER: "",
}


def flag_name(flag: Flag, reading: Reading) -> str:
    """What the flag is called: `closed question`, `advice inside a question`."""
    name = kind_name(flag.kind)
    return f"{name} inside a question" if is_advice_in_question(flag, reading) else name


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
        return "open question"
    return _MOVES[move.kind]


def move_names(moves: Iterable[Move]) -> tuple[str, ...]:
    """The names of the moves of a reply in order, each once."""
    return tuple(dict.fromkeys(name for name in map(move_name, moves) if name))
