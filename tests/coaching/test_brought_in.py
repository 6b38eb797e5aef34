"""What is said of a transcript, and of no practice."""

from datetime import UTC, datetime

import pytest

from allycoach.coaching.brought_in import brought_in
from allycoach.conversation.events import Imported, SittingStarted
from allycoach.conversation.sitting import advance

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def said(imported: Imported | None) -> str:
    started = SittingStarted(
        at=AT, sitting="s", scenario="x", scenario_version="", title="T", person="P", model="m", mode="solo", seed=0, app="0",
        imported=imported,
    )  # fmt: skip
    return " ".join(brought_in(advance(None, started)))


@pytest.mark.parametrize(
    ("replaced", "left_out", "words"),
    [
        (
            0,
            0,
            "No names or other details that say who somebody is were found before it was kept; rules can miss some. Consent",
        ),
        (1, 1, "One name or other detail that says who somebody is was replaced before"),
        (1200, 2, "1,200 names or other details that say who somebody is were replaced before"),
        (1, 1, "miss some. One thing that somebody else said is left out. "),
        (1, 2, "miss some. 2 things that others said are left out. "),
    ],
)
def test_what_was_replaced_and_left_out(replaced: int, left_out: int, words: str) -> None:
    assert words in said(Imported("vtt", "We agreed.", typed=True, replaced=replaced, left_out=left_out))


def test_who_agreed_when_and_how() -> None:
    assert said(Imported("jsonl", "We agreed.", typed=True, replaced=1)).endswith(
        "Consent, typed on 22 November 2026: “We agreed.”"
    )
    assert "Consent, given with the command on" in said(Imported("text", "Yes.", typed=False, replaced=1))
    assert "from plain text." in said(Imported("text", "Yes.", typed=False, replaced=1))


def test_nothing_is_said_of_a_practice() -> None:
    assert said(None) == ""
