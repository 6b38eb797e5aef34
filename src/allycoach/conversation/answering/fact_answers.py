"""The answer to a question for one fact: who, which, when, where, how long, how many. Never one of another sort."""

import re
from functools import partial

from allycoach.content.schema.scenario import Fact
from allycoach.conversation.hearing.asking import content_of, points_to_nothing_new
from allycoach.conversation.hearing.asking_words import HANDS_BACK
from allycoach.conversation.hearing.fact_asked import fact_asked, gives, suits, would_be
from allycoach.conversation.hearing.words import found, tokens
from allycoach.conversation.person.anybodys_words import COULD_NOT_SAY, TO_BE_THOUGHT_OF
from allycoach.conversation.person.introducing import names_of
from allycoach.conversation.person.lines import Line, lines
from allycoach.conversation.person.pointing import hits
from allycoach.conversation.person.situation import Piece, Situation
from allycoach.conversation.person.topics import can_tell

from .restating import as_before, in_common, spoken
from .telling import tell

_NEED_THEIR_OWN: frozenset[Fact] = frozenset(("who", "where", "by_when", "how_old"))
"""Facts for which "I'd have to look it up" would be odd."""
_WHERE_WAS_THAT = 4
"""Words: longer questions have a verb of their own, be it a common one."""
_OF_ONE_THING: frozenset[Fact] = frozenset(("who", "where", "when", "by_when", "what_time", "how_old"))
"""Facts of which a topic has several: a line with one of them answers only what it has a word of."""
_OF_YOU = re.compile(r"\b(?:do|did|have|had|are|were|was) (?:you|u)\b|\byou (?:work|live|go|have|do)", re.IGNORECASE)
_DISOWNS = re.compile(
    r"\b(?:know|no idea|not sure|couldn['’]?t|can['’]?t|guess\w*|offhand|check|look it up|tell you|remember|"
    r"forg[eo]t\w*|exactly)\b",
    re.IGNORECASE,
)


def known_fact(s: Situation) -> Piece | None:
    """The next of a topic, or something said before, that has the fact in it."""
    fact = fact_asked(s.heard.asked)
    if fact is None or found(HANDS_BACK, s.heard.asked):
        return None
    memory = fact == "when" and "last" in tokens(s.heard.asked) and s.aim.named and s.band != "closed"
    return (tell(s, s.aim.topic) if memory else None) or _told_next(s, fact) or _told_before(s, fact)


def lacks_the_fact(s: Situation, text: str) -> bool:
    """Whether a fact was asked for and a text has none of that sort."""
    fact = fact_asked(s.heard.asked)
    return fact is not None and not found(HANDS_BACK, s.heard.asked) and not gives(fact, text, names_of(s.scenario))


def no_such_fact(s: Situation) -> Piece | None:
    """That they cannot say, in so many words as fit what was asked; and what they can say about it, if it was named."""
    fact = fact_asked(s.heard.asked)
    if fact is None:
        return None
    if would_be(s.heard.asked) and fact in TO_BE_THOUGHT_OF:
        line = s.choose(lines(f"would_be.{fact}", TO_BE_THOUGHT_OF[fact]), "fact")
        return Piece((line,), "short", s.aim.topic) if line else None
    line = s.choose(_theirs(s, lines(f"vaguely.{fact}", s.scenario.vaguely.get(fact, ()))), "fact")
    line = line or (_own_words(s, fact) if fact not in _NEED_THEIR_OWN else None)
    line = line or s.choose(_theirs(s, lines(f"facts.{fact}", COULD_NOT_SAY[fact])), "fact") or _own_words(s, fact)
    if line is None:
        return None
    said = Piece((line,), "short", s.aim.topic)
    if not s.aim.named or s.band == "closed":
        return said
    about = content_of(s.heard.asked)
    return said.then(tell(s.having_said(said), s.aim.topic, lambda text: in_common(about, text) > 0))


def _theirs(s: Situation, pool: tuple[Line, ...]) -> list[Line]:
    """Those that somebody could say who is asked of their own life, where that is asked: they know where they worked."""
    own = _OF_YOU.search(s.heard.asked) is not None
    return [line for line in pool if not own or not _DISOWNS.search(line.text)]


def _told_next(s: Situation, fact: Fact) -> Piece | None:
    about = content_of(s.heard.asked)
    only_points = fact not in _OF_ONE_THING or len(tokens(s.heard.asked)) <= _WHERE_WAS_THAT
    nothing_new = points_to_nothing_new(s.heard.asked) and only_points
    near = dict.fromkeys(name for name in (s.aim.topic, s.state.current, *s.scenario.topics) if name)
    for name in near:
        if not can_tell(s, name):
            continue
        aimed = name == s.aim.topic and bool(hits(s.scenario, name, s.heard.asked))
        meant = aimed or (nothing_new and name == s.state.current and fact != "who")
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
    enough = shared > 1 or (shared == 1 and len(about) == 1)
    vague = fact in _OF_ONE_THING and about
    return gives(fact, text, names_of(s.scenario)) and (enough or (meant and (not vague or shared > 0)))


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
