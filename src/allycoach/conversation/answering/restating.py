"""What they say when they are asked to say a thing again, or what they meant by it: their own words for it once more."""

import re
from functools import lru_cache

from allycoach.conversation.hearing.alike import kinds_of
from allycoach.conversation.hearing.asking import content_of
from allycoach.conversation.hearing.words import tokens
from allycoach.conversation.person.anybodys_words import AGAIN, MEANT
from allycoach.conversation.person.introducing import TITLES, in_small_letters
from allycoach.conversation.person.lines import Line, every_line, lines
from allycoach.conversation.person.situation import Piece, Situation

_SAID = "{said}"
_SENTENCE = re.compile(r"[^.?!…]*[^.?!…\s][^.?!…]*[.?!…]+['\"’”]?")
_LEAST, _MOST = 3, 24
_IN_A_ROW = 3
_KEEPS_ITS_CAPITAL = frozenset(("I", "I'm", "I've", "I'd", "I'll"))


def meant(s: Situation, asked: str) -> Piece | None:
    """What they meant, in the words in which they said it."""
    return _again(s, asked, "meant", MEANT)


def said_again(s: Situation, asked: str) -> Piece | None:
    """The end of what they said last, once more."""
    return _again(s, asked, "again", AGAIN)


def as_before(s: Situation, sentence: str) -> Piece | None:
    """A sentence that they have said already, when a question asks for what is in it."""
    return _framed(s, sentence, "again", AGAIN)


def _again(s: Situation, asked: str, name: str, frames: tuple[str, ...]) -> Piece | None:
    sentence = taken_up(s, asked)
    return _framed(s, sentence, name, frames) if sentence else None


def _framed(s: Situation, sentence: str, name: str, frames: tuple[str, ...]) -> Piece | None:
    line = (
        s.choose(lines("restates", s.scenario.restates), "restates")
        or s.choose(lines(f"restates.{name}", frames), "restates")
        or s.choose([*lines("restates.meant", MEANT), *lines("restates.again", AGAIN)], "restates")
    )
    if line is None:
        return None
    return Piece((Line(line.id, _filled(s, line.text, sentence)),), "restated", s.state.current)


def taken_up(s: Situation, asked: str) -> str:
    """The sentence of theirs that a question takes up: the one with its words, the last answer's before older ones; or
    else the last that says anything."""
    about = content_of(asked)
    last = spoken(s, s.state.last) or spoken(s, _of_the_current(s))
    best = _word_for_word(asked, [*last, *spoken(s, s.state.said)]) or _most_like(about, last)
    if not best and len(about) > 1:
        best = _most_like(about, spoken(s, s.state.said), least=2)
    return best or next((each for each in reversed(last) if _LEAST <= len(tokens(each)) <= _MOST), "")


def _of_the_current(s: Situation) -> tuple[str, ...]:
    """The lines told last of the topic in the air: for when the last answer had no words of its own."""
    depth = s.state.told.get(s.state.current or "")
    return tuple(sorted(each for each in s.state.said if each.startswith(f"topics.{s.state.current}.lines.{depth}.")))


def _word_for_word(asked: str, sentences: list[str]) -> str:
    """The first sentence of which a question has three words or more in a row."""
    words = tokens(asked)
    runs = {words[at : at + _IN_A_ROW] for at in range(len(words) - _IN_A_ROW + 1)}
    for sentence in sentences:
        said = tokens(sentence)
        if any(said[at : at + _IN_A_ROW] in runs for at in range(len(said) - _IN_A_ROW + 1)):
            return sentence
    return ""


def _most_like(about: frozenset[str], sentences: list[str], least: int = 1) -> str:
    scored = [(in_common(about, each), -number, each) for number, each in enumerate(sentences)]
    points, _, sentence = max(scored, default=(0, 0, ""))
    return sentence if points >= least else ""


def in_common(about: frozenset[str], sentence: str) -> int:
    """How many of the words are in a sentence, themselves or others for the same."""
    said, kinds = content_of(sentence), _kinds_in(sentence)
    return sum(word in said or not kinds.isdisjoint(kinds_of(word)) for word in about)


@lru_cache(maxsize=2048)
def _kinds_in(sentence: str) -> frozenset[int]:
    """The groups of words for the same that a sentence has any of."""
    return frozenset(kind for word in content_of(sentence) for kind in kinds_of(word))


def spoken(s: Situation, ids: tuple[str, ...] | frozenset[str]) -> list[str]:
    """The sentences of lines that were said, but for those that had somebody else's words put into them."""
    known = every_line(s.scenario)
    texts = (known[each] for each in (ids if isinstance(ids, tuple) else sorted(ids)) if each in known)
    return [sentence for text in texts if "{" not in text for sentence in _sentences_of(text)]


@lru_cache(maxsize=2048)
def _sentences_of(text: str) -> tuple[str, ...]:
    return tuple(sentence.strip() for sentence in _SENTENCE.findall(text))


def _filled(s: Situation, frame: str, sentence: str) -> str:
    before = frame.partition(_SAID)[0].rstrip()
    if before.endswith((",", ":")) and before:
        first = sentence.split()[0].strip("'\"‘“,.")
        keeps = first.lower() in TITLES or first in _KEEPS_ITS_CAPITAL or not in_small_letters(s.scenario, first)
        sentence = sentence if keeps else sentence[:1].lower() + sentence[1:]
    return frame.replace(_SAID, sentence)
