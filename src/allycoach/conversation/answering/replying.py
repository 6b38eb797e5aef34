"""The scenario's reply rules: what the person says to an act, the most specific rule first."""

from collections.abc import Callable, Iterator

from allycoach.content.schema.scenario import Act, ReplyRule, Scenario
from allycoach.conversation.person.lines import Line, lines
from allycoach.conversation.person.once import once
from allycoach.conversation.person.situation import Piece, Situation

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


def reply_to(
    s: Situation,
    act: Act,
    *,
    topic: str | None = None,
    only_topic: bool = False,
    only_form: bool = False,
    fits: Callable[[str], bool] | None = None,
) -> Piece | None:
    """A line of the most specific rule for an act that still has one; None if there is none.

    `only_topic` and `only_form` leave out the rules that name no topic, or no grammatical form, `fits` the lines for which
    it does not hold. `kind` tells whether the rule wants a topic after it: `reply+` if it does, `reply` if not.
    """
    topic = topic or s.aim.topic or s.state.current
    for number, rule in _fitting(s, act, topic):
        if (only_topic and rule.when.topic is None) or (only_form and rule.when.form is None):
            continue
        line = _line(s, number, rule, fits)
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


def _line(s: Situation, number: int, rule: ReplyRule, fits: Callable[[str], bool] | None = None) -> Line | None:
    pool = lines(f"replies.{number}", rule.say)
    if rule.once and any(line.id in s.state.said for line in pool):
        return None
    return s.choose((line for line in pool if fits is None or fits(line.text)), f"reply{number}")


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
