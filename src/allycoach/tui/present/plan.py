"""What the plan screen says."""

from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _
from allycoach.coaching.plan import provenance
from allycoach.coaching.plan import remarks as found

from .home import EMPHASIS
from .tones import LOOK, QUIET

if TYPE_CHECKING:
    from allycoach.conversation.events import PlanStep
    from allycoach.conversation.sitting import Sitting


def title(person: str) -> Content:
    return Content.assemble((_("{person}'s plan").format(person=person), EMPHASIS), (_("   it belongs to them"), QUIET))


def about(person: str, *, said: bool) -> Content:
    words = (
        _("It begins with what {person} said. At most three steps, in their words.")
        if said
        else _("{person} has not named a step; that is an ending too. At most three steps, in their words.")
    )
    return Content.styled(words.format(person=person), QUIET)


def remarks(step: "PlanStep", sitting: "Sitting") -> Content:
    """Whose words a step is in, and the most useful thing to look at again."""
    if not step.text:
        return Content("")
    share = provenance(step.text, sitting).share
    whose = (
        _("{share:.0%} of its words were theirs first").format(share=share).replace("%", " %")
        if share is not None
        else ""
    )
    look = next(iter(found(step, sitting)), None)
    said = Content.assemble(("› ", LOOK), look.say) if look is not None else Content("")
    return Content("   ").join(part for part in (Content.styled(whose, QUIET), said) if part)
