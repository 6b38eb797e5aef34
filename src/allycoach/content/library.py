"""All the content there is: what can be used, what cannot and why, and where each thing came from."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Never

from allycoach.catalogue import _, many
from allycoach.errors import ContentError

from .cache import ParsedFiles
from .kinds import SHAPES, SPECIAL, shape_of
from .layers import SHIPPED as SHIPPED
from .layers import Layer as Layer
from .layers import content_files
from .layers import layers as layers
from .layers import shipped_folder as shipped_folder
from .loader import FaultyFileError, load_file, open_source
from .schema.base import Content
from .schema.cards import ProcedureCard, Services
from .schema.coaching import CoachingTexts
from .schema.drill import Drill
from .schema.framework import Framework
from .schema.model import ConversationModel
from .schema.names import NameLists
from .schema.pack import Pack
from .schema.phrasebank import PhraseFile, WordLists
from .schema.scenario import Scenario
from .schema.worksheet import Worksheet
from .visible import quoted, visible


@dataclass(frozen=True)
class Failure:
    """A file that is not used.

    `message` has, for each thing wrong: file, line, column, what it is, then the line itself and a caret.
    """

    path: Path
    layer: str
    message: str


@dataclass(frozen=True)
class Origin:
    """Where one thing came from. `kind` is its folder, `hidden` what it replaced, lowest layer first."""

    kind: str
    id: str
    layer: str
    path: Path
    hidden: tuple[Path, ...] = ()


def _no_words() -> WordLists:
    return WordLists(schema=1, id="words", title="No word lists", about="No layer has any.", lists={}, spellings={})


@dataclass(frozen=True)
class Library:
    """Scenarios, models, frameworks and drills by id, phrase files by kind (`advice`, `reflection` ...)."""

    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    models: Mapping[str, ConversationModel] = field(default_factory=dict)
    phrases: Mapping[str, PhraseFile] = field(default_factory=dict)
    frameworks: Mapping[str, Framework] = field(default_factory=dict)
    drills: Mapping[str, Drill] = field(default_factory=dict)
    worksheets: Mapping[str, Worksheet] = field(default_factory=dict)
    packs: Mapping[str, Pack] = field(default_factory=dict)
    procedure: ProcedureCard | None = None
    services: tuple[Services, ...] = ()
    words: WordLists = field(default_factory=_no_words)
    coaching_texts: CoachingTexts | None = None
    name_lists: NameLists | None = None
    failures: tuple[Failure, ...] = ()
    origins: tuple[Origin, ...] = ()

    def scenario(self, scenario_id: str) -> Scenario:
        """Raises ContentError, with near matches, if there is none of that id."""
        found = self.scenarios.get(scenario_id)
        return (
            found if found is not None else self._absent(_("There is no scenario {name}."), scenario_id, self.scenarios)
        )

    def model(self, model_id: str) -> ConversationModel:
        """Raises ContentError, with near matches, if there is none of that id."""
        found = self.models.get(model_id)
        return (
            found
            if found is not None
            else self._absent(_("There is no conversation model {name}."), model_id, self.models)
        )

    def framework(self, framework_id: str = "career_conversations") -> Framework:
        """Raises ContentError, with near matches, if there is none of that id."""
        found = self.frameworks.get(framework_id)
        return (
            found
            if found is not None
            else self._absent(_("There is no framework {name}."), framework_id, self.frameworks)
        )

    def drill(self, drill_id: str) -> Drill:
        """Raises ContentError, with near matches, if there is none of that id."""
        found = self.drills.get(drill_id)
        return found if found is not None else self._absent(_("There is no drill {name}."), drill_id, self.drills)

    def worksheet(self, sheet_id: str) -> Worksheet:
        """Raises ContentError, with near matches, if there is none of that id."""
        found = self.worksheets.get(sheet_id)
        return (
            found if found is not None else self._absent(_("There is no worksheet {name}."), sheet_id, self.worksheets)
        )

    def pack(self, pack_id: str) -> Pack:
        """Raises ContentError, with near matches, if there is none of that id."""
        found = self.packs.get(pack_id)
        return found if found is not None else self._absent(_("There is no pack {name}."), pack_id, self.packs)

    @property
    def coaching(self) -> CoachingTexts:
        """What the coach says. Raises ContentError if no layer has it."""
        if self.coaching_texts is None:
            raise ContentError(
                _("There is no usable {file}.").format(file="phrasebank/coaching.yaml"), mend=self._see_check()
            )
        return self.coaching_texts

    @property
    def names(self) -> NameLists:
        """What is looked for when names are taken out. Raises ContentError if no layer has it."""
        if self.name_lists is None:
            raise ContentError(
                _("There is no usable {file}.").format(file="phrasebank/names.yaml"), mend=self._see_check()
            )
        return self.name_lists

    def _absent(self, said: str, wanted: str, known: Iterable[str]) -> Never:
        raise ContentError(said.format(name=quoted(wanted)), mend=f"{_near(wanted, known)} {self._see_check()}")

    def _see_check(self) -> str:
        if not self.failures:
            return ""
        return many(
            "1 content file could not be used; `allycoach where` shows which and why.",
            "{n} content files could not be used; `allycoach where` shows which and why.",
            len(self.failures),
        ).format(n=len(self.failures))


def load_library(layers: Sequence[Layer], *, parsed: ParsedFiles | None = None) -> Library:
    """Everything that can be used, lowest layer first; a later layer wins by id, whole object.

    Never raises on account of a file: what is wrong is in `failures`. With `parsed`, files that an earlier
    run has parsed are read from there, some fifty times as fast.
    """
    kinds = {kind: load_kind(layers, kind, parsed=parsed) for kind in SHAPES}
    phrasebank = kinds["phrasebank"].content
    return Library(
        scenarios=MappingProxyType(kinds["scenarios"].content),
        models=MappingProxyType(kinds["models"].content),
        phrases=MappingProxyType({key: file for key, file in phrasebank.items() if key not in SPECIAL}),
        frameworks=MappingProxyType(kinds["framework"].content),
        drills=MappingProxyType(kinds["drills"].content),
        worksheets=MappingProxyType(kinds["worksheets"].content),
        packs=MappingProxyType(kinds["packs"].content),
        procedure=next(reversed(kinds["procedure"].content.values()), None),
        services=tuple(kinds["services"].content.values()),
        words=phrasebank.get("words") or _no_words(),
        coaching_texts=phrasebank.get("coaching"),
        name_lists=phrasebank.get("names"),
        failures=(
            *_missing_folders(layers),
            *(failure for kind in kinds.values() for failure in kind.failures),
        ),
        origins=tuple(origin for kind in kinds.values() for origin in kind.origins),
    )


@dataclass(frozen=True)
class Shelf:
    """What all layers hold of one kind. `content` maps ids to objects of that kind's shape."""

    content: dict[str, Any]
    origins: tuple[Origin, ...]
    failures: tuple[Failure, ...]


def load_kind(layers: Sequence[Layer], kind: str, *, parsed: ParsedFiles | None = None) -> Shelf:
    """One kind of content alone; `kind` is scenarios, models or phrasebank."""
    content: dict[str, Content] = {}
    origins: dict[str, Origin] = {}
    failures: list[Failure] = []
    for layer in layers:
        own, wrong = _of_layer(layer, kind, parsed)
        failures += wrong
        for key, (path, each) in own.items():
            below = origins.get(key)
            hidden = (*below.hidden, below.path) if below else ()
            content[key], origins[key] = each, Origin(kind, key, layer.name, path, hidden)
    in_order = sorted(content)
    return Shelf({key: content[key] for key in in_order}, tuple(origins[key] for key in in_order), tuple(failures))


def _of_layer(
    layer: Layer, kind: str, parsed: ParsedFiles | None
) -> tuple[dict[str, tuple[Path, Content]], list[Failure]]:
    own: dict[str, tuple[Path, Content]] = {}
    failures: list[Failure] = []
    folder = layer.folder / kind
    try:
        paths = list(content_files(folder))
    except OSError as error:
        return {}, [Failure(folder, layer.name, f"{kind}  this folder cannot be read: {error.strerror or error}")]
    for path in paths:
        name = f"{kind}/{path.name}"
        try:
            content = load_file(path, shape_of(kind, path.stem), name=name, parsed=parsed)
        except FaultyFileError as error:
            failures.append(Failure(path, layer.name, error.message))
            continue
        key = identity(content, path.stem)
        if key in own:
            failures.append(Failure(path, layer.name, _taken(path, name, content, f"{kind}/{own[key][0].name}")))
        else:
            own[key] = (path, content)
    return own, failures


def identity(content: Content, stem: str) -> str:
    """By what a file replaces another: the kind for phrase files, the name for special files, else the id."""
    if isinstance(content, PhraseFile):
        return content.kind.value
    return stem if type(content) in SPECIAL.values() else content.id


def _taken(path: Path, name: str, content: Content, first: str) -> str:
    """The message about a file whose identity another file, called `first`, has already; that one is used."""
    key = "kind" if isinstance(content, PhraseFile) else "id"
    said = f"{quoted(identity(content, path.stem))} is taken by {visible(first)}, so this file is not used"
    try:
        return open_source(path, name).message(said, (key,), "S002")
    except ContentError:
        return f"{visible(name)}  S002 {key}: {said}"


def _missing_folders(layers: Iterable[Layer]) -> Iterable[Failure]:
    """A folder that was asked for by name; the user's own is absent until they make one."""
    for layer in layers:
        if layer.name == "--content" and not layer.folder.is_dir():
            shown = visible(str(layer.folder))
            yield Failure(layer.folder, layer.name, f"{shown}  there is no such folder, so nothing is taken from it")


def _near(wanted: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = difflib.get_close_matches(wanted, names, 3, 0.5)
    if near:
        # Translators: between the last parts of a list, a space on each side
        return _("Did you mean {names}?").format(names=_(" or ").join(map(quoted, near)))
    return _("There are: {names}.").format(names=", ".join(names)) if names else _("There are none at all.")
