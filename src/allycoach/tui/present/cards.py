"""A card: its front, then its back, and how well it came back."""

from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.coaching.cards import SAID
from allycoach.signs import visible

from .layout import hanging
from .marks import GOOD, QUIET
from .note import KEY, keys

if TYPE_CHECKING:
    from allycoach.coaching.cards import Card
    from allycoach.practice.card_review import CardReview


def status(going: "CardReview") -> Content:
    many = len(going.cards)
    return Content.styled(f"{min(going.number, many)} of {many}" if many else "", QUIET)


def front(card: "Card") -> Content:
    return Content.styled(visible(card.front), "bold")


def back(card: "Card", width: int) -> Content:
    lines = [hanging(Content.styled("· ", GOOD), Content(visible(line)), width) for line in card.back]
    return Content("\n").join(lines)


def rating() -> Content:
    """How well it came back, by number."""
    lines = [Content.styled("How well did it come back?", "bold")]
    lines += [Content.assemble((f"{number}  ", KEY), words) for number, words in enumerate(SAID.values(), 1)]
    return Content("\n").join(lines)


def over(going: "CardReview") -> Content:
    if not going.cards:
        said = "No card is due today. A few new ones come each day, the others when it is time."
    else:
        looked = "1 card" if len(going.cards) == 1 else f"{len(going.cards)} cards"
        said = f"That is all for today: {looked}. Each comes back when it is time."
    return Content(said) + "\n\n" + keys(("enter", "home"))
