"""What to practise, chosen in lines: one proposal with its reason, or somebody by number or name."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.plain.saving import not_saved
from allycoach.shown_names import mode_name
from allycoach.signs import one_line
from allycoach.typed import number_in

from .intentions import answer_intention, open_intention
from .lists import about_here, sorted_people
from .remembered import facts_of_all
from .shelves import journal, now, rounds_log

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allycoach.coaching.facts import Facts
    from allycoach.coaching.fading import ModeProposal
    from allycoach.coaching.proposal import Proposal, Unfinished
    from allycoach.coaching.rounds import Round
    from allycoach.content.library import Library
    from allycoach.content.schema.scenario import Scenario
    from allycoach.conversation.events import Mode
    from allycoach.plain.terminal import Terminal

MODES: "tuple[tuple[Mode, str], ...]" = (
    ("coach", _("marks and a thought as you go")),
    ("quiet", _("a mark, the detail at the end")),
    ("solo", _("nothing until you look back")),
)
_ANSWERS = {"1": True, "y": True, "yes": True, "2": False, "n": False, "no": False}
_LEAVING = ("q", "/quit", "/leave", "quit", "exit")
_LIST = ("l", "list")
_UNKNOWN = _(
    "NUMBER: type one from 1 to {last}, or part of a name; l lists everybody. q leaves, /realhelp says where real help is."
)
RECENT = 30
"""Sittings that are looked through for one that was left off."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """`id` names a scenario, a drill, or a sitting to go on with."""

    what: Literal["scenario", "drill", "sitting"]
    id: str


def _meant(word: str, numbered: "Sequence[tuple[int, Scenario]]") -> "Sequence[tuple[int, Scenario]]":
    """Whom a number, an id or a part of a title means; several, where it is a part of several."""
    if (number := number_in(word)) or not word:
        return numbered[number - 1 : number] if number else ()
    exact = [each for each in numbered if each[1].id == word]
    return exact or [each for each in numbered if word in one_line(each[1].title).lower()]


class Choosing:
    """Asks at a keyboard; a pipe is only told, and its lines are left for the talk."""

    def __init__(self, terminal: "Terminal", shelf: "Library") -> None:
        self._terminal = terminal
        self._shelf = shelf
        self._facts: Sequence[Facts] | None = None
        self._log = rounds_log()
        self._rounds: Sequence[Round] = self._log.rounds()

    @property
    def facts(self) -> "Sequence[Facts]":
        if self._facts is None:
            self._facts = facts_of_all(journal(), self._shelf)
        return self._facts

    # One question at most

    def ask_first(self) -> None:
        """About the last if-then plan, else what comes round once in a while and is due."""
        if not self._ask_about_intention():
            self._remind()

    def _ask_about_intention(self) -> bool:
        kept, terminal = journal(), self._terminal
        plan = open_intention(kept)
        if plan is None:
            return False
        terminal.say(
            _("LAST TIME YOU PLANNED: if I notice {notice}, then I will {then}").format(
                notice=one_line(plan.notice), then=one_line(plan.then)
            )
        )
        used = self._yes_or_no(_("DID YOU get to use it? 1 yes, 2 no, enter for later> "))
        if used is not None:
            try:
                answer_intention(kept, plan, used=used, clock=now)
            except AllycoachError as error:
                terminal.say(not_saved(error))
            else:
                terminal.say(_("KEPT: you used it.") if used else _("KEPT: not yet. That is worth knowing too."))
        return True

    def _yes_or_no(self, prompt: str) -> bool | None:
        """None for neither, or from a pipe."""
        while True:
            typed = self._asked(prompt)
            if not typed:
                return None
            if typed in _ANSWERS:
                return _ANSWERS[typed]
            self._terminal.say(_("NUMBER: type 1 or 2, or enter for later."))

    def _remind(self) -> None:
        from allycoach.coaching.reminders import reminder
        from allycoach.coaching.rounds import ReminderAnswered

        since = min((each.at for each in self.facts), default=None)
        due = reminder(self._shelf.coaching.reminders, self._rounds, since=since, now=now())
        if due is None or not self._terminal.interactive:
            return
        self._terminal.say(_("REMINDER: {words}").format(words=one_line(due.say)))
        done = self._yes_or_no(_("IS IT done? 1 yes, 2 no, enter for later> "))
        try:
            self._log.append(ReminderAnswered(at=now(), reminder=due.id, done=bool(done)))
        except AllycoachError as error:
            self._terminal.say(not_saved(error))

    def _asked(self, prompt: str) -> str:
        """What somebody at the keyboard types; "" from a pipe."""
        return (self._terminal.ask(prompt) or "").strip().lower() if self._terminal.interactive else ""

    # What

    def choose(self) -> Chosen | None:
        """The proposal or a person by number; None when the input ends first. Raises AllycoachError with nobody there."""
        people, proposal = sorted_people(self._shelf), self._proposal()
        if not people:
            raise AllycoachError(_("There is nobody to talk with."), mend=_("`allycoach check` says what is wrong."))
        if proposal is not None:
            self._terminal.say(self._next(proposal))
        numbered = tuple(enumerate(people, 1))
        if not self._terminal.interactive:
            self._say_people(numbered)
        self._terminal.say(self._also())
        while (word := self._whom(proposal, len(people))) not in _LEAVING:
            if not word and proposal is not None:
                return Chosen(proposal.what, proposal.id)
            meant = numbered if word in _LIST else _meant(word, numbered)
            if len(meant) == 1 and self._opens(meant[0][1]):
                return Chosen("scenario", meant[0][1].id)
            if len(meant) > 1:
                self._say_people(meant)
            elif word and not meant:
                self._terminal.say(_UNKNOWN.format(last=len(people)))
        self._terminal.say(_("NOBODY was chosen."))
        return None

    def _whom(self, proposal: "Proposal | None", last: int) -> str:
        """What was typed, in small letters; what leaves, where the input ends."""
        asked = _("CHOOSE l for the list of {last}, or a number or a name> ")
        if proposal is not None:
            asked = _("CHOOSE enter for {first}, l for the list of {last}, or a number or a name> ")
        typed = self._terminal.ask(asked.format(last=last, first=self._named(proposal) if proposal else ""))
        return _LEAVING[0] if typed is None else typed.strip().lower()

    def _say_people(self, numbered: "Sequence[tuple[int, Scenario]]") -> None:
        for number, scenario in numbered:
            self._terminal.say(f"{number}: {about_here(scenario, self._shelf)}")

    def _opens(self, scenario: "Scenario") -> bool:
        """Whether the talk can begin; why not is said, and somebody else can be chosen."""
        from allycoach.coaching.locked import MEND, why_locked

        why = why_locked(scenario, self._shelf)
        if why and self._terminal.interactive:
            self._terminal.say(_("LOCKED: {why} {mend}").format(why=why, mend=MEND))
        return not (why and self._terminal.interactive)

    def _proposal(self) -> "Proposal | None":
        from allycoach.coaching.proposal import Practised, propose
        from allycoach.coaching.rounds import drilled

        finished = [each for each in self.facts if each.over and each.turns]
        done = Practised(finished, drilled(self._rounds), self._left_off())
        return propose(done, self._shelf.scenarios, self._shelf.drills, self._shelf.coaching, now=now())

    def _left_off(self) -> "Unfinished | None":
        from allycoach.coaching.proposal import Unfinished

        known = self._shelf.scenarios
        for one in journal().recent(RECENT):
            if not (one.ended or one.problem) and one.scenario in known:
                return Unfinished(one.id, one.scenario, one.title)
        return None

    def _next(self, proposal: "Proposal") -> str:
        return _("NEXT, proposed: {what}. {why}").format(what=self._named(proposal), why=one_line(proposal.why))

    def _named(self, proposal: "Proposal") -> str:
        title = one_line(proposal.title)
        return {
            "sitting": _("going on with {title}").format(title=title),
            "drill": _("the drill {title}").format(title=title),
            "scenario": title,
        }[proposal.what]

    def _also(self) -> str:
        from allycoach.coaching.cards import cards, deck
        from allycoach.coaching.rounds import reviews

        due = len(deck(cards(self._shelf.phrases), reviews(self._rounds)).due(now()))
        return _("ALSO: `allycoach drill`, `allycoach review` (cards due: {due}), `allycoach progress`.").format(
            due=due
        )

    # How

    def mode(self, *, ask: bool) -> "Mode":
        """The mode proposed, with its reason; at a keyboard another can be chosen by number where `ask` says so."""
        proposed = self._proposed_mode()
        self._terminal.say(
            _("MODE: {mode} is proposed. {why}").format(mode=mode_name(proposed.mode), why=one_line(proposed.why))
        )
        if not (ask and self._terminal.interactive):
            return proposed.mode
        for number, (mode, words) in enumerate(MODES, 1):
            self._terminal.say(f"{number}: {mode_name(mode)}, {words}")
        while True:
            typed = self._asked(
                _("MODE, 1 to {last}, enter for {mode}> ").format(last=len(MODES), mode=mode_name(proposed.mode))
            )
            number = number_in(typed)
            if not typed or typed == proposed.mode:
                return proposed.mode
            if 1 <= number <= len(MODES):
                return MODES[number - 1][0]
            self._terminal.say(_("NUMBER: type one from 1 to {last}.").format(last=len(MODES)))

    def _proposed_mode(self) -> "ModeProposal":
        from allycoach.coaching.fading import propose_mode

        finished = [each for each in self.facts if each.over and each.turns]
        return propose_mode(finished, self._shelf.coaching.fading)
