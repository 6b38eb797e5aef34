"""The kinds of content: the folder each lives in, and the shape of a file there."""

from functools import cache
from typing import Any

from .schema.base import Content
from .schema.cards import ProcedureCard, Services
from .schema.cautions import Cautions
from .schema.coaching import CoachingTexts
from .schema.drill import Drill
from .schema.framework import Framework
from .schema.model import ConversationModel
from .schema.names import NameLists
from .schema.pack import Pack
from .schema.phrasebank import PhraseFile, WordLists
from .schema.scenario import Scenario
from .schema.worksheet import Worksheet

SHAPES: dict[str, type[Content]] = {
    "scenarios": Scenario,
    "models": ConversationModel,
    "phrasebank": PhraseFile,
    "framework": Framework,
    "drills": Drill,
    "worksheets": Worksheet,
    "packs": Pack,
    "procedure": ProcedureCard,
    "services": Services,
}
"""By folder name."""

SPECIAL: dict[str, type[Content]] = {
    "words": WordLists,
    "coaching": CoachingTexts,
    "cautions": Cautions,
    "names": NameLists,
}
"""Files in phrasebank/ that are not about one kind of flag or move, by file name without its ending."""


def shape_of(folder: str, stem: str) -> type[Content]:
    """The shape of a file in `folder`; `stem` is its name without ending. KeyError for an unknown folder."""
    return SPECIAL.get(stem, PhraseFile) if folder == "phrasebank" else SHAPES[folder]


def json_schema(kind: str) -> dict[str, Any]:
    """JSON Schema for editors; KeyError unless `kind` is a folder's name or that of a special file."""
    shape = SPECIAL[kind] if kind in SPECIAL else SHAPES[kind]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema_of(shape)}


@cache
def schema_of(shape: type[Content]) -> dict[str, Any]:
    """JSON Schema of one shape, with the keys as they are written in files."""
    return shape.model_json_schema()
