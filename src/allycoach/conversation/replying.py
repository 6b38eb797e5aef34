"""The scenario's reply rules: what the person says to an act, the most specific rule first."""

from collections.abc import Iterator

from allycoach.content.schema.scenario import Act, DirectQuestion, ReplyRule, Scenario

from .asking import content_of, points_to_nothing_new
from .asking_words import EMPTY, TODAY
from .fact_asked import fact_asked, gives
from .introducing import names_of
from .lines import Line, every_line, lines
from .once import lately, once
from .pointing import hits
from .restating import as_before
from .situation import Piece, Situation
from .whom import fits, other_asked_of
from .words import found, stems

INSTEAD: dict[Act, tuple[Act, ...]] = {
    "support": ("affirmation", "acknowledge"),
    "affirmation": ("support", "thanks", "acknowledge"),
    "autonomy": ("acknowledge", "affirmation"),
    "recovery": ("autonomy", "acknowledge"),
    "reflection": ("acknowledge",),
    "thanks": ("affirmation", "acknowledge"),
    "greeting": ("thanks", "acknowledge"),
    "silence": ("acknowledge",),
    "other": ("acknowledge", "silence"),
    "self_disclosure": ("acknowledge", "other"),
    "information": ("advice_asked", "acknowledge"),
    "referral": ("information", "advice_asked"),
    "advice_asked": ("information", "advice_unasked"),
    "advice_unasked": ("taking_over", "reassurance"),
    "taking_over": ("advice_unasked",),
    "reassurance": ("support", "leading_question"),
    "leading_question": ("closed_question",),
    "assumption": ("leading_question",),
    "stacked_questions": ("closed_question",),
    "scaling_question": ("closed_question",),
    "confidentiality_promise": ("information",),
    "permission": ("acknowledge",),
}
"""Whose replies still fit when an act's own have all been said."""

_ASKS = frozenset(stems("how long many much often old soon when where who whose which what time since else"))
"""Words that ask for a fact without saying of what."""


def reply_to(
    s: Situation, act: Act, *, topic: str | None = None, only_topic: bool = False, only_form: bool = False
) -> Piece | None:
    """A line of the most specific rule for an act that still has one; None if there is none.

    `only_topic` and `only_form` leave out the rules that name no topic, or no grammatical form. `kind` tells whether
    the rule wants a topic after it: `reply+` if it does, `reply` if not.
    """
    topic = topic or s.aim.topic or s.state.current
    for number, rule in _fitting(s, act, topic):
        if (only_topic and rule.when.topic is None) or (only_form and rule.when.form is None):
            continue
        line = _line(s, number, rule)
        if line:
            return Piece((line,), "reply+" if rule.then == "topic" else "reply", topic if only_topic else None)
    return None


def reply_instead(s: Situation, act: Act, *, likewise: bool = True) -> Piece | None:
    """A line for an act whose own fitting rules are used up: its rules of other moods, then those of acts like it."""
    for each in (act, *(INSTEAD.get(act, ()) if likewise else ())):
        for number, rule in _rules_for(s.scenario).get(each, ()):
            if rule.when.topic is None and rule.when.form in (None, s.heard.form):
                line = _line(s, number, rule)
                if line:
                    return Piece((line,), "reply")
    return None


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
    return as_before(s, told) if told else None


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
def _asked_outright(scenario: Scenario, asked: str) -> tuple[tuple[int, DirectQuestion, tuple[str, ...]], ...]:
    """The ready answers of which a question has words, each with its number and those words: those that say most first."""
    of_today = found(TODAY, asked)
    fitting = []
    for number, question in enumerate(scenario.direct_questions):
        words = found(question.words, asked)
        if words and (question.after or not of_today or any(found(TODAY, phrase) for phrase in words)):
            fitting.append((number, question, words))
    return tuple(sorted(fitting, key=lambda each: (-len(stems(each[2][0])), not each[1].after, each[0])))


def _asks_it_of_something_else(s: Situation, words: tuple[str, ...]) -> bool:
    """Whether the plain fact is asked of a topic rather than of them: "How old are your kids?"."""
    if s.aim.topic is None or not s.aim.named:
        return False
    if any(len(stems(phrase)) > 1 and not _ASKS.issuperset(content_of(phrase)) for phrase in words):
        return False
    covered = {word for phrase in words for word in stems(phrase)}
    named = {word for phrase in hits(s.scenario, s.aim.topic, s.heard.asked) for word in stems(phrase)}
    return len(covered - EMPTY) <= 1 and not named <= covered | EMPTY


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


def _line(s: Situation, number: int, rule: ReplyRule) -> Line | None:
    pool = lines(f"replies.{number}", rule.say)
    if rule.once and any(line.id in s.state.said for line in pool):
        return None
    return s.choose(pool, f"reply{number}")


def _fitting(s: Situation, act: Act, topic: str | None) -> Iterator[tuple[int, ReplyRule]]:
    """The rules that hold now, the most specific first."""
    for number, rule in _specific_first(s.scenario).get(act, ()):
        when = rule.when
        if (
            when.band in (None, s.band)
            and when.topic in (None, topic)
            and when.form in (None, s.heard.form)
            and (when.after_turn is None or s.turn > when.after_turn)
        ):
            yield number, rule


@once
def _rules_for(scenario: Scenario) -> dict[Act, tuple[tuple[int, ReplyRule], ...]]:
    """The rules for each act, each with its number, as the file has them."""
    rules: dict[Act, list[tuple[int, ReplyRule]]] = {}
    for number, rule in enumerate(scenario.replies):
        rules.setdefault(rule.when.act, []).append((number, rule))
    return {act: tuple(each) for act, each in rules.items()}


@once
def _specific_first(scenario: Scenario) -> dict[Act, tuple[tuple[int, ReplyRule], ...]]:
    rules = _rules_for(scenario).items()
    return {act: tuple(sorted(each, key=lambda one: _specific(one[1]), reverse=True)) for act, each in rules}


def _specific(rule: ReplyRule) -> tuple[bool, bool, bool, bool]:
    when = rule.when
    return (when.topic is not None, when.form is not None, when.band is not None, when.after_turn is not None)
