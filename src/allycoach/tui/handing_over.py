"""A document that was written for the trainee reaches them: here as a file, in a browser as a download."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _
from allycoach.errors import NotSaved
from allycoach.signs import one_line

if TYPE_CHECKING:
    from .shell import Shell


def hand_over(app: "Shell", path: Path) -> Content:
    """What to say once it is on its way. Raises NotSaved."""
    if not app.is_web:
        saved = _("Saved as {path}") if not app.parts.sealed() else _("Saved as {path}, not sealed")
        return Content.styled(saved.format(path=one_line(str(path))), "$good")
    try:
        app.deliver_text(path, save_filename=path.name)
    except OSError as error:
        raise NotSaved(_("The document could not be handed to your browser."), mend=_("Try once more.")) from error
    return Content.styled(_("It is among your browser's downloads: {name}").format(name=one_line(path.name)), "$good")
