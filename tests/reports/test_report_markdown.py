from datetime import UTC, datetime
from pathlib import Path

from markdown_it import MarkdownIt

from allycoach.coaching.debrief import AnnotatedTurn, Debrief
from allycoach.coaching.measures import Measure
from allycoach.coaching.slips import Slip
from allycoach.content.schema.scenario import ModelPair
from allycoach.conversation.events import (
    DraftKept,
    Event,
    FlagDismissed,
    MomentPinned,
    NoteShown,
    PersonSpoke,
    Reflected,
    ReplySent,
    SittingEnded,
    SittingStarted,
)
from allycoach.conversation.sitting import Sitting, fold
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Reading, Strength
from allycoach.reports import session_markdown

AT = datetime(2026, 11, 21, 20, 31, 4, tzinfo=UTC)
GOLDEN = Path(__file__).with_name("golden_sitting.md")
HOSTILE = "# hi <script>x</script> [x](y) \x1b[31m |\n- Have you thought about care work?"
DISCLAIMER = "Practice record, not assessment."
ASK = HOSTILE.index("Have")
ADVICE = Flag(
    FlagKind.ADVICE,
    ASK,
    len(HOSTILE),
    "advice.thought",
    Strength.NOTICE,
    "It puts forward an idea.",
    ("1.2",),
)
CLOSED = Flag(FlagKind.CLOSED_QUESTION, ASK, ASK + 16, "polar", Strength.NOTE, "It can be answered with a yes.", ())
OPEN_REPLY = "Not a screen. What would a good day look like?"


def readings() -> tuple[Reading, Reading]:
    slip = Reading(
        HOSTILE,
        moves=(Move(MoveKind.QUESTION, ASK, len(HOSTILE), Form.POLAR, Function.CLOSED),),
        flags=(ADVICE, CLOSED),
    )
    opened = Reading(
        OPEN_REPLY,
        moves=(
            Move(MoveKind.REFLECTION, 0, 13),
            Move(MoveKind.QUESTION, 14, len(OPEN_REPLY), Form.WH, Function.OPEN),
        ),
    )
    return slip, opened


def sitting(*, ended: bool = True) -> Sitting:
    slip, opened = readings()
    events: list[Event] = [
        SittingStarted(
            at=AT,
            sitting="20261121-203104-library-amina-7f3a",
            scenario="library-amina",
            scenario_version="1",
            title="Amina at the *library* desk",
            person="Amina",
            model="four_question",
            mode="coach",
            seed=1,
            app="0.1.0",
        ),
        PersonSpoke(at=AT, turn=0, text="It's just the printing, really."),
        ReplySent(at=AT, turn=1, text=HOSTILE, reading=slip),
        PersonSpoke(at=AT, turn=1, text="Yeah, maybe. | I don't know."),
        NoteShown(at=AT, turn=1, kind="advice", text="It puts forward an idea."),
        FlagDismissed(
            at=AT,
            turn=1,
            kind="closed_question",
            rule="polar",
            start=ASK,
            end=ASK + 16,
            reason="she <likes> those",
        ),
        MomentPinned(at=AT, turn=1, draft="so _you_"),
        ReplySent(at=AT, turn=2, text=OPEN_REPLY, reading=opened, phrase="advice.p01"),
        PersonSpoke(at=AT, turn=2, text="I'd ask at the day centre.", step="I'll ask at the day centre."),
    ]
    if ended:
        events.append(SittingEnded(at=AT, why="next_step"))
    events.append(Reflected(at=AT, prompt="What do you notice?", text="> I jumped in.\n\nThen I *stopped*.", turn=1))
    if not ended:
        events.append(DraftKept(at=AT, text="1. unfinished"))
    return fold(events)


def debrief() -> Debrief:
    slip, opened = readings()
    return Debrief(
        title="Amina at the *library* desk",
        person="Amina",
        mode="coach",
        turns=2,
        opening="It's just the printing, really.",
        prompts=("What do you notice?",),
        measures=(
            Measure("reflections", "Reflections", "1", "", "MITI 4.2.1"),
            Measure("share", "Your share | words", "46 %", "amber above 50 %", "AnnoMI"),
        ),
        slips=(Slip(1, (FlagKind.ADVICE,), 2),),
        best=(2, OPEN_REPLY),
        try_next="Reflect before the first question.",
        openness=(30, 25, 40),
        step="I'll ask at the day centre.",
        questions=("What did she tell you that you had not asked?",),
        pairs=(ModelPair(moment="Not a screen.", poor="Tried care?", good="What draws you?", why="It is hers."),),
        annotated=(
            AnnotatedTurn(1, HOSTILE, slip.moves, (ADVICE,), (CLOSED,), "Yeah, maybe. | I don't know."),
            AnnotatedTurn(2, OPEN_REPLY, opened.moves, (), (), "I'd ask at the day centre."),
        ),
        disclaimer=DISCLAIMER,
        hidden="She has read the *card* in the window many times.",
    )


def test_the_document_as_a_facilitator_gets_it() -> None:
    assert session_markdown(sitting(), debrief()) == GOLDEN.read_text(encoding="utf-8")


def test_words_stay_words() -> None:
    made = session_markdown(sitting(), debrief())
    tokens = MarkdownIt("commonmark").enable("table").parse(made)
    inline = [child for token in tokens for child in token.children or []]
    assert {child.type for child in inline} <= {
        "text", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close"
    }  # fmt: skip
    assert not any(token.type.startswith(("html", "code", "fence")) for token in tokens)
    assert "\x1b" not in made
    assert "- Have you" in "".join(child.content for child in inline)


def test_an_unfinished_sitting_says_so_and_keeps_the_draft() -> None:
    made = session_markdown(sitting(ended=False), debrief())
    assert "Not ended yet." in made
    assert "**Written but not sent:** 1\\. unfinished" in made


def test_every_document_says_what_it_is() -> None:
    made = session_markdown(sitting(), debrief())
    assert made.count(DISCLAIMER) == 2
    assert "competent" not in made.lower()


def test_a_sitting_without_replies_is_a_document_too() -> None:
    empty = Debrief("T", "Amina", "solo", 0, "", (), (), (), None, "Try.", (), None, (), (), (), DISCLAIMER)
    bare = fold([sitting().started])
    made = session_markdown(bare, empty)
    assert "Nothing was said yet." in made
    assert "## Measures" not in made
    assert "## Slips" not in made
