"""The library and the journal as this computer has them."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.journal import Journal, home
from allycoach.journal.vault import Vault

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.journal.rounds import RoundsLog
    from allycoach.language.reader import SpacyReader


def library(extra: Path | None) -> "Library":
    """All content there is. Raises ContentError when `extra` is no folder."""
    from allycoach.content.cache import ParsedFiles, cache_folder
    from allycoach.content.library import layers, load_library
    from allycoach.errors import ContentError
    from allycoach.signs import visible

    if extra is not None and not extra.is_dir():
        raise ContentError(
            _("There is no folder {folder}.").format(folder=visible(str(extra))), mend=_("--content takes a folder.")
        )
    return load_library(layers(home(), extra), parsed=ParsedFiles(cache_folder()))


def reader_for(shelf: "Library") -> "SpacyReader":
    """A reader for this content, ready sooner by what an earlier start has parsed. Raises PipelineMissing."""
    from allycoach.content.cache import ParsedFiles, cache_folder
    from allycoach.language.reader import load_reader  # spaCy, so only where somebody reads

    return load_reader(shelf, parsed=ParsedFiles(cache_folder()))


def journal() -> Journal:
    return Journal(home(), vault())


def rounds_log() -> "RoundsLog":
    from allycoach.journal.rounds import RoundsLog  # pydantic and the spacing of cards, which no first screen needs

    return RoundsLog(home(), vault())


def vault() -> Vault:
    """Of the data folder; one for as long as the program runs, so that the passphrase is asked for once."""
    return _vault(home())


@cache
def _vault(own: Path) -> Vault:
    return Vault(own, ask=_ask)


def _ask(closed: Vault) -> None:
    from .unlocking import ask_for_passphrase

    ask_for_passphrase(closed)


def now() -> datetime:
    """This moment, in this computer's time zone."""
    return datetime.now().astimezone()
