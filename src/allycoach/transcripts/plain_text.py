"""A transcript as plain text: `Name: words`, times where there are any, and lines that go on."""

from allycoach.catalogue import _

from .labels import Labelled, labelled, without_time
from .said import NotReadError, Said, Talk, lines_of

HOW = _("each turn begins with who speaks, as in “Jo: How are you?”")


def parse(text: str) -> tuple[Said, ...]:
    """What was said, in order. A line without a name goes on with what was being said, and the first name shows how names
    are written here. Raises NotReadError."""
    talk = Talk("\n")
    first: Labelled | None = None
    for number, line in enumerate(lines_of(text), 1):
        begins = labelled(line)
        first = first or begins
        if begins is not None and first is not None and _like(begins, first):
            talk.begin(number, begins.speaker, begins.words)
        elif (words := without_time(line)) and not talk.go_on(words):
            raise NotReadError(number, _("nobody is named as speaking; {how}").format(how=HOW))
    return talk.whole()


def is_transcript(text: str) -> bool:
    """Whether a text looks like a talk, and not like a list of replies: it begins with a name, and so does half of it."""
    lines = [line for line in lines_of(text) if without_time(line)]
    first = labelled(lines[0]) if lines else None
    return first is not None and (first.headed or 2 * sum(labelled(line) is not None for line in lines) >= len(lines))


def _like(begins: Labelled, first: Labelled) -> bool:
    return begins.headed == first.headed and (first.small or not begins.small)
