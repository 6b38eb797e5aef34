"""The talk as a trainee sees it while it goes on: how much of a reading the mode lets through."""

from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _
from allycoach.shown_names import mode_name
from allycoach.signs import visible

from .marks import in_a_row, marked, signs
from .tones import LOOK

if TYPE_CHECKING:
    from allycoach.conversation.events import ReplySent
    from allycoach.conversation.sitting import Sitting

WAIT = "…"
"""What a silence is sent as."""


def reply(sent: "ReplySent", sitting: "Sitting") -> tuple[Content, Content]:
    """The words of a reply and the line beneath them, as the mode of the sitting allows now."""
    stands, aside = sitting.flags_of(sent)
    words = Content.styled(_("… (you wait)"), "$quiet") if sent.text.strip() == WAIT else Content(visible(sent.text))
    match sitting.mode:
        case "solo":
            return words, Content("")
        case "quiet":
            return words, Content.styled("•", LOOK) if stands else Content("")
        case _:
            under = in_a_row(signs(sent.reading.moves, stands, sent.reading, aside=aside), quotes=False)
            return (marked(sent.text, stands) if stands else words), under


def status(mode: str, turn: int, clock_face: str) -> Content:
    return Content.styled(
        # Translators: {time} is how long it has been, such as 04:10
        _("{mode} · turn {turn} · {time}").format(mode=mode_name(mode), turn=turn, time=clock_face),
        "$quiet",
    )


def pins(sitting: "Sitting") -> Content:
    """The pinned moments, newest first, for the column."""
    if not sitting.pins:
        return Content("")
    lines = [Content.styled(_("Pins"), "bold")]
    for pin in reversed(sitting.pins):
        lines.append(
            Content.styled(
                _("✦ after turn {turn}").format(turn=pin.turn) if pin.turn else _("✦ at the start"), "$quiet"
            )
        )
    return Content("\n").join(lines)


def no_phrases(mode: str) -> str:
    if mode == "solo":
        return _("Solo: phrases wait until you look back.")
    return _("There are no phrases for this one. Your own words will do.")
