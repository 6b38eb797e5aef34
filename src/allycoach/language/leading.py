"""Questions that lead by their form: a tag, or a statement with a question mark, that presumes (specification, section 3)."""

from collections.abc import Iterator, Sequence

from allycoach.reading import Form, MoveKind

from .clauses import Clause
from .facts import Facts
from .moves import Draft
from .traceable import content, share
from .words import Word

PRESUMES = 0.34
"""A statement with a question mark presumes when less than this share of its content is the person's."""


def leading_by_form(
    words: Sequence[Word], clause: Clause, drafts: Sequence[Draft], facts: Facts
) -> Iterator[tuple[str, int, int]]:
    """Rule and words (first, last exclusive) of each way in which the clause leads by its form."""
    for draft in drafts:
        if draft.kind not in (MoveKind.QUESTION, MoveKind.ADVICE) or draft.subtype:
            continue
        if draft.form == Form.TAG:
            yield "leading_question.tag", clause.core, clause.last
        elif draft.rule == "question.declarative" and _presumes(words, clause, facts):
            yield "leading_question.declarative", clause.core, clause.last


def _presumes(words: Sequence[Word], clause: Clause, facts: Facts) -> bool:
    said = words[clause.core : clause.last]
    about_them = any(word.lower in ("you", "your") for word in said)
    return about_them and bool(content(said)) and share(said, facts.theirs) < PRESUMES
