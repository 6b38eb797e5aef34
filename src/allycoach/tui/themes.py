"""Two calm themes of our own, and two for a wall, which a lamp makes paler than any screen. A test holds every pair of
text and ground to WCAG AA, and those on the wall to AAA."""

from collections.abc import Mapping

from textual.theme import Theme

DARK = Theme(
    name="allycoach-dark",
    dark=True,
    primary="#a9c1f5",
    secondary="#8fd3c8",
    accent="#8fd3c8",
    warning="#f2b765",
    error="#f49a8f",
    success="#a5cf94",
    foreground="#d9dee3",
    background="#15191d",
    surface="#15191d",
    panel="#1f252b",
    variables={
        "person": "#8fd3c8",
        "you": "#a9c1f5",
        "look": "#f2b765",
        "good": "#a5cf94",
        "quiet": "#98a4af",
        "line": "#3a444d",
        "block-cursor-background": "#2b3947",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#232c35",
        "block-cursor-blurred-foreground": "#d9dee3",
        "block-cursor-blurred-text-style": "none",
        "input-selection-background": "#35507a",
        "scrollbar": "#3a444d",
        "scrollbar-background": "#15191d",
        "scrollbar-corner-color": "#15191d",
        "scrollbar-hover": "#55616c",
        "scrollbar-active": "#55616c",
        "scrollbar-background-hover": "#15191d",
        "scrollbar-background-active": "#15191d",
    },
)

LIGHT = Theme(
    name="allycoach-light",
    dark=False,
    primary="#24489a",
    secondary="#0a5c53",
    accent="#0a5c53",
    warning="#854600",
    error="#a32a1c",
    success="#2d6320",
    foreground="#21262b",
    background="#faf8f3",
    surface="#faf8f3",
    panel="#efebe2",
    variables={
        "person": "#0a5c53",
        "you": "#24489a",
        "look": "#854600",
        "good": "#2d6320",
        "quiet": "#56606a",
        "line": "#cfc9bc",
        "block-cursor-background": "#dde6f3",
        "block-cursor-foreground": "#101418",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#e9edf2",
        "block-cursor-blurred-foreground": "#21262b",
        "block-cursor-blurred-text-style": "none",
        "input-selection-background": "#bcd0f0",
        "scrollbar": "#cfc9bc",
        "scrollbar-background": "#faf8f3",
        "scrollbar-corner-color": "#faf8f3",
        "scrollbar-hover": "#b3ac9c",
        "scrollbar-active": "#b3ac9c",
        "scrollbar-background-hover": "#faf8f3",
        "scrollbar-background-active": "#faf8f3",
    },
)


WALL_DARK = Theme(
    name="allycoach-wall-dark",
    dark=True,
    primary="#c4d6ff",
    secondary="#a8f0e4",
    accent="#a8f0e4",
    warning="#ffd08a",
    error="#ffb3aa",
    success="#c3efb0",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#101418",
    variables=DARK.variables
    | {
        "person": "#a8f0e4",
        "you": "#c4d6ff",
        "look": "#ffd08a",
        "good": "#c3efb0",
        "quiet": "#d0d6dc",
        "line": "#8a949d",
        "block-cursor-background": "#1d3350",
        "scrollbar": "#8a949d",
        "scrollbar-background": "#000000",
        "scrollbar-corner-color": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
    },
)

WALL_LIGHT = Theme(
    name="allycoach-wall-light",
    dark=False,
    primary="#12307a",
    secondary="#00443d",
    accent="#00443d",
    warning="#613200",
    error="#7d1a0f",
    success="#1c4712",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#f2f2f2",
    variables=LIGHT.variables
    | {
        "person": "#00443d",
        "you": "#12307a",
        "look": "#613200",
        "good": "#1c4712",
        "quiet": "#33393f",
        "line": "#6b747c",
        "block-cursor-background": "#dde6f3",
        "scrollbar": "#6b747c",
        "scrollbar-background": "#ffffff",
        "scrollbar-corner-color": "#ffffff",
        "scrollbar-background-hover": "#ffffff",
        "scrollbar-background-active": "#ffffff",
    },
)


def wall_theme(environ: Mapping[str, str]) -> str:
    """As `first_theme`, for a wall."""
    return WALL_LIGHT.name if first_theme(environ) == LIGHT.name else WALL_DARK.name


def other_wall(theme: str) -> str:
    return WALL_DARK.name if theme == WALL_LIGHT.name else WALL_LIGHT.name


def first_theme(environ: Mapping[str, str]) -> str:
    """Light where the terminal says its ground is light (`COLORFGBG`, as `foreground;background`), else dark."""
    ground = environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT.name if ground in {"7", "15"} else DARK.name


def other(theme: str) -> str:
    """The theme to switch to: ours, and light from any dark one of somebody else's."""
    return DARK.name if theme == LIGHT.name else LIGHT.name
