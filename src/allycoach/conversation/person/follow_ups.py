"""Ready answers that are given only after some words of the person's: which they are, and which can never come."""

from collections.abc import Iterator

from allycoach.content.rules import Finding
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.hearing.words import found

from .lines import every_line


def words_followed(scenario: Scenario, line: str) -> tuple[str, ...]:
    """The words after which the line with that id is said; none for a line that needs none."""
    part, _, rest = line.partition(".")
    number = rest.partition(".")[0]
    known = part == "direct_questions" and int(number) < len(scenario.direct_questions)
    return scenario.direct_questions[int(number)].after if known else ()


def never_followed(scenario: Scenario) -> Iterator[Finding]:
    """S010 for each `after` of which no line of the person has a word."""
    said = tuple(every_line(scenario).values())
    for number, question in enumerate(scenario.direct_questions):
        if question.after and not any(found(question.after, text) for text in said):
            why = "this is never true: the person says none of these words anywhere"
            yield Finding("S010", ("direct_questions", number, "after"), why)
