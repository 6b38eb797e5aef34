"""A language in which every message stands in brackets, and every face shown in it. Run in a process of its own: the
language is settled at import."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

    from tests.tui.conftest import House

LANGUAGE = "qps"
"""A code that no language has."""
Shown = dict[str, list[str]]
Way = tuple[tuple[str, tuple[str, ...]], ...]
"""The name of a screen, and the keys that lead to it from the one before."""


def make(template: Path, home: Path) -> None:
    """A catalogue in the home folder that puts each message of the template in brackets."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with template.open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        if message.pluralizable:
            message.string = tuple(f"⟦{each}⟧" for each in message.id)
        elif message.id:
            message.string = f"⟦{message.id}⟧"
    path = home / "locale" / LANGUAGE / "LC_MESSAGES" / "allycoach.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)


def plain_talk(said: list[str]) -> list[str]:
    """A whole talk in lines, with every command, the end and the debrief. `said` gets what the person says."""
    from tests.plain.conftest import Room
    from tests.shipped import shipped

    room = Room(shipped())
    lines = room.play(
        "?", "What matters to you there?", "Have you thought about a course?", "w", "p", "1", "/where", "/wait", "/pin",
        "So it is the money.", "Have you thought about a shop?", "x", "/mode quiet", "/mode", "/back", "1", "/branches",
        "/compare 1", "/realhelp", "/nothing", "/talk", "How would that be?", "/quit", "It was hard in turn 2.", "", "a",
        "b",
    )  # fmt: skip
    said += [event.text for event in room.log.events if event.type == "person_spoke"]
    return lines


def documents(said: list[str]) -> Iterator[tuple[str, str]]:
    """A sitting as Markdown and as a page."""
    from allycoach.conversation.sitting import fold
    from allycoach.reports.markdown import session_markdown
    from allycoach.reports.session_html import session_html
    from tests.plain.conftest import Room
    from tests.shipped import shipped

    room = Room(shipped())
    practice = room.begin()
    for line in ("What matters to you there?", "Have you thought about a course?", "So it is the money."):
        practice.send(line)
    practice.pin("a draft")
    practice.reflect("What went well?", "The end.", 3)
    practice.intend("a job", "ask")
    practice.finish("trainee")
    sitting = fold(room.log.events)
    said += [spoke.text for spoke in sitting.spoken]
    yield "markdown", session_markdown(sitting, practice.debrief())
    yield "html", session_html(sitting, practice.debrief())


def helps() -> Iterator[tuple[str, str]]:
    """What `--help` says, of every command."""
    import typer.main
    from typer.testing import CliRunner

    from allycoach.cli.app import app

    def walk(command: object, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        yield f"help {' '.join(path)}", CliRunner().invoke(app, [*path, "--help"]).output
        for name, each in getattr(command, "commands", {}).items():
            yield from walk(each, (*path, name))

    return walk(typer.main.get_command(app), ())


def commands() -> Iterator[tuple[str, str]]:
    """What commands say that only look."""
    from typer.testing import CliRunner

    from allycoach.cli.app import app

    for words in ("people", "packs", "cards", "sessions", "progress", "drill", "worksheet", "practise nobody --plain"):
        yield f"command {words}", CliRunner().invoke(app, words.split()).output


async def screens(folder: Path) -> Shown:
    """What stands on the main screens, on the wall of a room and on that of a session, widget by widget."""
    from allycoach.practice.pack_run import PackRun
    from allycoach.tui.pack_app import PackApp
    from allycoach.tui.room_app import RoomApp
    from tests.shipped import shipped
    from tests.tui.conftest import House

    house = House(shipped(), folder)
    pack = shipped().packs[sorted(shipped().packs)[0]]
    return {
        **await _shown(house, house.app(), _WAY),
        **await _shown(house, RoomApp(house.parts(), seed=7), _ROOM),
        **await _shown(house, PackApp(PackRun(pack, clock=house.clock), shipped()), _PACK),
    }


async def _shown(house: "House", app: "App[Any]", way: Way) -> Shown:
    """Each screen that the keys lead to; the name of a way's first step is that of the screen at the beginning."""
    shown = Shown()
    async with app.run_test(size=(200, 70)) as pilot:
        for name, keys in way:
            for key in keys:
                await pilot.press(*(key[1:] if key.startswith(":") else [_PRESSED.get(key, key)]))
                await house.settle(pilot)
            await house.settle(pilot)
            shown[f"screen {name}"] = list(_texts(app))
    return shown


_PRESSED = {" ": "space", "?": "question_mark"}
_ROOM: Way = (
    ("room people", ()),
    ("room begun", ("enter",)),
    ("room writing", ("enter",)),
    ("room lines", (*"what now?", "enter", "enter")),
    ("room hands", ("a",)),
    ("room played", ("enter",)),
    ("room marks", ("m",)),
    ("room stepped back", ("backspace",)),
    ("room keys", ("question_mark",)),
    ("room over", ("escape", "enter", "f")),
)
_PACK: Way = (
    ("pack", ()),
    ("pack begun", ("space",)),
    ("pack answers", ("enter", "a")),
    ("pack keys", ("f1",)),
    ("pack task only", ("escape", "w")),
    ("pack over", ("w", *("enter",) * 12)),
)
_WAY: Way = (
    ("home", ()),
    ("help", ("f1",)),
    ("finding", ("escape", "slash", "x", "q")),
    ("drills", ("escape", "d")),
    ("drill", ("enter",)),
    ("drill begun", ("enter",)),
    ("drill hint", ("f2",)),
    ("drill answered", (":what", "enter")),
    ("cards", ("escape", "escape", "escape", "c")),
    ("card turned", ("space",)),
    ("progress", ("escape", "p")),
    ("past", ("escape", "a")),
    ("before", ("escape", "1")),
    ("talk", ("enter",)),
    ("talk empty", ("enter",)),
    ("talk with a thought", (*"have you thought about care work?", "enter")),
    ("why", ("w", "enter")),
    ("phrases", ("f5",)),
    ("pinned", ("f2",)),
    ("where", ("f4",)),
    ("where seen", ("enter",)),
    ("real help", ("escape", "f12")),
    ("a turn to go back to", ("escape", "ctrl+t")),
    ("paused", ("escape", "escape", "escape")),
    ("over", ("3",)),
    ("looking back", ("enter",)),
    ("debrief", ("enter",)),
    ("intention", ("i",)),
    ("plan", ("escape", "p")),
    ("replay", ("escape", "r")),
    ("replay lens", ("right", "l", "f")),
    ("commands", ("escape", "ctrl+p")),
    ("hidden", ("escape", "ctrl+l")),
)


def _texts(app: "App[int]") -> Iterable[str]:
    from textual.content import Content
    from textual.widget import Widget
    from textual.widgets import Input, OptionList, TextArea

    for widget in app.screen.walk_children(Widget):
        if not widget.display:
            continue
        if isinstance(widget, OptionList):
            yield from (str(getattr(option.prompt, "plain", option.prompt)) for option in widget.options)
        elif isinstance(widget, Input | TextArea):
            yield str(widget.placeholder)
        else:
            words = widget.render()
            if isinstance(words, str | Content):
                yield str(getattr(words, "plain", words))


def main(folder: Path) -> None:
    """Write all of it as JSON on standard output."""
    said: list[str] = []
    shown: Shown = {"plain talk": plain_talk(said), "said": said}
    shown |= {name: text.splitlines() for name, text in (*documents(said), *helps(), *commands())}
    look: Callable[[], Awaitable[Shown]] = lambda: screens(folder)  # noqa: E731
    shown |= asyncio.run(look())  # type: ignore[arg-type]
    sys.stdout.write(json.dumps(shown))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
