"""Packs passed on: one file with all that a session uses, and one that came in, checked before any of it is written."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import AllycoachError, ContentError, NotSaved
from allycoach.journal import home
from allycoach.journal.disk import reason
from allycoach.signs import one_line, visible

from .shelves import library

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.pack_file import SharedFile

_NOTHING = _("Nothing was added.")


def save_pack(name: str, path: Path, content: Path | None) -> Iterator[str]:
    """Writes the pack and all it uses into one new file, and says what is in it. Raises AllycoachError."""
    from allycoach.content.pack_file import zipped

    if path.suffix.lower() != ".zip":
        raise AllycoachError(
            _("{path} should end in .zip.").format(path=visible(str(path))),
            mend=_("For example: {name}.zip").format(name=name),
        )
    files = _files_of(name, library(content))
    try:
        with path.open("xb") as file:
            file.write(zipped(files))
    except FileExistsError:
        said = _("There is already a file {path}.").format(path=visible(str(path)))
        raise NotSaved(said, kept=_("It was not changed."), mend=_("Choose another name, or remove it.")) from None
    except OSError as error:
        raise NotSaved(
            _("{path} could not be written: {reason}.").format(path=visible(str(path)), reason=reason(error))
        ) from error
    yield _("Written to {path}: {files}.").format(path=visible(str(path)), files=", ".join(file.name for file in files))
    yield _("Whoever has allycoach adds it with: allycoach pack add {name}").format(name=visible(path.name))


def _files_of(name: str, shelf: "Library") -> "Sequence[SharedFile]":
    """The pack, and what it names, as they stand in their files. The models that come with allycoach are everywhere."""
    from allycoach.content.library import SHIPPED
    from allycoach.content.pack_file import SharedFile

    pack = shelf.pack(name)
    people = [shelf.scenario(part.scenario) for part in pack.parts if part.scenario]
    wanted = [("packs", pack.id)]
    wanted += [("drills", shelf.drill(part.drill).id) for part in pack.parts if part.drill]
    wanted += [("scenarios", person.id) for person in people]
    models = [*(person.model for person in people), *(part.model for part in pack.parts if part.model)]
    origins = {(origin.kind, origin.id): origin for origin in shelf.origins}
    own = (shelf.model(model).id for model in models if origins["models", shelf.model(model).id].layer != SHIPPED)
    wanted += [("models", model) for model in own]
    return [SharedFile(kind, each, origins[kind, each].path.read_bytes()) for kind, each in dict.fromkeys(wanted)]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that came in. `path` is where it goes; `same` when just that is here already; `instead_of` what it would
    take the place of, or None."""

    file: "SharedFile"
    path: Path
    same: bool
    instead_of: Path | None


def add_pack(path: Path, *, replace: bool, may_replace: Callable[[Sequence[str]], bool]) -> Iterator[str]:
    """Checks a shared pack, puts it into the user's own content, and says what is new. `may_replace` is asked, with what would
    be replaced, unless `replace` says so already. Raises AllycoachError, and then nothing has been added."""
    from allycoach.content.pack_file import read_pack_file

    files = read_pack_file(path)
    pack = _the_pack(files)
    yield _("checking {files}").format(files=", ".join(file.name for file in files))
    with tempfile.TemporaryDirectory(prefix="allycoach-") as folder:
        arrivals = _looked_at(files, Path(folder))
    taken = [
        _("{name} would take the place of {path}").format(name=one.file.name, path=visible(str(one.instead_of)))
        for one in arrivals
        if one.instead_of
    ]
    if taken and not replace and not may_replace(taken):
        told = "\n".join(taken)
        raise AllycoachError(f"{told}\n{_NOTHING}", mend=_("With --replace they are replaced."))
    _write_all([one for one in arrivals if not one.same])
    for one in arrivals:
        words = _("already here: {name}") if one.same else _("added: {name}")
        yield words.format(name=one.file.name)
    yield _("Run it with: allycoach pack run {pack}").format(pack=pack)


def _the_pack(files: "Sequence[SharedFile]") -> str:
    packs = [file.id for file in files if file.kind == "packs"]
    if len(packs) != 1:
        several = _("There are {n} packs in this file, and there must be one.").format(n=len(packs))
        raise ContentError(
            several if packs else _("There is no pack in this file, and there must be one."), kept=_NOTHING
        )
    return packs[0]


def _looked_at(files: "Sequence[SharedFile]", folder: Path) -> list[Arrival]:
    """Checks the files as `allycoach check` does, beside what is here. Raises ContentError with every fault."""
    from allycoach.content.layers import Layer
    from allycoach.content.library import load_library

    for file in files:
        path = _staged(file, folder)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(file.data)
    came, here = load_library([Layer("checked", folder)]), library(None)
    same = [file for file in files if _is_here(file, came, here)]
    for file in same:  # it is in use as it is, so there is nothing to find out about it
        _staged(file, folder).unlink()
    if len(same) < len(files):
        _check(folder)
    return [_arrival(file, came, here, same=file in same) for file in files]


def _staged(file: "SharedFile", folder: Path) -> Path:
    return folder / file.kind / f"{file.id}.yaml"


def _is_here(file: "SharedFile", came: "Library", here: "Library") -> bool:
    new = _shelf_of(came, file.kind).get(file.id)
    return new is not None and new == _shelf_of(here, file.kind).get(file.id)


def _check(folder: Path) -> None:
    from .check import check_lines

    faults = [line for line, is_fault in check_lines([folder]) if is_fault]
    if faults:
        told = "\n".join([*faults, _NOTHING])
        raise ContentError(told, mend=_("Tell whoever made it; the lines above say what is wrong."))


def _arrival(file: "SharedFile", came: "Library", here: "Library", *, same: bool) -> Arrival:
    if file.id not in _shelf_of(came, file.kind):
        said = _("{name} has another id inside than its name; both must be the same.").format(name=file.name)
        raise ContentError(said, kept=_NOTHING)
    origin = next((one for one in here.origins if (one.kind, one.id) == (file.kind, file.id)), None)
    own = origin.path if origin is not None and origin.layer == "user" else None
    path = own or home() / "content" / file.kind / f"{file.id}.yaml"
    if same:
        return Arrival(file, path, True, None)
    return Arrival(file, path, False, path if path.exists() else origin.path if origin is not None else None)


def _shelf_of(shelf: "Library", kind: str) -> Mapping[str, object]:
    shelves: dict[str, Mapping[str, object]] = {
        "packs": shelf.packs,
        "drills": shelf.drills,
        "scenarios": shelf.scenarios,
        "models": shelf.models,
    }
    return shelves[kind]


def _write_all(arrivals: Sequence[Arrival]) -> None:
    """All of them or none. Raises NotSaved."""
    from .export import put_own

    before: dict[Path, bytes | None] = {}
    try:
        for one in arrivals:
            before[one.path] = one.path.read_bytes() if one.path.exists() else None
            put_own(one.path, one.file.data.decode("utf-8"))
    except (NotSaved, OSError) as error:
        for path, data in before.items():
            with suppress(OSError):
                path.unlink(missing_ok=True) if data is None else path.write_bytes(data)
        why = error.message if isinstance(error, NotSaved) else reason(error)
        raise NotSaved(f"{one_line(why)}", kept=_("Nothing was added. What was there is as it was.")) from error
