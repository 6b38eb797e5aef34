"""Of whom a question asks: the person themselves, or somebody else whom it names or points to."""

from dataclasses import dataclass

from allycoach.content.schema.scenario import DirectQuestion, Scenario
from allycoach.conversation.hearing.alike import kinds_of
from allycoach.conversation.hearing.asking import asking
from allycoach.conversation.hearing.kin import KIN
from allycoach.conversation.hearing.words import as_typed, places, stem, stems, tokens

from .introducing import names_of, plain
from .situation import Situation

_YOU = frozenset(["you", "your", "yours", "yourself", "youre", "youve", "youd", "youll"])
_SHE, _HE, _THEY = (
    frozenset(["she", "her", "hers", "shes"]),
    frozenset(["he", "him", "his", "hes"]),
    frozenset(["they"]),
)
_PRONOUNS = _SHE | _HE | _THEY
_OF_THEMSELVES = frozenset(["i", "im", "ive", "id", "ill", "we", "weve", "were"])
_HELPING = frozenset("is are was were am do does did has have had can could will would".split())


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody other than the person: the stem of a kinship or a name, if the question has one, or a pronoun alone."""

    noun: str | None = None
    pronoun: str | None = None


def other_asked_of(s: Situation, phrase: str = "") -> Other | None:
    """Whom a question asks about, if not the person; `phrase` are the words that ask ("how old"), if it is known which.

    "Your wife, how old is she?" is of the wife, "How old were you when she died?" of the person.
    """
    if any(word in _YOU or word in _PRONOUNS or stem(word) in KIN for word in tokens(phrase)):
        return None
    at = places(phrase, s.heard.asked)
    words = [word.replace("’", "'") for word in as_typed(s.heard.asked)[at[0] + len(stems(phrase)) if at else 0 :]]
    for before, typed, following in zip(["", *words], words, [*words[1:], ""], strict=False):
        word = typed.lower().replace("'", "")
        if word in _PRONOUNS:
            return Other(_noun(s.scenario, asking(s.reading, s.heard.asked).sentence), word)
        if _is_of_kin(word) or (before.lower() in _HELPING and _is_name(s.scenario, typed)):
            return Other(plain(typed))
        if word in _YOU and not _is_of_kin(following):
            return None
    return None


def fits(s: Situation, question: DirectQuestion, other: Other) -> bool:
    """Whether a ready answer is about that somebody: it names them, or speaks of a she or he where one is asked for."""
    text = " ".join((*question.words, *question.say))
    if other.noun is not None:
        if _mentions(text, other.noun):
            return True
        return question.topic is not None and not (names_of(s.scenario) & set(stems(text)))
    kind = next((each for each in (_SHE, _HE) if other.pronoun in each), _THEY)
    return question.topic is not None or not kind.isdisjoint(tokens(text)) or bool(KIN & set(stems(text)))


def speaks_of(text: str, other: Other | None) -> bool:
    """Whether words can be meant of whoever is asked about: none that begin with "I" where it is somebody else."""
    return other is None or not _OF_THEMSELVES.issuperset(tokens(text)[:1])


def _mentions(text: str, noun: str) -> bool:
    same = set(kinds_of(noun))
    return any(word == noun or (same and not same.isdisjoint(kinds_of(word))) for word in stems(text))


def _noun(scenario: Scenario, text: str) -> str | None:
    """The kinship or the name in a text, the last if there are several."""
    nouns = [word for word in as_typed(text) if _is_of_kin(word) or _is_name(scenario, word)]
    return plain(nouns[-1]) if nouns else None


def _is_of_kin(typed: str) -> bool:
    return plain(typed) in KIN


def _is_name(scenario: Scenario, typed: str) -> bool:
    return typed[:1].isupper() and plain(typed) in names_of(scenario)
