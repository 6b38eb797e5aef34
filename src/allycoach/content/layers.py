"""Where content comes from: what is shipped, the user's own folder, one named on the command line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ENDINGS = frozenset({".yaml", ".yml"})
_NOT_CONTENT = (".", "#", "~")
"""How hidden files and editors' lock files and backups begin."""


SHIPPED = "shipped"
"""The name of the layer that comes with allycoach."""


@dataclass(frozen=True)
class Layer:
    """A folder with scenarios/, models/ and phrasebank/ in it, or some of them."""

    name: str
    folder: Path


def shipped_folder() -> Path:
    """The content that comes with allycoach: in the package, or in the checkout it runs from."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "data"
    return inside if inside.is_dir() else package.parents[1]


def layers(home: Path, extra: Path | None) -> tuple[Layer, ...]:
    """Lowest first. `home` is where the user's files are kept; `extra` is the folder given with --content."""
    own = (Layer(SHIPPED, shipped_folder()), Layer("user", home / "content"))
    return own if extra is None else (*own, Layer("--content", extra))


def content_files(folder: Path) -> Iterator[Path]:
    """The content files right inside `folder`, by name; none if it is absent. OSError if unlistable."""
    if not folder.exists():
        return
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if is_content_name(path):
            yield path


def is_content_name(path: Path) -> bool:
    """Whether a file of this name is content."""
    return path.suffix.lower() in _ENDINGS and not path.name.startswith(_NOT_CONTENT)
