"""What each clause does: cue matches and grammar become moves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from allycoach.reading import Form, Function, MoveKind

from .clauses import Clause
from .cues import Hit
from .facts import Facts
from .imperative import rule_of
from .questions import Asked, asked
from .reflecting import RISING, Said, rises_as_reflection, statement_reflects
from .sentence import Sentence
from .traceable import ENOUGH, share
from .words import Word


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


_WONDERING = frozenset(("now", "indeed", "eh", "huh"))
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
    if how is not None and how.rule == "question.declarative" and reflecting:
        return [Draft(MoveKind.REFLECTION, clause.core, clause.last, rule="reflection.goes-on")]
    said = Said(sentence.words, clause, hits, facts)
    return _stating(said, command) if how is None else _asking(said, how)


def _asking(said: Said, how: Asked) -> list[Draft]:
    nothing = _asks_nothing(said, how)
    if nothing is not None:
        return [nothing]
    recovery = said.first(MoveKind.RECOVERY)
    beside = [Draft(MoveKind.RECOVERY, recovery.first, recovery.last, rule=recovery.cue.id)] if recovery else []
    if recovery is not None and how.form in RISING:
        return beside
    return [_asks_leave(said, how) or _confirms(said, how) or _gives_back(said, how) or _asks(said, how), *beside]


def _asks_nothing(said: Said, how: Asked) -> Draft | None:
    """What only has the shape of a question: "you know what?", and "Does she?", given back to keep them talking."""
    aside = next((h for h in said.hits if h.cue.subtype == "housekeeping" and h.first <= said.clause.core), None)
    if aside is not None and how.form in RISING:
        return _whole(said, MoveKind.OTHER, aside.cue.id, subtype="housekeeping")
    if _is_echo(said, how):
        return _whole(said, MoveKind.OTHER, "other.echo", subtype="acknowledge")
    return None


def _is_echo(said: Said, how: Asked) -> bool:
    """ "Does she?", "Did you now.", "You did, eh?": two words and a wonder at them."""
    spoken = [word.lower for word in said.all_of_it if not word.is_punct]
    echoed = [word for word in spoken if word not in _WONDERING]
    return len(echoed) == 2 and (how.form == Form.POLAR or (how.form == Form.TAG and len(spoken) == 3))


def _asks_leave(said: Said, how: Asked) -> Draft | None:
    leave = said.first(MoveKind.PERMISSION)
    return None if leave is None or how.form == Form.WH else _whole(said, MoveKind.PERMISSION, leave.cue.id, how)


def _confirms(said: Said, how: Asked) -> Draft | None:
    """Their own step, repeated to be sure of it."""
    confirmed = next((hit for hit in said.hits if hit.cue.subtype == "confirm"), None)
    if confirmed is None or how.form not in RISING or share(said.all_of_it, said.facts.theirs) < ENOUGH:
        return None
    return replace(_whole(said, MoveKind.OTHER, confirmed.cue.id, how), subtype="confirm")


def _gives_back(said: Said, how: Asked) -> Draft | None:
    rule = rises_as_reflection(said, how)
    return _whole(said, MoveKind.REFLECTION, rule) if rule else None


def _asks(said: Said, how: Asked) -> Draft:
    idea = said.first(MoveKind.ADVICE)
    if idea is not None and how.subtype not in _EXEMPT_ADVICE_QUESTIONS:
        return _whole(said, MoveKind.ADVICE, idea.cue.id, how)
    to_whom = said.first(MoveKind.REFERRAL)
    if to_whom is not None:
        return _whole(said, MoveKind.REFERRAL, to_whom.cue.id, how)
    return _whole(said, MoveKind.QUESTION, how.rule, how)


def _whole(said: Said, kind: MoveKind, rule: str, how: Asked | None = None, subtype: str = "") -> Draft:
    """A move over the whole clause, lead-ins apart."""
    first, last = said.clause.core, said.clause.last
    if how is None:
        return Draft(kind, first, last, subtype=subtype, rule=rule)
    return Draft(kind, first, last, how.form, how.function, how.subtype, rule)


def _stating(said: Said, command: tuple[int, int] | None) -> list[Draft]:
    last = said.clause.last
    found: list[Draft] = []
    opening = said.opening
    if opening is not None:
        found.append(Draft(MoveKind.REFLECTION, opening.first, last, rule=opening.cue.id))
    for kind in _STATED_FIRST:
        hit = said.first(kind)
        if hit is not None and not (kind == MoveKind.OTHER and found):
            found.append(Draft(kind, hit.first, last, subtype=hit.cue.subtype, rule=hit.cue.id))
    idea = said.first(MoveKind.ADVICE)
    if idea is not None:
        found.append(Draft(MoveKind.ADVICE, idea.first, last, rule=idea.cue.id))
    elif command is not None:
        rule = rule_of(said.words, said.clause, command[0])
        found.append(Draft(MoveKind.ADVICE, command[0], last, rule=rule))
    if found:
        return found
    plain = statement_reflects(said)
    if plain:
        return [_whole(said, MoveKind.REFLECTION, plain)]
    kind = _information_or_other(said.words, said.clause)
    return [Draft(kind, said.clause.first, last, rule="other.plain")]


def _information_or_other(words: Sequence[Word], clause: Clause) -> MoveKind:
    """Facts about the world are information; what is said of the two people talking is not."""
    said = words[clause.core : clause.last]
    subject = next((w for w in said if w.dep in ("nsubj", "nsubjpass", "expl")), None)
    told = subject is not None and subject.lower not in ("i", "you", "we", "that", "this", "it") and len(said) > 3
    return MoveKind.INFORMATION if told and any(w.tag in ("VBZ", "VBP", "MD") for w in said) else MoveKind.OTHER
