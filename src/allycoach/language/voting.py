"""How rules and the trained component settle what a sentence does: it is heard where the rules said nothing."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from allycoach.reading import FlagKind, Form, Move, MoveKind

from .facts import Facts
from .flags import Asking
from .words import Word

PLAIN = "other.plain"
"""The rule of a move that nothing else is known about."""

HEARD = {"advice": 0.0, "reassurance": 1.0, "taking_over": -0.5, "minimising": 0.0, "reflection": 0.0}
"""From which score a kind is believed, set on writers that the component had not seen so that most of its votes are right.
It learns leading questions and assumptions too, and is not heard on them: what it found there beyond the rules was wrong
as often as right."""

FLAGGED = {"advice": 1.0}
"""Where a flag needs a higher score than the move: a wrong flag costs more than a missed one."""

DOUBTED = {"closed_question": 0.0, "advice": -2.0}
"""Below which score a weak sign is not flagged: a statement or a few words with a question mark may be an echo or a
paraphrase, and a bare imperative a way of talking."""

IMPERATIVE = "advice.imperative"

_THEM = frozenset(("you", "your", "yours", "yourself"))
_ASKS_LEAVE = (MoveKind.PERMISSION, MoveKind.AUTONOMY, MoveKind.RECOVERY)


def doubted(asking: Asking) -> Asking:
    """The same asking, no longer sure of itself where its form leaves room for doubt."""
    return replace(asking, sure=asking.move.form not in (Form.DECLARATIVE, Form.FRAGMENT))


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
    if kind == MoveKind.ADVICE:
        return FlagKind.LEADING_QUESTION not in settled and not kinds & {MoveKind.ADVICE, *_ASKS_LEAVE}
    return MoveKind.RECOVERY not in kinds


def _is_about_them(words: Sequence[Word], facts: Facts) -> bool:
    """Whether a sentence names the person or takes up a word of theirs, and the helper is not its subject."""
    if any(word.lower in ("i", "we") and word.dep in ("nsubj", "nsubjpass") for word in words):
        return False
    return any(word.lower in _THEM or (word.stem and word.stem in facts.theirs) for word in words)
