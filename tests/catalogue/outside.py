"""What of a text stands outside the brackets of the made-up language, and is no content either."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from allycoach.content.library import Library

KEYS = frozenset("enter esc space tab backspace ctrl+e ctrl+j ctrl+l ctrl+p ctrl+q ctrl+t ctrl+z".split())
"""As keyboards have them."""
OWN = (
    r"allycoach",  # its own name
    # what the readers that stand in here say
    r"This question brings its own idea with it\.|These words bring an idea\.|This can be answered with a yes\.",
    # what is typed
    r"What matters to you there\?|Have you thought about a (course|shop)\?|So it is the money\.|How would that be\?",
    r"Have you|thought about a course\?|a draft|The end\.|What went well\?|It was hard in turn 2\.|a job|what|ask|a|b|what now\?",
    r"(have you thought about)? ?(care work)?[?\".]*",
    r"Nothing said so far points to another part.*|(You|They) said “.*”.*",  # where the talk is: English, as its cues
    r"🔎|Search for commands….*",  # the palette's own, from the library of the screens
)
HELP = (
    r"Usage:.*|Options:|Arguments:|Commands:|Show this message and exit\.|\[default: \d+;|x>=1\]|(\[.*\] ?)+|-.*",
    r"\[?[A-Za-z.]+\]?( <[^ ]*>)?|<.*>",
)
"""What the library of the command line says itself, names of options and what they take."""


class Content:
    """Every sentence there is in the content, and what people have `said` out of it, to be known again."""

    def __init__(self, library: Library, said: Iterable[str] = ()) -> None:
        self.whole = {_plain(text) for text in (*_texts(library), *said)}
        self.sentences = {part for text in self.whole for part in _sentences(text)} | self.whole
        self.all = "\n".join(self.whole)

    def has(self, piece: str) -> bool:
        """Whether it is a sentence of the content, a stretch of one, or the beginning of one that was cut."""
        if piece.endswith(".") and self.has(piece.removesuffix(".")):
            return True
        if all(part in self.whole or part.isdigit() for part in re.split(r": | (?=\d+$)", piece)):
            return True
        if piece in self.sentences or piece.upper() in {each.upper() for each in self.whole if len(each) < 40}:
            return True
        if " " in piece and f" {piece}\n" in f"{self.all}\n":
            return True  # what a line of the content ends with
        return len(piece.split()) >= 4 and piece.rstrip("…").strip() in self.all


def outside(text: str) -> str:
    """The text without what is in brackets, however deep; an unclosed one ends with the text."""
    depth, left = 0, []
    for sign in text:
        depth += sign == "⟦"
        if not depth:
            left.append(sign)
        if sign == "⟧":
            depth = max(depth - 1, 0)
            left.append("\n")
    return "".join(left)


def missed(text: str, content: Content, *, allowed: Iterable[str] = ()) -> list[str]:
    """Words for people that a translator cannot reach."""
    fine = re.compile("|".join((*OWN, *allowed)))
    found = []
    for raw in re.split(r"\n|\t| {2,}| · ", outside(text)):
        piece = _clean(raw)
        if piece in KEYS or fine.fullmatch(raw.strip()) or content.has(piece):
            continue
        found += [each for each in _sentences(piece) if not fine.fullmatch(each) and not content.has(each)]
    return [each for each in found if re.search("[A-Za-z]{2}", each)]


def text_of_page(page: str) -> str:
    """What of an HTML page is read, the titles of its drawings too."""
    page = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    labels = "\n".join(re.findall(r'aria-label="([^"]*)"', page))
    return html.unescape(re.sub(r"<[^>]*>", "\n", page)) + "\n" + html.unescape(labels)


def _clean(piece: str) -> str:
    """Without the number or name that it begins with, and signs around it."""
    return _plain(re.sub(r"^([A-Z]+: |[a-z0-9-]+: |\w+:\*\* |\d+[:.)]? |[^a-zA-Z\d\"“'…]+)|[|*]", "", piece)).strip(
        '“”"*#>|-–: '
    )


def _sentences(text: str) -> Iterator[str]:
    return (part.strip("“”\"' ") for part in re.split(r"(?<=[.?!…])[”\"]? ", text) if part.strip())


def _plain(text: str) -> str:
    return " ".join(text.split())


def _texts(thing: object) -> Iterator[str]:
    """Every text in the content."""
    if isinstance(thing, Library):
        for name in Library.__dataclass_fields__:
            if name not in ("failures", "origins"):
                yield from _texts(getattr(thing, name))
    elif isinstance(thing, BaseModel):
        yield from _texts(thing.model_dump())
    elif isinstance(thing, str):
        yield str(thing)
    elif isinstance(thing, Mapping):
        for value in thing.values():
            yield from _texts(value)
    elif isinstance(thing, Iterable):
        for value in thing:
            yield from _texts(value)
