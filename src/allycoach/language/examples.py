"""Every cue's own examples, read: `catch` must be caught and `leave` left alone. The same for shipped and user files."""

from collections.abc import Iterator
from dataclasses import dataclass

from allycoach.content.schema.phrasebank import Cue, Example, Exchange, PhraseFile
from allycoach.reading import Context, Reader, Reading, Utterance


@dataclass(frozen=True, slots=True)
class Failing:
    """An example that does not read as it says. `at` is its place in the file, such as ("cues", 3, "catch", 0)."""

    file: PhraseFile
    at: tuple[str | int, ...]
    said: str


def check_examples(file: PhraseFile, reader: Reader) -> list[Failing]:
    """Read every example of a phrase file. An empty list means that all of them hold."""
    return [*_of_cues(file, reader), *_of_file(file, reader)]


def _of_cues(file: PhraseFile, reader: Reader) -> Iterator[Failing]:
    for number, cue in enumerate(file.cues):
        for index, example in enumerate(cue.catch):
            if not _caught_by(cue, file, _read(example, reader)):
                yield Failing(file, ("cues", number, "catch", index), f'not caught by {cue.id}: "{_reply(example)}"')
        for index, example in enumerate(cue.leave):
            if _caught_by(cue, file, _read(example, reader)):
                yield Failing(
                    file, ("cues", number, "leave", index), f'wrongly caught by {cue.id}: "{_reply(example)}"'
                )


def _of_file(file: PhraseFile, reader: Reader) -> Iterator[Failing]:
    for name, examples, wanted in (("catch", file.catch, True), ("leave", file.leave, False)):
        for index, example in enumerate(examples):
            if _kind_found(file, _read(example, reader)) != wanted:
                fault = "not caught" if wanted else "wrongly caught"
                yield Failing(file, (name, index), f'{fault} as {file.kind}: "{_reply(example)}"')


def _caught_by(cue: Cue, file: PhraseFile, reading: Reading) -> bool:
    rules = {flag.rule for flag in reading.flags if flag.kind == file.kind} if file.what == "flag" else set()
    return cue.id in rules | {move.rule for move in reading.moves}


def _kind_found(file: PhraseFile, reading: Reading) -> bool:
    found = reading.flags if file.what == "flag" else reading.moves
    return any(one.kind == file.kind for one in found)


def _read(example: Example, reader: Reader) -> Reading:
    if isinstance(example, str):
        return reader.read(example, Context())
    return reader.read(example.reply, Context(example.previous, tuple(_utterance(line) for line in example.history)))


def _utterance(line: str) -> Utterance:
    speaker, _, said = line.partition(":")
    return Utterance("helper" if speaker.strip() == "helper" else "person", said.strip())


def _reply(example: Example) -> str:
    return example.reply if isinstance(example, Exchange) else example
