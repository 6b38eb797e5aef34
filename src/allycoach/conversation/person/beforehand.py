"""What the helper knows before the talk: none of it is an assumption when they say it."""

from allycoach.content.schema.scenario import Scenario

from .once import once


@once
def told_beforehand(scenario: Scenario) -> str:
    """Everything that the trainee reads before they begin, as one text."""
    person = scenario.person
    return " ".join((person.name, person.comes_for, person.brief, scenario.setting, scenario.helper_role))
