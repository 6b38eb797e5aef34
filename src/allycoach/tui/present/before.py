"""What a trainee is told before a sitting begins."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from allycoach.catalogue import _
from allycoach.coaching.languages import not_read
from allycoach.coaching.locked import MEND
from allycoach.shown_names import mode_name
from allycoach.signs import one_line, visible

from .home import DIFFICULTY, EMPHASIS
from .tones import LOOK, QUIET

if TYPE_CHECKING:
    from allycoach.content.schema.model import ConversationModel
    from allycoach.content.schema.scenario import Scenario


def title(scenario: "Scenario") -> Content:
    return Content.assemble(
        (one_line(scenario.title), EMPHASIS),
        (
            _("   {minutes} min · {difficulty}").format(
                minutes=scenario.minutes, difficulty=DIFFICULTY[scenario.difficulty]
            ),
            QUIET,
        ),
    )


def about(scenario: "Scenario", locked: str = "") -> Content:
    """What to know before; `locked` is why the talk cannot begin yet, which then comes first."""
    person = scenario.person
    parts = [Content.styled(_("▲ Locked. {locked} {mend}").format(locked=locked, mend=MEND), LOOK)] if locked else []
    parts += [
        Content(visible(scenario.setting)),
        Content.assemble(
            (_("{name} has come for: ").format(name=one_line(person.name)), "bold"), visible(person.comes_for)
        ),
        Content.assemble((_("You are: "), "bold"), visible(scenario.helper_role)),
    ]
    if scenario.content_notes:
        parts.append(Content.styled(_("Good to know first: ") + "; ".join(map(one_line, scenario.content_notes)), LOOK))
    if scenario.safeguarding is not None:
        parts.append(Content.styled(visible(scenario.safeguarding.pause_hint), LOOK))
    if unread := not_read(scenario.language):
        parts.append(Content.styled(unread, LOOK))
    parts.append(Content.styled(visible(person.brief), QUIET))
    return Content("\n\n").join(parts)


def way(model: "ConversationModel") -> Content:
    """The model that the coach finds the way by, with its parts."""
    parts = " · ".join(one_line(stage.short) for stage in model.stages)
    return Content.assemble((_("You find your way by "), QUIET), one_line(model.title), (f": {parts}", QUIET))


def how_much(why: str) -> Content:
    """The question about the mode, and why one is chosen already."""
    return Content.assemble((_("How much should the coach say?"), "bold"), (f"  {one_line(why)}" if why else "", QUIET))


def mode_row(number: int, mode: str, words: str) -> Content:
    return Content.assemble((f"{number} ", "$you bold"), (f"{mode_name(mode):<7}", "bold"), (words, QUIET))


def kept(folder: Path, *, in_browser: bool) -> Content:
    if in_browser:
        return Content.styled(
            _("Your words go to the computer that runs this, and are deleted when you leave. No grade."), QUIET
        )
    return Content.styled(
        _("Your words stay on this computer, in {folder}. Nothing is sent. No grade.").format(
            folder=one_line(str(folder))
        ),
        QUIET,
    )
