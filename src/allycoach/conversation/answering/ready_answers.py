"""The scenario's ready answers: to what is asked outright, to plain facts, and to what follows from what was said last."""

from allycoach.content.schema.scenario import DirectQuestion, Scenario
from allycoach.conversation.hearing.alike import kinds_of
from allycoach.conversation.hearing.asking import content_of, points_to_nothing_new
from allycoach.conversation.hearing.asking_words import EMPTY, TODAY
from allycoach.conversation.hearing.fact_asked import COUNTS, fact_asked, gives
from allycoach.conversation.hearing.words import found, stems
from allycoach.conversation.person.introducing import names_of
from allycoach.conversation.person.lines import Line, every_line, lines
from allycoach.conversation.person.once import lately, once
from allycoach.conversation.person.pointing import hits
from allycoach.conversation.person.situation import Piece, Situation
from allycoach.conversation.person.whom import fits, other_asked_of

from .restating import as_before

_ASKS = frozenset(stems("how long many much often old soon when where who whose which what time since else"))
"""Words that ask for a fact without saying of what."""
_SUMS = frozenset(stems("long many much often old"))
"""Words that ask for a number: with the thing that is counted, they say enough to be found in pieces."""


_A_WHOLE_QUESTION = 4
"""Words."""
_Ready = tuple[int, DirectQuestion, tuple[str, ...]]
"""A ready answer with its number, and those of its words that a question has."""


def direct(s: Situation) -> Piece | None:
    """The answer to an outright question for what lies deep, for some plain fact the scenario has ready, or after what they
    said last: the one whose words say most of the question. Asked for once more, they say that they have said it."""
    told: str = ""
    for number, question, words in _asked_outright(s.scenario, s.heard.asked):
        if not (_follows(s, question) if question.after else _means(s, question, words)):
            continue
        sayings = _sayings(s, number, question, words)
        line = s.choose(sayings, "direct")
        if line:
            return Piece((line,), "direct", question.topic or s.aim.topic)
        told = told or (sayings[-1].text if sayings else "")
    narrow = s.heard.lead == "closed_question" or fact_asked(s.heard.asked) is not None
    return as_before(s, told) if told and narrow else None


def _follows(s: Situation, question: DirectQuestion) -> bool:
    """Whether what it is asked after was in what they said last, or in what they have said if the question names it."""
    known = every_line(s.scenario)
    named = bool(found(question.after, s.heard.asked))
    before = s.state.held_over if content_of(s.heard.asked) else ()
    said = s.state.said if named else (*s.state.last, *before)
    return any(found(question.after, known.get(each, "")) for each in said)


def _means(s: Situation, question: DirectQuestion, words: tuple[str, ...]) -> bool:
    """Whether the question asks for this and not, in the same words, about somebody or something else."""
    means_that = points_to_nothing_new(s.heard.asked) and _spoken_of(s, s.state.current)
    about = s.aim.topic or (s.state.current if means_that else None)
    if question.topic and (question.topic != about or not _may_give_facts(s, question.topic)):
        return False
    other = other_asked_of(s, words[0])
    if other is not None:
        return fits(s, question, other)
    return bool(question.topic) or not _asks_it_of_something_else(s, words)


@lately
def _asked_outright(scenario: Scenario, asked: str) -> tuple[_Ready, ...]:
    """The ready answers of which a question has words, each with its number and those words: those that say most first."""
    of_today = found(TODAY, asked)
    fitting = []
    for number, question in enumerate(scenario.direct_questions):
        words = found(question.words, asked)
        if words and (question.after or not of_today or any(found(TODAY, phrase) for phrase in words)):
            fitting.append((number, question, words))
    ready = sorted(fitting, key=lambda each: (-len(stems(each[2][0])), not each[1].after, each[0]))
    return (*ready, *_in_other_words(scenario, asked, {number for number, *_ in ready}))


def _in_other_words(scenario: Scenario, asked: str, but: set[int]) -> list[_Ready]:
    """The other ready answers to how many, how long and the like, of which a question has all the words, if not in a row: "Your
    girls, how many are there?" for "how many girls". Those that say most first."""
    said = frozenset(stems(asked))
    kinds = frozenset(kind for word in said - EMPTY for kind in kinds_of(word))
    best: dict[int, tuple[int, str]] = {}
    for number, phrase, gist in _gists(scenario):
        all_there = all(word in said or not kinds.isdisjoint(kinds_of(word)) for word in gist)
        if number not in but and all_there and fact_asked(phrase) in (None, fact_asked(asked)):
            best[number] = max(best.get(number, (0, "")), (len(gist), phrase))
    ranked = sorted(best, key=lambda number: (-best[number][0], number))
    return [(number, scenario.direct_questions[number], (best[number][1],)) for number in ranked]


@once
def _gists(scenario: Scenario) -> tuple[tuple[int, str, frozenset[str]], ...]:
    """What each phrase that asks for a number says: that, and the words for what is counted."""
    gists = [
        (number, phrase, content_of(phrase.replace("*", " ")) | _SUMS.intersection(stems(phrase)))
        for number, question in enumerate(scenario.direct_questions)
        for phrase in question.words
        if fact_asked(phrase) in COUNTS
    ]
    return tuple(each for each in gists if each[2] & _SUMS and each[2] - _ASKS)


def _asks_it_of_something_else(s: Situation, words: tuple[str, ...]) -> bool:
    """Whether the plain fact is asked of a topic rather than of them: "How old are your kids?"."""
    if s.aim.topic is None or not s.aim.named:
        return False
    if any(_says_what(phrase) for phrase in words):
        return False
    covered = {word for phrase in words for word in stems(phrase)}
    named = {word for phrase in hits(s.scenario, s.aim.topic, s.heard.asked) for word in stems(phrase)}
    return len(covered - EMPTY) <= 1 and not named <= covered | EMPTY


def _says_what(phrase: str) -> bool:
    """Whether a phrase says of itself what is asked ("who cooks", "who could you ask"), and not only how much of it."""
    said = stems(phrase)
    named = len(said) > 1 and not _ASKS.issuperset(content_of(phrase))
    return named or (len(said) >= _A_WHOLE_QUESTION and _SUMS.isdisjoint(said))


def _sayings(s: Situation, number: int, question: DirectQuestion, words: tuple[str, ...]) -> tuple[Line, ...]:
    """Those of a ready answer's lines that have the sort of fact in them that was asked for; all, where the words that were
    found say what is asked ("which day"), and not only that something is ("when")."""
    every = lines(f"direct_questions.{number}", question.say)
    if question.after:
        return every
    fact = fact_asked(s.heard.asked)
    if fact is None or any(fact_asked(phrase) == fact and not _ASKS.issuperset(stems(phrase)) for phrase in words):
        return every
    if fact == "which":
        other = _which(s.heard.asked).isdisjoint(stems(" ".join((*words, *question.say))))
        return () if other else every
    return tuple(line for line in every if gives(fact, line.text, names_of(s.scenario)))


def _which(asked: str) -> frozenset[str]:
    """The stem of the thing of which there are several: "stall" of "Which stall was it?"."""
    said = stems(asked)
    after = said[said.index("which") + 1 :] if "which" in said else ()
    return frozenset(next(([word] for word in after if word not in EMPTY), list(said)))


def _spoken_of(s: Situation, name: str | None) -> bool:
    """Whether anything was said about a topic beyond a hint at it."""
    return any(each.startswith(f"topics.{name}.") and ".hint." not in each for each in s.state.said)


def _may_give_facts(s: Situation, name: str) -> bool:
    """Plain facts answer closed questions, and give nothing away of a topic that opens only later."""
    kept_back = s.scenario.topics[name].opens_when is not None and name not in s.state.told
    return s.heard.lead == "closed_question" and not kept_back
