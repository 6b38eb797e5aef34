"""What a reply did, as the person feels it: moves and flags reduced to a few acts, the leading one first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from allycoach.content.schema.scenario import Act
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading

from .fact_asked import fact_asked
from .own_story import tells_own_story
from .taken_as import no_slip, says_a_limit, taken_as
from .unmarked import asks_for_yes, unmarked_question
from .words import found, tokens

SLIPS: tuple[Act, ...] = (
    "rude",
    "confidentiality_promise",
    "assumption",
    "taking_over",
    "advice_unasked",
    "leading_question",
    "reassurance",
    "stacked_questions",
)
"""What closes people down, the worst first. A closed question is no slip of its own."""

_KIND: frozenset[Act] = frozenset(
    ("reflection", "affirmation", "support", "acknowledge", "thanks", "autonomy", "reassurance")
)
"""What a story of the helper's own comes before: after it, the talk is about the helper."""

OFFERS: tuple[Act, ...] = ("advice_asked", "referral", "information")

_A_FEW = 8
_SAYS_MORE: tuple[Act, ...] = ("other", "information", "self_disclosure", "reflection", "support")

_ORDER: tuple[Act, ...] = (
    *SLIPS,
    "recovery",
    "open_question",
    "scaling_question",
    "closed_question",
    "permission",
    "goodbye",
    *OFFERS,
    "reflection",
    "affirmation",
    "autonomy",
    "support",
    "self_disclosure",
    "thanks",
    "greeting",
    "acknowledge",
    "foreign",
    "silence",
    "other",
)

_BY_FLAG: dict[FlagKind, Act] = {
    FlagKind.CONFIDENTIALITY_PROMISE: "confidentiality_promise",
    FlagKind.ASSUMPTION: "assumption",
    FlagKind.TAKING_OVER: "taking_over",
    FlagKind.ADVICE: "advice_unasked",
    FlagKind.LEADING_QUESTION: "leading_question",
    FlagKind.REASSURANCE: "reassurance",
    FlagKind.MINIMISING: "reassurance",
    FlagKind.GUARANTEE: "reassurance",
    FlagKind.STACKED_QUESTIONS: "stacked_questions",
    FlagKind.OWN_STORY: "self_disclosure",
    FlagKind.VAGUE_SIGNPOSTING: "referral",
    FlagKind.EARLY_REFERRAL: "referral",
}

_BY_MOVE: dict[MoveKind, Act] = {
    MoveKind.REFLECTION: "reflection",
    MoveKind.AFFIRMATION: "affirmation",
    MoveKind.SUPPORT: "support",
    MoveKind.PERMISSION: "permission",
    MoveKind.AUTONOMY: "autonomy",
    MoveKind.INFORMATION: "information",
    MoveKind.REFERRAL: "referral",
    MoveKind.REASSURANCE: "reassurance",
    MoveKind.SELF_DISCLOSURE: "self_disclosure",
    MoveKind.RECOVERY: "recovery",
}

_BY_SUBTYPE: dict[str, Act] = {
    "greeting": "greeting",
    "goodbye": "goodbye",
    "thanks": "thanks",
    "acknowledge": "acknowledge",
    "confirm": "acknowledge",
    "silence": "silence",
    "wait": "silence",
    "hospitality": "support",
    "pace": "acknowledge",
    "rude": "rude",
    "foreign": "foreign",
}

_INVITES = (
    "tell me",
    "talk about",
    "talk to me",
    "say more",
    "say a bit more",
    "talk me through",
    "share with me",
    "go on",
)
_GOES_ON = (
    "go on about",
    "go on with",
    "carry on",
    "keep going",
    "tell me",
    "say more",
    "talk me through",
    "please go on",
)
"""Words that ask for more although nothing in their sentence has the form of a question."""
_ASKS_FOR_A_MARK = (
    "scale", "out of ten", "out of 10", "to ten", "to 10", "nought", "zero", "0", "10", "ten",
    "how confident", "how sure", "how likely",
    "how ready", "how important", "how motivated", "how keen", "how certain", "how hopeful", "how able", "how prepared",
    "how committed", "how willing", "how realistic", "how doable",
)  # fmt: skip
"""Words beside which a "how" asks for a number that stands for a feeling: "How big is it?" asks for a size."""
_ASKS_WHAT_THEY_MAKE_OF_IT = (
    "do you think",
    "does that sound",
    "that sound",
    "feel about that",
    "make of that",
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A reply as the person takes it. `acts` has each act once, the leading one first; `asked` are the words of its
    questions (empty when it asks nothing) and `form` the grammar of the last."""

    acts: tuple[Act, ...]
    asked: str = ""
    form: Form | None = None

    @property
    def lead(self) -> Act:
        return self.acts[0]

    @property
    def slip(self) -> bool:
        return self.lead in SLIPS


def act_of(reading: Reading) -> Act:
    """The leading act: slips before questions, questions before offers, offers before the rest.

    A recovery after the slip, in the same reply, outweighs it.
    """
    return hear(reading).lead


@lru_cache(maxsize=2048)  # a trainee types some dozens; those of play-testing say the same again and again
def hear(reading: Reading, met: frozenset[str] = frozenset()) -> Heard:
    """Everything that the reply did. Never empty: words that do nothing known are `other`, none at all `silence`. `met` are
    the stems of what was said or known before, which only a flag for an assumption asks for."""
    flags = [flag for flag in reading.flags if not no_slip(flag, reading, met)]
    acts = dict.fromkeys([*_from_flags(flags), *_from_moves(reading, flags)])
    if says_a_limit(reading.text):
        acts["information"] = None
    if not reading.text.strip(" .…\n\t"):
        return Heard(("silence",))
    if not acts:
        acts = dict.fromkeys(["other"])
    if len(acts) > 1:
        acts.pop("other", None)
    questions = reading.questions
    asked = " ".join(reading.text[move.start : move.end] for move in questions) or unmarked_question(reading.text)
    if asked and not questions:
        acts["closed_question" if fact_asked(asked) or asks_for_yes(asked) else "open_question"] = None
    ordered = sorted(acts, key=_ORDER.index)
    unmarked = (Form.POLAR if asks_for_yes(asked) else Form.WH) if asked else None
    form = questions[-1].form if questions else unmarked
    return Heard(_led(ordered, reading, asked), asked, form)


def asked_once_more(heard: Heard, reading: Reading) -> Heard:
    """What a reply is taken for after they had no answer: a few words about it are the question again."""
    if heard.asked or heard.lead not in _SAYS_MORE or not 0 < len(tokens(reading.text)) <= _A_FEW:
        return heard
    return Heard(("open_question", *(act for act in heard.acts if act != "other")), reading.text, Form.WH)


def slip_flags(reading: Reading) -> tuple[Flag, ...]:
    """The flags of a reply that close people down."""
    return tuple(flag for flag in reading.flags if _BY_FLAG.get(flag.kind) in SLIPS)


def _from_flags(flags: Sequence[Flag]) -> list[Act]:
    return [_BY_FLAG[flag.kind] for flag in flags if flag.kind in _BY_FLAG]


def _from_moves(reading: Reading, flags: Sequence[Flag]) -> list[Act]:
    kinds = frozenset(flag.kind for flag in flags)
    return [act for move in reading.moves if (act := _act_of_move(move, reading, kinds)) is not None]


def _act_of_move(move: Move, reading: Reading, flagged: frozenset[FlagKind]) -> Act | None:
    """The act of a move; None for what only repeats a flag that the person does not mind."""
    text = reading.text[move.start : move.end]
    if move.kind is MoveKind.QUESTION:
        return _question(move, text)
    taken = taken_as(move, reading)
    if taken is not None:
        return taken
    if move.kind is MoveKind.ADVICE:
        return _advice(move, reading, flagged)
    if (
        move.kind is MoveKind.REASSURANCE
        and reading.flagged(FlagKind.REASSURANCE)
        and FlagKind.REASSURANCE not in flagged
    ):
        return None
    if move.kind is MoveKind.PERMISSION and found(_INVITES, text):
        return "open_question"
    if move.kind is MoveKind.OTHER:
        asks = move.subtype in ("", "housekeeping") and found(_GOES_ON, text)
        return "open_question" if asks else _BY_SUBTYPE.get(move.subtype, "other")
    return _BY_MOVE[move.kind]


def _advice(move: Move, reading: Reading, flagged: frozenset[FlagKind]) -> Act:
    if move.subtype != "asked" and reading.flagged(FlagKind.ADVICE):
        harmless: Act = "closed_question" if move.function is not None else "information"
        return "advice_unasked" if FlagKind.ADVICE in flagged else harmless
    return "advice_asked"


def _question(move: Move, text: str) -> Act:
    if move.subtype == "scaling" and found(_ASKS_FOR_A_MARK, text):
        return "scaling_question"
    if move.subtype in ("check", "confirm"):
        return "reflection"
    return "open_question" if move.function is Function.OPEN else "closed_question"


def _led(ordered: list[Act], reading: Reading, asked: str) -> tuple[Act, ...]:
    lead = ordered[0]
    if lead in SLIPS and "recovery" in ordered and _came_back(reading):
        lead = "recovery"
    elif lead in _KIND and "self_disclosure" in ordered and tells_own_story(reading):
        lead = "self_disclosure"
    elif lead in ("open_question", "closed_question") and _wants_a_view(reading, asked):
        lead = next((act for act in OFFERS if act in ordered), lead)
    elif lead == "closed_question" and "open_question" in ordered:
        lead = "open_question"
    return (lead, *(act for act in ordered if act != lead))


def _came_back(reading: Reading) -> bool:
    slips = [flag.start for flag in slip_flags(reading)]
    steps_back = [move.start for move in reading.moves if move.kind is MoveKind.RECOVERY]
    return bool(steps_back) and max(steps_back) > max(slips, default=-1)


def _wants_a_view(reading: Reading, asked: str) -> bool:
    """Whether the question only asks what they make of what was just offered."""
    if any(move.subtype == "collaboration" for move in reading.questions):
        return True
    return len(tokens(asked)) <= 8 and bool(found(_ASKS_WHAT_THEY_MAKE_OF_IT, asked))
