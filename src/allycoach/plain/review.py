"""The cards that are due, in lines: front, then back, then a number."""

from allycoach.catalogue import _
from allycoach.coaching.cards import SAID
from allycoach.practice.card_review import CardReview
from allycoach.signs import one_line

from .saving import done, saved
from .terminal import Lines


class PlainReview:
    """Renders one review in lines and passes on what is typed."""

    def __init__(self, review: CardReview, terminal: Lines) -> None:
        self.review = review
        self.terminal = terminal

    def run(self) -> bool:
        """To the last card. False when the trainee stopped before it."""
        of = len(self.review.cards)
        if not of:
            self.terminal.say(_("NOTHING is due today. A few new cards come each day, the others when it is time."))
            return True
        self.terminal.say(
            _("CARDS: {of} due. enter shows the other side; /quit stops. All you answer is kept.").format(of=of)
        )
        while not self.review.over:
            if not (self._show_front() and self._rate()):
                self.terminal.say(
                    _("STOPPED: {done} of {of}. The rest stays due.").format(done=self.review.done, of=of)
                )
                return False
        self.terminal.say(_("DONE: {of} of {of}. Each comes back when it is time.").format(of=of))
        return True

    def _show_front(self) -> bool:
        card, of = self.review.card, len(self.review.cards)
        self.terminal.say(
            _("CARD {number} of {of}: {front}").format(number=self.review.number, of=of, front=one_line(card.front))
        )
        typed = self.terminal.ask(_("THE OTHER SIDE, enter> "))
        if typed is None or typed.strip().lower() == "/quit":
            return False
        self.review.turn_over()
        for line in card.back:
            self.terminal.say(_("BACK: {line}").format(line=one_line(line)))
        return True

    def _rate(self) -> bool:
        choices = ", ".join(f"{number} {words}" for number, words in enumerate(SAID.values(), 1))
        self.terminal.say(_("HOW WELL did it come back? {choices}.").format(choices=choices))
        while True:
            typed = self.terminal.ask(_("HOW WELL, 1 to {of}> ").format(of=len(SAID)))
            if typed is None or typed.strip().lower() == "/quit":
                return False
            if typed.strip() in {str(number) for number in range(1, len(SAID) + 1)}:
                return self._keep(int(typed.strip()))
            if typed.strip():
                self.terminal.say(_("NUMBER: type one from 1 to {of}.").format(of=len(SAID)))

    def _keep(self, number: int) -> bool:
        return saved(done(lambda: self.review.rate(tuple(SAID)[number - 1])), self.terminal) is not None
