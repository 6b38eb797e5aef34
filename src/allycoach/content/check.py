"""Everything that can be said about content files without playing them or reading their cues."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from .cache import ParsedFiles
from .cautions import cautions
from .check_conditions import unmeant
from .kinds import SHAPES, SPECIAL, shape_of
from .layers import SHIPPED, Layer, content_files, is_content_name, shipped_folder
from .library import identity, load_kind
from .loader import FaultyFileError, SourceFile, load_file, open_source, validate
from .located import Group, Loc
from .references import Known, faults
from .rules import Finding, is_error
from .schema.base import Content
from .schema.cautions import Cautions
from .schema.pack import Pack
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

    def with_finding(self, finding: Finding) -> "Checked":
        """This, with one more error or warning."""
        rule, at, said = finding
        message = self.source.message(said, at, rule) if self.source else f"{visible(self.path.name)}  {rule} {said}"
        if is_error(rule):
            return replace(self, failures=(*self.failures, message))
        return replace(self, warnings=(*self.warnings, message))

    def with_findings(self, findings: Iterable[Finding]) -> "Checked":
        """This, with more errors and warnings, in the order of the file."""
        source, checked = self.source, self
        for finding in sorted(findings, key=lambda each: source.spot(each.at)) if source else findings:
            checked = checked.with_finding(finding)
        return checked


def _known_in(layers: Sequence[Layer], parsed: ParsedFiles | None) -> Known:
    """The models and frameworks of these layers, lowest first."""
    return Known(*(load_kind(layers, kind, parsed=parsed).content for kind in ("models", "framework")))


def _with_used(known: Known, layers: Sequence[Layer], parsed: ParsedFiles | None) -> Known:
    """This, with the drills and people of these layers, which only packs name."""
    drills, people = (load_kind(layers, kind, parsed=parsed).content for kind in ("drills", "scenarios"))
    return replace(known, drills=drills, scenarios=people)


def _lists_in(layers: Sequence[Layer], parsed: ParsedFiles | None) -> Cautions | None:
    """The lists of the highest layer that has some fit to use."""
    for layer in reversed(layers):
        path = layer.folder / "phrasebank" / "cautions.yaml"
        with suppress(FaultyFileError):
            return load_file(path, Cautions, name="phrasebank/cautions.yaml", parsed=parsed)
    return None


def check_path(
    path: Path, *, today: date, beside: Sequence[Layer] | None = None, parsed: ParsedFiles | None = None
) -> tuple[Checked, ...]:
    """Check a file, a folder of one kind, or a folder with folders of all kinds in it.

    `beside` are the layers whose models, indicators and lists of words count, besides what lies under `path`; by default
    what is shipped; what `parsed` has of them need not be parsed again. Never raises on account of a file.
    """
    shelves = (Layer(SHIPPED, shipped_folder()),) if beside is None else beside
    known, lists = _known_in(shelves, parsed), _lists_in(shelves, parsed)
    try:
        found = [_check_file(file, folder, lists, today) for file, folder in _files(path)]
    except OSError as error:
        return (Checked(path, "", failures=(f"{visible(str(path))}  cannot be read: {error.strerror or error}",)),)
    if not found and not any((path / kind).is_dir() for kind in SHAPES):
        return (Checked(path, "", failures=(_nothing_here(path),)),)
    if any(isinstance(each.content, Pack) for each in found):
        known = _with_used(known, shelves, parsed)
    known = known.with_those_of([each.content for each in found])
    return tuple(_with_references(each, known) for each in _without_doubles(found))


def check_source(
    path: Path,
    source: SourceFile,
    kind: str,
    *,
    today: date,
    beside: Sequence[Layer],
    parsed: ParsedFiles | None = None,
) -> Checked:
    """Check what was read from `path` as a file of a kind, whatever it was written in."""
    checked = _check_as(path, source, shape_of(kind, path.stem), kind, _lists_in(beside, parsed), today)
    return _with_references(checked, _known_in(beside, parsed))


def _nothing_here(path: Path) -> str:
    if path.is_dir():
        return f"{visible(str(path))}  has none of {', '.join(f'{kind}/' for kind in SHAPES)} in it, and no .yaml file"
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


def _check_file(path: Path, folder: str, lists: Cautions | None, today: date) -> Checked:
    try:
        source = open_source(path, f"{folder}/{path.name}" if folder else path.name)
    except FaultyFileError as error:
        return Checked(path, folder, failures=error.problems)
    shape, kind = (shape_of(folder, path.stem), folder) if folder else _by_keys(source)
    if shape is None:
        known = ", ".join(SHAPES)
        said = f"this is none of {known}, going by its keys"
        return Checked(path, "", source=source).with_finding(Finding("S001", (), said))
    checked = _check_as(path, source, shape, kind, lists, today)
    if folder or checked.content is None:
        return checked
    return checked.with_finding(Finding("S111", (), f"this is used only when it is in a folder called {kind}"))


def _check_as(
    path: Path, source: SourceFile, shape: type[Content], kind: str, lists: Cautions | None, today: date
) -> Checked:
    try:
        content = validate(source, shape)
    except FaultyFileError as error:
        return Checked(path, kind, failures=error.problems, source=source)
    checked = Checked(path, kind, identity(content, path.stem), content=content, source=source)
    return checked.with_findings([*unmeant(content), *cautions(content, lists, today=today)])


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
                said = (
                    f"{quoted(checked.id)} is taken by {visible(first.name)}; give this another, or put them together"
                )
                checked = checked.with_finding(Finding("S002", (key,), said))
        yield _with_own_parts(checked, parts)


def _with_own_parts(checked: Checked, taken: dict[str, Path]) -> Checked:
    for at, part in _part_ids(checked.content):
        if part in taken:
            said = f"{quoted(part)} is an id in {visible(taken[part].name)} already; give this one another"
            checked = checked.with_finding(Finding("S002", at, said))
        taken.setdefault(part, checked.path)
    return checked


def _part_ids(content: Content | None) -> Iterator[tuple[Loc, str]]:
    """Ids of cues and recovery phrases; other files and saved sittings refer to them."""
    if isinstance(content, PhraseFile):
        for number, cue in enumerate(content.cues):
            yield ("cues", number, "id"), cue.id
        for number, phrase in enumerate(content.phrases):
            yield ("phrases", number, "id"), phrase.id


def _with_references(checked: Checked, known: Known) -> Checked:
    return checked if checked.content is None else checked.with_findings(faults(checked.content, known))
