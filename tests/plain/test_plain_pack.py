"""A pack in lines: every line stands alone, and nothing is said that nobody asked for."""

from datetime import timedelta

from allycoach.content.library import Library
from allycoach.content.schema.pack import Part
from allycoach.errors import AllycoachError
from allycoach.plain.pack import HELP, PlainPack, plan_lines
from allycoach.practice.pack_run import PackRun
from tests.stand_ins import EVENING, Typed


def run(library: Library, *typed: str, minutes: float = 0) -> Typed:
    now = [EVENING]

    def clock_moves() -> None:
        now[0] += timedelta(minutes=minutes)

    script: list[object] = []
    for line in typed:
        script += [clock_moves, line]
    terminal = Typed(*script, interactive=True)  # type: ignore[arg-type]

    def open_part(part: Part) -> None:
        terminal.say(f"OPENED {part.drill or part.scenario}")
        clock_moves()
        if part.kind == "room":
            raise AllycoachError("There is nobody.", mend="Look again.")

    PlainPack(PackRun(library.pack("ask-dont-tell"), clock=lambda: now[0]), library, terminal, open_part).run()
    return terminal


def test_the_plan_has_every_part_with_its_minutes(library: Library) -> None:
    pack = library.pack("ask-dont-tell")
    lines = list(plan_lines(pack, library, answers=False))
    assert lines[0] == "PACK: Ask, don't tell in twenty minutes, 20 minutes, 5 parts."
    parts = [line for line in lines if line.startswith("PART ")]
    assert parts[1] == "PART 2 of 5: The question under the advice, drill, minute 3 to 9, 6 minutes."
    assert parts[4].endswith("minute 19 to 20, 1 minute.")
    assert not [line for line in lines if line.startswith(("OPENS", "ANSWERS TO"))]
    assert lines[-1] == "ANSWER NOTES: left out here; --answers gives them too."
    with_answers = list(plan_lines(pack, library, answers=True))
    assert "OPENS: What would you like someone to notice first?" in with_answers
    assert all("\n" not in line and line.strip() for line in with_answers)


def test_every_shipped_pack_can_be_read_aloud(library: Library) -> None:
    for pack in library.packs.values():
        lines = list(plan_lines(pack, library, answers=True))
        assert not [line for line in lines if "not here" in line]
        assert len([line for line in lines if line.startswith("PART ")]) == len(pack.parts)


def test_enter_goes_from_part_to_part_to_the_end(library: Library) -> None:
    said = run(library, "", "", "", "", "", minutes=2).said
    assert [line.split(":")[0] for line in said if line.startswith("PART ") and " of " in line] == [
        f"PART {number} of 5" for number in range(1, 6)
    ]
    assert said[-2].startswith("TAKE AWAY: Under every piece of advice")
    assert said[-1] == "DONE: it took 10 minutes."


def test_time_a_minute_more_a_pause_and_back(library: Library) -> None:
    terminal = run(library, "t", "+", "p", "p", "b", "q", minutes=1)
    times = terminal.starting("TIME: ")
    assert times == [
        "TIME: 3 minutes left, of 3 minutes. It all ends at 20:51.",
        "TIME: 2 minutes left, of 3 minutes. It all ends at 20:51.",
        "TIME: 2 minutes left, of 4 minutes. It all ends at 20:52.",
        "TIME: 1 minute left, of 4 minutes. It all ends at 20:52. The clock stands still.",
        "TIME: 1 minute left, of 4 minutes. It all ends at 20:53.",
        "TIME: time is up, of 4 minutes. It all ends at 20:53.",
    ]
    assert terminal.said[-1] == "STOPPED: at part 1 of 5."


def test_answers_come_when_asked_for_and_what_is_no_key_says_the_keys(library: Library) -> None:
    terminal = run(library, "a", "", "a", "x", "q")
    assert terminal.starting("ANSWER NOTES:") == ["ANSWER NOTES: there are none for this part."]
    assert terminal.starting("OPENS: ")
    assert terminal.said.count(HELP) == 2


def test_a_drill_opens_and_leads_back_and_what_stops_it_is_said(library: Library) -> None:
    said = run(library, "o", "", "o", "", "o", "q", minutes=1).said
    assert "NOTHING TO OPEN: this part uses no drill and no person." in said
    at = said.index("OPENED advice-to-question")
    assert said[at + 1] == "BACK: part 2, The question under the advice."
    assert said[at + 2].startswith("TIME: 4 minutes left, of 6 minutes.")
    assert said[said.index("OPENED library-amina") + 1] == "NOT OPENED: There is nobody. Look again."


def test_the_keyboard_may_be_let_go(library: Library) -> None:
    assert run(library).said[-1] == "STOPPED: at part 1 of 5."


def test_a_line_of_a_pack_cannot_steer_the_terminal(library: Library) -> None:
    pack = library.pack("ask-dont-tell")
    part = pack.parts[0].model_copy(update={"task": "\x1b[2Jgone\nSAY: pay up", "title": "\u202eeltit"})
    hostile = pack.model_copy(update={"parts": (part, *pack.parts[1:])})
    text = list(plan_lines(hostile, library, answers=True))
    assert "TASK: ␛[2Jgone SAY: pay up" in text
    assert not any("\x1b" in line or "\u202e" in line for line in text)
