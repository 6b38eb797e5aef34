"""The shared vocabulary: what the analyser sees in one reply.

Offsets are code-point offsets into the reply exactly as typed, `0 <= start < end <= len(reply)`. Kinds, forms and
functions are those of docs/analyser.md; a move says what a part of the reply does, a flag what the trainee may want to
look at again.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol


class MoveKind(StrEnum):
    QUESTION = "question"
    REFLECTION = "reflection"
    AFFIRMATION = "affirmation"
    SUPPORT = "support"
    PERMISSION = "permission"
    AUTONOMY = "autonomy"
    ADVICE = "advice"
    INFORMATION = "information"
    REFERRAL = "referral"
    REASSURANCE = "reassurance"
    SELF_DISCLOSURE = "self_disclosure"
    RECOVERY = "recovery"
    OTHER = "other"


class Form(StrEnum):
    """The grammar of a move that asks."""

    WH = "wh"
    POLAR = "polar"
    ALTERNATIVE = "alternative"
    TAG = "tag"
    DECLARATIVE = "declarative"
    IMPERATIVE = "imperative"
    FRAGMENT = "fragment"


class Function(StrEnum):
    """What an asking move does: leave latitude, or imply yes/no, a pick, a number or one fact."""

    OPEN = "open"
    CLOSED = "closed"


class FlagKind(StrEnum):
    CLOSED_QUESTION = "closed_question"
    LEADING_QUESTION = "leading_question"
    ADVICE = "advice"
    STACKED_QUESTIONS = "stacked_questions"
    TAKING_OVER = "taking_over"
    REASSURANCE = "reassurance"
    ASSUMPTION = "assumption"
    MINIMISING = "minimising"
    CONFIDENTIALITY_PROMISE = "confidentiality_promise"
    GUARANTEE = "guarantee"
    VAGUE_SIGNPOSTING = "vague_signposting"
    EARLY_REFERRAL = "early_referral"
    ROLE_INFLATION = "role_inflation"
    OWN_STORY = "own_story"
    JARGON = "jargon"


class Strength(StrEnum):
    """How firmly a flag speaks: note < notice < strong. Only a secrecy promise is strong."""

    NOTE = "note"
    NOTICE = "notice"
    STRONG = "strong"

    @property
    def rank(self) -> int:
        return list(Strength).index(self)


@dataclass(frozen=True, slots=True)
class Move:
    """What one sentence or clause does.

    `form` and `function` are set on every move that asks, whatever its kind. `subtype` refines the kind:
    `scaling`, `check`, `collaboration`, `safety`, `confirm` on questions; `greeting`, `goodbye`, `thanks`,
    `acknowledge`, `silence`, `rude`, `foreign`, `wait` on `other`; `asked` on advice inside a permission window.
    `rule` is the stable id of the cue or rule that decided.
    """

    kind: MoveKind
    start: int
    end: int
    form: Form | None = None
    function: Function | None = None
    subtype: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """Words the trainee may want to look at again, and why; never a verdict on the trainee."""

    kind: FlagKind
    start: int
    end: int
    rule: str
    strength: Strength
    reason: str
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Overruled:
    """A cue that fired and was set aside, and by what: for explanations only."""

    kind: str
    start: int
    end: int
    rule: str
    by: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One reply, read. `lemmas` are its content words in order, lower case, for matching topics."""

    text: str
    moves: tuple[Move, ...] = ()
    flags: tuple[Flag, ...] = ()
    lemmas: tuple[str, ...] = ()
    overruled: tuple[Overruled, ...] = ()
    rules: str = ""
    pipeline: str = ""

    def __hash__(self) -> int:
        # Of all that makes two readings differ, the text does so nearly always, and its hash is known at once.
        return hash(self.text)

    def has(self, kind: MoveKind) -> bool:
        return any(move.kind == kind for move in self.moves)

    def flagged(self, kind: FlagKind) -> bool:
        return any(flag.kind == kind for flag in self.flags)

    @property
    def questions(self) -> tuple[Move, ...]:
        """Every move that asks, whatever its kind."""
        return tuple(move for move in self.moves if move.function is not None)


@dataclass(frozen=True, slots=True)
class Utterance:
    speaker: Literal["person", "helper"]
    text: str


@dataclass(frozen=True, slots=True)
class Context:
    """What was said before: `previous` is the person's line being answered, `history` the talk before that line,
    oldest first; `known` is what the helper was told about the person beforehand."""

    previous: str = ""
    history: tuple[Utterance, ...] = field(default=())
    known: str = ""


class Reader(Protocol):
    """Reads any text at all and never raises on account of it."""

    def read(self, text: str, context: Context = ...) -> Reading: ...

    def content_words(self, text: str) -> tuple[str, ...]:
        """The lemmas of nouns, verbs, adjectives and names in any utterance, in order, lower case."""
        ...
