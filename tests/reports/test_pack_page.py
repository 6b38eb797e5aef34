"""A pack on paper: each sheet for those it is for, room to write, and nothing but text from whoever wrote it."""

from html.parser import HTMLParser

import pytest

from allycoach.content.library import Library
from allycoach.reports.pack import pack_html


class Page(HTMLParser):
    """The elements of a page, and the text that is read in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def count(self, tag: str, **wanted: str) -> int:
        return sum(
            name == tag and all(attrs.get(key.rstrip("_")) == value for key, value in wanted.items())
            for name, attrs in self.elements
        )


def test_three_sheets_each_with_a_heading_of_its_own(shipped: Library) -> None:
    page = Page(pack_html(shipped.pack("ask-dont-tell"), shipped))
    assert page.count("section", class_="sheet") == 3
    assert page.count("h1") == 3
    assert {attrs.get("aria-labelledby") for tag, attrs in page.elements if tag == "section"} == {
        "plan",
        "cards",
        "answers",
    }
    assert page.count("html", lang="en-GB") == 1
    assert page.count("th", scope="col") == 4


def test_answers_are_on_their_own_sheet_and_on_no_card(shipped: Library) -> None:
    pack = shipped.pack("ask-dont-tell")
    good = "What would you like someone to notice first?"
    assert good in Page(pack_html(pack, shipped, sheets="answers")).text
    for sheet in ("plan", "cards"):
        assert good not in Page(pack_html(pack, shipped, sheets=sheet)).text


def test_cards_have_what_is_known_before_and_room_to_write(shipped: Library) -> None:
    pack = shipped.pack("ask-dont-tell")
    page = Page(pack_html(pack, shipped, sheets="cards"))
    amina = shipped.scenario("library-amina")
    assert amina.person.brief in page.text
    assert amina.person.hidden not in page.text
    assert page.count("div", class_="card") == 3
    assert page.count("div", class_="write") == 2 * (4 + 1 + 2)
    assert pack.take_away in page.text
    assert "nobody collects it" in page.text


def test_the_minutes_run_from_nothing_to_the_end(shipped: Library) -> None:
    for pack in shipped.packs.values():
        text = Page(pack_html(pack, shipped, sheets="plan")).text
        assert all(part.title in text and part.task in text for part in pack.parts)
        assert f"{pack.minutes} min" in text
        assert "not here" not in text


def test_it_needs_no_network_and_breaks_between_sheets(shipped: Library) -> None:
    html = pack_html(shipped.pack("whose-plan-is-it"), shipped)
    page = Page(html)
    assert not [tag for tag, attrs in page.elements if tag in ("script", "link", "img", "iframe") or attrs.get("src")]
    assert "break-before: page" in html
    assert "default-src 'none'" in html


@pytest.mark.parametrize(
    "bad", ["<script>alert(1)</script>", '"><img src=x onerror=y>', "{{ 7 * 7 }}", "\x1b[2J\u202e"]
)
def test_whatever_is_written_in_a_pack_is_only_text(shipped: Library, bad: str) -> None:
    pack = shipped.pack("ask-dont-tell")
    texts = {"title": bad, "task": bad, "do": (bad,), "say": (bad,), "write": (bad,)}
    part = pack.parts[1].model_copy(update=texts)
    hostile = pack.model_copy(
        update={"title": bad, "for_whom": bad, "aims": (bad,), "bring": (bad,), "take_away": bad, "parts": (part,)}
    )
    page = Page(pack_html(hostile, shipped))
    assert not [tag for tag, _ in page.elements if tag in ("script", "img")]
    assert "\x1b" not in page.text
    assert "\u202e" not in page.text
    assert "49" not in page.text
    if bad.isascii() and bad.isprintable():
        assert page.text.count(bad) >= 9


def test_what_is_not_here_is_said_and_the_rest_is_printed(shipped: Library) -> None:
    page = Page(pack_html(shipped.pack("ask-dont-tell"), Library()))
    assert 'Look: this uses the drill "advice-to-question", which is not here.' in page.text
    assert "What helped, and what did not" in page.text
