"""What the plan screen says."""

from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.coaching.plan import provenance
from allycoach.coaching.plan import remarks as found

from .home import EMPHASIS
from .marks import LOOK, QUIET

if TYPE_CHECKING:
    from allycoach.conversation.events import PlanStep
    from allycoach.conversation.sitting import Sitting


def title(person: str) -> Content:
    return Content.assemble((f"{person}'s plan", EMPHASIS), ("   it belongs to them", QUIET))


def about(person: str, *, said: bool) -> Content:
    begun = f"It begins with what {person} said." if said else f"{person} has not named a step; that is an ending too."
    return Content.styled(f"{begun} At most three steps, in their words.", QUIET)


def remarks(step: "PlanStep", sitting: "Sitting") -> Content:
    """Whose words a step is in, and the most useful thing to look at again."""
    if not step.text:
        return Content("")
    share = provenance(step.text, sitting).share
    whose = f"{share:.0%} of its words were theirs first".replace("%", " %") if share is not None else ""
    look = next(iter(found(step, sitting)), None)
    said = Content.assemble(("› ", LOOK), look.say) if look is not None else Content("")
    return Content("   ").join(part for part in (Content.styled(whose, QUIET), said) if part)
