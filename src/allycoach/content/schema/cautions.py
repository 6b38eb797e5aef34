"""`phrasebank/cautions.yaml`: words in people's files that deserve a second look, with the reasons."""

from typing import Literal

from pydantic import Field

from .base import Content, Id, Strict, Text


class Watched(Strict):
    """Wordings that make a group the problem, and what to write instead.

    A wording is words in order: `(a|b)` is one of these, `...` up to three words, and `*` ends a word whose ending does
    not matter. `within` is `about` for what the author says about the person and `anywhere` for their own lines too.
    """

    id: Id
    any: tuple[Text, ...] = Field(min_length=1)
    within: Literal["about", "anywhere"] = "about"
    reason: Text
    instead: Text
    catch: tuple[Text, ...] = Field(min_length=1)
    leave: tuple[Text, ...] = Field(min_length=1)


class Cautions(Content):
    """The lists that `check` reads beside its rules."""

    about: Text
    stereotypes: tuple[Watched, ...]
    names: tuple[Text, ...] = Field(description="Businesses and services that nobody made up; wordings as above.")
    feelings: tuple[Text, ...] = Field(description="Words that name a feeling; wordings as above.")
