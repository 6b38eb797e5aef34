"""The library and the journal as this computer has them."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.journal import Journal, home

if TYPE_CHECKING:
    from allycoach.content.library import Library


def library(extra: Path | None) -> "Library":
    """All content there is. Raises ContentError when `extra` is no folder."""
    from allycoach.content.cache import ParsedFiles, cache_folder
    from allycoach.content.library import layers, load_library
    from allycoach.errors import ContentError
    from allycoach.signs import visible

    if extra is not None and not extra.is_dir():
        raise ContentError(f"There is no folder {visible(str(extra))}.", mend="--content takes a folder.")
    return load_library(layers(home(), extra), parsed=ParsedFiles(cache_folder()))


def journal() -> Journal:
    return Journal(home())


def now() -> datetime:
    """This moment, in this computer's time zone."""
    return datetime.now().astimezone()
