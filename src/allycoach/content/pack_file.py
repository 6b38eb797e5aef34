"""A shared pack: one .zip with the pack, and the drills, people and models it uses. What comes in is trusted with nothing."""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Never

from allycoach.catalogue import _
from allycoach.errors import ContentError

from .visible import quoted, visible
from .yaml_text import MAX_BYTES

KINDS = ("packs", "drills", "scenarios", "models")
"""What a shared pack may hold. Nothing that changes how replies are read, and no organisation's procedure."""

MOST_FILES = 40
MOST_BYTES = 4_000_000
"""Unpacked, in all."""
MOST_ZIPPED = 2_000_000
MOST_PACKED = 100
"""Times that a file may grow: text grows some five times, a file made to fill a disk a thousand."""

_SMALL = 10_000
_NAME = re.compile(rf"({'|'.join(KINDS)})/([a-z0-9][a-z0-9_.-]{{0,79}})\.yaml")
_FOLDERS = frozenset(f"{kind}/" for kind in KINDS)
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")
_ENCRYPTED = 0x1
_UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    NotImplementedError,
    OSError,
    ValueError,
    IndexError,
    OverflowError,
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_ORDINARY = (stat.S_IFREG | 0o644) << 16
_NOTHING = _("Nothing was added.")
_AGAIN = _("Ask for a file made with `allycoach pack save`.")


@dataclass(frozen=True, slots=True)
class SharedFile:
    """`kind` is its folder, `id` its name without ending."""

    kind: str
    id: str
    data: bytes

    @property
    def name(self) -> str:
        return f"{self.kind}/{self.id}.yaml"


def names_a_device(stem: str) -> bool:
    """Whether Windows takes it for a printer or the like, whatever ending follows."""
    return _DEVICES.match(stem) is not None


def zipped(files: Iterable[SharedFile]) -> bytes:
    """The same files make the same bytes, whenever and wherever."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(files, key=lambda one: (KINDS.index(one.kind), one.id)):
            info = zipfile.ZipInfo(file.name, _LONG_AGO)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, _ORDINARY
            archive.writestr(info, file.data)
    return out.getvalue()


def read_pack_file(path: Path) -> tuple[SharedFile, ...]:
    """The files of a shared pack. Raises ContentError, and nothing else, whatever is in it."""
    shown = visible(str(path))
    try:
        if not path.is_file():
            raise ContentError(
                _("There is no file {file}.").format(file=shown), kept=_NOTHING, mend=_("Check its name and folder.")
            )
        with path.open("rb") as file:
            data = file.read(MOST_ZIPPED + 1)
    except OSError as error:
        raise ContentError(
            _("{file} could not be read: {why}.").format(file=shown, why=error.strerror or error), kept=_NOTHING
        ) from None
    return unzipped(data, path.name)


def unzipped(data: bytes, called: str) -> tuple[SharedFile, ...]:
    """The files in a zip; `called` is its name in messages. Raises ContentError, and nothing else."""
    if len(data) > MOST_ZIPPED:
        _refuse(called, _("it is larger than {n} MB").format(n=MOST_ZIPPED // 1_000_000))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(_files(archive, called))
    except _UNREADABLE:
        _refuse(called, _("it is no zip file, or it is damaged"))


def _files(archive: zipfile.ZipFile, called: str) -> Iterator[SharedFile]:
    entries = archive.infolist()
    if len(entries) > MOST_FILES + len(_FOLDERS):
        _refuse(called, _("there are {n} files in it, and the most is {most}").format(n=len(entries), most=MOST_FILES))
    seen: set[str] = set()
    left = MOST_BYTES
    for entry in entries:
        if entry.orig_filename in _FOLDERS and entry.file_size == 0:
            continue
        kind, stem = _checked(entry, called)
        if entry.filename in seen:
            _refuse(called, _("{name} is in it twice").format(name=quoted(entry.filename)))
        seen.add(entry.filename)
        data = _read(archive, entry, min(MAX_BYTES, left), called)
        left -= len(data)
        yield SharedFile(kind, stem, data)


def _checked(entry: zipfile.ZipInfo, called: str) -> tuple[str, str]:
    """The folder and the name of a file that may be unpacked."""
    name = quoted(entry.orig_filename[:120])
    found = _NAME.fullmatch(entry.orig_filename)
    if found is None or names_a_device(found[2]):
        _refuse(
            called,
            _("{name} is in it, and only .yaml files right inside {kinds} may be").format(
                name=name, kinds=", ".join(KINDS)
            ),
        )
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        _refuse(called, _("{name} is a link or something else that is no ordinary file").format(name=name))
    if entry.flag_bits & _ENCRYPTED:
        _refuse(called, _("{name} needs a password").format(name=name))
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        _refuse(called, _("{name} is packed in a way that is not used here").format(name=name))
    if entry.file_size > max(_SMALL, MOST_PACKED * entry.compress_size):
        _refuse(called, _("{name} grows more than {n} times when it is unpacked").format(name=name, n=MOST_PACKED))
    return found[1], found[2]


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, called: str) -> bytes:
    """What is really in it: a zip may lie about how much that is."""
    with archive.open(entry) as file:
        data = file.read(most + 1)
    if len(data) > most or len(data) != entry.file_size:
        _refuse(called, _("{name} is too large, or not as large as it says").format(name=quoted(entry.filename)))
    return data


def _refuse(called: str, why: str) -> Never:
    raise ContentError(
        _("{file} cannot be used as a pack: {why}.").format(file=visible(called), why=why), kept=_NOTHING, mend=_AGAIN
    )
