"""Which language is chosen, and that a poor catalogue harms nobody."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from allycoach.catalogue import fits, wanted

SAYS = """
from allycoach.catalogue import _, language, many, meant
print(language(), _("Leave"), _("By {name}."), _(""), *(many("1 reply", "{n} replies", n) for n in (1, 2, 5)),
    _("closed"), meant("how a person is", "closed"), sep="|")
"""


@pytest.mark.parametrize(
    ("environment", "languages"),
    [
        ({}, ()),
        ({"LANG": "C.UTF-8"}, ()),
        ({"LANG": "en_GB.UTF-8"}, ()),
        ({"LANG": "cy_GB.UTF-8"}, ("cy_GB.UTF-8",)),
        ({"LANG": "cy_GB.UTF-8", "LC_ALL": "en_GB.UTF-8"}, ()),
        ({"LANG": "en_GB.UTF-8", "ALLYCOACH_LANGUAGE": "cy"}, ("cy",)),
        ({"ALLYCOACH_LANGUAGE": " ", "LANG": "cy"}, ("cy",)),
        ({"ALLYCOACH_LANGUAGE": "cy-GB"}, ("cy_GB",)),
        ({"LANGUAGE": "cy:ga:en:fr"}, ("cy", "ga")),
        ({"LANG": "../../etc/passwd"}, ()),
    ],
)
def test_the_first_that_names_a_language_is_heard(environment: Mapping[str, str], languages: tuple[str, ...]) -> None:
    assert wanted(environment) == languages


@pytest.mark.parametrize(
    ("said", "english", "well"),
    [
        ("Gan {name}.", "By {name}.", True),
        ("Un ateb", "{n} replies", True),
        ("{n} ateb", "{n:,} replies", True),
        ("Gan {nmae}.", "By {name}.", False),
        ("Gan {name.__class__}.", "By {name}.", False),
        ("Gan {name.", "By {name}.", False),
        ("Gan {}.", "By {name}.", False),
        ("{{", "a lone { is never filled in", True),
    ],
)
def test_only_a_translation_that_can_be_filled_in_is_taken(said: str, english: str, well: bool) -> None:
    assert fits(said, english) is well


def said_with(home: Path, **environment: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", SAYS],
        env={"ALLYCOACH_HOME": str(home), "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.removesuffix("\n").split("|")


@pytest.fixture
def welsh(tmp_path: Path) -> Path:
    """A home folder with a small catalogue in it, one message of which has a slip."""
    catalogue = Catalog(locale="cy")
    catalogue.add("Leave", "Gadael")
    catalogue.add("closed", "caeedig")
    catalogue.add("closed", "di-ddweud", context="how a person is")
    catalogue.add("By {name}.", "Gan {enw}.")
    catalogue.add(
        ("1 reply", "{n} replies"), tuple(f"ffurf {number}, {{n}}" for number in range(catalogue.num_plurals))
    )
    path = tmp_path / "locale" / "cy" / "LC_MESSAGES" / "allycoach.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    return path


ENGLISH = ["en", "Leave", "By {name}.", "", "1 reply", "{n} replies", "{n} replies", "closed", "closed"]


def test_a_catalogue_in_the_home_folder_is_used(welsh: Path) -> None:
    said = said_with(welsh.parents[3], LANG="cy_GB.UTF-8")
    assert said[:4] == ["cy", "Gadael", "By {name}.", ""]
    assert said[7:] == ["caeedig", "di-ddweud"]
    assert len(set(said[4:7])) == 3  # Welsh has other forms for 1, 2 and 5
    assert said_with(welsh.parents[3], LANG="cy_GB.UTF-8", ALLYCOACH_LANGUAGE="en") == ENGLISH


@pytest.mark.parametrize("keep", [0, 3, 20, 60, 200])
def test_a_damaged_catalogue_counts_for_none(welsh: Path, keep: int) -> None:
    welsh.write_bytes(welsh.read_bytes()[:keep])
    assert said_with(welsh.parents[3], LANG="cy") == ENGLISH


def test_without_a_catalogue_all_is_english_without_a_sound(tmp_path: Path) -> None:
    assert said_with(tmp_path, LANG="xx_YY.UTF-8") == ENGLISH
