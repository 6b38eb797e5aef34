"""YAML as we take it: 1.2, one document, within limits, and nothing in it that a terminal could obey."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.content.located import Node, located, plain
from allycoach.content.visible import quoted, visible, width
from allycoach.content.yaml_text import MAX_BYTES, UnreadableError, decode, parse, parse_slowly, read_bytes


def data(text: str) -> object:
    return plain(parse(text))


def refused(text: str | bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        parse(decode(text if isinstance(text, bytes) else text.encode()))
    return located("x.yaml", caught.value.problem, caught.value.text)


def test_words_that_older_yaml_takes_for_truths_stay_words() -> None:
    assert data("[no, yes, on, off, No, Y, n, 12:30, 2027-01-31, 0x1F, 1_000, .inf]") == [
        *["no", "yes", "on", "off", "No", "Y", "n", "12:30", "2027-01-31", "0x1F", "1_000", ".inf"]
    ]


def test_numbers_truths_and_nothing() -> None:
    assert data("[7, -3, +4, 007, 1.5, .5, 2., 1e3, true, False, null, ~, '7', \"true\"]") == [
        *[7, -3, 4, 7, 1.5, 0.5, 2.0, 1000.0, True, False, None, None, "7", "true"]
    ]


def test_keys_are_always_text() -> None:
    assert data("{2: to, true: x, no: y, ~: z}") == {"2": "to", "true": "x", "no": "y", "~": "z"}


def test_folded_and_literal_text() -> None:
    assert data("a: >-\n  one\n  two\nb: |\n  one\n  two\n") == {"a": "one two", "b": "one\ntwo\n"}


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    assert plain(parse(decode(b"\xef\xbb\xbfa: b\r\nc: d\r\n"))) == {"a": "b", "c": "d"}
    assert refused(b"\xef\xbb\xbfa: b\r\nc: @\r\n").startswith("x.yaml:2:4  S001 ")


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n# nothing\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    assert refused(text) == "x.yaml  S001 this file is empty"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x b", "x.yaml:1:4  S001 a: & makes an anchor"),
        ("a: [*x]", "x.yaml:1:5  S001 a[0]: * makes an alias"),
        ("a: !x b", "x.yaml:1:4  S001 a: ! makes a tag"),
        ("a: !!str 5", "x.yaml:1:4  S001 a: ! makes a tag"),
        ("<<: {a: b}", "x.yaml:1:1  S001 << merges keys"),
        ("? [a]\n: b", "x.yaml:1:3  S001 a key must be a word or a phrase"),
        ("%YAML 1.1\n---\na: no", "x.yaml  S001 lines that begin with % are not used"),
        ("a:\n  b: 1\n  b: 2", 'x.yaml:3:3  S002 a: the key "b" is here twice; first on line 2'),
        ("a: 'b\nc: d", "x.yaml:1:4  S001 a quotation mark opens here"),
        ("a: [b", "x.yaml:1:4  S001 a list opened with"),
        ('a: "\\ud800"', "x.yaml:1:4  S001 a: a control character (U+D800)"),
        ("a: b\x00", "x.yaml:1:5  S001 a control character (U+0000)"),
        ("a: b\x85c", "x.yaml:1:5  S001 a control character (U+0085)"),
    ],
)
def test_what_is_refused_and_where(text: str, said: str) -> None:
    assert refused(text).startswith(said)


def test_a_wrong_encoding_is_shown_at_its_byte() -> None:
    assert refused("a: b\ntitle: caf\u00e9".encode("latin-1")) == (
        "x.yaml:2:11  S001 the byte 0xE9 is not UTF-8; save the file again with the encoding UTF-8\n"
        "    2 | title: caf\ufffd\n"
        "      |           ^"
    )
    assert (
        refused("a: b".encode("utf-16"))
        == "x.yaml  S001 this file is saved as UTF-16 or UTF-32; save it again as UTF-8"
    )


def test_a_bomb_of_aliases_is_refused_at_the_first() -> None:
    bomb = "a: &a [x]\n" + "".join(f"k{n}: &k{n} [*a, *a, *a]\n" for n in range(50))
    assert refused(bomb).startswith("x.yaml:1:4  S001 a: & makes an anchor")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_depth_has_a_limit(opening: str) -> None:
    assert "this is nested more than 40 levels deep" in refused(opening * 5000)


def test_forty_levels_are_taken() -> None:
    assert data("[" * 39 + "x" + "]" * 39)


def test_size_has_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert len(read_bytes(path)) == MAX_BYTES
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(UnreadableError, match="larger than 1 MB"):
        read_bytes(path)


def test_a_message_cannot_command_the_terminal() -> None:
    message = refused("a: \x1b]0;owned\x07\x1b[2J\u202e")
    assert message.splitlines()[1] == "    1 | a: ␛]0;owned␇␛[2J<U+202E>"
    assert quoted("\x1b[31m" + "x" * 99) == '"␛[31m' + "x" * 54 + '…"'


@given(st.text())
def test_visible_text_is_one_harmless_line(text: str) -> None:
    shown = visible(text)
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in shown)
    assert len(shown.splitlines()) <= 1
    assert width(shown) >= 0


@given(st.text(alphabet="ab:-[]{}#&*!|>'\"%@`,? \n\t\\\u00e9\x1b~<=01.", max_size=60))
def test_any_text_is_data_or_refused_with_its_place(text: str) -> None:
    shown = outcome(text.encode())
    place = re.match(r"x\.yaml:(\d+):\d+  .", shown)
    assert place is None or 1 <= int(place[1]) <= text.count("\n") + 1
    assert "\x1b" not in shown


_PIECES = [
    "a",
    "b: ",
    "- ",
    "  ",
    "\n",
    "\n  ",
    '"',
    "'",
    "#",
    " #",
    ": ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "|\n",
    ">\n",
    "c: d\n",
]
_PIECES += ["\u00e9", "~", "No", "\\", "\\n", "1.5", "\u2028", "\t", "\U0001f600", "@", "`", "-", "?", "---\n"]


@given(st.lists(st.sampled_from(_PIECES), max_size=14))
def test_the_fast_parser_means_what_the_one_that_explains_means(pieces: list[str]) -> None:
    text = "k:\n- a: " + "".join(pieces)
    assert tree(parse, text) == tree(parse_slowly, text)


def tree(read: Callable[[str], Node], text: str) -> Node | str:
    try:
        return read(text)
    except UnreadableError as error:
        return located("x.yaml", error.problem, error.text)


@given(st.binary(max_size=60))
def test_any_bytes_are_data_or_refused(data: bytes) -> None:
    shown = outcome(data)
    assert "\x1b" not in shown
    assert shown.startswith("data: ") or re.match(r"x\.yaml(:\d+:\d+)?  .", shown)


def outcome(data: bytes) -> str:
    """The data, or the message about it."""
    try:
        return f"data: {plain(parse(decode(data)))}"
    except UnreadableError as error:
        return located("x.yaml", error.problem, error.text)
