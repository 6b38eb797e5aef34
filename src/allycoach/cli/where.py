"""Where everything is, and how to delete it."""

from collections.abc import Iterator
from pathlib import Path

from allycoach.catalogue import _, many
from allycoach.journal import home
from allycoach.signs import one_line

from .faults import fault_log
from .shelves import journal, library, vault


def where_lines(content: Path | None, *, every_file: bool) -> Iterator[str]:
    """One fact a line. Shipped files that nothing replaces are a hundred lines, and only told of with `every_file`."""
    from allycoach.content.cache import cache_folder
    from allycoach.content.library import layers

    own = home()
    saved = len(journal().ids())
    yield _("Everything of yours: {path}").format(path=_path(own))
    yield _("Your sittings, one file each: {path} ({n} saved)").format(path=_path(own / "sittings"), n=saved)
    yield sealed_line()
    yield _("Your exports: {path}").format(path=_path(own / "exports"))
    yield _("Your own content: {path}").format(path=_path(own / "content"))
    yield _("Faults of the program, without any of your words: {path}").format(path=_path(fault_log(own)))
    yield _("Content read before, kept only for speed: {path}").format(path=_path(cache_folder()))
    yield _("Settings: there are none to keep yet.")
    yield _("Nothing is sent anywhere; there is no account.")
    yield _("To delete one sitting, and what was exported from it: allycoach forget last, or its id.")
    yield _("To delete everything of yours but the content you wrote: allycoach forget --all")
    yield _("Or delete the files yourself: all of it is in {path}").format(path=_plain(own))
    for layer in layers(own, content):
        yield _("Content layer {name}: {path}").format(name=layer.name, path=_path(layer.folder))
    yield _("A later layer wins, id by id.")
    yield from _origins(content, every_file=every_file)


def sealed_line() -> str:
    """Whether there is a passphrase. Asks for none."""
    if vault().locked:
        return _(
            "Passphrase: set. Your sittings, drills and progress are sealed with it; exports, and content of your own, are not."
        )
    return _(
        "Passphrase: none; whoever can log in as you can read what you wrote. `allycoach passphrase set` seals it."
    )


def _origins(content: Path | None, *, every_file: bool) -> Iterator[str]:
    from allycoach.content.library import SHIPPED

    shelf = library(content)
    shown = [one for one in shelf.origins if every_file or one.hidden or one.layer != SHIPPED]
    for origin in sorted(shown, key=lambda one: (one.kind, one.id)):
        replaced = (
            _(", replaces {hidden}").format(hidden=", ".join(map(_plain, origin.hidden))) if origin.hidden else ""
        )
        yield f"{origin.kind} {origin.id}: {origin.layer}, {_plain(origin.path)}{replaced}"
    for failure in shelf.failures:
        yield _("Not used: {layer}, {path}; `allycoach check` says why").format(
            layer=failure.layer, path=_plain(failure.path)
        )
    if left := len(shelf.origins) - len(shown):
        yield many(
            "1 more file came with allycoach: `allycoach where --files` names it.",
            "{n} more files came with allycoach: `allycoach where --files` names them.",
            left,
        ).format(n=left)


def _path(path: Path) -> str:
    return _plain(path) + ("" if path.exists() else _(" (not there yet)"))


def _plain(path: Path) -> str:
    return one_line(str(path))
