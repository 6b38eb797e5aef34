"""The form and function of a clause that asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from allycoach.reading import Form, Function, MoveKind

from .asking import WH
from .clauses import Clause
from .cues import Hit
from .words import FINITE, Word

_COUNTED = frozenset("many much often long old far soon big late early high tall".split())
_BARE_FACTS = frozenset(
    "time date day year month age number postcode address name salary wage pay rate size grade shift title".split()
)
_ONE_FACT = frozenset("who whom whose when where which wheres whos".split())
_SOUNDS = frozenset("yeah yes no okay ok hmm mm oh ah really huh well me".split())
_SHORT = 6
_THINGS = frozenset("it that this they these those".split())
_IN_PLACE = frozenset(("what", "who", "where", "when"))
_HOW_IN_PLACE = frozenset(("long", "many", "much", "often", "far", "old"))
_NOT_BEFORE_IN_PLACE = frozenset(("or", "so", "then", "and", "for", "no", "matter", "guess"))
_KNOWS = frozenset("know see understand remember sure decide wonder ask mean".split())
_NO_REAL_CHOICE = frozenset("not something anything what so whatever somewhere anywhere such".split())


@dataclass(frozen=True, slots=True)
class Asked:
    """How a clause asks. `subtype` and `rule` as in Move."""

    form: Form
    function: Function
    subtype: str
    rule: str


def asked(words: Sequence[Word], clause: Clause, hits: Sequence[Hit]) -> Asked | None:
    """How this clause asks, or None. `hits` are the cue matches within it; a scale settles it, or else the longest question
    cue."""
    cue = max(
        (hit for hit in hits if hit.file.kind == MoveKind.QUESTION),
        key=lambda hit: (hit.cue.subtype == "scaling", hit.last - hit.first),
        default=None,
    )
    by_grammar = _by_grammar(words, clause)
    if cue is None:
        return by_grammar
    form = cue.cue.form or (by_grammar.form if by_grammar else Form.IMPERATIVE)
    function = cue.cue.function or (by_grammar.function if by_grammar else Function.OPEN)
    if by_grammar is None and cue.cue.form is None:
        return None
    return Asked(form, function, cue.cue.subtype, cue.cue.id)


def _by_grammar(words: Sequence[Word], clause: Clause) -> Asked | None:
    if clause.onset is not None:
        return _inverted(words, clause, clause.onset)
    if clause.tag is not None:
        comments = _comments(words, clause, clause.tag)
        return None if comments else Asked(Form.TAG, Function.CLOSED, "", "question.tag")
    if not clause.marked:
        return _asked_in_place(words, clause) if _leaves_a_gap(words, clause) else None
    if _is_hedged(words, clause):
        return None
    rest = words[clause.core : clause.last]
    finite = any(w.pos in ("VERB", "AUX") and w.tag in FINITE for w in rest)
    subject = any(w.dep in ("nsubj", "nsubjpass", "expl") for w in rest)
    form = Form.DECLARATIVE if finite and subject else Form.FRAGMENT
    if form == Form.FRAGMENT and _is_only_a_sound(words[clause.first : clause.last]):
        return None
    return _asked_in_place(words, clause) or Asked(form, Function.CLOSED, "", f"question.{form}")


def _comments(words: Sequence[Word], clause: Clause, tag: int) -> bool:
    """ "That's not right, is it.": a tag without a question mark on how things are keeps them company and asks nothing."""
    if any("?" in word.lower for word in words[tag : clause.last + 1]):
        return False
    subject = next((word for word in words[clause.core : tag] if word.dep in ("nsubj", "nsubjpass", "expl")), None)
    doubts = any(word.lower in ("can", "ca") for word in words[clause.core : tag])
    if any(word.lower in ("you", "your") for word in words[clause.core : clause.last]):
        return False  # "..., don't you think", "that's what you want, isn't it" wants to know of them
    return subject is not None and subject.lower in _THINGS and not doubts


def _is_hedged(words: Sequence[Word], clause: Clause) -> bool:
    """ "It's free, I think?": what the helper is not sure of, told rather than asked."""
    said = [word for word in words[clause.core : clause.last] if not word.is_punct]
    ends = [word.lower for word in said[-2:]]
    about_them = any(word.lower in ("you", "your", "yours") for word in said)
    return ends[:1] == ["i"] and ends[-1] in ("think", "believe") and len(said) > 3 and not about_them


def _asked_in_place(words: Sequence[Word], clause: Clause) -> Asked | None:
    """ "It's telling you what?", "You were there how long?": the wh-word stands last, where its answer would."""
    said = [word for word in words[clause.core : clause.last] if not word.is_punct]
    if len(said) > 3 and said[-2].lower == "how" and said[-1].lower in _HOW_IN_PLACE:
        return None if _tells_of_knowing(said) else Asked(Form.WH, Function.CLOSED, "", "question.in-place")
    if len(said) < 3 or said[-1].lower not in _IN_PLACE or said[-2].lower in _NOT_BEFORE_IN_PLACE:
        return None
    if _tells_of_knowing(said):
        return None
    opens = said[-1].lower == "what" and said[-2].tag not in ("PRP$", "DT")  # "your what?"
    function = Function.OPEN if opens else Function.CLOSED
    return Asked(Form.WH, function, "", "question.in-place")


def _tells_of_knowing(said: Sequence[Word]) -> bool:
    return any(word.lemma in _KNOWS for word in said)


def _leaves_a_gap(words: Sequence[Word], clause: Clause) -> bool:
    """ "Too quiet for what", "told by who": without a mark only a short clause that breaks off on the wh-word asks."""
    said = [word for word in words[clause.core : clause.last] if not word.is_punct]
    if not 3 <= len(said) <= _SHORT or clause.last < len(words):
        return False
    return said[-2].pos == "ADP" or (said[-2].lower == "do" and said[-1].lower == "what")


def _is_only_a_sound(rest: Sequence[Word]) -> bool:
    """ "Yeah?", "Okay?", "Kids, eh?": nothing is asked."""
    said = [word.lower for word in rest if not word.is_punct]
    return any(word in ("eh", "hey") for word in said) or all(word in _SOUNDS for word in said)


def _inverted(words: Sequence[Word], clause: Clause, onset: int) -> Asked:
    if words[onset].lower in WH:
        function, rule = _wh_function(words, clause, onset)
        return Asked(Form.WH, function, "", rule)
    form = Form.ALTERNATIVE if _offers_a_choice(words, clause, onset) else Form.POLAR
    return Asked(form, Function.CLOSED, "", f"question.{form}")


def _wh_function(words: Sequence[Word], clause: Clause, onset: int) -> tuple[Function, str]:
    wh = words[onset].lower
    following = words[onset + 1] if onset + 1 < clause.last else None
    if wh in _ONE_FACT:
        return Function.CLOSED, "question.one-fact"
    if wh == "how" and following is not None and following.lower in _COUNTED:
        return Function.CLOSED, "question.counted"
    if wh == "what" and following is not None and (following.lemma in _BARE_FACTS):
        return Function.CLOSED, "question.bare-fact"
    if wh in ("what", "whats") and _asks_a_name(words, clause, onset):
        return Function.CLOSED, "question.bare-fact"
    return Function.OPEN, "question.wh"


def _asks_a_name(words: Sequence[Word], clause: Clause, onset: int) -> bool:
    """ "What's your name", "what is the date": a copula and then nothing but the fact."""
    rest = [w for w in words[onset + 1 : clause.last] if not w.is_punct]
    if not rest or rest[0].lemma != "be":
        return False
    return len(rest) <= 4 and rest[-1].lemma in _BARE_FACTS and rest[-2].pos != "ADP"


def _offers_a_choice(words: Sequence[Word], clause: Clause, onset: int) -> bool:
    for i in range(onset + 2, clause.last - 1):
        if words[i].lower == "or" and words[i + 1].lower not in _NO_REAL_CHOICE and not words[i + 1].is_punct:
            return True
    return False
