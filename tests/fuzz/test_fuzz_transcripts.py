"""Transcripts of any form, spoilt or made up: brought in whole, or refused with a clear sentence and nothing kept."""

import json
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.cli.asked import asked_in
from allycoach.cli.importing import Agreed, bring_in
from allycoach.cli.shelves import journal
from allycoach.cli.transcript import HowRead
from allycoach.conversation.sitting import fold
from allycoach.errors import AllycoachError
from allycoach.signs import visible
from allycoach.transcripts.forms import decoded
from allycoach.transcripts.said import NotReadError
from tests.shipped import shipped
from tests.stand_ins import SimpleReader, Typed

from .clear import must_be_clear
from .spoiling import FUZZED, NASTY, randoms, spoilt_bytes, spoilt_value

TEXT = """Ally: What's been happening for you, Siân?
Person: The café let me go — I've been at 12 Mill Road since March.
  And it's cold.
[00:01:10] Ally: So it stopped, and no one said why?
Person: 07700 900123 is my number. You should ring "Dave".
"""
CSV = """speaker,text,time
Ally,"What's been ""happening"", Siân?",1
Person,"The café.
Two lines.",2
,And more,3
Ally,You should ring them;4
"""
VTT = """WEBVTT - a talk

NOTE nothing

1
00:00:01.000 --> 00:00:04.000 line:0
<v Ally>What's been <i>happening</i>?</v>

00:00:05.000 --> 00:00:09.500
<v Person>It stopped, &amp; nobody said.</v>
"""
TURNS = [
    {"id": "1", "conversation_id": "a", "speaker": "Ally", "text": "What's been happening?", "timestamp": 1},
    {"id": "2", "conversation_id": "a", "speaker": {"id": "Person"}, "text": "It stopped in March.", "reply_to": "1"},
    {"id": 3, "conversation_id": "a", "speaker": "Ally", "text": "You should ring them.", "reply_to": "2"},
]
JSONL = "\n".join(json.dumps(turn) for turn in TURNS) + "\n"
FORMS = {"txt": TEXT, "csv": CSV, "vtt": VTT, "jsonl": JSONL, "srt": VTT.partition("\n\n")[2], "md": TEXT, "docx": TEXT}
SPEAKERS = ("", "", "ally=Ally,person=Person", "ally=,person=", "ally=Ally", "x=y", "ally=Ally,person=Ally", "=,=,=")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLYCOACH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("allycoach.language.reader.load_reader", lambda _library, **_kept: SimpleReader())
    monkeypatch.setattr("allycoach.cli.importing.library", lambda _extra: shipped())


def tried(data: bytes, name: str, how: HowRead) -> None:
    terminal = Typed()
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        try:
            sitting = bring_in(file, how, Agreed(consent=True, unseen=True), terminal)
        except AllycoachError as error:
            must_be_clear(error)
        else:
            assert fold(journal().events(sitting)).turns
        assert not [line for line in terminal.said if "\x1b" in line]


@pytest.mark.parametrize("form", sorted(FORMS))
@FUZZED
@given(rng=randoms())
def test_a_transcript_with_accidents(form: str, rng: Random) -> None:
    other = FORMS[rng.choice(sorted(FORMS))]
    encoding = rng.choice(("utf-8", "utf-8", "utf-16", "cp1252", "utf-32", "utf-8-sig"))
    data = spoilt_bytes(FORMS[form].encode(encoding, "replace"), rng, other.encode())
    tried(data, f"talk.{form}", HowRead(speakers=rng.choice(SPEAKERS), others=rng.choice((None, "drop"))))


@FUZZED
@given(rng=randoms())
def test_turns_with_other_values(rng: Random) -> None:
    lines = [json.dumps(spoilt_value(turn, rng)) for turn in TURNS]
    tried("\n".join(lines).encode(), "talk.jsonl", HowRead(speakers=rng.choice(SPEAKERS)))


@FUZZED
@given(data=st.binary(max_size=200), form=st.sampled_from(sorted(FORMS)))
def test_any_bytes(data: bytes, form: str) -> None:
    tried(data, f"talk.{form}", HowRead())


@FUZZED
@given(columns=st.text(max_size=30) | st.sampled_from(NASTY), speakers=st.text(max_size=30) | st.sampled_from(NASTY))
def test_any_words_in_the_options(columns: str, speakers: str) -> None:
    tried(CSV.encode(), "talk.csv", HowRead(columns=columns, speakers=speakers, conversation=columns))


@pytest.mark.parametrize("form", ["txt", "csv", "jsonl", "vtt"])
@FUZZED
@given(rng=randoms())
def test_replies_to_be_read_one_by_one(form: str, rng: Random) -> None:
    """`allycoach analyse FOLDER`: what is not understood is told of, and the rest goes on."""
    begun = FORMS[form].replace("text", "reply") if form != "txt" and rng.random() < 0.5 else FORMS[form]
    told: list[str] = []
    try:
        text, _ = decoded(spoilt_bytes(begun.encode(), rng))
        asked = list(asked_in(f"talk.{form}", text, "", told.append))
    except NotReadError as error:
        told.append(f"talk was not read: {error}.")
    else:
        assert all(isinstance(one.reply, str) and one.line >= 1 and one.context for one in asked)
    must_be_clear(*map(visible, told))
