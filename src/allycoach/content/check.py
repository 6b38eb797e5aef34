"""Everything that can be said about content files without playing them or reading their cues."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from .cautions import cautions
from .kinds import SHAPES, SPECIAL, shape_of
from .layers import Layer, content_files, is_content_name, shipped_folder
from .library import identity, load_kind
from .loader import FaultyFileError, SourceFile, open_source, validate
from .located import Group, Loc
from .references import faults
from .schema.base import Content
from .schema.model import ConversationModel
from .schema.phrasebank import PhraseFile
from .visible import quoted, visible

_COMMON_KEYS = frozenset({"schema", "id", "title", "about"})


@dataclass(frozen=True)
class Checked:
    """One file. `kind` is its folder (scenarios, models, phrasebank) or "" when that cannot be told.

    `failures` keep the file, or a part of it, from being used; `warnings` do not. Both are located messages.
    """

    path: Path
    kind: str
    id: str = ""
    failures: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    content: Content | None = None
    source: SourceFile | None = None

    def failing(self, at: Loc, said: str) -> "Checked":
        message = self.source.message(said, at) if self.source else said
        return replace(self, failures=(*self.failures, message))

    def warning(self, at: Loc, said: str) -> "Checked":
        message = self.source.message(said, at) if self.source else said
        return replace(self, warnings=(*self.warnings, message))


def check_path(
    path: Path, *, today: date, models: Mapping[str, ConversationModel] | None = None
) -> tuple[Checked, ...]:
    """Check a file, a folder of one kind, or a folder with scenarios/, models/ and phrasebank/ in it.

    `models` are those that files may refer to besides the ones under `path`; by default the shipped ones.
    Never raises on account of a file.
    """
    if models is None:
        models = load_kind((Layer("shipped", shipped_folder()),), "models").content
    try:
        found = [_check_file(file, folder, today) for file, folder in _files(path)]
    except OSError as error:
        return (Checked(path, "", failures=(f"{visible(str(path))}  cannot be read: {error.strerror or error}",)),)
    if not found and not any((path / kind).is_dir() for kind in SHAPES):
        return (Checked(path, "", failures=(_nothing_here(path),)),)
    own = {each.id: each.content for each in found if isinstance(each.content, ConversationModel)}
    return tuple(_with_references(each, {**models, **own}) for each in _without_doubles(found))


def _nothing_here(path: Path) -> str:
    if path.is_dir():
        return f"{visible(str(path))}  has no scenarios/, models/ or phrasebank/ in it, and no .yaml file"
    if path.exists():
        return f"{visible(str(path))}  is not a content file; their names end in .yaml"
    return f"{visible(str(path))}  there is no such file or folder"


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    """Each file with the folder that tells its kind, or "" """
    if not path.is_dir():
        if is_content_name(path):
            yield path, _folder(path.absolute().parent)
        return
    for file in content_files(path):
        yield file, _folder(path.absolute())
    for kind in SHAPES:
        for file in content_files(path / kind):
            yield file, kind


def _folder(parent: Path) -> str:
    return parent.name if parent.name in SHAPES else ""


def _check_file(path: Path, folder: str, today: date) -> Checked:
    try:
        source = open_source(path, f"{folder}/{path.name}" if folder else path.name)
    except FaultyFileError as error:
        return Checked(path, folder, failures=error.problems)
    shape, kind = (shape_of(folder, path.stem), folder) if folder else _by_keys(source)
    if shape is None:
        known = ", ".join(SHAPES)
        return Checked(path, "", source=source).failing((), f"this is none of {known}, going by its keys")
    try:
        content = validate(source, shape)
    except FaultyFileError as error:
        return Checked(path, kind, failures=error.problems, source=source)
    checked = Checked(path, kind, identity(content, path.stem), content=content, source=source)
    for at, said in sorted(cautions(content, today=today), key=lambda caution: source.spot(caution[0])):
        checked = checked.warning(at, said)
    if folder:
        return checked
    return checked.warning((), f"this is used only when it is in a folder called {kind}")


def _by_keys(source: SourceFile) -> tuple[type[Content] | None, str]:
    """The shape that shares most keys with the file, and its folder; keys of all kinds do not count."""
    keys = frozenset(source.root.entries) - _COMMON_KEYS if isinstance(source.root, Group) else frozenset()
    kinds = [(shape, kind) for kind, shape in SHAPES.items()]
    kinds += [(shape, "phrasebank") for shape in SPECIAL.values()]
    best = max(kinds, key=lambda each: len(keys & each[0].model_fields.keys()))
    return best if keys & best[0].model_fields.keys() else (None, "")


def _without_doubles(found: Sequence[Checked]) -> Iterator[Checked]:
    """The same files, with a failure on the later of two that claim one id."""
    files: dict[tuple[str, str], Path] = {}
    parts: dict[str, Path] = {}
    for checked in found:
        if checked.content is not None:
            first = files.setdefault((checked.kind, checked.id), checked.path)
            if first != checked.path:
                key = "kind" if isinstance(checked.content, PhraseFile) else "id"
                checked = checked.failing((key,), f"{quoted(checked.id)} is taken by {visible(first.name)}")
        yield _with_own_parts(checked, parts)


def _with_own_parts(checked: Checked, taken: dict[str, Path]) -> Checked:
    for at, part in _part_ids(checked.content):
        if part in taken:
            checked = checked.failing(at, f"{quoted(part)} is an id in {visible(taken[part].name)} already")
        taken.setdefault(part, checked.path)
    return checked


def _part_ids(content: Content | None) -> Iterator[tuple[Loc, str]]:
    """Ids of cues and recovery phrases; other files and saved sittings refer to them."""
    if isinstance(content, PhraseFile):
        for number, cue in enumerate(content.cues):
            yield ("cues", number, "id"), cue.id
        for number, phrase in enumerate(content.phrases):
            yield ("phrases", number, "id"), phrase.id


def _with_references(checked: Checked, models: Mapping[str, ConversationModel]) -> Checked:
    if checked.content is not None:
        for at, said in faults(checked.content, models):
            checked = checked.failing(at, said)
    return checked
