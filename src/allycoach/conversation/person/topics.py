"""What a reply asks about: a topic, a part of the model, whatever is in the air, or the next step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.hearing.asking import Asking, asking
from allycoach.conversation.hearing.asking_words import EMPTY, MOOD, PART_WORDS, POINTS_BACK
from allycoach.conversation.hearing.words import found, stems

from .going_back import asks_what_was_meant, just_said, said_before
from .once import lately, once
from .pointing import hits, loosely, points, says_something
from .situation import Aim, Situation


def aim_of(s: Situation) -> Aim:
    """What the reply is about. A reply that asks nothing is looked at as a whole."""
    if not s.heard.asked:
        return Aim(topic=_first(s, points(s.scenario, s.reading.text, s.reading.lemmas)))
    said = asking(s.reading, s.heard.asked)
    back = None if said.step or said.another else _goes_back_to(s, said)
    if back is not None:
        return Aim(back, named=True, feeling=said.feeling, back=True)
    topic = _asked_for(s, said)
    if topic is not None:
        named = topic in _pointed(s.scenario, said.sentence).named
        return Aim(topic, named=named, another=said.another, feeling=said.feeling, step=said.step)
    onward = said.another or said.feeling or said.nothing_new or _means_that(s, said)
    pictured = None if said.step or onward else _best(s, said, said.pictured)
    if pictured is not None:
        return Aim(pictured, named=True)
    about = _best(s, said, said.beside) if onward else None
    return Aim(about, onward=onward, another=said.another, feeling=said.feeling, step=said.step)


def _goes_back_to(s: Situation, said: Asking) -> str | None:
    """The topic of what the person has said, if that is what a question is about and it names no other."""
    told = just_said(s, said.asked)
    meant = asks_what_was_meant(said.asked)
    if not meant and told is not None and _best(s, said, said.beside) not in (None, told):
        return None
    pointed = _pointed(s.scenario, said.asked)
    if told is None or (pointed.parts and not meant):
        told = said_before(s, s.reading)
    if told is None:
        return None
    if meant and pointed.named:
        return told if told in pointed.named else min(pointed.named)
    return told if told in pointed.named or not pointed.named else None


def _asked_for(s: Situation, said: Asking) -> str | None:
    """The topic that a question names, be it only in the rest of its sentence or in other words than the author's."""
    if _means_that(s, said):
        return None
    named = _best(s, said, said.core, s.reading.text, _pointed(s.scenario, said.asked).parts)
    if named is not None:
        return named
    named = _best(s, said, said.sentence, s.reading.text) if said.sentence != said.asked else None
    if named is not None or said.nothing_new:
        return named
    spoken_of = loosely(s.scenario, said.asked, s.state.said)
    return _first(s, {name: worth for name, worth in spoken_of.items() if name in s.state.told or can_tell(s, name)})


def _means_that(s: Situation, said: Asking) -> bool:
    """Whether a question asks only how what is in the air is for them ("What's hard about it?")."""
    return s.state.current is not None and _pointed(s.scenario, said.asked).of_mood


@dataclass(frozen=True, slots=True)
class _Pointed:
    """What a question points to in one scenario: the `parts` it asks for, the topics that it has telling words of, and
    whether it only asks how something is for them.

    What went well may be asked of another topic ("What did you like about it?"), so that is left to the words.
    """

    parts: tuple[str, ...]
    named: frozenset[str]
    of_mood: bool


@lately
def _pointed(scenario: Scenario, asked: str) -> _Pointed:
    words_for = {name: hits(scenario, name, asked) for name in scenario.topics}
    parts = _parts_asked(scenario, asked)
    words = {word for phrases in words_for.values() for phrase in phrases for word in stems(phrase)}
    moods = not words.isdisjoint(MOOD) and words <= MOOD | EMPTY
    return _Pointed(
        parts,
        frozenset(name for name, phrases in words_for.items() if says_something(phrases)),
        of_mood=moods and not parts and not POINTS_BACK.isdisjoint(stems(asked)),
    )


def _parts_asked(scenario: Scenario, asked: str) -> tuple[str, ...]:
    """The parts whose words are in it, but for those inside a longer phrase of another part."""
    words = _part_of(scenario)
    return tuple(dict.fromkeys(words[phrase] for phrase in found(words, asked)))


@once
def _part_of(scenario: Scenario) -> dict[str, str]:
    words: Mapping[str, Iterable[str]] = {**PART_WORDS, **scenario.asks_for}
    return {phrase: part for part, phrases in words.items() for phrase in phrases}


def _best(s: Situation, said: Asking, words: str, whole: str = "", parts: tuple[str, ...] = ()) -> str | None:
    """The topic that the author's words point to most."""
    scores = points(s.scenario, words, said.lemmas_of(words), whole, parts)
    first = _first(s, scores)
    if first is None or first not in s.state.told or s.scenario.topics[first].part not in parts:
        return first
    return _waiting_key(s, scores, s.scenario.topics[first].part) or first


def _waiting_key(s: Situation, scores: Mapping[str, float], part: str) -> str | None:
    """A key topic of a part asked for in general that is ready and not begun: it comes before more of another."""
    for name in scores:
        topic = s.scenario.topics[name]
        if topic.is_key and topic.part == part and name not in s.state.told and can_tell(s, name):
            return name
    return None


def _first(s: Situation, scores: Mapping[str, float]) -> str | None:
    """The topic that was pointed to most; of several, one with something to say, a key one first, and not yet begun."""
    most = max(scores.values(), default=None)
    foremost = [name for name in s.scenario.topics if scores.get(name) == most] if scores else []
    if len(foremost) < 2:
        return foremost[0] if foremost else None
    return max(
        foremost,
        key=lambda name: (
            can_tell(s, name),
            s.scenario.topics[name].is_key and name not in s.state.told,
            name == s.state.current,
            name not in s.state.told,
        ),
    )


def can_tell(s: Situation, name: str) -> bool:
    """Whether the person has something more to say on a topic, and is ready to say it."""
    topic = s.scenario.topics[name]
    depth = s.state.told.get(name, -1) + 1
    return depth < len(topic.lines) and s.reaches(topic.lines[depth].at) and (depth > 0 or s.holds(topic.opens_when))
