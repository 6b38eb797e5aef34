"""The answer to a question for one fact: who, which, when, where, how long, how many. Never one of another sort."""

from functools import partial

from .asking_words import HANDS_BACK
from .fact_asked import Fact, fact_asked, gives, suits
from .introducing import names_of
from .lines import Line, lines
from .restating import as_before, content_of, in_common, spoken
from .situation import Piece, Situation
from .telling import tell
from .topics import can_tell, points_to_nothing_new
from .words import found

_COULD_NOT_SAY: dict[Fact, tuple[str, ...]] = {
    "who": (
        "I'd sooner not say who.",
        "Nobody you'd know.",
        "I couldn't tell you who.",
        "No one in particular, really.",
    ),
    "which": (
        "I couldn't tell you which.",
        "Hard to say which.",
        "I couldn't pick just one.",
        "No one more than another.",
    ),
    "when": ("I couldn't tell you when.", "I'd have to think when that was.", "I'm not sure when, exactly."),
    "where": ("I couldn't say where, exactly.", "Nowhere you'd know.", "I'd sooner not say where."),
    "how_long": ("I couldn't tell you how long.", "Longer than I'd have said.", "I've not kept track of how long."),
    "how_many": ("I couldn't put a number on it.", "I couldn't tell you how many.", "I've not counted."),
    "how_much": ("I couldn't give you a figure.", "I couldn't tell you how much.", "I've not added it up."),
    "how_often": ("Now and again.", "I couldn't say how often.", "It's not regular."),
}
"""What anybody can say to a question for a fact when their scenario has nothing of that sort, or no more of it."""
_NEED_THEIR_OWN: frozenset[Fact] = frozenset(("who", "where"))
"""Facts for which "I'd have to look it up" would be odd."""


def known_fact(s: Situation) -> Piece | None:
    """The next of a topic, or something said before, that has the fact in it."""
    fact = fact_asked(s.heard.asked)
    if fact is None or found(HANDS_BACK, s.heard.asked):
        return None
    return _told_next(s, fact) or _told_before(s, fact)


def no_such_fact(s: Situation) -> Piece | None:
    """That they cannot say, in so many words as fit what was asked; and what they can say about it, if it was named."""
    fact = fact_asked(s.heard.asked)
    if fact is None:
        return None
    line = _own_words(s, fact) if fact not in _NEED_THEIR_OWN else None
    line = line or s.choose(lines(f"facts.{fact}", _COULD_NOT_SAY[fact]), "fact") or _own_words(s, fact)
    if line is None:
        return None
    said = Piece((line,), "short", s.aim.topic)
    about = s.aim.topic if s.aim.named and s.band != "closed" else None
    return said.then(tell(s.having_said(said), about))


def _told_next(s: Situation, fact: Fact) -> Piece | None:
    about = content_of(s.heard.asked)
    nothing_new = points_to_nothing_new(s.heard.asked)
    near = dict.fromkeys(name for name in (s.aim.topic, s.state.current, *s.scenario.topics) if name)
    for name in near:
        if not can_tell(s, name):
            continue
        aimed = name == s.aim.topic and s.aim.named
        meant = aimed or (nothing_new and name == s.state.current)
        piece = tell(s, name, partial(_answers, s, fact, about, meant=meant))
        if piece:
            return piece
    return None


def _answers(s: Situation, fact: Fact, about: frozenset[str], text: str, *, meant: bool) -> bool:
    """Whether a line of a topic is an answer: it has such a fact in it, and the words of the question if that did not name
    the topic."""
    shared = in_common(about, text)
    if fact == "which":
        return shared >= (1 if meant else 2)
    return gives(fact, text, names_of(s.scenario)) and (meant or shared > 1 or (shared == 1 and len(about) == 1))


def _told_before(s: Situation, fact: Fact) -> Piece | None:
    about = content_of(s.heard.asked)
    if fact == "which" or not about:
        return None
    latest = spoken(s, s.state.last)
    older = [each for each in spoken(s, s.state.said) if each not in latest]
    fitting = [
        each
        for each in older
        if gives(fact, each, names_of(s.scenario)) and in_common(about, each) >= min(2, len(about))
    ]
    best = max(fitting, key=lambda each: (in_common(about, each), -len(each)), default="")
    return as_before(s, best) if best else None


def _own_words(s: Situation, fact: Fact) -> Line | None:
    """A line of the scenario's own for such questions that does not give away that it was meant for another sort."""
    for number, rule in enumerate(s.scenario.replies):
        when = rule.when
        if when.act == "closed_question" and when.form is not None and when.form.value == "wh" and when.topic is None:
            line = s.choose((each for each in lines(f"replies.{number}", rule.say) if suits(fact, each.text)), "fact")
            if line and when.band in (None, s.band):
                return line
    return None
