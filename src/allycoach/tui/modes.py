"""The three modes in a few words each."""

from typing import TYPE_CHECKING

from allycoach.catalogue import _

if TYPE_CHECKING:
    from allycoach.conversation.events import Mode

MODES: "tuple[tuple[Mode, str], ...]" = (
    ("coach", _("marks while you type, one thought after a reply")),
    ("quiet", _("a small mark by a reply; the detail at the end")),
    ("solo", _("no marks until you look back")),
)
