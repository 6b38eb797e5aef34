"""A drill in lines: the pair first, then a line of one's own, then how others said it."""

from collections.abc import Callable

from allycoach.errors import NotSaved
from allycoach.practice.drill_round import DrillRound, Response
from allycoach.signs import one_line

from .terminal import Lines

HELP = "KEYS: enter alone shows a hint or goes on; /again writes it once more; /quit stops. All you write is kept."


class PlainDrill:
    """Renders one round in lines and passes on what is typed."""

    def __init__(self, drilling: DrillRound, terminal: Lines) -> None:
        self.round = drilling
        self.terminal = terminal
        self._hinted = False

    def run(self) -> bool:
        """From the pair to the end. False when the trainee stopped before it."""
        self._open()
        while not self.round.over:
            self._show_item()
            if not self._take_item():
                self._kept(self.round.leave)
                self.terminal.say("STOPPED: what you wrote is kept. Practice record, not assessment.")
                return False
        self.terminal.say(f"DONE: {len(self.round.items)} of {len(self.round.items)}. Practice record, not assessment.")
        return True

    def _open(self) -> None:
        drill, pair = self.round.drill, self.round.drill.pair
        self.terminal.say(f"DRILL: {one_line(drill.title)}, level {self.round.level}, about {drill.minutes} minutes.")
        self.terminal.say(f"ABOUT: {one_line(drill.about)}")
        self.terminal.say(f"PERSON: {one_line(pair.person)}")
        self.terminal.say(f"CLOSES: {one_line(pair.poor)}")
        self.terminal.say(f"OPENS: {one_line(pair.good)}")
        self.terminal.say(f"WHY: {one_line(pair.why)}")
        self.terminal.say(HELP)

    def _show_item(self) -> None:
        item = self.round.item
        self._hinted = False
        self.terminal.say(f"ITEM {self.round.number} of {len(self.round.items)}.")
        if item.setting:
            self.terminal.say(f"WHERE: {one_line(item.setting)}")
        self._show_step()

    def _show_step(self) -> None:
        self.terminal.say(f"PERSON: {one_line(self.round.person_says)}")
        if self.round.item.given:
            self.terminal.say(f"LINE: {one_line(self.round.item.given)}")
        self.terminal.say(f"TASK: {one_line(self.round.step.ask)}")

    def _take_item(self) -> bool:
        """Lines until the item is left. False when the trainee stops."""
        while True:
            typed = self.terminal.ask("YOUR LINE> " if not self.round.answered else "GO ON, enter, or /again> ")
            if typed is None or typed.strip().lower() == "/quit":
                return False
            text = typed.strip()
            if text.lower() == "/again" or (self.round.answered and text):
                self._show_step()
            if text and text.lower() != "/again":
                self._write(text)
            elif not text and (self.round.answered or self._hinted or not self.round.item.hint):
                return self._kept(self.round.next)
            elif not text:
                self._hinted = True
                self.terminal.say(f"HINT: {one_line(self.round.item.hint or '')} Enter alone passes on.")

    def _write(self, text: str) -> None:
        step = self.round.step
        try:
            response = self.round.write(text)
        except NotSaved as error:
            self.terminal.say(f"NOT SAVED: {one_line(str(error))}")
            return
        self._show(response)
        if self.round.step is not step:
            self._show_step()

    def _show(self, response: Response) -> None:
        self.terminal.say(f"{'OPEN' if response.met else 'LOOK'}: {one_line(response.said)}")
        for number, line in enumerate(response.others, 1):
            self.terminal.say(f"OTHERS {number}: {one_line(line)}")

    def _kept(self, doing: Callable[[], None]) -> bool:
        try:
            doing()
        except NotSaved as error:
            self.terminal.say(f"NOT SAVED: {one_line(str(error))}")
        return True
