"""Where real help is, on the full screen."""

from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.coaching.real_help import real_help_lines

if TYPE_CHECKING:
    from allycoach.content.schema.cards import ProcedureCard


def real_help(card: "ProcedureCard | None") -> Content:
    first, *rest = real_help_lines(card)
    return Content("\n\n").join([Content.styled(first, "bold"), *(Content(line) for line in rest)])
