"""New drills and phrase files: a copy of one that there is, to change; for a drill also with items from a spreadsheet."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import ContentError
from allycoach.signs import visible

from .new import free_id, wanted_id, written
from .shelves import library

if TYPE_CHECKING:
    from allycoach.content.library import Library

_ID = re.compile(r"^id: .*$", re.MULTILINE)
_REMARKS = {
    "schema": _("A drill. docs/authors.md explains every part; `allycoach check FILE` reads it all, good lines too."),
    "pair": _("The skill shown once before anybody tries it."),
    "steps": _("What is said to a line: the first of `feedback` that is found in it, `met` last."),
    "items": _("`person` is what they said, `given` a line to turn, `good` three ways that others did it."),
}


def new_drill_lines(drill_id: str | None, like: str, items: Path | None) -> Iterator[str]:
    """The whole of `allycoach new drill`. Raises AllycoachError, with lines of the table."""
    shelf = library(None)
    name = wanted_id(drill_id, what=_("a drill"), such_as="asking-first") if drill_id else free_id(like, "drills")
    text = (
        _copy(shelf, "drills", shelf.drill(like).id, name) if items is None else _with_items(shelf, like, name, items)
    )
    yield from written("drills", name, text)
    yield _("Try it with: allycoach drill {name}").format(name=name)


def drill_table(drill_id: str, content: Path | None) -> str:
    """The items of a drill for a spreadsheet."""
    from allycoach.content.drill_items import table_of

    return table_of(library(content).drill(drill_id))


def new_phrases_lines(kind: str) -> Iterator[str]:
    """The whole of `allycoach new phrases`: your copy stands in place of the shipped file. Raises AllycoachError."""
    shelf = library(None)
    if kind not in shelf.phrases:
        raise ContentError(
            _("There are no phrases for {kind}.").format(kind=visible(kind)),
            mend=_("There are: {phrases}.").format(phrases=", ".join(sorted(shelf.phrases))),
        )
    yield from written("phrasebank", kind, _copy(shelf, "phrasebank", kind, kind))
    yield _("Your file now stands in place of the shipped one; take it away, and that one is back.")
    yield _("Try it with: allycoach analyse - --explain")


def _copy(shelf: "Library", kind: str, source: str, name: str) -> str:
    """The file of that id with all its remarks, under another id."""
    origin = next(one for one in shelf.origins if (one.kind, one.id) == (kind, source))
    return _ID.sub(f"id: {name}", origin.path.read_text(encoding="utf-8"), count=1)


def _with_items(shelf: "Library", like: str, name: str, table: Path) -> str:
    from allycoach.content.drill_items import items_in
    from allycoach.content.loader import FaultyFileError
    from allycoach.content.located import located
    from allycoach.content.scenario_file import content_text
    from allycoach.content.schema.drill import Drill
    from allycoach.content.yaml_text import UnreadableError, decode, read_bytes

    try:
        items = items_in(decode(read_bytes(table)))
    except UnreadableError as error:
        said = located(visible(table.name), error.problem, error.text)
        raise FaultyFileError([said, _("Nothing was written.")]) from None
    try:
        made = Drill.model_validate(shelf.drill(like).model_dump(by_alias=True) | {"id": name, "items": items})
    except ValueError:
        few = _("{name} has {count} items; a drill needs 5 or more, and the columns that {like} has.").format(
            name=visible(table.name), count=len(items), like=like
        )
        raise FaultyFileError([few, _("Nothing was written.")]) from None
    return content_text(made, _REMARKS)
