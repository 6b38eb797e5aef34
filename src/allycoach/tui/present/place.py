"""Where the talk is in the conversation model: the strip above it, the column beside it, and the answer to f4."""

from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _
from allycoach.signs import one_line

from .tones import QUIET

if TYPE_CHECKING:
    from allycoach.content.schema.model import ConversationModel, Stage
    from allycoach.conversation.tracker import Place

HERE = "$person bold"


def strip(model: "ConversationModel", place: "Place") -> Content:
    """All stages on one line: `▸` where we are, `✓` what has been covered."""
    return Content.styled(" ── ", QUIET).join(
        _short(stage, number, place) for number, stage in enumerate(model.stages, 1)
    )


def _short(stage: "Stage", number: int, place: "Place") -> Content:
    style = HERE if stage.id == place.stage else QUIET
    return Content.styled(f"{_sign(stage, place)}{_digit(number)} {one_line(stage.short)}", style)


def _sign(stage: "Stage", place: "Place") -> str:
    if stage.id == place.stage:
        return "▸"
    return "✓" if stage.id in place.covered else " "


def _digit(number: int) -> str:
    return chr(0x245F + number) if number <= 20 else f"{number}."


def reason(model: "ConversationModel", place: "Place") -> Content:
    """The reason in few words, for one narrow line; `where` has it in full."""
    numbers = {stage.id: _digit(number) for number, stage in enumerate(model.stages, 1)}
    here = numbers[place.stage]
    # Translators: {here} and {next} are the signs of parts of the talk, such as ②
    words = _("you seem to be in {here}").format(here=here)
    if place.moving_to is not None:
        words = _("you seem to be in {here}, moving to {next}").format(here=here, next=numbers[place.moving_to])
    quoted = ", ".join(f'"{one_line(word)}"' for word in place.words[:2])
    return Content.styled(f"{words}  ({quoted})" if quoted else words, QUIET)


def column(model: "ConversationModel", place: "Place") -> Content:
    """The stages in full, one under the other, with the words that place us where we are."""
    lines: list[Content] = []
    for number, stage in enumerate(model.stages, 1):
        here = stage.id == place.stage
        lines.append(
            Content.styled(f"{_sign(stage, place)}{_digit(number)} {one_line(stage.question)}", HERE if here else QUIET)
        )
        if here:
            lines += [Content(""), Content(one_line(place.reason)), Content("")]
    return Content("\n").join(lines)


def choices(model: "ConversationModel") -> list[Content]:
    """Each part by number, to choose from."""
    return [
        Content.assemble((f"{number} ", "$you bold"), one_line(stage.question))
        for number, stage in enumerate(model.stages, 1)
    ]


def guessed(model: "ConversationModel", own: str, place: "Place") -> Content:
    """The trainee's own answer, and whether the coach's is the same; different is no mistake."""
    same = own == place.stage
    words = _("The coach sees it so too.") if same else _("The coach sees it otherwise, and may be wrong.")
    return Content.assemble((_("You said: "), "bold"), f"{one_line(model.stage(own).question)} ", (words, QUIET))


def where(model: "ConversationModel", place: "Place") -> Content:
    """The answer to "where am I?": the part, why it seems so, what it is for, and where talks often go from it."""
    stage = model.stage(place.stage)
    number = [one.id for one in model.stages].index(stage.id) + 1
    lines = [
        Content.styled(f"{_digit(number)} {one_line(stage.question)}", HERE),
        Content(one_line(place.reason)),
        Content.styled(one_line(stage.purpose), QUIET),
    ]
    if stage.next:
        # Translators: between the last parts of a list, a space on each side
        after = _(" or ").join(one_line(model.stage(one).short) for one in stage.next)
        lines.append(
            Content.styled(_("From here talks often go to {after}. A guide, not a script.").format(after=after), QUIET)
        )
    return Content("\n").join(lines)
