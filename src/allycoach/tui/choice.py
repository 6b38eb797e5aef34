"""Recovery phrases before a trainee, and when a number key means one of them rather than a number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allycoach.coaching.phrases import Offer


@dataclass(frozen=True, slots=True)
class Choice:
    """`own` is the draft as the trainee had it, `put` the draft as this choice last left it, `taken` the number of the
    phrase that is in it."""

    offers: "Sequence[Offer]"
    own: str
    put: str
    taken: int | None = None

    @classmethod
    def between(cls, offers: "Sequence[Offer]", draft: str) -> "Choice":
        return cls(offers, own=draft, put=draft)

    @property
    def numbers(self) -> str:
        """The keys that choose, `0` for one's own words."""
        return "".join(str(number) for number in range(len(self.offers) + 1))

    def listens(self, draft: str) -> bool:
        """Numbers choose only while the draft is as this choice left it; after that they are numbers."""
        return draft == self.put

    def took(self, number: int, text: str) -> "Choice":
        return replace(self, put=text, taken=number or None)
