"""A transcript as WebVTT captions, with `<v Name>` or `Name:` for who speaks.

Read here and not with a library: those pass over a broken caption in silence, tell no line, and know one voice a caption
where there may be two.
"""

import html
import re
from collections.abc import Iterator

from allycoach.catalogue import _

from .labels import labelled
from .said import NotReadError, Said, Talk, lines_of

# Every repeat is bounded: a line may be a megabyte of anything.
_TIME = r"(?:\d{2,4}:)?[0-5]\d:[0-5]\d\.\d{3}"
_TIMING = re.compile(rf"^\s{{0,4}}{_TIME}\s{{1,4}}-->\s{{1,4}}{_TIME}(?:\s|$)")
_NO_CAPTION = re.compile(r"^(?:NOTE|STYLE|REGION)(?:\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,80})?\s{1,4}([^<>]{0,200})>|</v\s{0,4}>")
_TAG = re.compile(r"<[^<>]{0,200}>")
_ARROW = "-->"

_Line = tuple[int, str]


def parse(text: str) -> tuple[Said, ...]:
    """What was said, in order. A caption without a name goes on with what was being said. Raises NotReadError."""
    lines = lines_of(text)
    if re.match(r"^WEBVTT(?:[ \t]|$)", lines[0]) is None:
        raise NotReadError(1, _("a WebVTT file begins with the word WEBVTT"))
    tagged = _VOICE.search(text) is not None
    talk = Talk(" ")
    for number, voice, line in _voices(lines):
        begins = labelled(line) if not tagged else None
        speaker, words = (begins.speaker, begins.words) if begins is not None else (voice, line)
        if speaker:
            talk.begin(number, speaker, words)
        elif words and not talk.go_on(words):
            raise NotReadError(number, _("nobody is named as speaking; a caption begins with <v Name> or with Name:"))
    return talk.whole()


def _voices(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """Each stretch of a caption: its line, the voice that begins with it or none, and its words."""
    for number, line in _captions(lines):
        before, voice = 0, ""
        for tag in _VOICE.finditer(line):
            words = _plain(line[before : tag.start()])
            if words or voice:
                yield number, voice, words
            voice, before = " ".join(html.unescape(tag[1] or "").split()), tag.end()
        words = _plain(line[before:])
        if words or voice:
            yield number, voice, words


def _captions(lines: list[str]) -> Iterator[_Line]:
    """The lines of words in all captions. Raises NotReadError for a caption without times."""
    for block in _blocks(lines):
        if _NO_CAPTION.match(block[0][1]) is not None and not any(_ARROW in line for _, line in block[:2]):
            continue
        at = next((at for at, (_, line) in enumerate(block[:2]) if _ARROW in line), None)
        if at is None:
            raise NotReadError(block[0][0], _("this caption has no times, such as 00:00:01.000 --> 00:00:04.000"))
        if _TIMING.match(block[at][1]) is None:
            raise NotReadError(block[at][0], _("these times are not written as 00:00:01.000 --> 00:00:04.000"))
        yield from block[at + 1 :]


def _blocks(lines: list[str]) -> Iterator[list[_Line]]:
    """The lines that stand together, without those of the header. A line of times begins a caption even without an empty
    line before it."""
    block: list[_Line] = []
    header = True
    for number, line in enumerate(lines, 1):
        begins = _ARROW in line and (header or any(_ARROW in one for _, one in block) or len(block) > 1)
        if block and (begins or not line.strip()):
            if not header:
                yield block
            block, header = [], False
        if line.strip():
            block.append((number, line))
    if block and not header:
        yield block


def _plain(words: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", words)).split())
