"""A whole sitting without names: the same sign for the same name, marks still on their words, nothing lost beside."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.content.library import Layer, Library, load_library, shipped_folder
from allycoach.conversation.events import (
    DraftKept,
    Event,
    FlagDismissed,
    Intended,
    MomentPinned,
    NoteShown,
    NoteWritten,
    PersonSpoke,
    PlaceGuessed,
    PlanKept,
    PlanStep,
    Reflected,
    ReplySent,
    SittingStarted,
    SteppedBack,
    Tried,
    WorksheetKept,
)
from allycoach.conversation.person.lines import every_line
from allycoach.conversation.sitting import Sitting, fold
from allycoach.plain.redaction import confirmed, replacement_lines
from allycoach.reading import Flag, FlagKind, Move, MoveKind, Reading, Strength
from allycoach.redaction.lists import known
from allycoach.redaction.replacing import Changed, redaction
from allycoach.redaction.whole_sitting import people_of, redacted, texts_of

AT = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
SECRET = "Bronwen Maddox"
REPLY = f"I told {SECRET} so. You should ring her on 07700 900123."
ASK = REPLY.index("You should")


@pytest.fixture(scope="module")
def shelf() -> Library:
    return load_library((Layer("shipped", shipped_folder()),))


def sitting(secret: str = SECRET) -> Sitting:
    reply = REPLY.replace(SECRET, secret)
    at = reply.index("You should")
    flag = Flag(FlagKind.ADVICE, at, at + 10, "r", Strength.NOTICE, f"“{reply}” is an idea.")
    aside = Flag(FlagKind.ADVICE, 2, 6 + len(secret), "q", Strength.NOTICE, "Hm.")
    said = f"It was about {secret}."
    events: list[Event] = [
        SittingStarted(
            at=AT, sitting="s", scenario="library-amina", scenario_version="1", title="Amina at the library desk",
            person="Amina", model="m", mode="coach", seed=1, app="0",
        ),
        PersonSpoke(at=AT, turn=0, text="Hello."),
        ReplySent(
            at=AT, turn=1, text=reply, reading=Reading(reply, (Move(MoveKind.ADVICE, at, len(reply)),), (flag, aside),
            lemmas=("bronwen",)),
        ),
        NoteShown(at=AT, turn=1, kind="advice", text=said),
        PersonSpoke(at=AT, turn=1, text=f"Amina here. {said}", step=said),
        FlagDismissed(at=AT, turn=1, kind="advice", rule="q", start=2, end=6 + len(secret), reason=said),
        MomentPinned(at=AT, turn=1, draft=said),
        Tried(at=AT, turn=1, text=said),
        PlaceGuessed(at=AT, turn=1, stage="a", coach="b", reason=said),
        SteppedBack(at=AT, turn=1, name=said),
        ReplySent(at=AT, turn=1, text=said, reading=Reading(said)),
        Reflected(at=AT, prompt="What?", text=said),
        NoteWritten(at=AT, turn=0, author="facilitator", text=said),
        PlanKept(at=AT, steps=(PlanStep(text=said, when=said, stronger=said),), setback=said),
        WorksheetKept(at=AT, sheet="x", answers={"a": said}),
        Intended(at=AT, notice=said, then=said),
        DraftKept(at=AT, text=said),
    ]  # fmt: skip
    return fold(events)


def without(one: Sitting, shelf: Library, **more: tuple[str, ...]) -> Sitting:
    lists = known(shelf.names)
    people = people_of(one, shelf.scenarios.get(one.started.scenario), lists)
    plan, _ = redaction(texts_of(one), lists, keep=(*people, *more.get("keep", ())), hide=more.get("hide", ()))
    return redacted(one, plan)


def test_a_name_is_nowhere_left(shelf: Library) -> None:
    made = without(sitting(), shelf)
    for part in ("Bronwen", "Maddox", "bronwen", "07700"):
        assert part not in repr(made)
    assert made.draft == "It was about [name 1]."
    assert "Amina" in made.branches[0].turns[0].answer.text  # type: ignore[union-attr]


def test_marks_stay_on_their_words_and_what_was_set_aside_stays_so(shelf: Library) -> None:
    reply = without(sitting(), shelf).branches[0].turns[0].reply
    assert reply.text == "I told [name 1] so. You should ring her on [phone number 1]."
    flag, aside = reply.reading.flags
    assert reply.text[flag.start : flag.end] == "You should"
    assert reply.text[reply.reading.moves[0].start :].startswith("You should ring")
    assert reply.text[aside.start : aside.end] == "told [name 1]"
    (dismissed,) = without(sitting(), shelf).branches[0].dismissals
    assert (dismissed.start, dismissed.rule) == (aside.start, aside.rule)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 4), st.integers(1, 9)), max_size=4), st.integers(0, 60))
def test_offsets_never_leave_the_text(cuts: list[tuple[int, int, int]], offset: int) -> None:
    text, edges, at, new = "", [], 0, 0
    for gap, old_length, new_length in cuts:
        start, new_start = at + gap, new + gap
        edges.append((start, start + old_length, new_start, new_start + new_length))
        at, new = start + old_length, new_start + new_length
    whole, made = at + 20, new + 20
    text = "x" * made
    changed = Changed(text, tuple(edges))
    offset = min(offset, whole - 1)
    assert 0 <= changed.at(offset) <= changed.at(offset + 1, end=True) <= made
    assert changed.at(whole, end=True) == made


def test_the_people_of_a_scenario_stay(shelf: Library) -> None:
    lists, touched, all_lines = known(shelf.names), 0, 0
    for scenario in list(shelf.scenarios.values())[:6]:
        started = sitting().started.model_copy(update={"person": scenario.person.name, "title": scenario.title})
        people = people_of(Sitting(started, "coach"), scenario, lists)
        spoken = tuple(every_line(scenario).values())
        _, found = redaction(spoken, lists, keep=people)
        touched, all_lines = touched + sum(one.times for one in found), all_lines + len(spoken)
    assert all_lines > 1000
    assert touched / all_lines < 0.005


def test_what_the_trainee_hides_and_keeps_goes_and_stays(shelf: Library) -> None:
    made = without(sitting(), shelf, hide=("idea",), keep=("bronwen", "maddox"))
    assert SECRET in made.draft
    assert "idea" not in repr(made)


class Keyboard:
    interactive = True

    def __init__(self, *typed: str) -> None:
        self.typed, self.said = list(typed), list[str]()

    def ask(self, prompt: str) -> str | None:  # noqa: ARG002
        return self.typed.pop(0) if self.typed else None

    def say(self, line: str) -> None:
        self.said.append(line)


def test_the_preview_shows_every_replacement_and_is_asked_until_it_is_taken(shelf: Library) -> None:
    lists, texts = known(shelf.names), texts_of(sitting())

    def plan(keep: list[str], hide: list[str]) -> object:
        return redaction(texts, lists, keep=("amina", *keep), hide=hide)

    keys = Keyboard("what?", "hide idea", "keep bronwen maddox", "")
    made = confirmed(plan, keys, keep=(), hide=())  # type: ignore[arg-type]
    assert made is not None
    assert made.change("An idea of Bronwen Maddox.").text == "An [name 1] of Bronwen Maddox."
    assert any(line.startswith("[name 1] for “Bronwen Maddox”, ") for line in keys.said)
    assert any("[phone number 1] for “07700 900123”" in line for line in keys.said)
    assert "That is no answer here: what?." in keys.said
    assert confirmed(plan, Keyboard("stop"), keep=(), hide=()) is None  # type: ignore[arg-type]
    assert confirmed(plan, Keyboard(), keep=(), hide=()) is None  # type: ignore[arg-type]


def test_a_preview_moves_no_cursor(shelf: Library) -> None:
    _, found = redaction(["I saw \x1b[2J Bronwen \u202e there\nand so on"], known(shelf.names))
    text = "\n".join(replacement_lines(found))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_names_that_are_known_beforehand_are_found_wherever_they_stand(shelf: Library) -> None:
    lists = known(shelf.names)
    text = "Zofka, would May come? May I ask Zofka's brother?"
    plan, found = redaction([text], lists, names=["Zofka Brzezik", "May"])
    made = plan.change(text).text
    assert "Zofka" not in made
    assert made.count("[name 1]") == 2
    assert "? May I ask" in made, "a word that is a name too is left to the rules"
    assert next(one.words for one in found if one.sign == "[name 1]") == ("Zofka",)
