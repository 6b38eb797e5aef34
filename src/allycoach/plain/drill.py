"""A drill in lines: the pair first, then a line of one's own, then how others said it."""

from collections.abc import Callable

from allycoach.catalogue import _
from allycoach.practice.drill_round import DrillRound, Response
from allycoach.signs import one_line

from .saving import saved
from .terminal import Lines

HELP = _("KEYS: enter alone shows a hint or goes on; r writes it once more; q stops. All you write is kept.")

_LETTERS = {"h": "", "n": "", "r": "/again", "q": "/quit"}
"""A lone letter is never a line; these are what they are on the full screen."""


class PlainDrill:
    """Renders one round in lines and passes on what is typed."""

    def __init__(self, drilling: DrillRound, terminal: Lines) -> None:
        self.round = drilling
        self.terminal = terminal
        self._hinted = False
        self._written: set[int] = set()

    def run(self) -> bool:
        """From the pair to the end. False when the trainee stopped before it."""
        self._open()
        while not self.round.over:
            self._show_item()
            if not self._take_item():
                self._kept(self.round.leave)
                self.terminal.say(_("STOPPED: what you wrote is kept. Practice record, not assessment."))
                return False
        done = _("DONE: you wrote a line to {written} of {of}. Practice record, not assessment.")
        self.terminal.say(done.format(written=len(self._written), of=len(self.round.items)))
        return True

    def _open(self) -> None:
        drill, pair = self.round.drill, self.round.drill.pair
        self.terminal.say(
            _("DRILL: {title}, level {level}, about {minutes} minutes.").format(
                title=one_line(drill.title), level=self.round.level, minutes=drill.minutes
            )
        )
        self.terminal.say(_("ABOUT: {about}").format(about=one_line(drill.about)))
        self.terminal.say(_("PERSON: {person}").format(person=one_line(pair.person)))
        self.terminal.say(_("CLOSES: {poor}").format(poor=one_line(pair.poor)))
        self.terminal.say(_("OPENS: {good}").format(good=one_line(pair.good)))
        self.terminal.say(_("WHY: {why}").format(why=one_line(pair.why)))
        self.terminal.say(HELP)

    def _show_item(self) -> None:
        item = self.round.item
        self._hinted = False
        self.terminal.say(_("ITEM {number} of {of}.").format(number=self.round.number, of=len(self.round.items)))
        if item.setting:
            self.terminal.say(_("WHERE: {setting}").format(setting=one_line(item.setting)))
        self._show_step()

    def _show_step(self) -> None:
        self.terminal.say(_("PERSON: {words}").format(words=one_line(self.round.person_says)))
        if self.round.item.given:
            self.terminal.say(_("LINE: {given}").format(given=one_line(self.round.item.given)))
        self.terminal.say(_("TASK: {ask}").format(ask=one_line(self.round.step.ask)))

    def _take_item(self) -> bool:
        """Lines until the item is left. False when the trainee stops."""
        while True:
            typed = self.terminal.ask(
                _("YOUR LINE> ") if not self.round.answered else _("GO ON with enter, r writes it again> ")
            )
            text = _LETTERS.get((typed or "").strip().lower(), (typed or "").strip())
            if typed is None or text.lower() == "/quit":
                return False
            if text.lower() == "/again" or (self.round.answered and text):
                self._show_step()
            if text and text.lower() != "/again":
                self._write(text)
            elif not text and (self.round.answered or self._hinted or not self.round.item.hint):
                return self._kept(self.round.next)
            elif not text:
                self._hinted = True
                self.terminal.say(
                    _("HINT: {hint} Enter alone passes on.").format(hint=one_line(self.round.item.hint or ""))
                )

    def _write(self, text: str) -> None:
        step = self.round.step
        response = saved(lambda: self.round.write(text), self.terminal)
        if response is None:
            return
        self._written.add(self.round.number)
        self._show(response)
        if self.round.step is not step:
            self._show_step()

    def _show(self, response: Response) -> None:
        self.terminal.say(f"{_('OPEN') if response.met else _('LOOK')}: {one_line(response.said)}")
        for number, line in enumerate(response.others, 1):
            self.terminal.say(_("OTHERS {number}: {line}").format(number=number, line=one_line(line)))

    def _kept(self, doing: Callable[[], None]) -> bool:
        saved(doing, self.terminal)
        return True
