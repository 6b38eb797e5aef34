"""Transcripts in four forms: who said what, or the line that is not understood; any text at all is one or the other."""

import csv
import io
import json
import time

import pytest
import webvtt as another  # an independent writer and reader of the format
from hypothesis import given, settings
from hypothesis import strategies as st

from allycoach.transcripts import forms
from allycoach.transcripts.forms import Form, decoded, form_of, parse
from allycoach.transcripts.said import LONGEST_NAME, MOST, NotReadError, Said

FORMS: tuple[Form, ...] = ("text", "csv", "vtt", "jsonl")


def said(form: Form, text: str, columns: dict[str, str] | None = None) -> list[tuple[str, str]]:
    return [(one.speaker, one.text) for one in parse(form, text, columns)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jo: Hi there.\nSam: Hello.", [("Jo", "Hi there."), ("Sam", "Hello.")]),
        ("Jo: Hi.\nHow are you?\n\nSam: Fine.", [("Jo", "Hi.\nHow are you?"), ("Sam", "Fine.")]),
        ("[00:01] Jo: Hi.\n(0:02:03) Sam: Yes.", [("Jo", "Hi."), ("Sam", "Yes.")]),
        ("00:01 - Jo: Hi.\n00:00:02.500 Sam: Yes.", [("Jo", "Hi."), ("Sam", "Yes.")]),
        ("Jo (00:01): Hi.\nSam [0:02]: Yes.", [("Jo", "Hi."), ("Sam", "Yes.")]),
        ("Jo Smith  0:03\nHi.\nNote: 2 of us.\n\nSam  0:09\nYes.", [("Jo Smith", "Hi.\nNote: 2 of us."), ("Sam", "Yes.")]),
        ("**Jo:** Hi.\n**Sam**: Yes.", [("Jo", "Hi."), ("Sam", "Yes.")]),
        ("ally: so: what now?\nperson: dunno", [("ally", "so: what now?"), ("person", "dunno")]),
        ("Jo: Well.\nthe thing is: I left.\nI think: maybe.", [("Jo", "Well.\nthe thing is: I left.\nI think: maybe.")]),
        ("Jo: When?\n10:30 suits me.", [("Jo", "When?\n10:30 suits me.")]),
        ("Jo: See https://example.org now", [("Jo", "See https://example.org now")]),
        ("Jo:\nHi.\nSam:\nYes.\nKim:", [("Jo", "Hi."), ("Sam", "Yes.")]),
        ("Jo: Hi.\r\nSam: Yes.\rJo: Good.", [("Jo", "Hi."), ("Sam", "Yes."), ("Jo", "Good.")]),
        ("Dr Anna van der Berg: Hi.", [("Dr Anna van der Berg", "Hi.")]),
    ],
)  # fmt: skip
def test_plain_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert said("text", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("speaker,text\nJo,Hi\nSam,Yes", [("Jo", "Hi"), ("Sam", "Yes")]),
        ("Time;Who;Words\n0:01;Jo;Hi, you\n", [("Jo", "Hi, you")]),
        ("Name\tMessage\nJo\tHi\n\tand more\n", [("Jo", "Hi\nand more")]),
        ('speaker,text\nJo,"two\nlines, ""quoted"""\n', [("Jo", 'two\nlines, "quoted"')]),
        ("speaker,text\n\nJo,Hi\nSam,\n,\n", [("Jo", "Hi")]),
        ('text,speaker,x\n"=1+1",Jo,\n', [("Jo", "=1+1")]),
    ],
)
def test_tables(text: str, expected: list[tuple[str, str]]) -> None:
    assert said("csv", text) == expected


def test_columns_may_be_called_anything() -> None:
    assert said("csv", "Wer,Was\nJo,Hi", {"speaker": "wer", "text": "Was"}) == [("Jo", "Hi")]


@pytest.mark.parametrize(
    ("captions", "expected"),
    [
        ("00:00:01.000 --> 00:00:02.000\n<v Jo Smith>Hi <i>you</i> &amp; all</v>", [("Jo Smith", "Hi you & all")]),
        ("00:01.000 --> 00:02.000\n<v.loud Jo>Hi</v> <v Sam>Yes</v>", [("Jo", "Hi"), ("Sam", "Yes")]),
        ("00:01.000 --> 00:02.000\n<v Jo>So what\n\n00:02.000 --> 00:03.000\nnow?", [("Jo", "So what now?")]),
        ("1\n00:01.000 --> 00:02.000 align:start\nJo: Hi\nthere\n\n2\n00:02.000 --> 00:03.000\nSam: Yes",
         [("Jo", "Hi there"), ("Sam", "Yes")]),
        ("NOTE not said\nat all\n\nSTYLE\n::cue{}\n\n00:01.000 --> 00:02.000\n<v Jo>Note: this", [("Jo", "Note: this")]),
        ("00:01.000 --> 00:02.000\nJo: Hi\n00:02.000 --> 00:03.000\nSam: Yes", [("Jo", "Hi"), ("Sam", "Yes")]),
    ],
)  # fmt: skip
def test_captions(captions: str, expected: list[tuple[str, str]]) -> None:
    assert said("vtt", f"WEBVTT - a meeting\nKind: captions\n\n{captions}\n") == expected


def test_utterances() -> None:
    lines = [
        {"id": "u1", "speaker": "Jo", "text": "Hi", "reply_to": None, "timestamp": 0},
        {"id": "u2", "user": {"id": "Sam"}, "text": "Yes ", "reply-to": "u1", "meta": {"x": [1]}},
        {"id": "u3", "speaker": "Jo", "text": None},
        {"speaker": "Jo", "text": "Good", "reply_to": "elsewhere", "conversation_id": "c"},
    ]
    found = parse("jsonl", "\n\n".join(map(json.dumps, lines)))
    assert found == (Said(1, "Jo", "Hi"), Said(3, "Sam", "Yes"), Said(7, "Jo", "Good", "c"))


@pytest.mark.parametrize(
    ("form", "text", "line", "words"),
    [
        ("text", "\n\nHello\nJo: Hi", 3, "nobody is named"),
        ("text", " \n", 0, "nothing is said"),
        ("csv", "a,b\n1,2", 1, "“a”, “b”"),
        ("csv", 'speaker,text\nJo,Hi\nSam,"oh\n', 3, "never closed"),
        ("csv", "speaker,text\n,Hi", 2, "nobody is named"),
        ("csv", f"speaker,text\n{'J' * (LONGEST_NAME + 1)},Hi", 2, "name"),
        ("csv", "", 1, "there are none"),
        ("vtt", "Jo: Hi", 1, "WEBVTT"),
        ("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHi", 4, "nobody is named"),
        ("vtt", "WEBVTT\n\n00:01,000 --> 00:02,000\n<v Jo>Hi", 3, "times"),
        ("vtt", "WEBVTT\n\nJo: Hi\nSam: Yes", 3, "no times"),
        ("jsonl", '{"speaker": "Jo", "text": "Hi"}\n{', 2, "not JSON"),
        ("jsonl", "[1]", 1, "no JSON object|not a JSON object"),
        ("jsonl", '{"text": "Hi"}', 1, "speaker"),
        ("jsonl", '{"speaker": "Jo", "text": 3}', 1, "no text"),
        ("jsonl", '{"speaker": "Jo", "text": "a", "id": 1}\n{"speaker": "Jo", "text": "b", "id": "1"}', 2, "same id"),
        ("jsonl", '{"speaker": "Jo", "text": "a", "reply_to": 2}\n{"speaker": "Sam", "text": "b", "id": 2}', 2, "line 1"),
        ("jsonl", "[" * 100_000, 1, "not JSON"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_with_its_line(form: Form, text: str, line: int, words: str) -> None:
    with pytest.raises(NotReadError, match=words) as refused:
        parse(form, text)
    assert refused.value.line == line
    assert not line or str(refused.value).startswith(f"line {line}: ")


def test_there_is_a_most() -> None:
    with pytest.raises(NotReadError, match="cut the file") as refused:
        parse("text", "Jo: a\nSam: b\n" * (MOST // 2 + 1))
    assert refused.value.line == MOST + 1
    talks = (json.dumps({"speaker": "Jo", "text": "a", "conversation_id": str(n % 3)}) for n in range(2 * MOST))
    assert len(parse("jsonl", "\n".join(talks))) == 2 * MOST  # in each conversation of a file


PIECES = st.sampled_from(
    ["Jo", "Sam Lee", ":", ": ", "\n", "\r\n", "00:01", "[00:01:02]", "-->", "00:01.000 --> 00:02.000", "<v ", ">", "</v>",
     "WEBVTT", "NOTE", '"', ",", ";", "\t", "speaker,text\n", '{"speaker": "Jo", "text": "', '"}', "&amp;", "\0", "é", "\u2028",
     "\ud800", " ", "words here", "**"]
)  # fmt: skip
ANYTHING = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=25).map("".join))


@given(form=st.sampled_from(FORMS), text=ANYTHING, header=st.booleans())
def test_any_text_is_understood_or_refused_with_its_line(form: Form, text: str, header: bool) -> None:
    begins = {"csv": "speaker,text\n", "vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n"}.get(form, "") if header else ""
    lines = (begins + text).replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    found, refused = _found(form, begins + text)
    if refused is not None:
        assert 0 <= refused.line <= lines
        assert refused.why
        return
    assert found
    assert [one.line for one in found] == sorted(one.line for one in found)
    assert all(one.text.strip() and one.speaker and 1 <= one.line <= lines for one in found)


def _found(form: Form, text: str) -> tuple[tuple[Said, ...], NotReadError | None]:
    try:
        return parse(form, text), None
    except NotReadError as error:
        return (), error


NAMES = st.lists(st.from_regex(r"[A-Z][a-zé]{0,8}", fullmatch=True), min_size=1, max_size=3).map(" ".join).filter(
    lambda name: name.split()[0] != "I"
)  # fmt: skip
WORDS = st.lists(st.from_regex(r"[a-zéA-Z',.!?;\"-]{1,9}", fullmatch=True), min_size=1, max_size=8).map(" ".join)
WORDS = WORDS.filter(lambda words: words.strip() == words and words[0].isalpha())
TALKS = st.lists(st.tuples(NAMES, WORDS), min_size=1, max_size=8)


@given(TALKS)
@settings(max_examples=40, deadline=None)
def test_what_was_said_comes_back_from_every_form(talk: list[tuple[str, str]]) -> None:
    assert said("text", "".join(f"{name}: {words}\n" for name, words in talk)) == talk
    table = io.StringIO()
    csv.writer(table).writerows([("speaker", "text"), *talk])
    assert said("csv", table.getvalue()) == talk
    assert said("jsonl", "".join(json.dumps({"speaker": n, "text": w}) + "\n" for n, w in talk)) == talk


@given(TALKS)
@settings(max_examples=40, deadline=None)
def test_captions_that_another_program_writes_are_understood(talk: list[tuple[str, str]]) -> None:
    made = another.WebVTT()
    for second, (name, words) in enumerate(talk):
        times = (f"00:{second:02}:01.000", f"00:{second:02}:02.000")
        made.captions.append(another.Caption(*times, f"<v {name}>{words}</v>"))
    assert said("vtt", made.content) == talk
    assert [(one.voice, one.text) for one in another.from_string(made.content).captions] == talk


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("piece", [" ", "<v ", "a:", "Jo ", "(", "[0", "**", '"', "00:01.000 --> ", "<", "\t:", "A b "])
def test_a_megabyte_of_anything_on_one_line_takes_no_time(form: Form, piece: str) -> None:
    begins = {"csv": "speaker,text\n", "vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n"}.get(form, "")
    started = time.perf_counter()
    for lead in ("", "Jo: ", "a"):
        try:
            parse(form, begins + lead + piece * (1_000_000 // len(piece)))
        except NotReadError:
            continue
    assert time.perf_counter() - started < 5


def test_many_short_lines_take_no_time() -> None:
    started = time.perf_counter()
    (one,) = parse("text", "Jo: a\n" + "b\n" * 200_000)
    assert len(one.text) == 400_001
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [("a.txt", "", "text"), ("a.CSV", "", "csv"), ("a.tsv", "", "csv"), ("a.vtt", "", "vtt"), ("a.jsonl", "", "jsonl"),
     ("a.txt", "WEBVTT\n", "vtt"), ("a", ' {"id"', "jsonl"), ("a", "Jo: Hi", "text")],
)  # fmt: skip
def test_which_form_a_file_is(name: str, text: str, form: Form) -> None:
    assert form_of(name, text) == form


def test_letters() -> None:
    assert decoded("é".encode()) == ("é", False)
    assert decoded("\ufeffé".encode()) == ("é", False)
    assert decoded("é".encode("utf-16")) == ("é", False)
    assert decoded("“é”".encode("cp1252")) == ("“é”", True)


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"PK\x03\x04docx", 0, "Word"),
        (b"%PDF-1.7", 0, "PDF"),
        (b"Jo: a\nSam: \0", 2, "no text"),
        (b"Jo: a\n\xe9\x81", 2, "no text"),
        (b"\xff\xfeJ", 1, "no text"),
        (b"a" * (forms.LARGEST + 1), 0, "larger"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, line: int, words: str) -> None:
    with pytest.raises(NotReadError, match=words) as refused:
        decoded(data)
    assert refused.value.line == line
