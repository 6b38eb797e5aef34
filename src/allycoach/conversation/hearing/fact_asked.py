"""Which sort of fact a question asks for, and whether some words would be an answer of that sort."""

import re
from functools import lru_cache

from allycoach.content.schema.scenario import Fact

from .kin import KIN, ROLES
from .words import stems, tokens

COUNTS: frozenset[Fact] = frozenset(("how_long", "how_many", "how_much", "how_often", "how_old"))
TIMES: frozenset[Fact] = frozenset(("when", "by_when", "what_time", "how_long", "how_often"))

_CLAUSE = re.compile(r"[.?!,;:…\n–—-]+")
_LEADS_IN = (
    "and but so ok okay right well oh ah sorry yes yeah no then now um er hmm mm of for to with at on in by from about i mean wait "
    "again"
).split()
_WRAPPED = re.compile(
    r"^\W*(?:(?:and|but|so|sorry|well)\W+)*(?:do you mind (?:if i ask|me asking)|(?:can|could|may|might) i ask(?: you)?|"
    r"i(?: was| am)? (?:only |just )?(?:wonder|wondered|wondering|asked|meant?)|(?:can|could) you (?:tell me|remember|say)|"
    r"do you (?:know|remember)|"
    r"tell me|remind me)\s+(?=(?:who|which|when|where|how|what)\b)",
    re.IGNORECASE,
)
"""What goes before a question that is put politely: "Do you mind me asking who you've seen?"."""
_AUXILIARY = frozenset(
    (
        "is was are were am do does did has have had will would can could should shall might may must s r "
        "isnt wasnt arent werent dont doesnt didnt hasnt havent hadnt"
    ).split()
)
_AHEAD = frozenset("will shall ll gonna could might".split())
_MIGHT = frozenset("would could might will ll youd youll".split())
_TO_COME = (["can", "you"], ["would", "you"], ["are", "you"], ["do", "you"])
_HOW: dict[str, Fact] = {
    "long": "how_long", "many": "how_many", "old": "how_old", "much": "how_much", "often": "how_often", "soon": "when",
    "regularly": "how_often", "far": "how_much",
}  # fmt: skip
_WHAT: dict[str, Fact] = {
    "time": "what_time", "day": "when", "date": "when", "month": "when", "year": "when",
    "town": "where", "city": "where", "country": "where", "street": "where",
    "age": "how_old", "number": "how_many",
}  # fmt: skip
_ABOUT_MUCH = frozenset(
    ("how much of", "how much do you", "how much did you", "how much does it", "how much would you")
)
"""How much somebody likes or misses a thing is no sum."""


@lru_cache(maxsize=1024)
def fact_asked(asked: str) -> Fact | None:
    """The sort of fact that a question asks for, by its last clause that asks; None for what, why, how, and for yes or no."""
    facts = [fact for clause in _CLAUSE.split(asked.replace("'", "").replace("’", "")) if (fact := _of_clause(clause))]
    return facts[-1] if facts else None


def _of_clause(clause: str) -> Fact | None:
    wrapped = _WRAPPED.match(clause)
    words = list(tokens(clause[wrapped.end() :] if wrapped else clause))
    while words and words[0] in _LEADS_IN:
        words.pop(0)
    if not words:
        return None
    first, rest = words[0], words[1:]
    if first in ("who", "whos", "whose", "whom", "wholl", "whod"):
        return "who"
    if first == "which":
        return (
            None if rest[:1] and rest[0] in _AUXILIARY and rest[1:2] not in (["it"], ["that"], ["yours"]) else "which"
        )
    if first in ("where", "wheres", "whereabouts"):
        return "where" if first != "where" or not rest or wrapped or _asks(rest[0]) else None
    if first == "when" and (
        rest[:1] in (["has"], ["have"]) or rest[:2] == ["do", "you"] or "happiest" in rest or "best" in rest
    ):
        return None  # "When has it gone well?" asks for a story.
    if first in ("when", "whens"):
        asks = first != "when" or not rest or wrapped or _asks(rest[0])
        return _of_what_time(["is", *rest] if first == "whens" else rest) if asks else None
    return _how_or_what(first, rest, " ".join(words))


def _asks(word: str) -> bool:
    """Whether the word after "when" makes it a question, and no clause of time ("When you left, ...")."""
    return word in _AUXILIARY or word in ("exactly", "abouts", "about", "to", "else", "from", "u", "roughly")


def _of_what_time(rest: list[str]) -> Fact:
    """Of "when": what is still to come, what is arranged or regular ("When does it shut?"), or what is past."""
    if _ahead(rest):
        return "by_when"
    return "what_time" if rest[:1] in (["does"], ["do"], ["is"], ["are"], ["s"]) else "when"


def _ahead(rest: list[str]) -> bool:
    """Whether the words after "when" ask for a time still to come: "When will you ring?", not "When did you?"."""
    return not _AHEAD.isdisjoint(rest[:1]) or "going to" in " ".join(rest[:4]) or rest[:2] in _TO_COME


@lru_cache(maxsize=1024)
def would_be(asked: str) -> bool:
    """Whether a question asks of what might come: "Who could you ask?", "Which one would you ring first?"."""
    return not _MIGHT.isdisjoint(tokens(asked))


def _how_or_what(first: str, rest: list[str], clause: str) -> Fact | None:
    rest = [rest[0].removesuffix("s"), *rest[1:]] if rest else rest  # "How old's your boy?"
    if first == "how" and rest and rest[0] in _HOW:
        of_liking = any(clause.startswith(each) for each in _ABOUT_MUCH) and "cost" not in rest and "pay" not in rest
        return None if of_liking else _HOW[rest[0]]
    if first == "what" and rest and rest[0] in _WHAT:
        return _WHAT[rest[0]]
    return None


_NUMBER = re.compile(
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen|several|none)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b((mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|in march|april|in may|june|july|august|september|october|"
    r"november|december|(19|20)\d\d|o'clock|half past|ago|since|in the (spring|summer|autumn|winter)|christmas|easter|yesterday|"
    r"tomorrow|tonight|(last|next|this) (week|month|year|spring|summer|autumn|winter|time))\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(\d+|o'clock|(half|quarter) (to|past)|noon|midday|midnight|dawn|dusk|mornings?|afternoons?|evenings?|nights?|"
    r"tonight|tomorrow|later|"
    r"(mon|tues|wednes|thurs|fri|satur|sun)days?|next (week|month|year)|(after|before) (\w+)|"
    r"at (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"\b(years?|months?|weeks?|days?|hours?|minutes?|ages|since|for ever|forever|all my life|long while|a while)\b",
    re.I,
)
_OFTEN = re.compile(
    r"\b(every|each|always|never|often|sometimes|once|twice|times?|a (day|week|month|year)|daily|weekly|most|"
    r"(mon|tues|wednes|thurs|fri|satur|sun)days)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(in|at|by|from|near|behind|under|down|over|round|outside|opposite|above|next to|off|on|across|to) "
    r"(the|a|my|our|here|there|home|[A-Z])|\b(home|here|there|upstairs|downstairs|abroad|nowhere|anywhere|everywhere|next door)\b"
)


def gives(fact: Fact, text: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether a text has in it what would answer such a question; `names` are the stems of names of people.

    Which one of several cannot be told from the words alone, so that holds for anything.
    """
    if fact == "who":
        return not (KIN | ROLES | names).isdisjoint(stems(text))
    if fact == "how_long":
        return bool(_SPAN.search(text))
    pattern = {
        "when": _TIME,
        "by_when": _TIME,
        "what_time": _CLOCK,
        "where": _PLACE,
        "how_often": _OFTEN,
        "how_many": _NUMBER,
        "how_old": _NUMBER,
        "how_much": _NUMBER,
    }.get(fact)
    return pattern is None or bool(pattern.search(text))


_OF_COUNTS = frozenset(
    stems("count counted counting figure figures number numbers quantity quantities sum tally minute approximate")
)
_OF_TIMES = frozenset(
    stems(
        """
day days date dates week weeks night nights month months calendar clock diary while ages since year hours time often spring
before frost quarters minute
"""
    )
)
_OF_BOTH = frozenset(stems("varies depends"))


@lru_cache(maxsize=4096)
def suits(fact: Fact, text: str) -> bool:
    """Whether "I couldn't tell you" in these words would do for such a question: "I've lost count" is none for a who."""
    said = set(stems(text))
    if said & _OF_COUNTS and fact not in COUNTS and not (said & _OF_TIMES and fact in TIMES):
        return False
    if said & _OF_BOTH and fact in ("who", "where", "which"):
        return "depend" in said and fact == "which"
    return not said & _OF_TIMES or fact in TIMES
