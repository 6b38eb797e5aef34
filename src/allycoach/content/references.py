"""Names in one part of the content that must exist in another."""

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from allycoach.reading import FlagKind, MoveKind

from .conditions import parse_clause
from .located import Loc
from .rules import Finding
from .schema.base import Content
from .schema.drill import Drill
from .schema.framework import Framework
from .schema.model import ConversationModel
from .schema.pack import Pack, Part
from .schema.phrasebank import PhraseFile
from .schema.scenario import Act, Scenario
from .visible import quoted

READ: Mapping[str, frozenset[str]] = {
    "en": frozenset([*MoveKind, *FlagKind, *Act.__args__])  # type: ignore[attr-defined]
}
"""By language, what its analyser can find in a reply: kinds of moves and flags, and the acts made of them."""


@dataclass(frozen=True)
class Known:
    """What files may refer to, by id."""

    models: Mapping[str, ConversationModel] = field(default_factory=dict)
    frameworks: Mapping[str, Framework] = field(default_factory=dict)
    drills: Mapping[str, Drill] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)

    def with_those_of(self, found: Collection[Content | None]) -> "Known":
        """These, and those among the files being checked."""
        return Known(
            {**self.models, **{each.id: each for each in found if isinstance(each, ConversationModel)}},
            {**self.frameworks, **{each.id: each for each in found if isinstance(each, Framework)}},
            {**self.drills, **{each.id: each for each in found if isinstance(each, Drill)}},
            {**self.scenarios, **{each.id: each for each in found if isinstance(each, Scenario)}},
        )

    @property
    def indicators(self) -> frozenset[str]:
        return frozenset(each.id for framework in self.frameworks.values() for each in framework.indicators)

    @property
    def competencies(self) -> frozenset[str]:
        return frozenset(each.id for framework in self.frameworks.values() for each in framework.competencies)


def faults(content: Content, known: Known) -> Iterator[Finding]:
    """Every name that leads nowhere. Where there is no framework at all, indicators are not looked at."""
    if isinstance(content, Scenario):
        yield from _model_and_stages(content, known.models)
        yield from _topics(content)
        yield from _moments(content)
        yield from _indicators(content, known)
        yield from _moves(content)
    if isinstance(content, Pack):
        for number, part in enumerate(content.parts):
            yield from _used(part, ("parts", number), known)
    if isinstance(content, PhraseFile):
        stages = {stage.id for model in known.models.values() for stage in model.stages}
        for number, phrase in enumerate(content.phrases):
            for place, stage in enumerate(phrase.stages):
                at = ("phrases", number, "stages", place)
                yield from _unknown("S003", at, stage, stages, "a stage of any conversation model")
        for number, indicator in enumerate(content.indicators):
            yield from _unknown_indicator(("indicators", number), indicator, known)


def _used(part: Part, at: Loc, known: Known) -> Iterator[Finding]:
    """What a part of a pack uses."""
    if part.scenario is not None:
        yield from _unknown("S003", (*at, "scenario"), part.scenario, known.scenarios, "one of the people")
    if part.model is not None:
        yield from _unknown("S003", (*at, "model"), part.model, known.models, "a conversation model")
    if part.drill is None:
        return
    yield from _unknown("S003", (*at, "drill"), part.drill, known.drills, "a drill")
    drill = known.drills.get(part.drill)
    if drill is None:
        return
    if not drill.at_level(part.at_level):
        yield Finding("S003", (*at, "level"), f'the drill "{drill.id}" has nothing at level {part.at_level}')
    for place, item in enumerate(part.items):
        ids = [each.id for each in drill.items]
        yield from _unknown("S003", (*at, "items", place), item, ids, f'an item of the drill "{drill.id}"')


def _model_and_stages(scenario: Scenario, models: Mapping[str, ConversationModel]) -> Iterator[Finding]:
    yield from _unknown("S003", ("model",), scenario.model, models, "a conversation model")
    if scenario.model in models:
        stages = [stage.id for stage in models[scenario.model].stages]
        what = f'a stage of the model "{scenario.model}"'
        for key, topic in scenario.topics.items():
            yield from _unknown("S003", ("topics", key, "part"), topic.part, stages, what)
        for key in scenario.asks_for:
            yield from _unknown("S003", ("asks_for", key), key, stages, what)


def _topics(scenario: Scenario) -> Iterator[Finding]:
    for at, text in clauses(scenario):
        for name in parse_clause(text).topics:
            yield from _unknown("S003", at, name, scenario.topics, "one of the topics")
    for number, test in enumerate(scenario.tests):
        for part, names in (("topics", test.topics), ("untold", test.untold)):
            for place, name in enumerate(names):
                yield from _unknown("S003", ("tests", number, part, place), name, scenario.topics, "one of the topics")


def _moments(scenario: Scenario) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, moment in enumerate(scenario.moments):
        if moment.id in seen:
            said = f"{quoted(moment.id)} is the id of an earlier moment; give this one another"
            yield Finding("S002", ("moments", number, "id"), said)
        seen.add(moment.id)


def clauses(scenario: Scenario) -> Iterator[tuple[Loc, str]]:
    """Every condition written as text, and where it stands."""
    for key, topic in scenario.topics.items():
        if topic.opens_when:
            yield ("topics", key, "opens_when"), topic.opens_when
    for number, moment in enumerate(scenario.moments):
        if moment.when.clause:
            yield ("moments", number, "when", "clause"), moment.when.clause
    yield ("endings", "next_step", "when"), scenario.endings.next_step.when
    yield ("endings", "leaves", "when"), scenario.endings.leaves.when
    if scenario.endings.routed:
        yield ("endings", "routed", "when"), scenario.endings.routed.when


def _indicators(scenario: Scenario, known: Known) -> Iterator[Finding]:
    for number, moment in enumerate(scenario.moments):
        yield from _unknown_indicator(("moments", number, "tests"), moment.tests, known)
    for key in scenario.exercises:
        yield from _unknown_indicator(("exercises", key), key, known)
    for number, competency in enumerate(scenario.competencies):
        if known.competencies:
            at = ("competencies", number)
            yield from _unknown("S008", at, competency, known.competencies, "a competency of the framework")


def _unknown_indicator(at: Loc, name: str, known: Known) -> Iterator[Finding]:
    if known.indicators:
        yield from _unknown("S008", at, name, known.indicators, "an indicator of the framework")


def _moves(scenario: Scenario) -> Iterator[Finding]:
    language = scenario.language.lower().replace("_", "-").partition("-")[0]
    if language not in READ:
        said = f"there is no analyser for {quoted(scenario.language)}, so nothing said in it would be understood"
        yield Finding("S011", ("language",), f"{said}; there is {', '.join(sorted(READ))}")
        return
    what = f'anything that the analyser for "{language}" finds'
    for number, moment in enumerate(scenario.moments):
        for place, name in enumerate(moment.expects):
            yield from _unknown("S011", ("moments", number, "expects", place), name, READ[language], what)


_FEW = 12


def _unknown(rule: str, at: Loc, name: str, known: Collection[str], what: str) -> Iterator[Finding]:
    if name in known:
        return
    near = difflib.get_close_matches(name, sorted(known), 1)
    listed = ", ".join(sorted(known)[:_FEW]) + (" ..." if len(known) > _FEW else "")
    hint = f'did you mean "{near[0]}"?' if near else f"there are {listed or 'none'}"
    yield Finding(rule, at, f"{quoted(name)} is not {what}; {hint}")
