"""The JSON Schema of each kind of content file, for editors that check while you type, and of what `export` writes."""

import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from allycoach.catalogue import _
from allycoach.errors import AllycoachError

EXPORTS = ("session", "cohort", "progress")
"""What is written as JSON: by `export --to json`, `export --to cohort` and `progress --to json`."""


def kinds() -> tuple[str, ...]:
    """All kinds: the folders, the files in phrasebank/ that have a shape of their own, and the exports."""
    from allycoach.content.kinds import SHAPES, SPECIAL

    return (*SHAPES, *SPECIAL, *EXPORTS)


def schema_text(kind: str) -> str:
    """The schema as it is published in docs/schemas. Raises AllycoachError, with the kinds there are."""
    from allycoach.content.kinds import json_schema

    known = _known(kind)
    made = _export_schema(known) if known in EXPORTS else json_schema(known)
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _export_schema(kind: str) -> dict[str, Any]:
    from pydantic import BaseModel

    from allycoach.coaching.counts import SittingCounts
    from allycoach.reports.progress_json import ProgressDocument
    from allycoach.reports.session_json import SessionDocument

    shapes: dict[str, type[BaseModel]] = {
        "session": SessionDocument,
        "cohort": SittingCounts,
        "progress": ProgressDocument,
    }
    made = shapes[kind].model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _known(kind: str) -> str:
    """`scenario` and `scenarios.json` mean the same as `scenarios`."""
    wanted = kind.lower().removesuffix(".json")
    for name in (wanted, f"{wanted}s"):
        if name in kinds():
            return name
    near = difflib.get_close_matches(wanted, kinds(), 1)
    mend = (
        _('Did you mean "{near}"?').format(near=near[0])
        if near
        else _("There are: {kinds}.").format(kinds=", ".join(kinds()))
    )
    raise AllycoachError(_('There is no kind of content called "{kind}".').format(kind=kind), mend=mend)


def overview() -> Iterator[str]:
    """The kinds, a line each, and what to do with them."""
    yield _("`allycoach schema KIND` prints the JSON Schema of a kind of content file. The kinds are:")
    yield from (f"  {kind}" for kind in kinds() if kind not in EXPORTS)
    yield _("and of what `allycoach export` and `allycoach progress` write:")
    yield from (f"  {kind}" for kind in EXPORTS)
    yield _("`allycoach schema --write DIR` writes them all, a file each, for an editor to check with while you type.")


def write_all(folder: Path) -> Iterator[str]:
    """Writes every schema into `folder`, over what was there, and says so. Raises AllycoachError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind in kinds():
            (folder / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8", newline="\n")
    except OSError as error:
        said = _("The schemas could not be written to {folder}: {why}.").format(
            folder=folder, why=error.strerror or error
        )
        raise AllycoachError(said, mend=_("Name a folder that you may write to.")) from None
    yield _("Written to {folder}: {kinds}.").format(folder=folder, kinds=", ".join(f"{kind}.json" for kind in kinds()))
    yield _("An editor with a YAML language server uses one when the first line of a content file names it:")
    yield "  # yaml-language-server: $schema=../schemas/scenarios.json"
