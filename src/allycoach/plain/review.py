"""The cards that are due, in lines: front, then back, then a number."""

from allycoach.coaching.cards import SAID
from allycoach.errors import NotSaved
from allycoach.practice.card_review import CardReview
from allycoach.signs import one_line

from .terminal import Lines


class PlainReview:
    """Renders one review in lines and passes on what is typed."""

    def __init__(self, review: CardReview, terminal: Lines) -> None:
        self.review = review
        self.terminal = terminal

    def run(self) -> bool:
        """To the last card. False when the trainee stopped before it."""
        many = len(self.review.cards)
        if not many:
            self.terminal.say("NOTHING is due today. A few new cards come each day, the others when it is time.")
            return True
        self.terminal.say(f"CARDS: {many} due. enter shows the other side; /quit stops. All you answer is kept.")
        while not self.review.over:
            if not (self._show_front() and self._rate()):
                self.terminal.say(f"STOPPED: {self.review.done} of {many}. The rest stays due.")
                return False
        self.terminal.say(f"DONE: {many} of {many}. Each comes back when it is time.")
        return True

    def _show_front(self) -> bool:
        card, many = self.review.card, len(self.review.cards)
        self.terminal.say(f"CARD {self.review.number} of {many}: {one_line(card.front)}")
        typed = self.terminal.ask("THE OTHER SIDE, enter> ")
        if typed is None or typed.strip().lower() == "/quit":
            return False
        self.review.turn_over()
        for line in card.back:
            self.terminal.say(f"BACK: {one_line(line)}")
        return True

    def _rate(self) -> bool:
        choices = ", ".join(f"{number} {words}" for number, words in enumerate(SAID.values(), 1))
        self.terminal.say(f"HOW WELL did it come back? {choices}.")
        while True:
            typed = self.terminal.ask(f"HOW WELL, 1 to {len(SAID)}> ")
            if typed is None or typed.strip().lower() == "/quit":
                return False
            if typed.strip() in {str(number) for number in range(1, len(SAID) + 1)}:
                return self._keep(int(typed.strip()))
            if typed.strip():
                self.terminal.say(f"NUMBER: type one from 1 to {len(SAID)}.")

    def _keep(self, number: int) -> bool:
        try:
            self.review.rate(tuple(SAID)[number - 1])
        except NotSaved as error:
            self.terminal.say(f"NOT SAVED: {one_line(str(error))}")
            return False
        return True
