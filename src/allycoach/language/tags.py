"""Tags: a few words at the end of a clause that ask for agreement ("..., isn't it?", "..., right?")."""

from collections.abc import Sequence

from .asking import AUXILIARIES, OPINING, SUBJECTS
from .words import FINITE, Word

_TAG_WORDS = frozenset("right yeah yes no innit eh correct huh hey true".split())
_DOERS = frozenset(("i", "we", "you", "he", "she", "they"))
_BEING = frozenset(("it", "that", "this", "there", "which", "who"))
_ALSO_ANSWERS = frozenset("yeah yes no hey true".split())
"""These are tags only before a question mark; without one they answer."""


def tags(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Every tag as its words (first, last exclusive). What stands before it in its clause is a statement."""
    found = []
    for i in range(2, len(words)):
        last = _end(words, i)
        if last is not None:
            found.append((i, last))
    return found


def _end(words: Sequence[Word], i: int) -> int | None:
    """Where a tag that begins at word `i` ends, or None."""
    after_comma = words[i - 1].lower in (",", "-")
    if words[i].lower in _TAG_WORDS:
        marked = i + 1 < len(words) and "?" in words[i + 1].lower
        tags_here = after_comma and (marked or words[i].lower not in _ALSO_ANSWERS)
        return i + 1 if tags_here and _closes(words, i + 1) and _has_verb(words[:i]) else None
    if words[i].lower not in AUXILIARIES:
        return None
    negated = i + 1 < len(words) and words[i + 1].lower in ("n't", "not")
    last = i + 3 if negated else i + 2
    if last > len(words) or words[last - 1].lower not in SUBJECTS:
        return None
    if negated and last < len(words) and words[last].lower in OPINING:
        last += 1  # "..., don't you think"
    if not _closes(words, last):
        return None
    # Without a comma only turning from yes to no or back is sure to be a tag: "it's hard isn't it", "you won't go will
    # you", but not "you can do it".
    before = _clause_before(words, i)
    at_the_end = words[i].tag in FINITE and all(word.is_punct for word in words[last:])
    turns = after_comma or negated or (at_the_end and _denies(before, words[i]))
    return last if turns and _is_statement(before) else None


def _denies(words: Sequence[Word], auxiliary: Word) -> bool:
    """Whether a statement denies what a tag with this auxiliary takes up again, and the auxiliary is not its own."""
    if words[-1].lower in _DOERS or (auxiliary.lemma == "be" and words[-1].lower in _BEING):
        return False  # "..., and I did it", "when they weren't there it was you"
    denied = [k for k, word in enumerate(words) if k > 0 and word.lower in ("n't", "not")]
    return any(words[k - 1].lemma == auxiliary.lemma for k in denied) or any(word.lower == "never" for word in words)


def _closes(words: Sequence[Word], i: int) -> bool:
    return i == len(words) or words[i].is_punct


def _clause_before(words: Sequence[Word], i: int) -> Sequence[Word]:
    first = i
    while first > 0 and words[first - 1].lower not in (";", ".", "?", "!", ":"):
        first -= 1
    return words[first:i]


def _has_verb(words: Sequence[Word]) -> bool:
    return any(word.pos in ("VERB", "AUX") for word in words)


def _is_statement(words: Sequence[Word]) -> bool:
    subject = any(word.dep in ("nsubj", "nsubjpass", "expl") or word.lower in SUBJECTS for word in words)
    return subject and _has_verb(words)
