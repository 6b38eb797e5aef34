"""A transcript as a sitting: read in its context, kept whole, looked at, and never gone on with."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.coaching.debrief import build
from allycoach.conversation.events import EVENT, Imported, PersonSpoke, ReplySent
from allycoach.conversation.sitting import Sitting, fold
from allycoach.errors import NotSaved, OnlyLookedAt
from allycoach.journal import Journal, new_sitting_id
from allycoach.practice.importing import NOBODY, About, as_events
from allycoach.practice.practice import Practice
from allycoach.transcripts.speakers import Role, Turn
from tests.shipped import shipped
from tests.stand_ins import EVENING, Kept, SimpleReader, ticking

HOW = Imported("text", "We agreed.", typed=True, replaced=2, left_out=1)


def turns(*said: str) -> tuple[Turn, ...]:
    """The ally's lines begin with >."""
    made: list[Turn] = []
    for line, words in enumerate(said, 1):
        role: Role = "ally" if words.startswith(">") else "person"
        made.append(Turn(role, words.removeprefix(">"), (line,)))
    return tuple(made)


def sitting(*said: str, reader: SimpleReader | None = None) -> Sitting:
    about = About("20261121-203104-imported-0001", "A talk", "four_question", HOW)
    return fold(as_events(turns(*said), about, reader=reader or SimpleReader(), at=EVENING))


def test_it_is_a_whole_sitting_that_says_how_it_came() -> None:
    made = sitting("Hello.", ">What brings you?", "Work.", ">And?", "Nothing.")
    assert [(one.speaker, one.text) for one in made.utterances] == [
        ("person", "Hello."), ("helper", "What brings you?"), ("person", "Work."), ("helper", "And?"), ("person", "Nothing."),
    ]  # fmt: skip
    assert (made.opening.text if made.opening else "", [turn.reply.turn for turn in made.turns]) == ("Hello.", [1, 2])
    assert (made.imported, made.how, made.helper, made.started.scenario) == (HOW, "imported", "Ally", NOBODY)
    assert made.ended is not None
    assert {event.at for event in (made.started, made.ended, *(turn.reply for turn in made.turns))} == {EVENING}


def test_each_reply_is_read_as_an_answer_to_what_was_said_before_it() -> None:
    reader = SimpleReader()
    sitting(">Hi.", "Hello.", ">What brings you?", "Work.", ">And?", reader=reader)
    first, second, third = (reader.asked[words] for words in ("Hi.", "What brings you?", "And?"))
    assert (first.previous, first.history) == ("", ())
    assert (second.previous, [one.text for one in second.history]) == ("Hello.", ["Hi."])
    assert (third.previous, [one.text for one in third.history]) == ("Work.", ["Hi.", "Hello.", "What brings you?"])


def test_the_same_reading_as_today_s_rules_give_it() -> None:
    from allycoach.coaching.replay import reread

    made = sitting("I left.", ">You should ring.", "Hm.", ">What then?")
    assert reread(made, SimpleReader()).differences == ()


def test_the_debrief_has_measures_and_nothing_that_only_a_made_up_person_has() -> None:
    seen = build(sitting("a", *[">What then?", "So it goes."] * 6), None, shipped().coaching)
    assert (seen.mode, seen.turns, seen.openness, seen.best, seen.hidden, seen.moments) == (
        "imported",
        6,
        (),
        None,
        "",
        (),
    )
    assert {"questions", "share_of_words"} <= {one.id for one in seen.measures}


def test_it_is_not_gone_on_with() -> None:
    events = as_events(turns(">Hi."), About("x", "A talk", "four_question", HOW), reader=SimpleReader(), at=EVENING)
    log: Kept[object] = Kept()
    with pytest.raises(OnlyLookedAt, match=r"cannot be gone on with\. It is kept as x\."):
        Practice.resume(events=events, library=shipped(), reader=SimpleReader(), log=log, clock=ticking())
    assert log.events == []


def test_no_scenario_can_have_its_id() -> None:
    from pydantic import TypeAdapter, ValidationError

    from allycoach.content.schema.base import Id

    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(NOBODY)


def test_it_is_kept_whole_or_not_at_all_and_listed_as_imported(tmp_path: Path) -> None:
    journal, name = Journal(tmp_path), new_sitting_id("imported", now=EVENING, random=Random(1))
    events = as_events(turns("a", ">b?"), About(name, "A talk", "grow", HOW), reader=SimpleReader(), at=EVENING)
    with journal.create(name) as log:
        log.append_all(events)
        before = journal.path(name).read_bytes()
        journal.path(name).write_bytes(before + b"x\n")
        with pytest.raises(NotSaved):
            log.append_all(events)
    assert journal.path(name).read_bytes() == before + b"x\n"
    assert journal.events(name)[: len(events)] == events
    (listed,) = journal.sittings()
    assert (listed.mode, listed.turns, listed.ended, listed.person) == ("imported", 1, True, "Person")


@given(st.lists(st.tuples(st.booleans(), st.text(min_size=1, max_size=30)), min_size=1, max_size=12))
def test_any_words_survive_the_disk(said: list[tuple[bool, str]]) -> None:
    alternating = [one for n, one in enumerate(said) if not n or one[0] != said[n - 1][0]]
    made = tuple(Turn("ally" if ally else "person", text, (1,)) for ally, text in alternating)
    events = as_events(made, About("x", "t", "m", HOW), reader=SimpleReader(), at=EVENING)
    again = fold([EVENT.validate_python(EVENT.dump_python(event, mode="json")) for event in events])
    words = [event.text for event in events if isinstance(event, ReplySent | PersonSpoke)]
    assert [one.text for one in again.utterances] == words == [turn.text for turn in made]
