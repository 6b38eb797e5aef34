import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from allycoach.reports.literal import literal, literal_line
from allycoach.signs import visible

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = "# hi <script>alert(1)</script> [x](y) \x1b[31m | ~~a~~ **b** `c` ![d](e) &lt; &#60; https://f.org"
SIGNS = st.text(alphabet="#*_`[]()<>|~!&;:/-+=.0129 \n\\$aw'\"\t\r\x1b\u202e")


def shown(markdown: str) -> str:
    """What a reader of one paragraph sees; anything but text and line ends fails."""
    opening, inline, closing = MARKDOWN.parse(markdown)
    assert (opening.type, inline.type, closing.type) == ("paragraph_open", "inline", "paragraph_close")
    parts = []
    for token in inline.children or []:
        assert token.type in {"text", "hardbreak"}, token
        parts.append("\n" if token.type == "hardbreak" else token.content)
    return "".join(parts)


def meant(text: str) -> str:
    lines = (line.strip() for line in visible(text.replace("\r\n", "\n")).split("\n"))
    return "\n".join(line for line in lines if line)


@given(st.one_of(SIGNS, st.text(alphabet=st.characters(exclude_categories=()))))
def test_any_text_is_shown_as_itself(text: str) -> None:
    if meant(text):
        assert shown(literal(text)) == meant(text)
    else:
        assert literal(text) == ""


def test_hostile_text_is_only_text() -> None:
    assert shown(literal(HOSTILE)) == visible(HOSTILE)
    assert "<" not in literal(HOSTILE)
    assert "\x1b" not in literal(HOSTILE)


@pytest.mark.parametrize("text", ["https://f.org", "HTTP://f.org", "see www.g.org"])
def test_nothing_becomes_a_link(text: str) -> None:
    assert not re.search(r"https?://|www\.", literal(text), re.IGNORECASE)
    assert shown(literal(text)) == text


def test_ordinary_words_stay_readable() -> None:
    text = "I've sent a lot off. You stop counting! (Nine months - one interview; R&D.) What's next?"
    assert literal(text) == text


def test_a_cell_stays_one_cell() -> None:
    rows = MARKDOWN.parse(f"| a | b |\n| --- | --- |\n| {literal_line('x | y' + chr(10) + '| z')} | w |")
    assert [token.content for token in rows if token.type == "inline"] == [
        "a",
        "b",
        "x &#124; y &#124; z",
        "w",
    ]
