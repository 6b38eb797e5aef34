"""Which topic some words point to: by the author's words for it, by what the person has said about it, or by words that
mean the same."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.hearing.alike import kinds_of
from allycoach.conversation.hearing.asking_words import EMPTY, TIMES
from allycoach.conversation.hearing.kin import KIN
from allycoach.conversation.hearing.words import found, stem, stems

from .introducing import names_of
from .lines import every_line
from .once import lately, once

_PART_ASKED = 1.5
"""What asking for its part adds to a topic: less than a word of its own in the question (2)."""
_BESIDE_A_NAME = 1.5
"""What general words such as "what happened" count for at most where somebody is asked about."""
_SAID, _IN_A_PHRASE, _ALIKE = 1.0, 0.7, 0.5
"""What a word counts for when the person said it of a topic, when it stands in a phrase of the author's, when it only
means the same as one of theirs."""


@lately
def points(
    scenario: Scenario, asked: str, lemmas: tuple[str, ...], whole: str = "", parts: tuple[str, ...] = ()
) -> Mapping[str, float]:
    """How strongly words point to each topic that they point to at all, by the author's words for it, when those `parts` are
    asked for; `whole` is the reply that they are from, which counts half as much."""
    scores: dict[str, float] = {}
    words = {name: hits(scenario, name, asked) for name in scenario.topics}
    people = KIN | names_of(scenario)
    named = {name for name, each in words.items() if any(not people.isdisjoint(stems(word)) for word in each)}
    for name, topic in scenario.topics.items():
        worth = 2 * score(scenario, name, asked, lemmas) + (_PART_ASKED if topic.part in parts else 0)
        if named and name not in named and not says_something(words[name]):
            worth = min(worth, _BESIDE_A_NAME)
        if worth > 0:
            scores[name] = worth + (score(scenario, name, whole) if whole else 0)
    return MappingProxyType(scores)


def says_something(words: Iterable[str]) -> bool:
    """Whether any of a topic's words means more than "would you like" does, which may as well begin an offer."""
    return any(not EMPTY.issuperset(stems(word)) for word in words)


def score(scenario: Scenario, name: str, text: str, lemmas: tuple[str, ...] = ()) -> float:
    """How strongly a text points to a topic: phrases weigh more than words, a word that several topics have less.

    A lemma counts only where the words themselves hit nothing: for "taught", where the topic has "teach".
    """
    words = hits(scenario, name, text) or _by_lemma(scenario, name, lemmas)
    shared = _shared(scenario)
    return sum((1.5 * len(stems(word)) - 0.5) / shared.get(word, 1) for word in words)


def hits(scenario: Scenario, name: str, text: str) -> tuple[str, ...]:
    """Those of a topic's words that are in a text."""
    return found(scenario.topics[name].words, text)


def loosely(scenario: Scenario, asked: str, said: Collection[str]) -> Mapping[str, float]:
    """How strongly a text points to topics that none of the author's words for them led to; empty if to none.

    `said` are the ids of the lines that the person has said.
    """
    content = {word for word in stems(asked) if word not in EMPTY and word not in TIMES}
    if not content:
        return MappingProxyType({})
    scores: dict[str, float] = {}
    for worth, pointers in ((_SAID, said_of(scenario, said, content)), (_IN_A_PHRASE, _in_phrases(scenario))):
        for word in content:
            if word in pointers:
                scores[pointers[word]] = scores.get(pointers[word], 0.0) + worth
    for name, kinds in _kinds(scenario).items():
        alike = sum(not kinds.isdisjoint(kinds_of(word)) for word in content)
        if alike:
            scores[name] = scores.get(name, 0.0) + _ALIKE * alike
    return scores


def opening_topic(scenario: Scenario, text: str) -> str | None:
    """What an opening line is about, if it is about something that they would talk of at once."""
    ready = {
        name: points
        for name, topic in scenario.topics.items()
        if topic.opens_when is None and topic.lines[0].at == "closed" and (points := score(scenario, name, text))
    }
    return max(ready, key=lambda name: ready[name], default=None)


@once
def _shared(scenario: Scenario) -> dict[str, int]:
    counts: dict[str, int] = {}
    for topic in scenario.topics.values():
        for word in set(topic.words):
            counts[word] = counts.get(word, 0) + 1
    return counts


def _by_lemma(scenario: Scenario, name: str, lemmas: tuple[str, ...]) -> tuple[str, ...]:
    single = _single_words(scenario)[name]
    words = [word for lemma in lemmas if (word := single.get(stem(lemma)))]
    return tuple(words[:1])


@once
def _single_words(scenario: Scenario) -> dict[str, dict[str, str]]:
    """The one-word entries of each topic, by their stem."""
    return {
        name: {stems(word)[0]: word for word in reversed(topic.words) if len(stems(word)) == 1}
        for name, topic in scenario.topics.items()
    }


def said_of(scenario: Scenario, said: Collection[str], words: Iterable[str]) -> dict[str, str]:
    """Those of the words that the person has said of one topic alone, each with that topic."""
    lines_with = _lines_with(scenario)
    pointers: dict[str, str] = {}
    for word in words:
        topics = {name for line, name in lines_with.get(word, ()) if line in said}
        if len(topics) == 1:
            pointers[word] = topics.pop()
    return pointers


@once
def _lines_with(scenario: Scenario) -> dict[str, tuple[tuple[str, str], ...]]:
    """The ids of the lines that belong to a topic and have a word with meaning in them, each with that topic, by the word."""
    places: dict[str, list[tuple[str, str]]] = {}
    for line, text in every_line(scenario).items():
        name = line.split(".")[1] if line.startswith("topics.") else None
        name = opening_topic(scenario, text) if line.startswith("opening.") else name
        for word in (frozenset(stems(text)) - EMPTY - TIMES) if name is not None else ():
            places.setdefault(word, []).append((line, name or ""))
    return {word: tuple(each) for word, each in places.items()}


@once
def _in_phrases(scenario: Scenario) -> dict[str, str]:
    """Words with meaning that stand in the phrases of one topic alone, each with that topic."""
    topics: dict[str, set[str]] = {}
    for name, topic in scenario.topics.items():
        for word in {part for phrase in topic.words for part in stems(phrase)} - EMPTY - TIMES:
            topics.setdefault(word, set()).add(name)
    return {word: next(iter(names)) for word, names in topics.items() if len(names) == 1}


@once
def _kinds(scenario: Scenario) -> dict[str, frozenset[int]]:
    """What the one-word entries of each topic mean."""
    return {
        name: frozenset(kind for word in single for kind in kinds_of(word))
        for name, single in _single_words(scenario).items()
    }
