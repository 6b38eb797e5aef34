"""What is allowed in a content file but deserves a second look: a place in the file, and why."""

import re
from collections.abc import Iterator
from datetime import date

from .located import Loc
from .schema.base import Content
from .schema.scenario import Scenario
from .visible import quoted, visible

Caution = tuple[Loc, str]

LONGEST_LINE = 45
"""Words. More does not fit a projector, and people seldom say more in one go to someone they do not know."""

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

_PHONE = re.compile(r"(?<![\w.])(?:\+44 ?(?:\(0\) ?)?|0)(?:[ -]?[0-9]){8,10}(?![\w])")
_INVENTED_PHONE = re.compile(r"0(7700900|1632960|2079460|808157|3069990|(11[3-8]|1[234569]1)4960)")
_E_MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_URL = re.compile(
    r"(?<![\w@.-])(?:https?://|(?=www\.))([\w.-]+)|(?<![\w@.-])([\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk))\b"
)
_INVENTED_DOMAIN = re.compile(r"(.*\.)?(example\.(com|org|net)|example|invalid|test)$")


def cautions(content: Content, *, today: date) -> Iterator[Caution]:
    """In no particular order."""
    texts = list(_texts(content.model_dump(mode="json", by_alias=True)))
    for at, text in texts:
        yield from ((at, said) for said in _contacts(text) if not _CREDITS.intersection(at))
    if isinstance(content, Scenario):
        yield from _of_scenario(content, today)
        yield from ((at, said) for at, text in texts if _is_spoken(at) for said in _too_long(text))


def _of_scenario(scenario: Scenario, today: date) -> Iterator[Caution]:
    if scenario.review_by < today:
        yield (
            ("review_by",),
            f"this was to be reviewed by {scenario.review_by}; read it again and set a new date",
        )
    leaked = _leaked(scenario)
    if leaked:
        yield ("person", "brief"), f"this may give away what is hidden; both have {', '.join(leaked)}"
    tested = {re.sub("[a-z]+$", "", moment.tests) for moment in scenario.moments}
    untested = [competency for competency in scenario.competencies if competency not in tested]
    if untested:
        yield ("competencies",), f"no moment tests {', '.join(map(visible, untested))}"


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


def _too_long(text: str) -> Iterator[str]:
    words = len(text.split())
    if words > LONGEST_LINE:
        yield f"this line has {words} words; over {LONGEST_LINE} is long to read in one go"


def _contacts(text: str) -> Iterator[str]:
    """What looks like a real telephone number, e-mail or web address; 999 and the like may be."""
    for found in _PHONE.finditer(text):
        digits = re.sub(r"^\+44(0)?", "0", re.sub(r"[^0-9+]", "", found[0]))
        if not _INVENTED_PHONE.match(digits):
            yield f"{quoted(found[0])} may be a real telephone number; 07700 900xxx never is"
    for found in _E_MAIL.finditer(text):
        if not _INVENTED_DOMAIN.fullmatch(found[1].lower()):
            yield f"{quoted(found[0])} may be a real e-mail address; one at example.org never is"
    for found in _URL.finditer(text):
        if not _INVENTED_DOMAIN.fullmatch((found[1] or found[2]).lower().rstrip(".")):
            yield f"{quoted(found[0])} may be a real web address; one at example.org never is"


def _is_spoken(at: Loc) -> bool:
    return at[0] != "debrief" and at[0] != "tests" and not _SPOKEN.isdisjoint(at)


def _texts(data: object, at: Loc = ()) -> Iterator[tuple[Loc, str]]:
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*at, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _texts(value, (*at, number))
