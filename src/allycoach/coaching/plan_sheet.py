"""The person's plan as a page that belongs to them: first person, their words, in the layout they like."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from allycoach.catalogue import _
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.events import PlanStep
from allycoach.conversation.sitting import Sitting

from .plan import steps_said

Layout = Literal["list", "situation", "about-me", "where"]
LAYOUTS: Mapping[Layout, tuple[str, str, str]] = {
    "list": ("", "", _("My next steps")),
    "situation": (_("My situation"), _("My ideas"), _("My plan")),
    "about-me": (_("About me"), _("My options"), _("My plans")),
    "where": (_("Where I am"), _("Where I want to be"), _("How I will get there")),
}
"""Headings for how things are, for what could be, and for the steps; an empty one is left out. After the plans shown in
the CDI's briefing on career action planning."""

_NOW, _COULD = ("happening", "worked"), ("good",)
_LINES = 3
"""Of their lines under a heading: a page and not a transcript."""


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """`sections` are the person's own lines; `steps` and `setback` come after them under `steps_heading`."""

    person: str
    at: datetime
    sections: tuple[Section, ...]
    steps_heading: str
    steps: tuple[PlanStep, ...]
    setback: str


def plan_sheet(sitting: Sitting, scenario: Scenario | None, layout: Layout) -> PlanSheet:
    """The kept plan, or where there is none the steps that the person said. Without its scenario, steps alone."""
    now, could, steps = LAYOUTS[layout]
    plan = sitting.plan
    sections = (
        Section(heading, lines)
        for heading, parts in ((now, _NOW), (could, _COULD))
        if heading and (lines := tuple(_said_of(sitting, scenario, parts)))
    )
    return PlanSheet(
        person=sitting.started.person,
        at=sitting.started.at,
        sections=tuple(sections),
        steps_heading=steps,
        steps=plan.steps if plan is not None else steps_said(sitting),
        setback=plan.setback if plan is not None else "",
    )


def _said_of(sitting: Sitting, scenario: Scenario | None, parts: Sequence[str]) -> Iterator[str]:
    """What they told that belongs to these parts of the talk: of each topic the last, which is the deepest."""
    if scenario is None:
        return
    told: dict[str, str] = {}
    for spoke in sitting.spoken:
        topic = scenario.topics.get(spoke.topic or "")
        if topic is not None and topic.part in parts and spoke.depth is not None and not spoke.step:
            told[spoke.topic or ""] = spoke.text
    yield from list(told.values())[-_LINES:]
