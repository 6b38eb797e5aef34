"""The fold: a sitting as its events make it. Pure; the live sitting and a replay are the same computation."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count

from allycoach.reading import Context, Flag, Utterance

from .events import (
    BranchTaken,
    DraftKept,
    Event,
    FlagDismissed,
    Imported,
    Intended,
    IntentionAnswered,
    LinesProposed,
    Mode,
    ModeChanged,
    MomentPinned,
    NoteShown,
    NoteWritten,
    PersonSpoke,
    PhrasesOffered,
    PlaceGuessed,
    PlanKept,
    Reflected,
    ReplySent,
    SittingEnded,
    SittingStarted,
    SteppedBack,
    Tried,
    WorksheetKept,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One reply of the helper and the person's answer to it, if it has come."""

    reply: ReplySent
    answer: PersonSpoke | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """One way that the talk went, whole from its first turn, kept when the trainee stepped back to before reply `turn`.
    Its notes, pins, set-aside flags and what a room proposed are those that belong to it."""

    name: str
    turn: int
    turns: tuple[Turn, ...]
    notes: tuple[NoteShown, ...]
    pins: tuple[MomentPinned, ...]
    dismissals: tuple[FlagDismissed, ...]
    ended: SittingEnded | None
    proposed: tuple[LinesProposed, ...] = ()


@dataclass(frozen=True, slots=True)
class Sitting:
    """A whole sitting. `opening` is the person's first line; `turns` are numbered from 1 by their reply. `branches` are
    other ways that the talk went, in the order in which they were left. `proposed` is what a room proposed, once for
    each turn, the turn after the last one too."""

    started: SittingStarted
    mode: Mode
    opening: PersonSpoke | None = None
    turns: tuple[Turn, ...] = ()
    draft: str = ""
    offered: tuple[PhrasesOffered, ...] = ()
    notes: tuple[NoteShown, ...] = ()
    pins: tuple[MomentPinned, ...] = ()
    dismissals: tuple[FlagDismissed, ...] = ()
    reflections: tuple[Reflected, ...] = ()
    ended: SittingEnded | None = None
    branches: tuple[Branch, ...] = ()
    tries: tuple[Tried, ...] = ()
    guesses: tuple[PlaceGuessed, ...] = ()
    written: tuple[NoteWritten, ...] = ()
    worksheets: tuple[WorksheetKept, ...] = ()
    plan: PlanKept | None = None
    intention: Intended | None = None
    intention_used: bool | None = None
    proposed: tuple[LinesProposed, ...] = ()

    def branch(self, name: str) -> Branch:
        """The branch of that name. Raises ValueError if there is none."""
        for branch in self.branches:
            if branch.name == name:
                return branch
        raise ValueError(f"there is no branch {name!r}")

    @property
    def imported(self) -> Imported | None:
        """How it was brought in, where it is a transcript: then it is looked at, and never gone on with."""
        return self.started.imported

    @property
    def how(self) -> str:
        """Its mode, or "imported", or "room"."""
        return "imported" if self.imported is not None else "room" if self.started.room else self.mode

    @property
    def helper(self) -> str:
        """What the one who helps is called: "You", or "Ally" in a transcript, which may be anybody's."""
        return "Ally" if self.imported is not None else "You"

    @property
    def spoken(self) -> tuple[PersonSpoke, ...]:
        """Everything the person has said, oldest first."""
        answers = tuple(turn.answer for turn in self.turns if turn.answer is not None)
        return ((self.opening,) if self.opening else ()) + answers

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The conversation in order."""
        said = [Utterance("person", self.opening.text)] if self.opening else []
        for turn in self.turns:
            said.append(Utterance("helper", turn.reply.text))
            if turn.answer is not None:
                said.append(Utterance("person", turn.answer.text))
        return tuple(said)

    @property
    def context(self) -> Context:
        """What a reply written now would be answering."""
        said = self.utterances
        if said and said[-1].speaker == "person":
            return Context(previous=said[-1].text, history=said[:-1])
        return Context(previous="", history=said)

    def dismissal(self, turn: int, flag: Flag) -> FlagDismissed | None:
        """How the trainee set this flag on reply `turn` aside; None while it stands."""
        meant = (turn, flag.kind, flag.rule, flag.start)
        return next((d for d in self.dismissals if _about(d) == meant), None)

    def flags_of(self, reply: ReplySent) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
        """The flags of a reply that stand, and those that the trainee set aside."""
        aside = tuple(flag for flag in reply.reading.flags if self.dismissal(reply.turn, flag) is not None)
        return tuple(flag for flag in reply.reading.flags if flag not in aside), aside

    @property
    def unanswered(self) -> ReplySent | None:
        """A reply that was sent and saved but not yet answered, as after a crash between the two."""
        return self.turns[-1].reply if self.turns and self.turns[-1].answer is None else None


def advance(sitting: Sitting | None, event: Event) -> Sitting:
    """The sitting after one more event.

    Raises ValueError when the first event is not `SittingStarted`, or an event has nothing to belong to: a reply no turn
    before it, an answer no reply, a step back no such turn, a branch no such name.
    """
    if isinstance(event, SittingStarted):
        return Sitting(started=event, mode=event.mode)
    if sitting is None:
        raise ValueError("a sitting begins with sitting_started")
    match event:
        case ReplySent():
            return replace(sitting, turns=_and_reply(sitting.turns, event), draft="")
        case PersonSpoke() if event.turn == 0:
            return replace(sitting, opening=event)
        case PersonSpoke():
            return replace(sitting, turns=_answered(sitting.turns, event))
        case DraftKept():
            return replace(sitting, draft=event.text)
        case ModeChanged():
            return replace(sitting, mode=event.mode)
        case SittingEnded():
            return replace(sitting, ended=event)
        case SteppedBack():
            return _stepped_back(sitting, event)
        case BranchTaken():
            return _on_branch(sitting, event)
        case _:
            return _kept(sitting, event)


def _kept(sitting: Sitting, event: Event) -> Sitting:
    """The events that only pile up beside the talk."""
    match event:
        case PhrasesOffered():
            return replace(sitting, offered=(*sitting.offered, event))
        case NoteShown():
            return replace(sitting, notes=(*sitting.notes, event))
        case MomentPinned():
            return replace(sitting, pins=(*sitting.pins, event))
        case FlagDismissed():
            earlier = (d for d in sitting.dismissals if _about(d) != _about(event))  # a reason may follow
            return replace(sitting, dismissals=(*earlier, event))
        case Reflected():
            return replace(sitting, reflections=(*sitting.reflections, event))
        case Tried():
            return replace(sitting, tries=(*sitting.tries, event))
        case PlaceGuessed():
            return replace(sitting, guesses=(*sitting.guesses, event))
        case LinesProposed():
            others = tuple(one for one in sitting.proposed if one.turn != event.turn)
            return replace(sitting, proposed=(*others, event))
        case _:
            return _looked_back(sitting, event)


def _about(dismissed: FlagDismissed) -> tuple[int, str, str, int]:
    """The flag that was set aside."""
    return dismissed.turn, dismissed.kind, dismissed.rule, dismissed.start


def _looked_back(sitting: Sitting, event: Event) -> Sitting:
    """What is written once the talk is over."""
    match event:
        case NoteWritten():
            return replace(sitting, written=(*sitting.written, event))
        case WorksheetKept():
            others = tuple(sheet for sheet in sitting.worksheets if sheet.sheet != event.sheet)
            return replace(sitting, worksheets=(*others, event))
        case PlanKept():
            return replace(sitting, plan=event)
        case Intended():
            return replace(sitting, intention=event)
        case IntentionAnswered():
            return replace(sitting, intention_used=event.used)
        case _:
            return sitting


def _as_branch(sitting: Sitting, name: str, turn: int) -> Branch:
    return Branch(
        name, turn, sitting.turns, sitting.notes, sitting.pins, sitting.dismissals, sitting.ended, sitting.proposed
    )


def _stepped_back(sitting: Sitting, event: SteppedBack) -> Sitting:
    before = tuple(turn for turn in sitting.turns if turn.reply.turn < event.turn)
    if event.turn < 1 or len(before) == len(sitting.turns):
        raise ValueError(f"there is no turn {event.turn} to step back to")
    return replace(
        sitting,
        turns=before,
        notes=tuple(note for note in sitting.notes if note.turn < event.turn),
        pins=tuple(pin for pin in sitting.pins if pin.turn < event.turn),
        dismissals=tuple(flag for flag in sitting.dismissals if flag.turn < event.turn),
        ended=None,
        draft="",
        branches=(*sitting.branches, _as_branch(sitting, event.name, event.turn)),
        proposed=tuple(one for one in sitting.proposed if one.turn <= event.turn),  # its lines are there to choose from
    )


def _on_branch(sitting: Sitting, event: BranchTaken) -> Sitting:
    taken = sitting.branch(event.name)
    left = _as_branch(sitting, event.kept_as, taken.turn)
    others = tuple(branch for branch in sitting.branches if branch.name != event.name)
    return replace(
        sitting,
        turns=taken.turns,
        notes=taken.notes,
        pins=taken.pins,
        dismissals=taken.dismissals,
        ended=taken.ended,
        draft="",
        branches=(*others, left),
        proposed=taken.proposed,
    )


def _and_reply(turns: tuple[Turn, ...], reply: ReplySent) -> tuple[Turn, ...]:
    if reply.turn != len(turns) + 1:
        raise ValueError(f"reply {reply.turn} comes after {len(turns)}")
    return (*turns, Turn(reply))


def _answered(turns: tuple[Turn, ...], answer: PersonSpoke) -> tuple[Turn, ...]:
    if not turns or turns[-1].reply.turn != answer.turn:
        raise ValueError(f"an answer to turn {answer.turn} has no reply before it")
    return (*turns[:-1], replace(turns[-1], answer=answer))


def fold(events: Iterable[Event]) -> Sitting:
    """The sitting that a list of events makes. Raises ValueError as `advance` does, and when there are none."""
    sitting: Sitting | None = None
    for event in events:
        sitting = advance(sitting, event)
    if sitting is None:
        raise ValueError("there are no events")
    return sitting


def branch_name(sitting: Sitting) -> str:
    """A name for the next branch that no branch has: try 1, try 2 ..."""
    taken = {branch.name for branch in sitting.branches}
    return next(name for number in count(1) if (name := f"try {number}") not in taken)
