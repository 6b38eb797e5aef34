"""A pack on paper: the plan for whoever runs it, cards to hand out, and answer notes on pages of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from allycoach.coaching.pack_words import KINDS, Note, Used, begins, items, notes, used

from .html import page

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.drill import Item
    from allycoach.content.schema.pack import Pack, Part
    from allycoach.content.schema.scenario import Scenario

Sheets = Literal["all", "plan", "cards", "answers"]


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A part as the pages show it; `person` is whom it is a talk with, and `start` the minute at which it begins."""

    part: "Part"
    kind: str
    start: int
    used: Used | None
    items: "Sequence[Item]"
    person: "Scenario | None"
    notes: tuple[Note, ...]

    @property
    def has_card(self) -> bool:
        """Whether there is anything to hand out for it."""
        return bool(self.items or self.part.write or self.person is not None)


def pack_html(pack: "Pack", shelf: "Library", *, sheets: Sheets = "all") -> str:
    """The pages that are asked for; what the pack uses and is not there is left out, and the plan says so."""
    parts = [
        OnPaper(
            part,
            KINDS[part.kind],
            start,
            used(part, shelf),
            items(part, shelf),
            shelf.scenarios.get(part.scenario) if part.scenario is not None else None,
            tuple(notes(part, shelf)),
        )
        for part, start in zip(pack.parts, begins(pack), strict=True)
    ]
    return page("pack", pack=pack, parts=parts, sheets=sheets)
