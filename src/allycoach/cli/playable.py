"""Which scenarios `check --play` is to play: named by file, folder or id."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.errors import ContentError
from allycoach.journal import home
from allycoach.signs import one_line

from .check import layer_of, layers_for
from .playing import Job, Shelves
from .shelves import library, now

if TYPE_CHECKING:
    from allycoach.content.schema.scenario import Scenario


AT_ONCE = 200
"""Runs in one job: few enough for the bar to move, enough for what was read to be read again."""


@dataclass(frozen=True, slots=True)
class Playable:
    """What to play. `unusable` are the located messages of files that cannot be played."""

    shelves: Shelves
    scenarios: tuple["Scenario", ...]
    unusable: tuple[str, ...] = ()

    def jobs(self, trainees: Sequence[str], seeds: range) -> list[Job]:
        """For each trainee a run for each seed, some at a time, and once their own tests."""
        some = [seeds[at : at + AT_ONCE] for at in range(0, len(seeds), AT_ONCE)]
        return [
            Job(self.shelves, who, name, part)
            for who in self.scenarios
            for name in (*trainees, None)
            for part in (some if name else [seeds])
        ]


def playable(targets: Sequence[str]) -> Playable:
    """Without targets: what is shipped and the user's own. Raises ContentError for an id that there is not."""
    from allycoach.content.library import layers

    shelves = {layer.folder: layer.name for layer in layers(home(), None) if layer.folder.is_dir()}
    scenarios: dict[str, Scenario] = {}
    unusable: list[str] = []
    if not targets:
        shelf = library(None)
        scenarios |= shelf.scenarios
        unusable += [one.message for one in shelf.failures if one.path.parent.name == "scenarios"]
    for target in targets:
        path = Path(target)
        if path.exists():
            shelves.setdefault(layer_of(path), f"checked {target}")
            usable, faults = _files(path)
            scenarios |= usable
            unusable += faults
        else:
            scenarios[target] = library(None).scenario(target)
    if not scenarios and not unusable:
        raise ContentError(f"There are no scenarios to play in {one_line(', '.join(targets)) or 'any layer'}.")
    in_order = tuple((name, folder) for folder, name in shelves.items())
    return Playable(in_order, tuple(scenarios.values()), tuple(unusable))


def _files(path: Path) -> "tuple[dict[str, Scenario], list[str]]":
    """The scenarios of a file or folder, and the messages about those that cannot be used."""
    from allycoach.content.check import check_path
    from allycoach.content.schema.scenario import Scenario

    usable: dict[str, Scenario] = {}
    unusable: list[str] = []
    for checked in check_path(path, today=now().date(), beside=layers_for(path)):
        if checked.failures and checked.kind in ("scenarios", ""):
            unusable += checked.failures
        elif isinstance(checked.content, Scenario):
            usable[checked.id] = checked.content
    return usable, unusable
