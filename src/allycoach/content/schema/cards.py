"""`procedure/*.yaml` and `services/*.yaml`: what only the trainee's own organisation can know. None is shipped."""

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from .base import Content, MisplacedError, Strict, Text

TO_FILL_IN = "..."
"""Stands in a new card where the organisation's own words belong."""

STALE_DAYS = 90
"""After so many days without a check a service may have moved, closed or changed its hours (FRAMEWORK_MAP, 4.3a)."""


class Contact(Strict):
    """Somebody to reach: `how` is a number, an address or a place."""

    name: Text
    role: Text
    how: Text
    checked_on: date


class ProcedureCard(Content):
    """What this organisation does when somebody may not be safe: safeguarding talks are locked until it is filled in."""

    organisation: Text
    lead: Contact
    stands_in: Contact | None = None
    steps: tuple[Text, ...] = Field(min_length=1, description="What is done, in order, in your own words.")
    out_of_hours: Text | None = None
    read_on: date = Field(description="The day on which you last read the procedure itself.")

    @model_validator(mode="after")
    def is_filled_in(self) -> Self:
        for at, text in (("organisation", self.organisation), ("lead", self.lead.name), ("lead", self.lead.how)):
            if text.strip() == TO_FILL_IN:
                raise MisplacedError("this is still to be filled in", at)
        for number, step in enumerate(self.steps):
            if step.strip() == TO_FILL_IN:
                raise MisplacedError("this is still to be filled in", "steps", number)
        return self


class Service(Strict):
    """Somewhere to point to: a name, what it offers and a first step."""

    name: Text
    offers: Text
    for_whom: Text | None = None
    cost: Text | None = None
    how: Text = Field(description="The first step: whom to ask for, where, when.")
    beside: bool = Field(default=True, description="It goes beside this help; false where it is a referral.")
    checked_on: date

    def is_stale(self, today: date) -> bool:
        """Whether it is too long since somebody checked it."""
        return (today - self.checked_on).days > STALE_DAYS


class Services(Content):
    """Local services that the people here can be pointed to."""

    area: Text
    services: tuple[Service, ...] = Field(min_length=1)
