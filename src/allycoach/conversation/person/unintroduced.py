"""Names in a scenario that the person says as if the helper knew whose they are."""

import re
from collections.abc import Iterator

from allycoach.content.conditions import parse_clause
from allycoach.content.located import Loc
from allycoach.content.rules import Finding
from allycoach.content.schema.scenario import Scenario
from allycoach.conversation.hearing.words import as_typed, stems

from .beforehand import told_beforehand
from .introducing import names_of, plain, presents
from .lines import every_line

_DOES = (
    "says?|said|thinks?|thought|knows?|knew|asked|told|rang|wants?|came|taught|gave|runs|does|did|showed|wrote|keeps"
)
_DONE_TO = "tell|told|ask|asked|ring|rang|show|thank|like|met|Mrs?|Ms|Dr"


def unintroduced(scenario: Scenario) -> Iterator[Finding]:
    """S112 for each person of whom some line speaks as if they were known."""
    known = set(stems(told_beforehand(scenario))) | {word for name in scenario.people for word in stems(name)}
    texts = every_line(scenario)
    for name in sorted(names_of(scenario) - known):
        lines = {line: typed for line, text in texts.items() if (typed := _typed_as(text, name))}
        if not any(_is_somebody(texts[line], typed) for line, typed in lines.items()):
            continue
        lost = [line for line, typed in lines.items() if not _placed(scenario, line, typed)]
        if lost:
            typed = lines[lost[0]]
            said = f'nobody has heard of "{typed}" when this is said; say in the line who that is, or put them under `people`'
            yield Finding("S112", _place_of(lost[0]), said)


def _typed_as(text: str, name: str) -> str:
    return next(
        (re.sub(r"['’]s?$", "", typed) for typed in as_typed(text) if plain(typed) == name and typed[:1].isupper()), ""
    )


def _is_somebody(text: str, name: str) -> bool:
    """Whether the words beside a name are those of people, and not of places."""
    each = re.escape(name)
    does = re.search(rf"\b{each}\b,? ({_DOES})\b", text)
    return bool(does or re.search(rf"\b({_DONE_TO}) {each}\b(?! [A-Z])", text))


def _placed(scenario: Scenario, line: str, name: str) -> bool:
    """Whether a line says who somebody is, or comes only after one of its topic that does."""
    texts = every_line(scenario)
    if presents(texts[line], name):
        return True
    topics = [line.split(".")[1]] if ".lines." in line else []
    if line.startswith("endings.next_step.") and ".not_yet." not in line:
        topics = list(parse_clause(scenario.endings.next_step.when).topics)
    depth = int(line.split(".")[3]) if ".lines." in line else 1
    return any(_presented_by(scenario, topic, depth, name) for topic in topics)


def _presented_by(scenario: Scenario, topic: str, depth: int, name: str) -> bool:
    """Whether every wording of some depth of a topic before that one presents somebody."""
    earlier = scenario.topics[topic].lines[:depth]
    return any(all(name in say and presents(say, name) for say in line.say) for line in earlier)


def _place_of(line: str) -> Loc:
    """Where the file has the line with that id."""
    parts: list[str | int] = [int(part) if part.isdigit() else part for part in line.split(".")]
    if parts[0] in ("replies", "direct_questions") or parts[2:3] == ["lines"]:
        parts.insert(len(parts) - 1, "say")
    return tuple(parts)
