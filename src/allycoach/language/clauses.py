"""Cutting a parsed sentence into the clauses that each do one thing: a reflection, and then a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .asking import LEAD_INS, begins_clause, onsets
from .tags import tags
from .words import FINITE, Word

_JOINTS = frozenset(("but", "so", "and", "or", "then", "because", "though", "although", "yet"))


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first` to `last` (exclusive) of a sentence. `onset` is where its question begins; `tag` where its tag does.

    `core` is the first word that is not a lead-in; `marked` says that the clause ends with a question mark.
    """

    first: int
    last: int
    core: int
    onset: int | None = None
    tag: int | None = None
    marked: bool = False


def clauses(words: Sequence[Word]) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order, covering all its words."""
    tagged = tags(words)
    asked = [i for i in onsets(words) if not any(first <= i < last for first, last in tagged)]
    cuts = {_with_lead_ins(words, i) for i in asked} | set(_joints(words, asked))
    cuts -= {cut for cut in cuts if any(first <= cut < last for first, last in tagged)}
    cuts |= {last for _, last in tagged if any(not word.is_punct for word in words[last:])}
    made = []
    for first, last in pairwise([0, *sorted(cut for cut in cuts if cut > 0), len(words)]):
        onset = next((i for i in asked if first <= i < last), None)
        tag = next((i for i, _ in tagged if first < i < last), None)
        made.append(_clause(words, first, last, onset, tag if onset is None else None))
    return tuple(made)


def _clause(words: Sequence[Word], first: int, last: int, onset: int | None, tag: int | None) -> Clause:
    end = last
    while end > first and words[end - 1].lower in ('"', "'", ")"):
        end -= 1
    marked = end > first and "?" in words[end - 1].lower
    return Clause(first, last, _core(words, first, last), onset, tag, marked)


def _core(words: Sequence[Word], first: int, last: int) -> int:
    core = first
    while core < last - 1 and (words[core].is_punct or words[core].lower in LEAD_INS or words[core].pos == "INTJ"):
        core += 1
    return core


def _with_lead_ins(words: Sequence[Word], i: int) -> int:
    """The lead-ins ("so", "and") right before a question belong to it."""
    while i > 0 and not words[i - 1].is_punct and words[i - 1].lower in LEAD_INS and words[i - 1].lower in _JOINTS:
        i -= 1
    return i


def _joints(words: Sequence[Word], asked: Sequence[int]) -> list[int]:
    """Where a statement goes over into another: a strong stop, or a joint before a new subject with a verb on both sides."""
    found = []
    for i in range(1, len(words) - 1):
        if any(onset <= i for onset in asked) and words[i].lower != "but":
            continue
        before = words[i - 1].lower
        spaced = words[i - 1].start > words[i - 2].end if i > 1 else True
        stop = before in (";", ":", "…", "...", ".", "!", "?") or (before in ("-", "--") and spaced)
        joint = ((before == "," or words[i].lower == "but") and begins_clause(words, i + 1)) or before == ","
        if (stop and _has_finite(words[:i])) or (joint and _new_clause(words, i) and _has_finite(words[:i])):
            found.append(i)
    return found


def _new_clause(words: Sequence[Word], i: int) -> bool:
    """A joint or nothing, then a subject, then a verb within three words."""
    j = i
    while j < len(words) and (words[j].lower in LEAD_INS or words[j].lower in _JOINTS):
        j += 1
    if j >= len(words) or (words[j].dep not in ("nsubj", "nsubjpass", "expl") and words[j].pos != "PRON"):
        return False
    return any(word.tag in FINITE for word in words[j + 1 : j + 4])


def _has_finite(words: Sequence[Word]) -> bool:
    return any(word.tag in FINITE or word.pos in ("VERB", "AUX") for word in words)
