"""A transcript as a sitting: it is read by today's rules, looked at, and never gone on with."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from allycoach import __version__
from allycoach.catalogue import _
from allycoach.conversation.events import Event, Imported, PersonSpoke, ReplySent, SittingEnded, SittingStarted
from allycoach.conversation.sitting import Sitting
from allycoach.errors import OnlyLookedAt
from allycoach.reading import Context, Reader, Utterance
from allycoach.transcripts.speakers import Turn

NOBODY = "(imported)"
"""In the place of a scenario's id; no scenario can be called so."""

PERSON = "Person"
TITLE = _("An imported conversation")


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a transcript besides its words; `model` is the id of a conversation model."""

    sitting: str
    title: str
    model: str
    imported: Imported


def only_looked_at(sitting: Sitting) -> OnlyLookedAt:
    return OnlyLookedAt(
        _("This is a transcript of a real conversation, and it cannot be gone on with."),
        kept=_("It is kept as {sitting}.").format(sitting=sitting.started.sitting),
        mend=_("Replay walks through it, and lenses show it through other models."),
    )


def as_events(
    turns: Sequence[Turn],
    about: About,
    *,
    reader: Reader,
    at: datetime,
    watch: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[Event, ...]:
    """The whole sitting, all of it at the moment `at`: when things were said is not kept. What the person says before the
    ally has spoken is the opening. `watch` is told how many of how many turns have been read."""
    started = SittingStarted(
        at=at,
        sitting=about.sitting,
        scenario=NOBODY,
        scenario_version="",
        title=about.title,
        person=PERSON,
        model=about.model,
        mode="solo",
        seed=0,
        app=__version__,
        imported=about.imported,
    )
    said: list[Event] = []
    for done, event in enumerate(_said(turns, reader, at), 1):
        said.append(event)
        watch(done, len(turns))
    return (started, *said, SittingEnded(at=at, why="input"))


def _said(turns: Sequence[Turn], reader: Reader, at: datetime) -> Iterator[Event]:
    before: list[Utterance] = []
    number = 0
    for turn in turns:
        if turn.role == "ally":
            number += 1
            answering = bool(before)  # turns alternate, so what stands last is the person's
            context = Context(before[-1].text if answering else "", tuple(before[:-1]))
            yield ReplySent(at=at, turn=number, text=turn.text, reading=reader.read(turn.text, context))
        else:
            yield PersonSpoke(at=at, turn=number, text=turn.text, act="", kind="")
        before.append(Utterance("helper" if turn.role == "ally" else "person", turn.text))
