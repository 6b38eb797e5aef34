"""Readings for programs: one JSON object a line in, one out, in order, each as soon as it can be given."""

import json
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, BinaryIO, Protocol

from allycoach.reading import Context, Reading, Utterance

AT_ONCE = 256
"""Lines read together when they are there already; with fewer there, nobody waits for more."""


class Answers(Protocol):
    """What reads many replies."""

    def read_all(self, pairs: Iterable[tuple[str, Context]]) -> Iterator[Reading]: ...


@dataclass(frozen=True, slots=True)
class Question:
    """One line that came in: `id` is whatever the asker sent, and goes back as it is."""

    id: Any
    reply: str
    context: Context


def answer(
    answers: Answers, source: BinaryIO, write: Callable[[Iterable[str]], None], complain: Callable[[str], None]
) -> int:
    """Answers every line of `source` that is a question; the number of those that are not."""
    malformed = 0
    for batch in _batches(source):
        questions: list[Question] = []
        for number, line in batch:
            try:
                questions.append(question(line))
            except ValueError as error:
                malformed += 1
                complain(f"Line {number} was not read: {error}.")
        readings = answers.read_all((each.reply, each.context) for each in questions)
        write(answered(each, reading) for each, reading in zip(questions, readings, strict=True))
    return malformed


def question(line: bytes) -> Question:
    """The question in one line. Raises ValueError that says in plain English what is wrong."""
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("it is not JSON in UTF-8") from None
    if not isinstance(raw, dict):
        raise ValueError("it is not a JSON object")
    if "id" not in raw:
        raise ValueError('it has no "id"')
    reply, previous = raw.get("reply"), raw.get("previous") or ""
    if not isinstance(reply, str):
        raise ValueError('it has no "reply" that is text')
    if not isinstance(previous, str):
        raise ValueError('its "previous" is not text')
    return Question(raw["id"], reply, Context(previous=previous, history=tuple(_history(raw.get("history")))))


def answered(asked: Question, reading: Reading) -> str:
    """The answer to a question as one line, ASCII only."""
    return json.dumps(
        {
            "id": asked.id,
            "moves": [asdict(move) for move in reading.moves],
            "flags": [asdict(flag) for flag in reading.flags],
        }
    )


def as_json(reading: Reading, *, explain: bool) -> str:
    """A whole reading; what was set aside only on request."""
    whole = asdict(reading)
    if not explain:
        del whole["overruled"]
    return json.dumps(whole, indent=2)


def _history(raw: Any) -> Iterator[Utterance]:
    if raw is None:
        return
    if not isinstance(raw, list):
        raise ValueError('its "history" is not a list')
    for each in raw:
        speaker, text = (each.get("speaker"), each.get("text")) if isinstance(each, dict) else (None, None)
        if speaker not in ("person", "helper") or not isinstance(text, str):
            raise ValueError('its "history" needs entries with "speaker" (person or helper) and "text"')
        yield Utterance(speaker, text)


def _batches(source: BinaryIO) -> Iterator[list[tuple[int, bytes]]]:
    """Numbered lines, as many together as are there, so that an asker who waits for each answer gets it at
    once."""
    lines: queue.Queue[tuple[int, bytes] | BaseException | None] = queue.Queue(maxsize=4 * AT_ONCE)
    threading.Thread(target=_fill, args=(source, lines), daemon=True).start()
    batch: list[tuple[int, bytes]] = []
    while True:
        try:
            got = lines.get(block=not batch)
        except queue.Empty:
            yield batch
            batch = []
            continue
        if isinstance(got, BaseException):
            raise got
        if got is None:
            break
        batch.append(got)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _fill(source: BinaryIO, lines: "queue.Queue[tuple[int, bytes] | BaseException | None]") -> None:
    try:
        for number, line in enumerate(source, start=1):
            if line.strip():
                lines.put((number, line))
        lines.put(None)
    except BaseException as error:
        lines.put(error)
