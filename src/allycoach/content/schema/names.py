"""`phrasebank/names.yaml`: what is looked for when a document is to go out without names."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Content, Text

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
"""Words with spaces between them, lower case."""

Lines = tuple[Text, ...]


class NameLists(Content):
    """Lower case throughout. What is on no list is found by its capital letter, where a sentence does not begin with it."""

    about: Text
    given: Words = Field(description="Given names that are no words: found however they are written.")
    given_words: Words = Field(description="Given names that are words too: found where they stand as names.")
    surnames: Words = Field(description="Found after a given name, however they are written.")
    titles: Words = Field(description="Words that a name follows, such as mrs.")
    relations: Words = Field(description="Words that a name may follow, such as manager.")
    places: Lines = Field(description="Found however they are written; so none of them may be a word too.")
    employers: Lines = Field(description="Found however they are written; so none of them may be a word too.")
    organisations: Words = Field(description="Words that an employer's name ends with, such as limited.")
    streets: Words = Field(description="Words that an address ends with, such as road.")
    ordinary: Words = Field(description="Words that begin sentences and are no names.")
    stays: Lines = Field(description="Written with a capital and no secret: days, languages, public services.")
