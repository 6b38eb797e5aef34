"""One hostile sitting, with a reply of a megabyte, in every form at once."""

from html.parser import HTMLParser

import pytest

from allycoach.coaching.counts import counts_of
from allycoach.coaching.debrief import build
from allycoach.content.library import Layer, load_library, shipped_folder
from allycoach.conversation.sitting import Sitting
from allycoach.redaction.lists import known
from allycoach.redaction.replacing import redaction
from allycoach.redaction.whole_sitting import redacted, texts_of
from allycoach.reports import session_html, session_markdown
from allycoach.reports.session_csv import session_csv
from allycoach.reports.session_json import session_json
from allycoach.reports.xapi import session_xapi

LIBRARY = load_library((Layer("shipped", shipped_folder()),))
NEVER = set("\x00\x07\x1b\x9b\u202e\u202c\u2066\u2069\ud800")


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("src", "href", "srcset")]


def forms(sitting: Sitting) -> dict[str, str]:
    debrief = build(sitting, LIBRARY.scenarios["library-amina"], LIBRARY.coaching)
    counts = counts_of(sitting, who="0" * 32, scenario="library-amina")
    return {
        "md": session_markdown(sitting, debrief),
        "html": session_html(sitting, debrief),
        "csv": session_csv(sitting, debrief),
        "json": session_json(sitting, debrief, counts),
        "xapi": session_xapi(sitting, counts),
        "cohort": counts.model_dump_json(),
    }


@pytest.mark.parametrize("without_names", [False, True])
def test_nothing_in_it_does_anything_anywhere(hostile: Sitting, without_names: bool) -> None:
    if without_names:
        plan, _ = redaction(texts_of(hostile), known(LIBRARY.names))
        hostile = redacted(hostile, plan)
    made = forms(hostile)
    for form, text in made.items():
        assert not NEVER & set(text), form
        text.encode("utf-8")
    for form in ("md", "html", "csv", "json"):
        assert "x" * 999_990 in made[form], form
    assert not Tags(made["html"]).found & {"script", "img", "a", "iframe", "object", "link", "form"}
    assert "<script" not in made["md"]
