"""The pages around the app can be read by people who see little: contrast as WCAG 2.2 reckons it, and its strictest level."""

import re
from pathlib import Path

import pytest

import allycoach.serving

STYLES = (Path(allycoach.serving.__file__).parent / "static" / "pages.css").read_text(encoding="utf-8")
THEMES = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{[^}]*\}", STYLES)]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_there_is_a_light_and_a_dark_theme() -> None:
    assert len(THEMES) == 2
    assert THEMES[0].keys() == THEMES[1].keys()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [("text", "ground"), ("quiet", "ground"), ("strong", "ground"), ("problem", "ground"), ("on-strong", "strong")],
)
def test_text_stands_out_from_its_ground(theme: dict[str, str], text: str, ground: str) -> None:
    assert contrast(theme[text], theme[ground]) >= 7


@pytest.mark.parametrize("theme", THEMES)
def test_the_edge_of_a_field_stands_out(theme: dict[str, str]) -> None:
    assert contrast(theme["line"], theme["ground"]) >= 4.5


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("#c3cbd3", "#15191d"),
        ("#ffffff", "#15191d"),
        ("#10151b", "#b9cdf8"),
        ("#f2f4f6", "#1f252b"),
        ("#c3cbd3", "#1f252b"),
    ],
)
def test_what_stands_around_the_terminal_stands_out_too(text: str, ground: str) -> None:
    assert text in STYLES
    assert ground in STYLES
    assert contrast(text, ground) >= 7
