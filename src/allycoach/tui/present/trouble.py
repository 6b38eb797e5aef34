"""What went wrong, in plain words, with what is kept and what to do next."""

from textual.content import Content

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.signs import visible

from .tones import LOOK


def trouble(error: AllycoachError) -> Content:
    parts = [Content.styled(visible(error.message), LOOK)]
    parts += [Content(visible(part)) for part in (error.kept, error.mend) if part]
    return Content("\n\n").join(parts)


def unforeseen(error: BaseException | None) -> AllycoachError:
    """An error nobody planned for, said as plainly as can be. Only its kind is told: its text may quote the trainee."""
    return AllycoachError(
        _("Something went wrong inside allycoach: {kind}.").format(kind=type(error).__name__),
        kept=_("What you have sent is kept."),
        mend=_("Leave with ctrl+q and start again; if it comes back, please report these words."),
    )
