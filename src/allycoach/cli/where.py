"""Where everything is, and how to delete it."""

from collections.abc import Iterator
from pathlib import Path

from allycoach.catalogue import _
from allycoach.journal import home
from allycoach.signs import one_line

from .faults import fault_log
from .shelves import journal, library, vault


def where_lines(content: Path | None) -> Iterator[str]:
    """One fact a line."""
    from allycoach.content.cache import cache_folder
    from allycoach.content.library import layers

    own = home()
    saved = len(journal().ids())
    yield f"Everything of yours: {_path(own)}"
    yield f"Your sittings, one file each: {_path(own / 'sittings')} ({saved} saved)"
    yield sealed_line()
    yield f"Your exports: {_path(own / 'exports')}"
    yield f"Your own content: {_path(own / 'content')}"
    yield f"Faults of the program, without any of your words: {_path(fault_log(own))}"
    yield f"Content read before, kept only for speed: {_path(cache_folder())}"
    yield "Settings: there are none to keep yet."
    yield "Nothing is sent anywhere; there is no account."
    yield "To delete one sitting, and what was exported from it: allycoach forget last, or its id."
    yield "To delete everything of yours but the content you wrote: allycoach forget --all"
    yield f"Or delete the files yourself: all of it is in {_plain(own)}"
    for layer in layers(own, content):
        yield f"Content layer {layer.name}: {_path(layer.folder)}"
    yield "A later layer wins, id by id."
    yield from _origins(content)


def sealed_line() -> str:
    """Whether there is a passphrase. Asks for none."""
    if vault().locked:
        return _(
            "Passphrase: set. Your sittings, drills and progress are sealed with it; exports, and content of your own, are not."
        )
    return _(
        "Passphrase: none; whoever can log in as you can read what you wrote. `allycoach passphrase set` seals it."
    )


def _origins(content: Path | None) -> Iterator[str]:
    shelf = library(content)
    for origin in sorted(shelf.origins, key=lambda one: (one.kind, one.id)):
        replaced = f", replaces {', '.join(map(_plain, origin.hidden))}" if origin.hidden else ""
        yield f"{origin.kind} {origin.id}: {origin.layer}, {_plain(origin.path)}{replaced}"
    for failure in shelf.failures:
        yield f"Not used: {failure.layer}, {_plain(failure.path)}; `allycoach check` says why"


def _path(path: Path) -> str:
    return _plain(path) + ("" if path.exists() else " (not there yet)")


def _plain(path: Path) -> str:
    return one_line(str(path))
