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


@dataclass(frozen=True, slots=True)
class Playable:
    """What to play. `unusable` are the located messages of files that cannot be played."""

    shelves: Shelves
    scenarios: tuple["Scenario", ...]
    unusable: tuple[str, ...] = ()

    def jobs(self, trainees: Sequence[str], seeds: range) -> list[Job]:
        """Their own tests and, for each trainee, a run for each seed."""
        names = (*trainees, None)
        return [Job(self.shelves, who, name, seeds) for who in self.scenarios for name in names]


def playable(targets: Sequence[str]) -> Playable:
    """Without targets: what is shipped and the user's own. Raises ContentError for an id that there is not."""
    from allycoach.content.library import layers

    shelves = {layer.folder: layer.name for layer in layers(home(), None)}
    scenarios: dict[str, Scenario] = {}
    unusable: list[str] = []
    for target in targets or [str(folder) for folder in shelves if folder.is_dir()]:
        path = Path(target)
        if not path.exists():
            scenarios[target] = library(None).scenario(target)
            continue
        shelves.setdefault(layer_of(path), f"checked {target}")
        for found in _files(path):
            if isinstance(found, str):
                unusable.append(found)
            else:
                scenarios[found.id] = found
    if not scenarios and not unusable:
        raise ContentError(f"There are no scenarios to play in {one_line(', '.join(targets))}.")
    return Playable(
        tuple((name, folder) for folder, name in shelves.items()), tuple(scenarios.values()), tuple(unusable)
    )


def _files(path: Path) -> "list[Scenario | str]":
    """The scenarios of a file or folder, and the messages about those that cannot be used."""
    from allycoach.content.check import check_path
    from allycoach.content.schema.scenario import Scenario

    found: list[Scenario | str] = []
    for checked in check_path(path, today=now().date(), beside=layers_for(path)):
        if checked.kind in ("scenarios", "") and checked.failures:
            found += checked.failures
        elif isinstance(checked.content, Scenario):
            found.append(checked.content)
    return found
