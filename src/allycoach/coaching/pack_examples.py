"""A pack's own answers held against the analyser: what is shown as poor carries its flag, what is shown as good does not."""

from collections.abc import Iterator

from allycoach.content.schema.pack import Answer, Pack
from allycoach.reading import Context, FlagKind, Reader, Strength
from allycoach.spoken import kind_name

from .drill_examples import Fault


def faults(pack: Pack, reader: Reader) -> Iterator[Fault]:
    """A place in the file and what is wrong there."""
    for number, part in enumerate(pack.parts):
        for place, answer in enumerate(part.answers):
            for at, said in _of_answer(answer, reader):
                yield ("parts", number, "answers", place, *at), said


def _of_answer(answer: Answer, reader: Reader) -> Iterator[Fault]:
    if answer.poor is not None and answer.slip is not None and answer.slip not in _flags(answer.poor, answer, reader):
        yield ("poor",), f"this is shown as {kind_name(answer.slip)}, and is not heard as that"
    for number, line in enumerate(answer.good):
        found = _flags(line, answer, reader)
        if found:
            yield ("good", number), f"this is shown as good, and is heard as {', '.join(map(kind_name, found))}"


def _flags(line: str, answer: Answer, reader: Reader) -> tuple[FlagKind, ...]:
    """The kinds of flag, each once; what is only worth a note is left out unless it is the slip itself."""
    reading = reader.read(line, Context(answer.person or ""))
    heard = (flag for flag in reading.flags if flag.kind == answer.slip or flag.strength.rank > Strength.NOTE.rank)
    return tuple(dict.fromkeys(flag.kind for flag in heard))
