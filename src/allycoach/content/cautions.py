"""What is allowed in a content file but deserves a second look."""

import re
from collections.abc import Iterator
from datetime import date

from .contacts import contacts, real_names
from .located import Loc
from .reading_age import reading_age
from .rules import Finding
from .schema.base import Content
from .schema.cautions import Cautions
from .schema.scenario import Scenario
from .visible import quoted, visible
from .wordings import first_found

LONGEST_LINE = 45
"""Words. More does not fit a projector, and people seldom say more in one go to someone they do not know."""
OLDEST_READER = {"told": 14, "said": 12, "looking back": 14}
"""Reading age in years: of what the trainee reads first, of the person's own lines, and of what is read afterwards."""

_SPOKEN = frozenset(
    (
        "opening say short feels again hint line answers fallback asks_helper "
        "confidence stronger when_said obstacle not_yet time_up goodbye"
    ).split()
)
_CREDITS = frozenset({"authors", "licence"})
_LEAK_WORDS, _LEAK_SHARE = 3, 0.3
_COMMON = frozenset(
    (
        "about after again along also anything because been before being could does doing done even ever "
        "every from going have having here just know like made make many more most much never nobody "
        "nothing once only other over really said same should since some someone something still such than "
        "that their them then there these they thing things think this those very want wants were what when "
        "where which while will with would your"
    ).split()
)


def cautions(content: Content, lists: Cautions | None, *, today: date) -> Iterator[Finding]:
    """In no particular order. Without `lists`, what needs them is not looked for."""
    if isinstance(content, Cautions):
        return  # it names what it warns of
    texts = [(at, text) for at, text in _texts(content.model_dump(mode="json", by_alias=True)) if at]
    for at, text in texts:
        if not _CREDITS.intersection(at):
            yield from (Finding("S106", at, said) for said in contacts(text))
    if isinstance(content, Scenario):
        yield from _overdue(content, today)
        yield from _leak(content)
        yield from _untested(content)
        yield from _hard_to_read(content)
        yield from (finding for at, text in texts if is_spoken(at) for finding in _too_long(at, text))
        if lists:
            yield from (finding for at, text in texts for finding in _watched(at, text, lists))
            yield from _nothing_felt(content, lists)


def is_spoken(at: Loc) -> bool:
    """Whether a text at this place of a scenario is one of the person's lines."""
    return at[0] not in ("debrief", "tests", "safeguarding") and not _SPOKEN.isdisjoint(at)


def _overdue(scenario: Scenario, today: date) -> Iterator[Finding]:
    if scenario.review_by < today:
        said = f"this was to be reviewed by {scenario.review_by}; read it again and set a new date"
        yield Finding("S110", ("review_by",), said)


def _leak(scenario: Scenario) -> Iterator[Finding]:
    leaked = _leaked(scenario)
    if leaked:
        said = f"this may give away what is hidden; both have {', '.join(leaked)}"
        yield Finding("S102", ("person", "brief"), said)


def _leaked(scenario: Scenario) -> list[str]:
    """Content words that the trainee's brief shares with what is hidden, when they are a good part of it."""
    hidden = _content_words(scenario.person.hidden)
    brief = _content_words(scenario.person.brief)
    own = _content_words(f"{scenario.person.name} {scenario.person.comes_for}")
    shared = [word for stem, word in hidden.items() if stem in brief and stem not in own]
    return shared if len(shared) >= max(_LEAK_WORDS, _LEAK_SHARE * len(hidden)) else []


def _content_words(text: str) -> dict[str, str]:
    words = [word for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in _COMMON]
    return {re.sub(r"(?:ing|ed|es|s|e)$", "", word): word for word in words}


def _untested(scenario: Scenario) -> Iterator[Finding]:
    indicators = [*(moment.tests for moment in scenario.moments), *scenario.exercises]
    tested = {re.sub("[a-z]+$", "", indicator) for indicator in indicators}
    untested = [competency for competency in scenario.competencies if competency not in tested]
    if untested:
        which = ", ".join(map(visible, untested))
        said = f"nothing tests {which}; add a moment that does, say in `exercises` what does, or take it out"
        yield Finding("S107", ("competencies",), said)


def _too_long(at: Loc, text: str) -> Iterator[Finding]:
    words = len(text.split())
    if words > LONGEST_LINE:
        said = f"this line has {words} words; over {LONGEST_LINE} is long to read in one go; make it two"
        yield Finding("S103", at, said)


def _hard_to_read(scenario: Scenario) -> Iterator[Finding]:
    person = scenario.person
    spoken = (say for topic in scenario.topics.values() for line in topic.lines for say in line.say)
    notes = (moment.miss_note for moment in scenario.moments)
    read: tuple[tuple[str, Loc, Iterator[str]], ...] = (
        ("told", ("setting",), iter((scenario.setting, scenario.helper_role, person.comes_for, person.brief))),
        ("said", ("topics",), spoken),
        ("looking back", ("debrief",), iter((*notes, *scenario.debrief.questions, *_whys(scenario)))),
    )
    for what, at, texts in read:
        age = reading_age("\n".join(texts))
        if age is not None and age > OLDEST_READER[what]:
            said = f"what is {what} here reads like a text for {age}-year-olds" if what != "looking back" else ""
            said = said or f"what is read in looking back reads like a text for {age}-year-olds"
            most = OLDEST_READER[what]
            yield Finding("S104", at, f"{said}; up to {most} is easy for most, so use shorter words and sentences")


def _whys(scenario: Scenario) -> Iterator[str]:
    return (pair.why for pair in scenario.debrief.pairs)


def _watched(at: Loc, text: str, lists: Cautions) -> Iterator[Finding]:
    if _CREDITS.intersection(at) or at[0] in ("tests", "id"):
        return
    spoken = is_spoken(at) or at[-1] == "poor"
    yield from (Finding("S106", at, said) for said in real_names(text, lists.names))
    for watched in lists.stereotypes:
        found = first_found(watched.any, text) if watched.within == "anywhere" or not spoken else None
        if found is not None:
            yield Finding("S105", at, f"{quoted(found)}: {watched.reason} {watched.instead}")


def _nothing_felt(scenario: Scenario, lists: Cautions) -> Iterator[Finding]:
    told = [say for topic in scenario.topics.values() for line in topic.lines for say in line.say]
    felt = [say for topic in scenario.topics.values() for say in topic.feels]
    if not any(first_found(lists.feelings, line) for line in [*told, *felt]):
        said = "no line of any topic names a feeling, so there is nothing to give back; let some say how it is for them"
        yield Finding("S109", ("topics",), said)


def _texts(data: object, at: Loc = ()) -> Iterator[tuple[Loc, str]]:
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*at, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*at, number))
