"""Runs a sitting. Both faces drive this and nothing else.

What was sent is on disk before anything is shown: each event is appended to the log first, then folded.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Literal

from allycoach import __version__
from allycoach.coaching.debrief import Debrief, build
from allycoach.coaching.echo import echo
from allycoach.coaching.notes import Note, one_note
from allycoach.coaching.phrases import Offer, offer
from allycoach.content.library import Library
from allycoach.conversation import persona
from allycoach.conversation.events import (
    BranchTaken,
    DraftKept,
    Event,
    LinesProposed,
    Mode,
    ModeChanged,
    MomentPinned,
    NoteShown,
    PersonSpoke,
    PhrasesOffered,
    PlaceGuessed,
    ProposedLine,
    ReplySent,
    Resumed,
    SittingEnded,
    SittingStarted,
    SteppedBack,
    Tried,
    Why,
)
from allycoach.conversation.person.beforehand import told_beforehand
from allycoach.conversation.sitting import Sitting, advance, branch_name, fold
from allycoach.conversation.tracker import Place, locate
from allycoach.errors import NotSaved
from allycoach.reading import Flag, Reader, Reading

from .beginning import Beginning
from .importing import only_looked_at
from .looking_back import LookingBack, SessionLog


@dataclass(frozen=True, slots=True)
class Exchange:
    """One reply and its answer. `flags_shown` is what the mode lets the trainee see now."""

    reply: ReplySent
    answer: PersonSpoke
    note: Note | None
    flags_shown: tuple[Flag, ...]
    place: Place


class Practice(LookingBack):
    """A sitting in progress."""

    def __init__(
        self, sitting: Sitting, *, library: Library, reader: Reader, log: SessionLog, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(sitting, log=log, clock=clock)
        self.library = library
        self.scenario = library.scenario(sitting.started.scenario)
        self.model = library.models.get(sitting.started.model) or library.model(self.scenario.model)
        self._reader = reader
        self._person = persona.state_of(self.scenario, sitting)
        self._note: Note | None = None
        self._taken: Offer | None = None
        self._placed: tuple[int, Place] | None = None

    @classmethod
    def begin(
        cls,
        *,
        sitting_id: str,
        beginning: Beginning,
        library: Library,
        reader: Reader,
        log: SessionLog,
        clock: Callable[[], datetime],
    ) -> "Practice":
        """A new sitting: logged as started, the person's opening said. Raises as `Beginning.check` does."""
        beginning.check(library)
        who, earlier = library.scenario(beginning.scenario), beginning.earlier
        started = SittingStarted(
            at=clock(),
            sitting=sitting_id,
            scenario=who.id,
            scenario_version=who.version,
            title=who.title,
            person=who.person.name,
            model=library.model(beginning.model or who.model).id,
            mode=beginning.mode,
            seed=beginning.seed,
            app=__version__,
            earlier=earlier,
            room=beginning.room,
        )
        log.append(started)
        practice = cls(advance(None, started), library=library, reader=reader, log=log, clock=clock)
        practice._person_says(persona.open_talk(who, seed=beginning.seed, earlier=earlier))
        return practice

    @classmethod
    def resume(
        cls,
        *,
        events: Sequence[Event],
        library: Library,
        reader: Reader,
        log: SessionLog,
        clock: Callable[[], datetime],
    ) -> "Practice":
        """A saved sitting, opened again. What was cut off between a reply and its answer is made good. Raises OnlyLookedAt for
        a transcript."""
        sitting = fold(events)
        if sitting.imported is not None:
            raise only_looked_at(sitting)
        practice = cls(sitting, library=library, reader=reader, log=log, clock=clock)
        practice._happened(Resumed(at=clock()))
        if practice.sitting.opening is None:
            earlier = practice.sitting.started.earlier
            practice._person_says(persona.open_talk(practice.scenario, seed=practice.seed, earlier=earlier))
        practice._answer_what_waits()
        practice._remember_note()
        practice._end_if_over()
        return practice

    @property
    def seed(self) -> int:
        return self.sitting.started.seed

    @property
    def phase(self) -> Literal["talking", "over"]:
        return "over" if self.sitting.ended is not None else "talking"

    @property
    def place(self) -> Place:
        """Where the talk is in the model, and why that seems so."""
        said = self.sitting.utterances
        if self._placed is None or self._placed[0] != len(said):
            self._placed = (len(said), locate(self.model, said))
        return self._placed[1]

    @property
    def note(self) -> Note | None:
        """The coach's note on the last reply, if its mode and words gave cause for one."""
        return self._note

    def read(self, text: str) -> Reading:
        """Read a draft as an answer to what the person said last. Safe in a worker thread."""
        context = replace(self.sitting.context, known=told_beforehand(self.scenario))
        return self._reader.read(text, context)

    def send(self, text: str, reading: Reading | None = None) -> Exchange:
        """Send a reply. `reading` is the reading of exactly this text here and now, if there already is one.

        The reply is on disk when this begins to answer it. NotSaved is raised when the disk refuses: either nothing has
        happened, or the reply is saved and waits for its answer, which sending the same text again brings.
        """
        waiting = self.sitting.unanswered
        if waiting is not None and waiting.text == text:
            return self._exchange(waiting)
        self._answer_what_waits()
        return self._exchange(self._sent(text, reading))

    def _sent(self, text: str, reading: Reading | None) -> ReplySent:
        if reading is None or reading.text != text:
            reading = self.read(text)
        turn = len(self.sitting.turns) + 1
        phrase = self._taken.id if self._taken else None
        reply = ReplySent(at=self._clock(), turn=turn, text=text, reading=reading, phrase=phrase)
        self._happened(reply)
        self._taken = None
        return reply

    def _exchange(self, reply: ReplySent) -> Exchange:
        answer = self._person_says(self._answer_to(reply.reading, reply.turn))
        # Both are kept now. What follows is nobody's words; failing for it would have the reply sent, and answered, twice.
        with suppress(NotSaved):
            self._take_note(reply)
        with suppress(NotSaved):
            self._end_if_over()
        return Exchange(reply, answer, self._note, self._shown(reply.reading), self.place)

    def _answer_what_waits(self) -> None:
        """Answer a reply that was saved when its answer could not be."""
        waiting = self.sitting.unanswered
        if waiting is not None:
            self._person_says(self._answer_to(waiting.reading, waiting.turn))

    def _answer_to(self, reading: Reading, turn: int) -> persona.Answer:
        return persona.respond(self.scenario, self._person, reading, turn=turn, seed=self.seed)

    def _person_says(self, answer: persona.Answer) -> PersonSpoke:
        said = {field.name: getattr(answer, field.name) for field in fields(answer)}
        spoke = PersonSpoke(at=self._clock(), **said)
        self._happened(spoke)
        self._person = persona.after(self.scenario, self._person, spoke)
        return spoke

    def _note_on(self, reply: ReplySent) -> Note | None:
        before = [turn.reply.reading for turn in self.sitting.turns[: reply.turn - 1]]
        return one_note(reply.reading, before=before, texts=self.library.coaching, files=self.library.phrases)

    def _remember_note(self) -> None:
        """The note on the last reply of a sitting opened again, unless its flag was set aside."""
        if not self.sitting.turns:
            return
        last = self.sitting.turns[-1].reply
        note = self._note_on(last)
        if note is not None and self.sitting.dismissal(last.turn, note.flag) is None:
            self._note = note

    def _take_note(self, reply: ReplySent) -> None:
        self._note = self._note_on(reply)
        if self._note is not None and self.sitting.mode == "coach":
            self._happened(
                NoteShown(at=self._clock(), turn=reply.turn, kind=self._note.kind.value, text=self._note.text)
            )

    def _shown(self, reading: Reading) -> tuple[Flag, ...]:
        return () if self.sitting.mode == "solo" else reading.flags

    def _end_if_over(self) -> None:
        ends = self.sitting.spoken[-1].ends if self.sitting.spoken else None
        if ends is not None and self.phase == "talking":
            self.finish(ends)

    def phrases(self) -> tuple[Offer, ...]:
        """Up to three recovery phrases for what the last note was about; none is ever offered twice in a sitting."""
        if self._note is None or self.sitting.mode == "solo":
            return ()
        turn = len(self.sitting.turns)
        already = next((o for o in self.sitting.offered if o.turn == turn and o.kind == self._note.kind.value), None)
        if already is not None:
            return tuple(Offer(i, text, already.kind) for i, text in zip(already.ids, already.texts, strict=True))
        return self._offer_afresh(self._note, turn)

    def _offer_afresh(self, note: Note, turn: int) -> tuple[Offer, ...]:
        file = self.library.phrases.get(note.kind.value)
        if file is None:
            return ()
        offers = offer(
            file,
            stage=self.model.nearest(self.place.stage),
            echo=echo(self.sitting.context.previous),
            spent={phrase for event in self.sitting.offered for phrase in event.ids},
            seed=self.seed,
            turn=turn,
        )
        if offers:
            ids, texts = tuple(o.id for o in offers), tuple(o.text for o in offers)
            self._happened(PhrasesOffered(at=self._clock(), turn=turn, kind=note.kind.value, ids=ids, texts=texts))
        return offers

    def take_phrase(self, phrase: Offer) -> str:
        """The words to put into the draft; the next reply records where they came from."""
        self._taken = phrase
        return phrase.text

    def leave_phrase(self) -> None:
        """The next reply is the trainee's own after all."""
        self._taken = None

    def keep_draft(self, text: str) -> None:
        """Keep an unsent draft with the sitting."""
        if text != self.sitting.draft:
            self._happened(DraftKept(at=self._clock(), text=text))

    def pin(self, draft: str = "", *, marked: bool = False) -> None:
        """Mark this moment. `marked` says whether a mark on these words was on the screen already."""
        turns = self.sitting.turns
        meant = self.read(draft) if draft.strip() else turns[-1].reply.reading if turns else None
        flags = tuple(flag.kind.value for flag in meant.flags) if meant is not None else ()
        self._happened(MomentPinned(at=self._clock(), turn=len(turns), draft=draft, flags=flags, marked=marked))

    def dismiss(self, flag: Flag, reason: str = "") -> None:
        """Set a flag on the last reply aside; kept with the trainee's reason."""
        self.set_aside(len(self.sitting.turns), flag, reason)
        if self._note is not None and self._note.flag == flag:
            self._note = None

    def keep_try(self, text: str) -> None:
        """Keep the trainee's own second try at the last reply, before phrases are shown beside it."""
        self._happened(Tried(at=self._clock(), turn=len(self.sitting.turns), text=text))

    def keep_lines(self, lines: Sequence[ProposedLine], chosen: int | None = None) -> None:
        """Keep what a room proposes to say now, in place of what was kept for this turn before."""
        turn = len(self.sitting.turns) + 1
        self._happened(LinesProposed(at=self._clock(), turn=turn, lines=tuple(lines), chosen=chosen))

    def guess_place(self, stage: str) -> Place:
        """Keep where the trainee thinks the talk is; where the coach thinks it is, with its reason."""
        place = self.place
        self._happened(
            PlaceGuessed(
                at=self._clock(), turn=len(self.sitting.turns), stage=stage, coach=place.stage, reason=place.reason
            )
        )
        return place

    def step_back(self, turn: int, name: str = "") -> str:
        """Go back to before reply `turn`; the name under which the talk so far is kept. Raises ValueError for a turn that
        there is not."""
        kept = name.strip() or branch_name(self.sitting)
        self._elsewhere(SteppedBack(at=self._clock(), turn=turn, name=kept))
        return kept

    def take_branch(self, name: str) -> str:
        """Go on with another branch; the name under which this one is kept. Raises ValueError for an unknown name."""
        kept = branch_name(self.sitting)
        self._elsewhere(BranchTaken(at=self._clock(), name=name, kept_as=kept))
        return kept

    def _elsewhere(self, event: SteppedBack | BranchTaken) -> None:
        """Move to another point of the talk: the person is who they were there."""
        advance(self.sitting, event)  # refused before it is written, when there is no such place
        self._happened(event)
        self._person = persona.state_of(self.scenario, self.sitting)
        self._note, self._taken, self._placed = None, None, None
        self._remember_note()

    def change_mode(self, mode: Mode) -> None:
        self._happened(ModeChanged(at=self._clock(), mode=mode))

    def finish(self, why: Why) -> None:
        """End the conversation; the debrief follows. A second end changes nothing."""
        if self.phase == "talking":
            self._happened(SittingEnded(at=self._clock(), why=why))

    def debrief(self) -> Debrief:
        return build(self.sitting, self.scenario, self.library.coaching)
