"""What a reply asks about: a topic, a part of the model, whatever is in the air, or the next step."""

from collections.abc import Iterable, Mapping

from allycoach.content.schema.scenario import Scenario

from .once import once
from .situation import Aim, Situation
from .words import found, stem, stems

STEP_WORDS = (
    "next step", "first step", "small step", "smallest step", "tiny step", "tiniest step", "one step",
    "good step", "step forward", "way forward", "move forward", "moving forward", "from here", "do next",
    "happen next", "what next", "what now", "whats next", "next for you", "one point", "will you do",
    "going to do", "could you do", "might you do", "can you do", "want to do about", "like to do about",
    "would you do about", "like to do first", "do first", "try first", "start with", "feels doable",
    "feel doable", "your plan", "plan to do", "like to try", "want to try", "like to happen", "take away from",
    "taking away", "small thing", "smallest thing", "first thing", "do differently", "between now and",
)  # fmt: skip
"""Words that ask for a next step, whatever the model."""

PART_WORDS: dict[str, tuple[str, ...]] = {
    "happening": (
        "what brings you", "brought you", "made you come", "whats happening", "what is happening",
        "been happening", "going on", "on your mind", "how are things", "how are you", "how have things been",
        "how have you been", "how can i help", "can i help", "can i do for you", "what can we do",
        "your situation", "hows it going", "hows it been", "whats up", "me about yourself", "me about you",
        "talk about", "on your plate", "a typical day", "a typical week", "your story", "things for you",
    ),
    "good": (
        "look like", "ideal", "ideally", "magic wand", "imagine", "picture", "matters to you", "matters most",
        "matter to you", "matter most", "important to you", "most important", "do you want", "would you want",
        "you want from", "would you like", "would you love", "hoping for", "hope for", "hoping will", "dream",
        "be different", "looking for", "appeal", "appeals", "kind of work", "kind of job", "sort of work",
        "sort of job", "kind of thing", "feel right", "drawn to",
    ),
    "worked": (
        "worked before", "worked well", "worked for you", "whats worked", "what worked", "has worked",
        "in the past", "last time", "helped before", "what helped", "whats helped", "has helped",
        "tried so far", "have you tried", "good at", "strength", "strengths", "proud of", "proud",
        "did you enjoy", "have you enjoyed", "got you through", "get you through", "keeps you going",
        "kept you going", "experience", "done before", "did before", "used to", "use to", "a time when",
        "skills", "went well", "gone well", "have you learned", "have you learnt", "did you learn",
        "good memory",
    ),
}  # fmt: skip
"""Words that ask for a whole part of the four questions; a scenario's `asks_for` comes before these."""

_FEELING = (
    "feel", "feeling", "felt", "been like", "be like", "was that like", "is that like", "was it like",
    "is it like", "thats like", "its like", "whats that like", "whats it like", "how was that", "how was it",
    "affect you", "affected you", "hows that for you", "is that for you", "cope with that",
)  # fmt: skip
_PART_ASKED = 1.5
"""What asking for its part adds to a topic: less than a word of its own in the question (2)."""
_ELSE = ("else", "other than that", "apart from that")
_POINTS_BACK = frozenset(stems("that it this those them they"))

_EMPTY = frozenset(
    stems(
        """
a an the and or but so of for to in on at by with from about as if than then there here that this
these those it its thats what whats which who how hows why when where do does did done is are am was
were be been being has have had having can could would will shall should may might must i im id ive
me my mine you your youre yours youve we us our he she they them their not no yes ok okay right well
just really very quite bit little lot some any anything something thing things everything ever more
else much many tell say said share talk describe explain help understand hear know like love think
thought feel feeling felt mean meant go going gone come up down out over back make makes made making
way sort kind happen happened happening happens work through mind behind best worst hard hardest
part most example picture please sure hi hello thanks thank oh ah hmm wonder wondering curious
interested saying mention mentioned used point now today moment day time times first last still also
too even keep into take took bring brought looks sound sounds good bad better other stand stands
notice noticing see seem seems one want wants wanted
"""
    )
)
"""Words that point to nothing by themselves."""


def aim_of(s: Situation) -> Aim:
    """What the reply is about. A reply that asks nothing is looked at as a whole."""
    asked = s.heard.asked
    if not asked:
        return Aim(topic=_best(s, s.reading.text, "", ()))
    step = bool(found(STEP_WORDS, asked))
    feeling = bool(found(_FEELING, asked))
    another = bool(found(_ELSE, asked))
    topic = _best(s, asked, s.reading.text, _parts_asked(s.scenario, asked))
    if topic is not None:
        return Aim(topic, another=another, feeling=feeling, step=step)
    onward = another or feeling or points_to_nothing_new(asked)
    return Aim(_best(s, s.reading.text, "", ()) if onward else None, onward, another, feeling, step)


def points_to_nothing_new(asked: str) -> bool:
    """Whether a question has no content of its own ("Tell me more", "What was that like?", "Why is
    that?").
    """
    said = stems(asked)
    content = [word for word in said if word not in _EMPTY]
    return not content or (len(content) == 1 and any(word in _POINTS_BACK for word in said))


def _parts_asked(scenario: Scenario, asked: str) -> tuple[str, ...]:
    words: Mapping[str, Iterable[str]] = {**PART_WORDS, **scenario.asks_for}
    return tuple(part for part, phrases in words.items() if found(phrases, asked))


def _best(s: Situation, asked: str, whole: str, parts: tuple[str, ...]) -> str | None:
    """The topic that the words point to most; where several do, one that has something to say, and not
    yet begun.
    """
    topics = s.scenario.topics
    hits = {}
    for name, topic in topics.items():
        score = 2 * _score(s.scenario, name, asked, s.reading.lemmas) + (_PART_ASKED if topic.part in parts else 0)
        if score > 0:
            hits[name] = score + (_score(s.scenario, name, whole) if whole else 0)
    if not hits:
        return None
    order = list(topics)
    return max(
        hits,
        key=lambda name: (
            hits[name],
            can_tell(s, name),
            name == s.state.current,
            name not in s.state.told,
            -order.index(name),
        ),
    )


@once
def _shared(scenario: Scenario) -> dict[str, int]:
    counts: dict[str, int] = {}
    for topic in scenario.topics.values():
        for word in set(topic.words):
            counts[word] = counts.get(word, 0) + 1
    return counts


def _score(scenario: Scenario, name: str, text: str, lemmas: tuple[str, ...] = ()) -> float:
    """How strongly a text points to a topic: phrases weigh more than words, a word that several topics
    have less. A lemma counts only where the words themselves hit nothing: for "taught", where the topic has "teach".
    """
    hits = found(scenario.topics[name].words, text) or _by_lemma(scenario, name, lemmas)
    shared = _shared(scenario)
    return sum((1.5 * len(stems(word)) - 0.5) / shared.get(word, 1) for word in hits)


def _by_lemma(scenario: Scenario, name: str, lemmas: tuple[str, ...]) -> tuple[str, ...]:
    single = _single_words(scenario)[name]
    hits = [word for lemma in lemmas if (word := single.get(stem(lemma)))]
    return tuple(hits[:1])


@once
def _single_words(scenario: Scenario) -> dict[str, dict[str, str]]:
    """The one-word entries of each topic, by their stem."""
    return {
        name: {stems(word)[0]: word for word in reversed(topic.words) if len(stems(word)) == 1}
        for name, topic in scenario.topics.items()
    }


def can_tell(s: Situation, name: str) -> bool:
    """Whether the person has something more to say on a topic, and is ready to say it."""
    topic = s.scenario.topics[name]
    depth = s.state.told.get(name, -1) + 1
    return depth < len(topic.lines) and s.reaches(topic.lines[depth].at) and (depth > 0 or s.holds(topic.opens_when))
