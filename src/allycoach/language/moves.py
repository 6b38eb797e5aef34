"""What each clause does: cue matches and grammar become moves."""

from collections.abc import Sequence
from dataclasses import dataclass

from allycoach.reading import FlagKind, Form, Function, MoveKind

from .clauses import Clause
from .cues import Hit
from .facts import ALL_BUT, Facts
from .questions import Asked, asked
from .sentence import Sentence
from .stems import stem
from .traceable import ENOUGH, content, share
from .words import FINITE, Word


@dataclass(frozen=True, slots=True)
class Draft:
    """A move still in words of its sentence, `first` to `last` (exclusive)."""

    kind: MoveKind
    first: int
    last: int
    form: Form | None = None
    function: Function | None = None
    subtype: str = ""
    rule: str = ""


WEAK = "weak"
"""The subtype of a reflecting stem that gives way to whatever else its clause does."""

_RISING = frozenset((Form.DECLARATIVE, Form.TAG, Form.FRAGMENT))
_SETS_THE_SCENE = frozenset("when while if until unless before after once whenever".split())
_DAYS = frozenset(
    stem(day) for day in "monday tuesday wednesday thursday friday saturday sunday tomorrow today week".split()
)
_EXEMPT_ADVICE_QUESTIONS = frozenset(("collaboration", "check", "scaling"))
_STATED_FIRST = (
    MoveKind.RECOVERY,
    MoveKind.AUTONOMY,
    MoveKind.PERMISSION,
    MoveKind.AFFIRMATION,
    MoveKind.SUPPORT,
    MoveKind.REFERRAL,
    MoveKind.REASSURANCE,
    MoveKind.SELF_DISCLOSURE,
    MoveKind.INFORMATION,
    MoveKind.OTHER,
)


def moves_of(
    sentence: Sentence,
    clause: Clause,
    hits: Sequence[Hit],
    facts: Facts,
    command: tuple[int, int] | None,
    *,
    reflecting: bool = False,
) -> list[Draft]:
    """The moves of one clause, the main one first. `hits` are the matches left after exemptions, `command` the words of a
    bare imperative that counts as advice; `reflecting` says that an earlier clause of the sentence reflects."""
    how = asked(sentence.words, clause, hits)
    if how is not None and how.form == Form.DECLARATIVE and not how.subtype and reflecting:
        return [Draft(MoveKind.REFLECTION, clause.core, clause.last, rule="reflection.goes-on")]
    if how is not None:
        return _asking(sentence.words, clause, hits, facts, how)
    return _stating(sentence.words, clause, hits, facts, command)


def _first(hits: Sequence[Hit], kind: MoveKind) -> Hit | None:
    """The first match whose words make this move: a move's own cue, or a flag's with that move."""
    return next(
        (hit for hit in hits if kind in (hit.file.kind, hit.file.move) and hit.file.kind != FlagKind.EARLY_REFERRAL),
        None,
    )


def _asking(words: Sequence[Word], clause: Clause, hits: Sequence[Hit], facts: Facts, how: Asked) -> list[Draft]:
    def draft(kind: MoveKind, rule: str, subtype: str = how.subtype) -> Draft:
        return Draft(kind, clause.core, clause.last, how.form, how.function, subtype, rule)

    aside = next((hit for hit in hits if hit.cue.subtype == "housekeeping" and hit.first <= clause.core), None)
    if aside is not None and how.form in _RISING:
        return [Draft(MoveKind.OTHER, clause.core, clause.last, subtype="housekeeping", rule=aside.cue.id)]
    if _is_echoed_briefly(words, clause, how):
        return [Draft(MoveKind.OTHER, clause.core, clause.last, subtype="acknowledge", rule="other.echo")]
    recovery = _first(hits, MoveKind.RECOVERY)
    extra = [Draft(MoveKind.RECOVERY, recovery.first, recovery.last, rule=recovery.cue.id)] if recovery else []
    if recovery is not None and how.form in _RISING:
        return extra
    leave = _first(hits, MoveKind.PERMISSION)
    if leave is not None and how.form != Form.WH:
        return [draft(MoveKind.PERMISSION, leave.cue.id), *extra]
    confirmed = next((hit for hit in hits if hit.cue.subtype == "confirm"), None)
    if (
        confirmed is not None
        and how.form in _RISING
        and share(words[clause.first : clause.last], facts.theirs) >= ENOUGH
    ):
        return [
            Draft(MoveKind.OTHER, clause.core, clause.last, subtype="confirm", rule=confirmed.cue.id),
            *extra,
        ]
    reflected = _reflection_rising(words, clause, hits, facts, how)
    if reflected is not None:
        return [reflected, *extra]
    idea = _first(hits, MoveKind.ADVICE)
    if idea is not None and how.subtype not in _EXEMPT_ADVICE_QUESTIONS:
        return [draft(MoveKind.ADVICE, idea.cue.id), *extra]
    to_whom = _first(hits, MoveKind.REFERRAL)
    if to_whom is not None:
        return [draft(MoveKind.REFERRAL, to_whom.cue.id), *extra]
    return [draft(MoveKind.QUESTION, how.rule), *extra]


def _is_echoed_briefly(words: Sequence[Word], clause: Clause, how: Asked) -> bool:
    """ "Does she?", "Did it!": an auxiliary and a pronoun, given back to keep them talking."""
    said = [word for word in words[clause.first : clause.last] if not word.is_punct]
    return how.form == Form.POLAR and len(said) == 2


def _reflection_rising(
    words: Sequence[Word], clause: Clause, hits: Sequence[Hit], facts: Facts, how: Asked
) -> Draft | None:
    """A reflection offered with a rising "?": a reflecting stem, or the person's own words given back."""
    if how.form not in _RISING or how.subtype:
        return None
    opening = _first(hits, MoveKind.REFLECTION)
    if opening is not None:
        return Draft(MoveKind.REFLECTION, clause.core, clause.last, rule=opening.cue.id)
    said = words[clause.first : clause.tag or clause.last]
    spoken = [word.lower for word in said if not word.is_punct]
    if how.form == Form.FRAGMENT and len(spoken) <= 2 and set(spoken) <= facts.words:
        return Draft(MoveKind.REFLECTION, clause.core, clause.last, rule="reflection.echo")
    if how.form == Form.FRAGMENT:
        return None
    about_them = how.form != Form.DECLARATIVE or any(w.lower in ("you", "your") for w in said)
    if about_them and content(said) and share(said, facts.theirs) >= ENOUGH:
        return Draft(MoveKind.REFLECTION, clause.core, clause.last, rule="reflection.given-back")
    return None


def _stating(
    words: Sequence[Word], clause: Clause, hits: Sequence[Hit], facts: Facts, command: tuple[int, int] | None
) -> list[Draft]:
    found: list[Draft] = []
    opening = _first(hits, MoveKind.REFLECTION)
    if opening is not None and not (opening.cue.subtype == WEAK and _does_something_else(hits)):
        found.append(Draft(MoveKind.REFLECTION, opening.first, clause.last, rule=opening.cue.id))
    for kind in _STATED_FIRST:
        hit = _first(hits, kind)
        if hit is not None and not (kind == MoveKind.OTHER and found):
            found.append(Draft(kind, hit.first, clause.last, subtype=hit.cue.subtype, rule=hit.cue.id))
    idea = _first(hits, MoveKind.ADVICE)
    if idea is not None:
        found.append(Draft(MoveKind.ADVICE, idea.first, clause.last, rule=idea.cue.id))
    elif command is not None:
        found.append(Draft(MoveKind.ADVICE, command[0], clause.last, rule="advice.imperative"))
    if found:
        return found
    plain = _plain_reflection(words, clause, facts)
    if plain:
        return [Draft(MoveKind.REFLECTION, clause.core, clause.last, rule=plain)]
    return [Draft(_information_or_other(words, clause), clause.first, clause.last, rule="other.plain")]


def _does_something_else(hits: Sequence[Hit]) -> bool:
    kinds = (MoveKind.ADVICE, MoveKind.REASSURANCE, MoveKind.AUTONOMY, MoveKind.PERMISSION, MoveKind.RECOVERY)
    return any(_first(hits, kind) is not None for kind in kinds)


def _plain_reflection(words: Sequence[Word], clause: Clause, facts: Facts) -> str:
    """The rule by which a statement without a stem gives something back, or "".

    Either it is about them in the second person and its content is mostly theirs, or it is a fragment of their words.
    """
    said = words[clause.core : clause.last]
    stems = content(said)
    subject = next((w.lower for w in said if w.dep in ("nsubj", "nsubjpass")), "")
    if not stems or subject in ("i", "we") or _hedges_an_idea(said) or said[0].lower in _SETS_THE_SCENE:
        return ""
    theirs = share(said, facts.theirs)
    if (
        subject in ("it", "that", "this")
        and any(w.dep == "neg" for w in said)
        and share(said, facts.previous) >= ALL_BUT
    ):
        return "reflection.conceded"
    if subject in ("you", "your"):
        return "reflection.you" if theirs >= ENOUGH else ""
    if not subject and not any(w.tag in FINITE for w in said):
        if said[0].tag == "VB" or all(one in _DAYS for one in stems):
            return ""
        return "reflection.echo" if share(said, facts.previous) >= ENOUGH else ""
    return "reflection.content" if theirs >= ENOUGH and len(stems) > 1 else ""


def _hedges_an_idea(said: Sequence[Word]) -> bool:
    return any(w.lower in ("could", "might", "should", "may", "would", "can", "must", "will", "'ll") for w in said[:4])


def _information_or_other(words: Sequence[Word], clause: Clause) -> MoveKind:
    """Facts about the world are information; what is said of the two people talking is not."""
    said = words[clause.core : clause.last]
    subject = next((w for w in said if w.dep in ("nsubj", "nsubjpass", "expl")), None)
    told = subject is not None and subject.lower not in ("i", "you", "we", "that", "this", "it") and len(said) > 3
    return MoveKind.INFORMATION if told and any(w.tag in ("VBZ", "VBP", "MD") for w in said) else MoveKind.OTHER
