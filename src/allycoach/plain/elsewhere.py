"""Other points of a talk, as commands in lines: where it is, back to a turn, another branch."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from allycoach.catalogue import _
from allycoach.conversation.sitting import Branch
from allycoach.practice.practice import Practice
from allycoach.signs import one_line
from allycoach.typed import number_in

from . import branching, lines
from .terminal import PROMPT, Lines

T = TypeVar("T")


class Saving(Protocol):
    """Does what writes to the log; None, and the reason said, when it could not be saved."""

    def __call__(self, act: Callable[[], T], /) -> T | None: ...


class Elsewhere:
    """Says each answer itself. `back` and `branch` are True when the talk is at another point now."""

    def __init__(self, practice: Practice, terminal: Lines, saved: Saving) -> None:
        self._practice = practice
        self._terminal = terminal
        self._saved = saved

    def where(self, own: str) -> None:
        """The trainee's own answer first, where somebody is there to be asked; then the coach's, with its reason."""
        stages = self._practice.model.stages
        if not own and self._terminal.interactive:
            self._say(f"{number}: {one_line(stage.question)}" for number, stage in enumerate(stages, 1))
        own = self._chosen(own, _("WHERE do you think, 1 to {of}, or enter to skip").format(of=len(stages)))
        number = number_in(own)
        if 1 <= number <= len(stages):
            self._saved(lambda: self._practice.guess_place(stages[number - 1].id))
            self._say([_("YOU SAID: {question}").format(question=one_line(stages[number - 1].question))])
        self._say(lines.place(self._practice.place, self._practice.model))

    def back(self, typed: str) -> bool:
        turns = [turn.reply.turn for turn in self._practice.sitting.turns]
        if turns:
            typed = self._chosen(
                typed, _("BACK to before which turn, 1 to {last}, or enter to stay").format(last=turns[-1])
            )
        word, __, name = typed.partition(" ")
        number = number_in(word)
        if number not in turns:
            self._say([_("BACK: say /back and the number of a turn.") if turns else _("BACK: there is no reply yet.")])
            return False
        kept = self._saved(lambda: self._practice.step_back(number, name))
        if kept is not None:
            self._say(branching.stepped_back(self._practice.sitting, number, kept))
        return kept is not None

    def branches(self) -> None:
        self._say(branching.branches(self._practice.sitting))

    def branch(self, typed: str) -> bool:
        branch = self._branch_meant(typed, _("GO ON with which branch, by number, or enter to stay"))
        if branch is None:
            return False
        left = self._saved(lambda: self._practice.take_branch(branch.name))
        if left is not None:
            self._say(branching.taken(self._practice.sitting, branch.name, left))
        return left is not None

    def side_by_side(self, typed: str) -> None:
        branch = self._branch_meant(typed, _("COMPARE with which branch, by number, or enter to go on"))
        if branch is not None:
            self._say(branching.side_by_side(self._practice.sitting, branch))

    def _branch_meant(self, typed: str, question: str) -> Branch | None:
        """The branch named; where none is, all are said, and a number is asked for."""
        sitting = self._practice.sitting
        branch = branching.numbered(sitting, typed)
        if branch is None:
            if typed and sitting.branches:
                self._say([_("NO BRANCH is called {typed}. These are there:").format(typed=one_line(typed))])
            self.branches()
            if sitting.branches and not typed:
                branch = branching.numbered(sitting, self._chosen(typed, question))
        return branch

    def _chosen(self, typed: str, question: str) -> str:
        """What was typed after the command, or else what is answered, where somebody is there to be asked."""
        if typed or not self._terminal.interactive:
            return typed
        return (self._terminal.ask(question + PROMPT) or "").strip()

    def _say(self, said: Iterable[str]) -> None:
        for line in said:
            self._terminal.say(line)
