"""Which clauses give something back: a reflecting stem, or the person's own words."""

from collections.abc import Sequence
from typing import NamedTuple

from allycoach.reading import FlagKind, Form, MoveKind

from .clauses import Clause
from .cues import Hit
from .facts import ALL_BUT, Facts, is_embedded
from .questions import Asked
from .stems import stem
from .traceable import ENOUGH, SOME, content, share
from .words import FINITE, Word

WEAK = "weak"
"""The subtype of a reflecting stem that gives way to whatever else its clause does."""

RISING = frozenset((Form.DECLARATIVE, Form.TAG, Form.FRAGMENT))
"""The forms of a statement that is offered with a rising voice."""

_SAYING = "reflection.you-said"
_SETS_THE_SCENE = frozenset("when while if until unless before after once whenever".split())
_INTRODUCING = frozenset(("as", "why"))  # "as you said", "I can see why you feel..."
CONDITIONS = frozenset("if unless whether when whenever until".split())
_MODALS = frozenset(("could", "might", "should", "may", "would", "can", "must", "will", "'ll", "wo"))
_WISHES = frozenset("want prefer like hope rather".split())
_DAYS = frozenset(
    stem(day) for day in "monday tuesday wednesday thursday friday saturday sunday tomorrow today week".split()
)
_ASKING = frozenset(("WP", "WDT", "WRB"))
_TASKS = frozenset("tell ring let choose pick send bring show give decide leave".split())
_BREAKS_OFF = frozenset(("-", "--", "---"))
_FEWEST_WORDS = 3
_FEW_WORDS = 6
_DOING_MORE = (MoveKind.ADVICE, MoveKind.REASSURANCE, MoveKind.AUTONOMY, MoveKind.PERMISSION, MoveKind.RECOVERY)


class Said(NamedTuple):
    """A clause of a sentence with the cue matches that stand in it and what the context says."""

    words: Sequence[Word]
    clause: Clause
    hits: Sequence[Hit]
    facts: Facts

    @property
    def all_of_it(self) -> Sequence[Word]:
        return self.words[self.clause.first : self.clause.last]

    @property
    def core(self) -> Sequence[Word]:
        """The words from the first that is no lead-in."""
        return self.words[self.clause.core : self.clause.last]

    def first(self, kind: MoveKind) -> Hit | None:
        """The first match whose words make this move: a move's own cue, or a flag's with that move."""
        return next((hit for hit in self.hits if _makes(hit, kind)), None)

    @property
    def opening(self) -> Hit | None:
        """The reflecting stem of a statement. A weak one needs a whole clause of its own; beside a scale it asks."""
        if any(hit.cue.subtype == "scaling" for hit in self.hits):
            return None
        weak_too = not any(self.first(kind) is not None for kind in _DOING_MORE) and not _breaks_off(self)
        return next(
            (hit for hit in self.hits if _makes(hit, MoveKind.REFLECTION) and _opens(self, hit, weak_too)), None
        )


def _makes(hit: Hit, kind: MoveKind) -> bool:
    return kind in (hit.file.kind, hit.file.move) and hit.file.kind != FlagKind.EARLY_REFERRAL


def _opens(said: Said, hit: Hit, weak_too: bool) -> bool:
    if hit.cue.subtype == WEAK and (not weak_too or _depends(said.words, hit.first)):
        return False
    if hit.cue.id == _SAYING and _says_nothing(said, hit):
        return False
    return hit.first == 0 or said.words[hit.first - 1].lower in _INTRODUCING or not is_embedded(said.words, hit.first)


def _says_nothing(said: Said, hit: Hit) -> bool:
    """ "You mentioned, ...", "I'm glad you told me": what they said is not given back. "As you said" looks back."""
    names_them = said.words[hit.first].lower in ("you", "i", "let") and said.words[max(hit.first - 1, 0)].lower != "as"
    return names_them and not content(said.words[hit.last : said.clause.last])


def _depends(words: Sequence[Word], first: int) -> bool:
    """ "If, um, you have any questions": a condition for something else."""
    before = [word.lower for word in words[max(first - 4, 0) : first] if not word.is_punct and word.pos != "INTJ"]
    return bool(before) and before[-1] in CONDITIONS


def _breaks_off(said: Said) -> bool:
    """ "So you make--", "So you": too little was said to give anything back."""
    count = sum(not word.is_punct for word in said.core)
    return count < _FEWEST_WORDS or (said.core[-1].lower in _BREAKS_OFF and count < _FEW_WORDS)


def rises_as_reflection(said: Said, how: Asked) -> str:
    """The rule by which a clause offered with a rising "?" gives something back, or ""."""
    if how.form not in RISING or how.subtype:
        return ""
    opening = said.first(MoveKind.REFLECTION)
    if opening is not None and not (how.form == Form.TAG and opening.cue.subtype == WEAK):
        return opening.cue.id
    if how.rule.startswith("question.wonder"):
        return ""
    statement = said.words[said.clause.first : said.clause.tag or said.clause.last]
    spoken = [word.lower for word in statement if not word.is_punct]
    if how.form == Form.FRAGMENT:
        echoed = len(spoken) <= 2 and set(spoken) <= said.facts.words and not _makes_sure(statement)
        return "reflection.echo" if echoed else ""
    if how.form == Form.TAG and _wishes(statement, said.facts):
        return ""
    about_them = how.form != Form.DECLARATIVE or any(word in ("you", "your") for word in spoken)
    theirs = about_them and content(statement) and share(statement, said.facts.theirs) >= ENOUGH
    return "reflection.given-back" if theirs else ""


def _makes_sure(statement: Sequence[Word]) -> bool:
    """ "A five?", "Egypt?", "Yeah?": whether it was heard rightly, where "Trapped?" gives it back."""
    return not content(statement) or any(word.pos in ("NUM", "PROPN") for word in statement)


def _wishes(statement: Sequence[Word], facts: Facts) -> bool:
    """ "You don't want to go, do you?": a wish that they did not speak of is the helper's guess."""
    wished = [word for word in statement if word.lemma in _WISHES and word.lower not in ("would", "'d")]
    return any(word.lower not in facts.words for word in wished)


def statement_reflects(said: Said) -> str:
    """The rule by which a statement without a stem gives something back, or "".

    Either it is about them in the second person and its content is mostly theirs, or it is a fragment of their words.
    """
    core, facts = said.core, said.facts
    stems = content(core)
    subject = next((word.lower for word in core if word.dep in ("nsubj", "nsubjpass")), "")
    if not stems or subject in ("i", "we") or _hedges_an_idea(core) or _sets_the_scene(core):
        return ""
    if _contradicts(core, facts) or _agrees_on_it(core) or _hands_over(core):
        return ""
    theirs, enough = share(core, facts.theirs), SOME if _concludes(said) else ENOUGH
    denied = subject in ("it", "that", "this") and any(word.dep == "neg" for word in core)
    if denied and share(core, facts.previous) >= ALL_BUT:
        return "reflection.conceded"
    if subject in ("you", "your"):
        return "reflection.you" if theirs >= enough else ""
    if not subject and not any(word.tag in FINITE for word in core):
        return "reflection.echo" if _echoes(core, stems, facts) else ""
    # Who was asked something answers in the words of the question, and gives nothing back.
    told = theirs >= enough and len(stems) > 1 and not (facts.answers or facts.planned) and not _judges(core, facts)
    return "reflection.content" if told else ""


def _concludes(said: Said) -> bool:
    """ "So the licence went": what follows from their words may be said in fewer of them."""
    return any(word.lower == "so" for word in said.words[said.clause.first : said.clause.core])


def _sets_the_scene(core: Sequence[Word]) -> bool:
    """ "When they rang...": not "Before, you never thought of money"."""
    return core[0].lower in _SETS_THE_SCENE and not (len(core) > 1 and core[1].lower == ",")


def _contradicts(core: Sequence[Word], facts: Facts) -> bool:
    """ "You're not old" to somebody who says that they are, "you're good with me" to somebody who is not good with people."""
    said_of_it = [word.stem for word in core if word.dep in ("acomp", "attr") and word.stem in facts.previous]
    if not said_of_it:
        return False
    denies = any(word.dep == "neg" for word in core)
    return all((stem in facts.denied) != denies for stem in said_of_it)


def _agrees_on_it(core: Sequence[Word]) -> bool:
    """ "Ten o'clock it is"."""
    said = [word.lower for word in core if not word.is_punct]
    return said[-2:] in (["it", "is"], ["it", "'s"]) and said[0] not in ("it", "what", "how")


def _hands_over(core: Sequence[Word]) -> bool:
    """ "It's your letter", "You ring him": the decision, or the task, is left with them."""
    said = [word.lower for word in core if not word.is_punct]
    if said[0] == "you":
        return said[1] in _TASKS if len(said) > 1 else False
    theirs = any(word in ("your", "yours") for word in said[1:4])
    return len(said) < _FEW_WORDS and said[0] in ("it", "its", "that", "this") and theirs


def _judges(core: Sequence[Word], facts: Facts) -> bool:
    """ "Your spelling is fine", "Money isn't everything": the helper's view of a thing of theirs."""
    kinds = ("ADJ", "PRON", "ADV", "NOUN") if core[0].lower == "your" else ("ADJ", "PRON", "ADV")
    return any(
        word.dep in ("acomp", "attr") and word.pos in kinds and word.stem not in facts.theirs
        for word in core
        if word.lower != "something"  # "Money's not something you like to talk about" judges nothing
    )


def _echoes(core: Sequence[Word], stems: Sequence[str], facts: Facts) -> bool:
    if core[0].tag == "VB" or all(one in _DAYS for one in stems) or facts.planned:
        return False
    if any(word.tag in _ASKING for word in core):  # "What a month", "Too quiet for what"
        return False
    return share(core, facts.previous) >= ENOUGH or (len(stems) > 1 and share(core, facts.theirs) == 1.0)


def _hedges_an_idea(said: Sequence[Word]) -> bool:
    return any(word.lower in _MODALS for word in said[:4])
