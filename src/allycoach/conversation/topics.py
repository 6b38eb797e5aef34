"""What a reply asks about: a topic, a part of the model, whatever is in the air, or the next step."""

import re
from collections.abc import Iterable, Mapping

from allycoach.content.schema.scenario import Scenario
from allycoach.reading import Reading

from .asking_words import ELSE, EMPTY, FEELING, LEADS_IN, MOOD, OF_WORK, PART_WORDS, POINTS_BACK, STEP_WORDS
from .going_back import asks_what_was_meant, just_said, said_before
from .introducing import names_of
from .kin import KIN
from .once import once
from .pointing import hits, loosely, score
from .situation import Aim, Situation
from .words import found, stem, stems, without

_PART_ASKED = 1.5
"""What asking for its part adds to a topic: less than a word of its own in the question (2)."""
_BESIDE_A_NAME = 1.5
"""What general words such as "what happened" count for at most where somebody is asked about."""
_SETS_A_SCENE = frozenset(stems("imagine picture suppose fast-forward"))
_SENTENCE_ENDS = re.compile(r"[.?!…\n]+")


def aim_of(s: Situation) -> Aim:
    """What the reply is about. A reply that asks nothing is looked at as a whole."""
    asked = s.heard.asked
    if not asked:
        return Aim(topic=_best(s, s.reading.text))
    step = bool(found(STEP_WORDS, asked))
    feeling = bool(found(FEELING, asked))
    another = bool(found(ELSE, asked))
    back = None if step or another else _goes_back_to(s, asked)
    if back is not None:
        return Aim(back, named=True, feeling=feeling, back=True)
    nothing_new = points_to_nothing_new(asked)
    topic = _asked_for(s, asked, nothing_new=nothing_new)
    if topic is not None:
        named = _says_something(hits(s.scenario, topic, asking_sentences(s.reading)))
        return Aim(topic, named=named, another=another, feeling=feeling, step=step)
    onward = another or feeling or nothing_new or _means_that(s, asked)
    pictured = None if step or onward else _best(s, _pictured(s.reading))
    if pictured is not None:
        return Aim(pictured, named=True)
    about = _best(s, _sentences(s.reading, asking=False)) if onward else None
    return Aim(about, onward=onward, another=another, feeling=feeling, step=step)


def _goes_back_to(s: Situation, asked: str) -> str | None:
    """The topic of what the person has said, if that is what a question is about and it names no other."""
    told = just_said(s, asked)
    meant = asks_what_was_meant(asked)
    if not meant and told is not None and _best(s, _sentences(s.reading, asking=False)) not in (None, told):
        return None
    if told is None or (_parts_asked(s.scenario, asked) and not meant):
        told = said_before(s, s.reading)
    if told is None:
        return None
    named = {name for name in s.scenario.topics if _says_something(hits(s.scenario, name, asked))}
    if meant and named:
        return told if told in named else min(named)
    return told if told in named or not named else None


def _asked_for(s: Situation, asked: str, *, nothing_new: bool) -> str | None:
    """The topic that a question names, be it only in the rest of its sentence or in other words than the author's."""
    if _means_that(s, asked):
        return None
    of_work = " job work" if found(OF_WORK, asked) else ""
    named = _best(s, without(LEADS_IN, asked) + of_work, s.reading.text, _parts_asked(s.scenario, asked))
    if named is not None:
        return named
    sentence = asking_sentences(s.reading)
    named = _best(s, sentence, s.reading.text) if sentence != asked else None
    if named is not None or nothing_new:
        return named
    spoken_of = loosely(s.scenario, asked, s.state.said)
    return _first(s, {name: points for name, points in spoken_of.items() if name in s.state.told or can_tell(s, name)})


def points_to_nothing_new(asked: str) -> bool:
    """Whether a question has no content of its own ("Tell me more", "What was that like?", "Why is
    that?").
    """
    said = stems(asked)
    content = [word for word in said if word not in EMPTY]
    return not content or (len(content) == 1 and any(word in POINTS_BACK for word in said))


def _says_something(words: Iterable[str]) -> bool:
    """Whether any of a topic's words means more than "would you like" does, which may as well begin an offer."""
    return any(not EMPTY.issuperset(stems(word)) for word in words)


def _means_that(s: Situation, asked: str) -> bool:
    """Whether a question asks only how what is in the air is for them ("What's hard about it?").

    What went well may be asked of another topic ("What did you like about it?"), so that is left to the words.
    """
    said = stems(asked)
    if s.state.current is None or POINTS_BACK.isdisjoint(said) or _parts_asked(s.scenario, asked):
        return False
    words = {word for name in s.scenario.topics for phrase in hits(s.scenario, name, asked) for word in stems(phrase)}
    return not words.isdisjoint(MOOD) and words <= MOOD | EMPTY


def asking_sentences(reading: Reading) -> str:
    """The whole sentences that the questions of a reply stand in."""
    return _sentences(reading, asking=True)


def _sentences(reading: Reading, *, asking: bool) -> str:
    """The whole sentences that the questions of a reply stand in, or the others."""
    starts = [move.start for move in reading.questions]
    sentences, start = [], 0
    for end in [*(stop.end() for stop in _SENTENCE_ENDS.finditer(reading.text)), len(reading.text)]:
        if any(start <= at < end for at in starts) is asking:
            sentences.append(reading.text[start:end])
        start = end
    return " ".join(sentences)


def _pictured(reading: Reading) -> str:
    """ "Imagine a good day, a year from now. What are you doing?": the scene that is set for the question."""
    told = _SENTENCE_ENDS.split(_sentences(reading, asking=False))
    return " ".join(one for one in told if not _SETS_A_SCENE.isdisjoint(stems(one)[:1]))


def _parts_asked(scenario: Scenario, asked: str) -> tuple[str, ...]:
    """The parts whose words are in it, but for those inside a longer phrase of another part."""
    words = _part_of(scenario)
    return tuple(dict.fromkeys(words[phrase] for phrase in found(words, asked)))


@once
def _part_of(scenario: Scenario) -> dict[str, str]:
    words: Mapping[str, Iterable[str]] = {**PART_WORDS, **scenario.asks_for}
    return {phrase: part for part, phrases in words.items() for phrase in phrases}


def _best(s: Situation, asked: str, whole: str = "", parts: tuple[str, ...] = ()) -> str | None:
    """The topic that the author's words point to most."""
    scores = {}
    lemmas = _lemmas_of(s, asked)
    people = KIN | names_of(s.scenario)
    named = {name for name in s.scenario.topics if _names_any(people, hits(s.scenario, name, asked))}
    for name, topic in s.scenario.topics.items():
        points = 2 * score(s.scenario, name, asked, lemmas) + (_PART_ASKED if topic.part in parts else 0)
        if named and name not in named and not _says_something(hits(s.scenario, name, asked)):
            points = min(points, _BESIDE_A_NAME)
        if points > 0:
            scores[name] = points + (score(s.scenario, name, whole) if whole else 0)
    first = _first(s, scores)
    if first is None or first not in s.state.told or s.scenario.topics[first].part not in parts:
        return first
    return _waiting_key(s, scores, s.scenario.topics[first].part) or first


def _names_any(people: frozenset[str], words: Iterable[str]) -> bool:
    """Whether any of a topic's words in a question is for somebody: kin, or one of those with a name."""
    return any(not people.isdisjoint(stems(word)) for word in words)


def _lemmas_of(s: Situation, asked: str) -> tuple[str, ...]:
    """The lemmas of a reply without those that are plainly of its other sentences."""
    if asked not in (s.heard.asked, s.reading.text):
        return ()
    beside = set(stems(s.reading.text.replace(asked, " "))) - set(stems(asked))
    return tuple(lemma for lemma in s.reading.lemmas if stem(lemma) not in beside)


def _waiting_key(s: Situation, scores: Mapping[str, float], part: str) -> str | None:
    """A key topic of a part asked for in general that is ready and not begun: it comes before more of another."""
    for name in scores:
        topic = s.scenario.topics[name]
        if topic.is_key and topic.part == part and name not in s.state.told and can_tell(s, name):
            return name
    return None


def _first(s: Situation, scores: Mapping[str, float]) -> str | None:
    """The topic that was pointed to most; of several, one with something to say, a key one first, and not yet begun."""
    order = list(s.scenario.topics)
    return max(
        scores,
        key=lambda name: (
            scores[name],
            can_tell(s, name),
            s.scenario.topics[name].is_key and name not in s.state.told,
            name == s.state.current,
            name not in s.state.told,
            -order.index(name),
        ),
        default=None,
    )


def can_tell(s: Situation, name: str) -> bool:
    """Whether the person has something more to say on a topic, and is ready to say it."""
    topic = s.scenario.topics[name]
    depth = s.state.told.get(name, -1) + 1
    return depth < len(topic.lines) and s.reaches(topic.lines[depth].at) and (depth > 0 or s.holds(topic.opens_when))
