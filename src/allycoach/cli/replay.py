"""`allycoach replay`: a saved talk walked through, in lines."""

from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import SittingUnreadable
from allycoach.signs import one_line

from .shelves import journal, library, now

if TYPE_CHECKING:
    from allycoach.conversation.sitting import Sitting


def replay_in_lines(name: str, *, lens: str | None, again: bool, content: Path | None) -> None:
    """Raises AllycoachError."""
    from allycoach.coaching.replay import Replay
    from allycoach.conversation.tracker import track
    from allycoach.plain.replay import PlainReplay
    from allycoach.plain.terminal import Terminal

    sitting = saved_sitting(name)
    if again:
        _reread(sitting, content)
        return
    model = library(content).model(lens) if lens is not None else None
    places = list(track(model, sitting.utterances)) if model is not None else []
    at_turns = places[1:] if sitting.opening is not None else places
    replay = Replay(sitting)
    PlainReplay(replay, Terminal(), write_note=_NoteWriter(sitting), lens=model, places=at_turns).run()


class _NoteWriter:
    """Opens the log only when there is something to write, so that looking never locks a sitting."""

    def __init__(self, sitting: "Sitting") -> None:
        self._sitting = sitting

    def __call__(self, turn: int, text: str) -> "Sitting":
        from allycoach.practice.looking_back import LookingBack

        with journal().open(self._sitting.started.sitting) as log:
            looking = LookingBack(self._sitting, log=log, clock=now)
            looking.write_note(turn, text)
        self._sitting = looking.sitting
        return looking.sitting


def _reread(sitting: "Sitting", content: Path | None) -> None:
    from allycoach.coaching.replay import reread
    from allycoach.plain.replay import reread_lines
    from allycoach.plain.terminal import Terminal

    from .shelves import reader_for

    terminal = Terminal()
    found = reread(sitting, reader_for(library(content)))
    for line in reread_lines(found, lambda turn: sitting.turns[turn - 1].reply.reading):
        terminal.say(line)


def saved_sitting(name: str) -> "Sitting":
    """The sitting of that name. Raises SittingUnreadable."""
    from allycoach.conversation.sitting import fold

    kept = journal()
    try:
        return fold(kept.events(kept.resolve(name)))
    except ValueError as error:
        raise SittingUnreadable(
            _("The sitting {name} cannot be read: {error}.").format(name=one_line(name), error=error)
        ) from error
