"""What docs/facilitators.md shows is so: its part is a part, and its table has every shipped pack with its minutes."""

import re

from ruamel.yaml import YAML

from allycoach.content.library import Library, shipped_folder
from allycoach.content.references import Known, faults
from allycoach.content.schema.pack import Part
from allycoach.tui.present.pack import all_keys

PAGE = (shipped_folder() / "docs" / "facilitators.md").read_text(encoding="utf-8")


def test_the_part_that_is_shown_is_one(shipped: Library) -> None:
    (shown,) = re.findall(r"```yaml\n# content/packs/(.*?)```", PAGE, re.DOTALL)
    (data,) = YAML(typ="safe").load(shown.partition("\n")[2])
    part = Part.model_validate(data)
    pack = shipped.pack("ask-dont-tell").model_copy(update={"parts": (part,)})
    assert list(faults(pack, Known(drills=shipped.drills, scenarios=shipped.scenarios))) == []
    assert set(data) | {"scenario", "mode", "model"} == set(Part.model_fields)


def test_the_table_has_every_shipped_pack(shipped: Library) -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| ([0-9]+) \|", PAGE, re.MULTILINE))
    assert rows == {pack.id: str(pack.minutes) for pack in shipped.packs.values()}
    assert "from 15 to 40 minutes" in PAGE
    assert sorted(pack.minutes for pack in shipped.packs.values())[:: len(shipped.packs) - 1] == [15, 40]


def test_every_key_on_the_wall_is_explained() -> None:
    keys = [line.split()[0].rstrip(",") for line in str(all_keys()).splitlines() if not line.startswith(" ")]
    for key in keys:
        assert re.search(
            rf"^\|[a-z, ]* {re.escape(key)}\b|^\| {re.escape(key)} ", PAGE.lower(), re.MULTILINE
        ) or key in ("up", "f9")
