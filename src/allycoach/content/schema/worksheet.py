"""`worksheets/*.yaml`: a page that a person can be led through, on screen or on paper."""

from typing import Literal

from pydantic import Field, model_validator

from .base import Content, Id, MisplacedError, Strict, Text


class Box(Strict):
    """A part of the page. `ask` is an open question that leads to it, `room` the lines left for it on paper."""

    id: Id
    heading: Text
    ask: Text
    room: int = Field(default=4, ge=1, le=20)


class Worksheet(Content):
    """`columns` says how the boxes stand on paper; on screen they come one after another."""

    language: Text = "en-GB"
    about: Text
    source: Text
    columns: Literal[1, 2] = 1
    boxes: tuple[Box, ...] = Field(min_length=2, max_length=8)

    @model_validator(mode="after")
    def boxes_differ(self) -> "Worksheet":
        seen: set[str] = set()
        for number, box in enumerate(self.boxes):
            if box.id in seen:
                raise MisplacedError(f'"{box.id}" is the id of an earlier box', "boxes", number, "id")
            seen.add(box.id)
        return self
