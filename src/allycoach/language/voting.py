"""How rules and the trained component settle what a sentence does: it is heard where the rules said nothing."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from allycoach.reading import Flag, FlagKind, Form, Move, MoveKind

from .facts import Facts
from .flags import Asking
from .words import Word

PLAIN = "other.plain"
"""The rule of a move that nothing else is known about."""

HEARD = {
    "advice": 0.0,
    "reassurance": 0.5,
    "leading_question": 1.0,
    "assumption": 1.0,
    "taking_over": 0.0,
    "minimising": 0.0,
    "confidentiality_promise": 0.5,
    "reflection": 0.0,
}
"""From which score a kind is believed, set on writers that the component had not seen so that most of its votes are right."""

FLAGGED = {"advice": 1.0}
"""Where a flag needs a higher score than the move: a wrong flag costs more than a missed one."""

DOUBTED = {"closed_question": 0.0, "advice": -2.0}
"""Below which score a weak sign is not flagged: a statement or a few words with a question mark may be an echo or a
paraphrase, and a bare imperative a way of talking."""

OVERRULED = {"leading_question": -3.0, "advice": -3.5}
"""Below which score a flag by a wide form is not raised: the component is very sure, and where it is that sure it was right
more often than the form. What turns on the words themselves is left to the cue."""

WIDE_FORMS = frozenset(
    (
        "advice.could",
        "advice.do-you-think-should",
        "advice.need-to",
        "advice.push",
        "advice.should",
        "leading_question.declarative",
        "leading_question.tag",
    )
)

IMPERATIVE = "advice.imperative"

_THEM = frozenset(("you", "your", "yours", "yourself"))
_ASKS_LEAVE = (MoveKind.PERMISSION, MoveKind.AUTONOMY, MoveKind.RECOVERY)


def doubted(asking: Asking) -> Asking:
    """The same asking, no longer sure of itself where its form leaves room for doubt."""
    return replace(asking, sure=asking.move.form not in (Form.DECLARATIVE, Form.FRAGMENT))


def outvoted(flag: Flag, scores: Mapping[str, float]) -> bool:
    """Whether the component is sure enough that the words of this flag do no such thing."""
    if flag.rule == IMPERATIVE:
        return scores[flag.kind] < DOUBTED[flag.kind]
    return flag.rule in WIDE_FORMS and scores[flag.kind] < OVERRULED[flag.kind]


def elected(
    scores: Mapping[str, float], words: Sequence[Word], facts: Facts, moves: Sequence[Move], settled: Collection[str]
) -> Iterator[str]:
    """The kinds that the component adds to a sentence of these words with these moves. On the kinds that are `settled`
    the rules have spoken, for or against."""
    for kind, least in HEARD.items():
        if kind not in settled and scores.get(kind, least) > least and _fits(kind, words, facts, moves, settled):
            yield kind


def _fits(kind: str, words: Sequence[Word], facts: Facts, moves: Sequence[Move], settled: Collection[str]) -> bool:
    """Whether what the rules saw leaves room for this kind."""
    kinds = {move.kind for move in moves}
    if kind == MoveKind.REFLECTION:
        return all(move.rule == PLAIN for move in moves) and _is_about_them(words, facts)
    if kind == FlagKind.LEADING_QUESTION:
        return any(move.function is not None for move in moves)
    if kind == FlagKind.TAKING_OVER and _is_beside_them(words):
        return False
    if kind == FlagKind.MINIMISING and facts.limited:
        return False  # "just the two of us, unless ...": what is small there is who gets to hear it
    if kind == MoveKind.ADVICE:
        return FlagKind.LEADING_QUESTION not in settled and not kinds & {MoveKind.ADVICE, *_ASKS_LEAVE}
    return MoveKind.RECOVERY not in kinds


def _is_beside_them(words: Sequence[Word]) -> bool:
    """Whether the helper does something with them and not for them: "I'll sit with you while you ring"."""
    said = [word.lower for word in words]
    return "together" in said or any(pair == ("with", "you") for pair in pairwise(said))


def _is_about_them(words: Sequence[Word], facts: Facts) -> bool:
    """Whether a sentence names the person or takes up a word of theirs, sets no condition and is not about the helper."""
    if words[0].lower == "if" or any(
        word.lower in ("i", "we") and word.dep in ("nsubj", "nsubjpass") for word in words
    ):
        return False
    return any(word.lower in _THEM or (word.stem and word.stem in facts.theirs) for word in words)
