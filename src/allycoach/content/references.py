"""Names in one part of the content that must exist in another: a place in the file, and what is wrong."""

import difflib
from collections.abc import Collection, Iterator, Mapping

from .conditions import parse_clause
from .located import Loc
from .schema.base import Content
from .schema.model import ConversationModel
from .schema.phrasebank import PhraseFile
from .schema.scenario import Scenario
from .visible import quoted

Fault = tuple[Loc, str]


def faults(content: Content, models: Mapping[str, ConversationModel]) -> Iterator[Fault]:
    """`models` are all there are, by id."""
    if isinstance(content, Scenario):
        yield from _of_scenario(content, models)
    if isinstance(content, PhraseFile):
        stages = {stage.id for model in models.values() for stage in model.stages}
        for number, phrase in enumerate(content.phrases):
            for place, stage in enumerate(phrase.stages):
                at = ("phrases", number, "stages", place)
                yield from _unknown(at, stage, stages, "a stage of any conversation model")


def _of_scenario(scenario: Scenario, models: Mapping[str, ConversationModel]) -> Iterator[Fault]:
    yield from _unknown(("model",), scenario.model, models, "a conversation model")
    if scenario.model in models:
        stages = [stage.id for stage in models[scenario.model].stages]
        what = f'a stage of the model "{scenario.model}"'
        for key, topic in scenario.topics.items():
            yield from _unknown(("topics", key, "part"), topic.part, stages, what)
        for key in scenario.asks_for:
            yield from _unknown(("asks_for", key), key, stages, what)
    for at, text in _clauses(scenario):
        for name in parse_clause(text).topics:
            yield from _unknown(at, name, scenario.topics, "one of the topics")
    for number, test in enumerate(scenario.tests):
        for field, names in (("topics", test.topics), ("untold", test.untold)):
            for place, name in enumerate(names):
                yield from _unknown(("tests", number, field, place), name, scenario.topics, "one of the topics")
    seen: set[str] = set()
    for number, moment in enumerate(scenario.moments):
        if moment.id in seen:
            yield ("moments", number, "id"), f"{quoted(moment.id)} is the id of an earlier moment"
        seen.add(moment.id)


def _clauses(scenario: Scenario) -> Iterator[tuple[Loc, str]]:
    for key, topic in scenario.topics.items():
        if topic.opens_when:
            yield ("topics", key, "opens_when"), topic.opens_when
    for number, moment in enumerate(scenario.moments):
        if moment.when.clause:
            yield ("moments", number, "when", "clause"), moment.when.clause
    yield ("endings", "next_step", "when"), scenario.endings.next_step.when
    yield ("endings", "leaves", "when"), scenario.endings.leaves.when


def _unknown(at: Loc, name: str, known: Collection[str], what: str) -> Iterator[Fault]:
    if name in known:
        return
    near = difflib.get_close_matches(name, sorted(known), 1)
    hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(sorted(known)) or 'none'}"
    yield at, f"{quoted(name)} is not {what}; {hint}"
