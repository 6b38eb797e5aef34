"""`allycoach lens`: a saved sitting through another conversation model."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from allycoach.cli.lens import lens_lines
from allycoach.conversation.events import PersonSpoke, ReplySent, SittingStarted
from allycoach.conversation.tracker import locate, track
from allycoach.errors import ContentError
from allycoach.journal import Journal
from allycoach.reading import Reading, Utterance
from tests.shipped import shipped

AT = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
TALK = (
    ("What's happening for you at the moment?", "I lost my job in March and I've been sending things off since."),
    ("What would good look like for you?", "I'd love a job where I talk to people all day, I think."),
    ("What will you do first, this week?", "I'll ask at the centre on Thursday."),
)


def saved(home: Path) -> None:
    with Journal(home).create("20261121-200000-library-amina-0001") as log:
        log.append(
            SittingStarted(
                at=AT, sitting="20261121-200000-library-amina-0001", scenario="library-amina", scenario_version="1.0",
                title="Amina", person="Amina", model="four_question", mode="coach", seed=1, app="0",
            )
        )  # fmt: skip
        log.append(PersonSpoke(at=AT, turn=0, text="Hi. Sorry."))
        for turn, (reply, answer) in enumerate(TALK, 1):
            log.append(ReplySent(at=AT, turn=turn, text=reply, reading=Reading(reply)))
            log.append(PersonSpoke(at=AT, turn=turn, text=answer))


def test_each_turn_is_placed_in_the_other_model(home: Path) -> None:
    saved(home)
    said = "\n".join(lens_lines("last", "grow", None))
    for turn, stage in enumerate(("reality", "goal", "will"), 1):
        assert f"Turn {turn}, {stage}." in said
    assert "Practice record, not assessment." in said


def test_an_unknown_model_is_named_with_those_there_are(home: Path) -> None:
    saved(home)
    with pytest.raises(ContentError, match="grow"):
        list(lens_lines("last", "gorw", None))


@pytest.mark.parametrize("model", ["four_question", "grow", "oskar", "clear", "egan", "creative_career_coaching"])
def test_every_opener_places_the_talk_in_its_own_stage(model: str) -> None:
    shown = shipped().model(model)
    astray = []
    for stage in shown.stages:
        for opener in stage.openers:
            place = locate(shown, [Utterance("person", "Hello."), Utterance("helper", opener.say)])
            if stage.id not in (place.stage, place.moving_to):
                astray.append(f"{stage.id}: {opener.say} -> {place.stage}")
    assert astray == []


def test_the_last_place_is_where_the_talk_is() -> None:
    shown = shipped().model("egan")
    talk = [each for r, a in TALK for each in (Utterance("helper", r), Utterance("person", a))]
    assert list(track(shown, talk))[-1] == locate(shown, talk)
