"""What `check` believes the analyser can find is what the shipped phrase files listen for."""

from allycoach.content.library import Layer, load_kind, shipped_folder
from allycoach.content.references import READ
from allycoach.content.schema.scenario import Act
from allycoach.reading import FlagKind, MoveKind

SHIPPED = [Layer("shipped", shipped_folder())]


def test_every_kind_is_listened_for_in_english() -> None:
    files = load_kind(SHIPPED, "phrasebank").content
    heard = {*files, *(file.move for file in files.values() if getattr(file, "move", None))}
    assert {kind.value for kind in (*MoveKind, *FlagKind)} - {str(kind) for kind in heard} == set()


def test_acts_are_made_of_what_is_heard() -> None:
    assert READ["en"] >= set(Act.__args__)  # type: ignore[attr-defined]
