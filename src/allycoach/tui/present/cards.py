"""A card: its front, then its back, and how well it came back."""

from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _, many
from allycoach.coaching.cards import SAID
from allycoach.signs import visible

from .layout import hanging
from .note import KEY, keys
from .tones import GOOD, QUIET

if TYPE_CHECKING:
    from allycoach.coaching.cards import Card
    from allycoach.practice.card_review import CardReview


def status(going: "CardReview") -> Content:
    of = len(going.cards)
    return Content.styled(_("{number} of {of}").format(number=min(going.number, of), of=of) if of else "", QUIET)


def front(card: "Card") -> Content:
    return Content.styled(visible(card.front), "bold")


def back(card: "Card", width: int) -> Content:
    lines = [hanging(Content.styled("· ", GOOD), Content(visible(line)), width) for line in card.back]
    return Content("\n").join(lines)


def rating() -> Content:
    """How well it came back, by number."""
    lines = [Content.styled(_("How well did it come back?"), "bold")]
    lines += [Content.assemble((f"{number}  ", KEY), words) for number, words in enumerate(SAID.values(), 1)]
    return Content("\n").join(lines)


def over(going: "CardReview") -> Content:
    if not going.cards:
        said = _("No card is due today. A few new ones come each day, the others when it is time.")
    else:
        said = many(
            "That is all for today: 1 card. Each comes back when it is time.",
            "That is all for today: {n} cards. Each comes back when it is time.",
            len(going.cards),
        ).format(n=len(going.cards))
    return Content(said) + "\n\n" + keys(("enter", _("home")))
