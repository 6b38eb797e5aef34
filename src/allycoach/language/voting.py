"""How rules and the trained component settle what a sentence does: it is heard where the rules said nothing."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from allycoach.content.schema.phrasebank import PhraseFile, Votes
from allycoach.reading import Flag, FlagKind, Move, MoveKind

from .facts import Facts
from .traceable import ENOUGH, share
from .words import FINITE, Word

PLAIN = "other.plain"
"""The rule of a move that nothing else is known about."""

_SETTING = frozenset("if where when whether unless until let".split())
_THEM = frozenset(("you", "your", "yours", "yourself"))
_LEAVE_NO_ADVICE = frozenset(
    (MoveKind.ADVICE, MoveKind.REFERRAL, MoveKind.PERMISSION, MoveKind.AUTONOMY, MoveKind.RECOVERY)
)
_ASIDE = ("hospitality", "pace")


def outvoted(flag: Flag, score: float, files: Mapping[str, PhraseFile]) -> bool:
    """Whether the component is sure enough that the words of this flag do no such thing."""
    votes = _votes(flag.kind, files)
    return (
        votes is not None and votes.let_go is not None and score < votes.let_go and flag.rule not in votes.never_let_go
    )


def _votes(kind: str, files: Mapping[str, PhraseFile]) -> Votes | None:
    return files[kind].votes if kind in files else None


class Hearing(NamedTuple):
    """The scores above which the component is heard on a kind, and above which it is sure enough for a flag."""

    kind: str
    heard: float | None
    flagged: float | None


def hearings(files: Mapping[str, PhraseFile]) -> tuple[Hearing, ...]:
    """Of the kinds on which the component is heard at all; asked for at every sentence, so it is put together once."""
    found = [
        Hearing(kind, file.votes.heard, file.votes.flagged) for kind, file in files.items() if file.votes is not None
    ]
    return tuple(one for one in found if one.heard is not None or one.flagged is not None)


def elected(
    scores: Mapping[str, float],
    words: Sequence[Word],
    facts: Facts,
    moves: Sequence[Move],
    settled: Collection[str],
    hearing: Iterable[Hearing],
) -> Iterator[tuple[str, bool]]:
    """The kinds that the component adds to a sentence of these words with these moves, each with whether it is sure enough
    for a flag. On the kinds that are `settled` the rules have spoken, for or against."""
    for kind, least_heard, least_sure in hearing:
        score = scores.get(kind)
        if score is None or kind in settled:
            continue
        heard, sure = _above(score, least_heard), _above(score, least_sure)
        if (heard or sure) and _fits(kind, words, facts, moves, settled):
            yield kind, sure


def _above(score: float, least: float | None) -> bool:
    return least is not None and score > least


def _fits(kind: str, words: Sequence[Word], facts: Facts, moves: Sequence[Move], settled: Collection[str]) -> bool:
    """Whether what the rules saw leaves room for this kind."""
    kinds = {move.kind for move in moves}
    if kind == MoveKind.REFLECTION:
        return all(move.rule == PLAIN for move in moves) and _is_about_them(words, facts)
    if kind == FlagKind.LEADING_QUESTION:
        return any(move.function is not None for move in moves)
    if kind == FlagKind.TAKING_OVER and (_is_beside_them(words) or _is_aside(moves)):
        return False
    if kind == FlagKind.MINIMISING and facts.limited:
        return False  # "just the two of us, unless ...": what is small there is who gets to hear it
    if kind == MoveKind.ADVICE:
        return not _is_aside(moves) and FlagKind.LEADING_QUESTION not in settled and not kinds & _LEAVE_NO_ADVICE
    return MoveKind.RECOVERY not in kinds


def _is_aside(moves: Sequence[Move]) -> bool:
    """Whether a sentence is about a seat, a cup of tea or the helper's own talking: "I'll go slower"."""
    return any(move.subtype in _ASIDE for move in moves)


def _is_beside_them(words: Sequence[Word]) -> bool:
    """Whether the helper does something with them and not for them: "I'll sit with you while you ring"."""
    said = [word.lower for word in words]
    return "together" in said or any(pair == ("with", "you") for pair in pairwise(said))


def _is_about_them(words: Sequence[Word], facts: Facts) -> bool:
    """Whether a whole clause names the person or is made of their words, sets no condition and is not about the helper."""
    if words[0].lower in _SETTING or not any(word.tag in FINITE for word in words):
        return False
    if any(word.lower in ("i", "we") and word.dep in ("nsubj", "nsubjpass") for word in words):
        return False
    return any(word.lower in _THEM for word in words) or share(words, facts.theirs) >= ENOUGH
