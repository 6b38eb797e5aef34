"""Content files, checked, a result a line."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.errors import AllycoachError
from allycoach.journal import home

from .shelves import now

if TYPE_CHECKING:
    from allycoach.content.check import Checked
    from allycoach.content.layers import Layer
    from allycoach.language.reader import SpacyReader


def check_lines(paths: Sequence[Path]) -> Iterator[tuple[str, bool]]:
    """Lines to print, each with whether it tells of an error. Without a path: what is shipped, and the user's own."""
    count = errors = warnings = 0
    for folder in paths or _folders():
        for checked in _checked(folder):
            count += 1
            errors += len(checked.failures)
            warnings += len(checked.warnings)
            yield from _file_lines(checked)
    yield _summary(count, errors, warnings), False


def _folders() -> Sequence[Path]:
    from allycoach.content.library import shipped_folder

    own = home() / "content"
    return (shipped_folder(), own) if own.is_dir() else (shipped_folder(),)


def _checked(path: Path) -> Iterator["Checked"]:
    """Each file as a file, people by what a talk with them can get to, the others by their own examples."""
    from allycoach.content.cache import ParsedFiles, cache_folder
    from allycoach.content.check import check_path
    from allycoach.content.schema.drill import Drill
    from allycoach.content.schema.pack import Pack
    from allycoach.content.schema.phrasebank import PhraseFile

    kept = ParsedFiles(cache_folder())
    found = check_path(path, today=now().date(), beside=layers_for(path), parsed=kept)
    to_read = [one for one in found if isinstance(one.content, PhraseFile | Drill | Pack) and not one.failures]
    yield from (with_reach(one) for one in found if one not in to_read)
    if to_read:
        yield from _with_examples(to_read, path)


def with_reach(checked: "Checked") -> "Checked":
    """The same, with what of a person no talk can get to, and of whom they speak as if they were known."""
    from allycoach.content.schema.scenario import Scenario
    from allycoach.conversation.person.follow_ups import never_followed
    from allycoach.conversation.person.reachable import out_of_reach
    from allycoach.conversation.person.unintroduced import unintroduced

    # With a name or a condition that is wrong, what cannot be reached would only be the same fault over again.
    if isinstance(checked.content, Scenario) and not checked.failures:
        person = checked.content
        return checked.with_findings([*out_of_reach(person), *unintroduced(person), *never_followed(person)])
    return checked


def _with_examples(to_read: "Sequence[Checked]", path: Path) -> Iterator["Checked"]:
    from allycoach.coaching import drill_examples, pack_examples
    from allycoach.content.rules import Finding
    from allycoach.content.schema.drill import Drill
    from allycoach.content.schema.pack import Pack
    from allycoach.content.schema.phrasebank import PhraseFile
    from allycoach.language.examples import check_examples

    try:
        reader = _reader_of(path)
    except AllycoachError as error:
        yield to_read[0].with_finding(Finding("S012", (), f"its examples could not be read. {error}"))
        yield from to_read[1:]
        return
    for checked in to_read:
        file = checked.content
        if isinstance(file, PhraseFile):
            unread = {("cues", fault.number): fault.why for fault in reader.faults if fault.file == file}
            checked = checked.with_findings(Finding("S013", at, why) for at, why in unread.items())
            examples = (failing for failing in check_examples(file, reader) if failing.at[:2] not in unread)
            checked = checked.with_findings(Finding("S012", failing.at, failing.said) for failing in examples)
        elif isinstance(file, Drill):
            checked = checked.with_findings(
                Finding("S012", at, said) for at, said in drill_examples.faults(file, reader)
            )
        elif isinstance(file, Pack):
            checked = checked.with_findings(
                Finding("S012", at, said) for at, said in pack_examples.faults(file, reader)
            )
        yield checked


def _reader_of(path: Path) -> "SpacyReader":
    """A reader over what is shipped and what is checked. Raises PipelineMissing."""
    from allycoach.content.cache import ParsedFiles, cache_folder
    from allycoach.content.library import SHIPPED, Layer, load_library, shipped_folder

    from .shelves import reader_for

    base = layer_of(path)
    shelves = [Layer(SHIPPED, shipped_folder())]
    if base != shipped_folder():
        shelves.append(Layer("checked", base))
    return reader_for(load_library(shelves, parsed=ParsedFiles(cache_folder())))


def layers_for(path: Path) -> "Sequence[Layer]":
    """What is checked may name what it will meet when it is used, and what lies beside it."""
    from allycoach.content.library import Layer, layers

    return (*layers(home(), None), Layer("checked", layer_of(path)))


def layer_of(path: Path) -> Path:
    """The folder that would be a layer: the one around scenarios/, models/ and phrasebank/."""
    from allycoach.content.kinds import SHAPES

    folder = path.absolute() if path.is_dir() else path.absolute().parent
    return folder.parent if folder.name in SHAPES else folder


def _file_lines(checked: "Checked") -> Iterator[tuple[str, bool]]:
    for failure in checked.failures:
        yield failure, True
    for warning in checked.warnings:
        yield f"look again: {warning}", False
    if not checked.failures:
        yield f"ok: {checked.kind}/{checked.path.name} {checked.id}", False


def _summary(count: int, errors: int, warnings: int) -> str:
    files = "1 file" if count == 1 else f"{count} files"
    wrong = "no errors" if not errors else "1 error" if errors == 1 else f"{errors} errors"
    look = "nothing to look at again" if not warnings else f"{warnings} to look at again"
    return f"{files}: {wrong}, {look}."
