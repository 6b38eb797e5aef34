"""Both themes hold WCAG AA for every pair of text and ground, those for a wall AAA."""

from typing import TYPE_CHECKING

import pytest
from textual.color import Color
from textual.theme import Theme
from textual.widgets import OptionList

from allycoach.tui.themes import DARK, LIGHT, WALL_DARK, WALL_LIGHT, first_theme, other, other_wall, wall_theme

if TYPE_CHECKING:
    from .conftest import House

INKS = ("person", "you", "look", "good", "quiet")
AA, AAA = 4.5, 7.0


def contrast(ink: str, ground: str) -> float:
    def luminance(color: Color) -> float:
        def linear(part: float) -> float:
            return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

        red, green, blue = (linear(part / 255) for part in color.rgb)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(Color.parse(ink)), luminance(Color.parse(ground))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def inks(theme: Theme) -> dict[str, str]:
    named = {name: theme.variables[name] for name in INKS}
    return named | {"foreground": str(theme.foreground), "error": str(theme.error)}


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", [*INKS, "foreground", "error"])
def test_text_is_readable_on_every_ground(theme: Theme, name: str) -> None:
    grounds = [str(theme.background), str(theme.panel), theme.variables["block-cursor-background"]]
    grounds.append(theme.variables["block-cursor-blurred-background"])
    for ground in grounds:
        assert contrast(inks(theme)[name], ground) >= AA, (name, ground)


@pytest.mark.parametrize("theme", [WALL_DARK, WALL_LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", [*INKS, "foreground", "error"])
def test_a_wall_has_the_highest_contrast(theme: Theme, name: str) -> None:
    grounds = [str(theme.background), str(theme.panel), theme.variables["block-cursor-background"]]
    for ground in grounds:
        assert contrast(inks(theme)[name], ground) >= AAA, (name, ground)


def test_the_highlighted_row_is_readable() -> None:
    for theme in (DARK, LIGHT):
        ink, ground = theme.variables["block-cursor-foreground"], theme.variables["block-cursor-background"]
        assert contrast(ink, ground) >= AA


def test_contrast_is_measured_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("said", "theme"), [("0;15", LIGHT.name), ("0;default;7", LIGHT.name), ("15;0", DARK.name), ("", DARK.name)]
)
def test_first_theme_follows_the_terminal(said: str, theme: str) -> None:
    assert first_theme({"COLORFGBG": said} if said else {}) == theme


def test_the_wall_follows_the_terminal_and_switches() -> None:
    assert wall_theme({"COLORFGBG": "0;15"}) == WALL_LIGHT.name
    assert wall_theme({}) == WALL_DARK.name
    assert other_wall(WALL_DARK.name) == WALL_LIGHT.name
    assert other_wall(WALL_LIGHT.name) == WALL_DARK.name


def test_switching_goes_back_and_forth() -> None:
    assert other(DARK.name) == LIGHT.name
    assert other(LIGHT.name) == DARK.name
    assert other("nord") == LIGHT.name


async def test_without_colour_the_cursor_is_underlined(house: "House", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await house.settle(pilot)
        rows = pilot.app.screen.query_one(OptionList)
        await pilot.press("down")
        await pilot.pause()
        under = [
            any(segment.style is not None and segment.style.underline for segment in rows.render_line(y))
            for y in range(rows.size.height)
        ]
        assert under.count(True) >= 1
        assert rows.highlighted is not None
