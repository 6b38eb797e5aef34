"""The coach's block under the conversation: one note, its reason, and the recovery phrases."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _
from allycoach.signs import visible

from .layout import hanging
from .tones import LOOK, QUIET

if TYPE_CHECKING:
    from allycoach.coaching.notes import Note
    from allycoach.coaching.phrases import Offer

KEY = "$you bold"


def keys(*pairs: tuple[str, str]) -> Content:
    """`f5 phrases  f7 why`, the keys standing out."""
    return Content("  ").join(Content.assemble((key, KEY), (f" {words}", QUIET)) for key, words in pairs)


def note(shown: "Note", *, why: bool) -> Content:
    """One thought, what can be done about it, and on request its reason."""
    lines = [Content.assemble((_("One thought: "), LOOK), visible(shown.text))]
    if why:
        lines += [
            Content.styled(visible(shown.reason), QUIET),
            Content.styled(visible(shown.why_this_one), QUIET),
        ]
    letters = keys(
        ("r", _("try again")), ("p", _("phrases")), ("w", _("less") if why else _("why")), ("x", _("not so"))
    )
    lines.append(letters + Content.styled(_("  then enter (or f6 f5 f7 f8)"), QUIET))
    return Content("\n").join(lines)


def phrases(offers: Sequence["Offer"], *, own: bool, taken: int | None, width: int) -> Content:
    """The recovery phrases by number. `own` says whether the trainee has words of their own in the draft; `taken` is
    the number of the phrase now in the draft."""
    lines = [Content.styled(_("Ways to come back from here. A number takes one; you can change it."), QUIET)]
    for number, one in enumerate(offers, 1):
        sign = "▸" if number == taken else " "
        lines.append(hanging(Content.styled(f"{sign}{number}  ", KEY), Content(visible(one.text)), width))
    lines.append(Content.assemble((" 0  ", KEY), (_("keep your own") if own else _("write your own"), QUIET)))
    return Content("\n").join(lines)


def over(person: str, why: str) -> Content:
    """The end of the talk, said before the debrief."""
    reasons = {
        "next_step": _("{person} has named a next step, in their own words.").format(person=person),
        "routed": _("{person} knows what happens now, and who is told.").format(person=person),
        "leaves": _("{person} has left. That happens, and it is material.").format(person=person),
        "time_up": _("The time is up."),
        "goodbye": _("You have said goodbye."),
        "trainee": _("You have stopped here."),
    }
    return Content.assemble(
        (reasons.get(why, _("The talk is over.")), "bold"), "\n", keys(("enter", _("look back together")))
    )
