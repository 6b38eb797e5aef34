"""Questions that lead by their form: a tag, or a statement with a question mark, that presumes."""

from collections.abc import Iterator, Sequence

from allycoach.reading import Form, MoveKind

from .clauses import Clause
from .facts import Facts
from .moves import Draft
from .traceable import ENOUGH, share
from .words import Word

_FEELS = frozenset("regret hate resent miss blame fear envy dread despise loathe wish long".split())
"""Verbs that say what somebody feels."""
_AGREES = frozenset(("yeah", "yes", "right", "ok", "okay"))


def leading_by_form(
    words: Sequence[Word], clause: Clause, drafts: Sequence[Draft], facts: Facts
) -> Iterator[tuple[str, int, int]]:
    """Rule and words (first, last exclusive) of each way in which the clause leads by its form."""
    for draft in drafts:
        if draft.kind not in (MoveKind.QUESTION, MoveKind.ADVICE) or draft.subtype:
            continue
        if draft.form == Form.TAG and not _owns(words, clause):
            yield "leading_question.tag", clause.core, clause.last
        elif draft.rule == "question.declarative" and _presumes(words, clause, facts):
            yield "leading_question.declarative", clause.core, clause.last


def _presumes(words: Sequence[Word], clause: Clause, facts: Facts) -> bool:
    """Whether a statement with a question mark tells them what they feel, or why, in words that are not theirs.

    A mere paraphrase is not presuming; where there is no such sign the rule is silent.
    """
    said = words[clause.core : clause.last]
    about_them = any(word.lower == "you" and word.dep in ("nsubj", "nsubjpass") for word in said)
    if not about_them or share(said, facts.theirs) >= ENOUGH:
        return False
    feels = any(word.dep == "acomp" and word.stem and word.stem not in facts.theirs for word in said)
    feels = feels or any(word.lemma in _FEELS and word.stem not in facts.theirs for word in said)
    return feels or any(word.lower == "because" for word in said)


def _owns(words: Sequence[Word], clause: Clause) -> bool:
    """A tag on the helper's own doing ("I'm doing it again, aren't I") or on what is agreed ("we're back in on Monday, yeah?")
    asks nothing of them."""
    said = words[clause.core : clause.tag]
    if clause.tag is not None and words[clause.tag].lower in _AGREES and any(word.lower == "we" for word in said[:3]):
        return True
    return any(word.lower in ("i", "my") and word.dep in ("nsubj", "nsubjpass", "poss") for word in said[:3])
