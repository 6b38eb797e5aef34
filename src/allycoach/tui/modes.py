"""The three modes in a few words each."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allycoach.conversation.events import Mode

MODES: "tuple[tuple[Mode, str], ...]" = (
    ("coach", "marks while you type, one thought after a reply"),
    ("quiet", "a small mark by a reply; the detail at the end"),
    ("solo", "no marks until you look back"),
)
