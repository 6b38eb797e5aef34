"""The three modes in a few words each."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allycoach.conversation.events import Mode

MODES: "tuple[tuple[Mode, str], ...]" = (
    ("coach", "marks while you type, and one thought after a reply"),
    ("quiet", "a small mark beside a reply; the detail waits for the end"),
    ("solo", "no marks at all until you look back"),
)
