import io
import json
import os
from collections.abc import Iterable, Iterator

import pytest

from allycoach.cli.protocol import AT_ONCE, answer, answered, as_json, question
from allycoach.reading import Context, Form, Function, Move, MoveKind, Overruled, Reading, Utterance


class Echoing:
    """Answers with one move as long as the reply, and remembers how many it was asked at once."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def read_all(self, pairs: Iterable[tuple[str, Context]]) -> Iterator[Reading]:
        asked = list(pairs)
        self.batches.append(len(asked))
        for text, _ in asked:
            yield Reading(text, (Move(MoveKind.QUESTION, 0, len(text), Form.WH, Function.OPEN),))


def talk(*lines: str | bytes) -> tuple[list[dict[str, object]], list[str], int]:
    raw = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
    out: list[str] = []
    complaints: list[str] = []
    malformed = answer(Echoing(), io.BytesIO(raw), out.extend, complaints.append)
    return [json.loads(line) for line in out], complaints, malformed


def test_answers_come_in_order_with_what_was_sent_as_id() -> None:
    lines = [json.dumps({"id": n, "reply": "x" * n}) for n in range(700)]
    answers, complaints, malformed = talk(*lines)
    assert [each["id"] for each in answers] == list(range(700))
    assert not complaints
    assert not malformed


def test_an_answer_has_what_the_scorer_reads() -> None:
    ((one,), _, _) = talk('{"id": "a", "reply": "What?", "previous": null, "history": null, "unheard": 1}')
    move = {"kind": "question", "form": "wh", "function": "open", "start": 0, "end": 5, "subtype": "", "rule": ""}
    assert one == {"id": "a", "moves": [move], "flags": []}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"\xff\xfe", "it is not JSON in UTF-8"),
        (b'{"id": 1, "reply": "caf', "it is not JSON in UTF-8"),
        (b"[]", "it is not a JSON object"),
        (b'{"reply": "x"}', 'it has no "id"'),
        (b'{"id": 1}', 'it has no "reply" that is text'),
        (b'{"id": 1, "reply": 5}', 'it has no "reply" that is text'),
        (b'{"id": 1, "reply": "", "previous": 5}', 'its "previous" is not text'),
        (b'{"id": 1, "reply": "", "history": "x"}', 'its "history" is not a list'),
        (b'{"id": 1, "reply": "", "history": [{"speaker": "me", "text": ""}]}', '"speaker" (person or helper)'),
        (b'{"id": 1, "reply": "", "history": [5]}', '"speaker" (person or helper)'),
    ],
)
def test_a_malformed_line_is_told_by_number_and_the_others_are_answered(line: bytes, why: str) -> None:
    answers, (complaint,), malformed = talk('{"id": 1, "reply": "a"}', "", line, '{"id": 2, "reply": "b"}')
    assert [each["id"] for each in answers] == [1, 2]
    assert complaint.startswith("Line 3 was not read: ")
    assert why in complaint
    assert malformed == 1


def test_context_is_read() -> None:
    asked = question(b'{"id": 1, "reply": "r", "previous": "p", "history": [{"speaker": "person", "text": "h"}]}')
    assert asked.context == Context("p", (Utterance("person", "h"),))


def test_half_a_surrogate_pair_goes_through() -> None:
    asked = question(b'{"id": "\\ud800", "reply": "\\udfff"}')
    assert json.loads(answered(asked, Reading(asked.reply)).encode("ascii"))["id"] == "\ud800"


def test_an_asker_who_waits_is_answered_at_once() -> None:
    end, start = os.pipe()
    given: list[str] = []
    with os.fdopen(end, "rb") as source, os.fdopen(start, "wb", buffering=0) as asker:
        asker.write(b'{"id": 0, "reply": "a"}\n')

        def write(lines: Iterable[str]) -> None:
            given.extend(lines)
            if len(given) < 3:
                asker.write(b'{"id": %d, "reply": "a"}\n' % len(given))
            else:
                asker.close()

        assert answer(Echoing(), source, write, pytest.fail) == 0
    assert [json.loads(line)["id"] for line in given] == [0, 1, 2]


def test_many_lines_are_read_together() -> None:
    reader = Echoing()
    lines = b"".join(b'{"id": %d, "reply": "a"}\n' % n for n in range(5000))
    given: list[str] = []
    answer(reader, io.BytesIO(lines), given.extend, pytest.fail)
    assert len(given) == 5000
    assert sum(reader.batches) == 5000
    assert max(reader.batches) == AT_ONCE


def test_a_whole_reading_as_json() -> None:
    reading = Reading("x", overruled=(Overruled("advice", 0, 1, "a", "b"),), rules="1")
    assert "overruled" not in json.loads(as_json(reading, explain=False))
    assert json.loads(as_json(reading, explain=True))["overruled"][0]["by"] == "b"
