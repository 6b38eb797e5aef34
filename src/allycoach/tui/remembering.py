"""What the app holds of all earlier practice: found in a worker thread, once the first rows stand, and again after each
sitting, drill and review."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from textual import on, work
from textual.reactive import var
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from allycoach.errors import AllycoachError

from .holding import Holding
from .messages import FactsFound, IntentionFound, PastFound, Reckoning, RoundsFound
from .parts import OpenIntention, PastSitting

if TYPE_CHECKING:
    from allycoach.coaching.cards import Card, Deck
    from allycoach.coaching.facts import Facts
    from allycoach.coaching.fading import ModeProposal
    from allycoach.coaching.proposal import Practised, Proposal
    from allycoach.coaching.reminders import Reminder
    from allycoach.coaching.rounds import Round
    from allycoach.content.library import Library
    from allycoach.content.schema.drill import Level

    from .finding import Wanted

NEWEST = 30
"""Sittings read before the first rows; the others come after."""

TOLD_EVERY = 25
"""Sittings after which the screen is told how far the reading has got."""


class _LeftError(Exception):
    """The app is being left, so nobody waits for the facts."""


class Awaiting(Screen[None]):
    """A screen that shows what becomes known while it stands. It does not watch the app: the app would hold on to every
    such screen there has been."""

    def more_known(self) -> None:
        """Something of what the app remembers, or whether there is a reader, has changed."""
        raise NotImplementedError


class Remembering(Holding):
    """`past` holds the newest sittings at first; `past_whole` says when it has all. `facts` are None until they are
    known, and `reckoned` says how many of how many are."""

    past_whole: var[bool] = var(False)
    facts: var["Sequence[Facts] | None"] = var(None)
    reckoned: var[tuple[int, int]] = var((0, 0))
    rounds: var["Sequence[Round]"] = var(())
    intention: var[OpenIntention | None] = var(None)

    drill_level: "Level" = 1
    """The level of drills last chosen."""

    _proposed: "Proposal | Literal['wait'] | None" = "wait"
    _proposed_from: tuple[object, ...] = ()
    """What the proposal was made from: until one of these is another, it stands."""

    _searched: list[str] | None = None
    _searched_of: Sequence[PastSitting] = ()
    """The sittings whose words these are."""

    _deck: "Deck | None" = None
    _deck_of: "Sequence[Round]" = ()
    """The rounds that the deck is a fold of."""

    def _tell_screens(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Awaiting):
                screen.more_known()

    watch_past = watch_facts = watch_reckoned = watch_reader_state = _tell_screens

    # Where these screens are shown is for the app to say

    def go(self, what: "Callable[[Library], Screen[None]]") -> None:
        """Show a screen over home, made from the library; what stops it is said."""
        raise NotImplementedError

    # Finding

    def find_newest(self) -> None:
        """What the first rows need. Called in a worker thread."""
        self.post_message(PastFound(self.parts.memory.recent(NEWEST), whole=False))

    def find_intention(self) -> None:
        """The if-then plan to ask about, for once a start: a plan made since has not met life yet. Called in a worker thread."""
        self.post_message(IntentionFound(self.parts.memory.intention()))

    @work(thread=True, group="past", exclusive=True, exit_on_error=False)
    def find_all(self, library: "Library", *, newest: bool) -> None:
        """Everything that is remembered, the quickest first; `newest` when the first rows may have changed too."""
        worker = get_current_worker()
        try:
            if newest:
                self.find_newest()
            self.post_message(RoundsFound(self.parts.memory.rounds().rounds()))
            self.post_message(PastFound(self.parts.sittings()))
            self.post_message(FactsFound(self.parts.memory.facts(library, self._reckoning(worker))))
        except _LeftError:
            return
        except AllycoachError as error:
            if not worker.is_cancelled:
                self.call_from_thread(self.tell, error)

    def _reckoning(self, worker: "Worker[None]") -> Callable[[int, int], None]:
        def told(done: int, of: int) -> None:
            if worker.is_cancelled:
                raise _LeftError
            if done % TOLD_EVERY == 0 or done == of:
                self.post_message(Reckoning(done, of))

        return told

    @on(PastFound)
    def _past_found(self, event: PastFound) -> None:
        if event.whole or not self.past_whole:
            self.past = event.past
        else:
            self.past = _joined(event.past, self.past or ())
        self.past_whole = self.past_whole or event.whole

    @on(IntentionFound)
    def _intention_found(self, event: IntentionFound) -> None:
        self.intention = event.intention

    @on(RoundsFound)
    def _rounds_found(self, event: RoundsFound) -> None:
        self.rounds = event.rounds

    @on(Reckoning)
    def _some_reckoned(self, event: Reckoning) -> None:
        self.reckoned = (event.done, event.of)

    @on(FactsFound)
    def _facts_found(self, event: FactsFound) -> None:
        self.facts = event.facts

    # What follows from it

    @property
    def practised(self) -> "Practised":
        """What a proposal goes by, as far as it is known now."""
        from allycoach.coaching.proposal import Practised, Unfinished
        from allycoach.coaching.rounds import drilled

        people = self.library.scenarios if self.library is not None else {}
        left = next((one for one in self.past or () if not one.over and one.scenario in people), None)
        return Practised(
            [each for each in self.facts or () if each.over and each.turns],
            drilled(self.rounds),
            Unfinished(left.sitting, left.scenario, left.title) if left is not None else None,
        )

    def proposal(self) -> "Proposal | Literal['wait'] | None":
        """The one next practice; "wait" while it is not known yet; None when there is nobody."""
        if self.library is None:
            return "wait"
        known = (self.library, self.past, self.facts, self.rounds)
        if len(self._proposed_from) != len(known) or any(
            one is not other for one, other in zip(known, self._proposed_from, strict=True)
        ):
            self._proposed, self._proposed_from = self._propose(self.library), known
        return self._proposed

    def _propose(self, shelf: "Library") -> "Proposal | Literal['wait'] | None":
        from allycoach.coaching.proposal import left_off, propose

        done = self.practised
        if self.facts is None and self.past:
            return left_off(done.unfinished, shelf.scenarios) or "wait"
        return propose(done, shelf.scenarios, shelf.drills, shelf.coaching, now=self.parts.clock())

    def proposed_mode(self) -> "ModeProposal | None":
        """How much the coach should say next; None while that is not known."""
        from allycoach.coaching.fading import propose_mode

        if self.library is None or (self.facts is None and self.past):
            return None
        return propose_mode(self.practised.sittings, self.library.coaching.fading)

    def due_reminder(self) -> "Reminder | None":
        if self.library is None or not self.facts:
            return None
        since = min(each.at for each in self.facts)
        from allycoach.coaching.reminders import reminder  # pydantic with it, so only once something is known

        return reminder(self.library.coaching.reminders, self.rounds, since=since, now=self.parts.clock())

    def past_with(self, wanted: "Wanted") -> Sequence[PastSitting]:
        """The past sittings that have all of the words in them, newest first."""
        from .finding import of_past

        past = self.past or ()
        if self._searched is None or self._searched_of is not past:
            self._searched, self._searched_of = [of_past(one) for one in past], past
        return [one for one, text in zip(past, self._searched, strict=True) if wanted(text)]

    def due_cards(self) -> "tuple[Card, ...]":
        """The cards to look at now."""
        from allycoach.coaching.cards import cards, deck
        from allycoach.coaching.rounds import reviews

        if self.library is None:
            return ()
        if self._deck is None or self._deck_of is not self.rounds:
            self._deck, self._deck_of = deck(cards(self.library.phrases), reviews(self.rounds)), self.rounds
        return self._deck.due(self.parts.clock())

    # What it is told

    def keep_round(self, happened: "Round") -> bool:
        """Keep what happened in a drill, with a card or with a reminder. False, and the trainee told, if it cannot be."""
        try:
            _RoundsHere(self).append(happened)
        except AllycoachError as error:
            self.tell(error)
            return False
        return True

    def answer_intention(self, used: bool) -> None:
        """Whether the if-then plan came to use; asked about once."""
        plan = self.intention
        if plan is None:
            return
        try:
            self.parts.memory.answer_intention(plan, used)
        except AllycoachError as error:
            self.tell(error)
            return
        self.intention = None

    def forget(self, sitting: str) -> None:
        """Delete a sitting for good, then find anew what there is."""
        try:
            self.parts.memory.forget(sitting)
        except AllycoachError as error:
            self.tell(error)
        if self.intention is not None and self.intention.sitting == sitting:
            self.intention = None
        if self.library is not None:
            self.find_all(self.library, newest=True)

    # Other screens

    def show_drills(self) -> None:
        def made(library: "Library") -> Screen[None]:
            from .screens.drills import DrillsScreen

            return DrillsScreen(library)

        self.go(made)

    def drill(self, name: str) -> None:
        """A round of the drill of that id, at the level chosen last."""

        def made(library: "Library") -> Screen[None]:
            from allycoach.coaching.rounds import seen
            from allycoach.practice.drill_round import DrillRound

            from .screens.drilling import DrillingScreen

            chosen = library.drill(name)
            going = DrillRound(
                chosen,
                self.drill_level,
                reader=self.reader,
                log=_RoundsHere(self),
                clock=self.parts.clock,
                seed=int(self.parts.clock().timestamp()),
                seen=seen(self.rounds, chosen.id),
            )
            return DrillingScreen(going)

        self.go(made)

    def review_cards(self) -> None:
        def made(_library: "Library") -> Screen[None]:
            from allycoach.practice.card_review import CardReview

            from .screens.cards import CardsScreen

            return CardsScreen(CardReview(self.due_cards(), log=_RoundsHere(self), clock=self.parts.clock))

        self.go(made)

    def show_progress(self) -> None:
        def made(library: "Library") -> Screen[None]:
            from .screens.progress import ProgressScreen

            return ProgressScreen(library)

        self.go(made)

    def show_past(self) -> None:
        def made(_library: "Library") -> Screen[None]:
            from .screens.past import PastScreen

            return PastScreen()

        self.go(made)


class _RoundsHere:
    """The log of rounds, and what the app remembers of it, kept in step."""

    def __init__(self, app: Remembering) -> None:
        self._app = app

    def append(self, happened: "Round") -> None:
        self._app.parts.memory.rounds().append(happened)
        self._app.rounds = (*self._app.rounds, happened)


def _joined(newest: Sequence[PastSitting], known: Sequence[PastSitting]) -> Sequence[PastSitting]:
    """All that is known, with the newest as they are now."""
    again = {one.sitting for one in newest}
    return (*newest, *(one for one in known if one.sitting not in again))
