"""A new person from a dozen plain answers: complete, so that it can be talked to at once and changed bit by bit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from .loader import open_source
from .located import plain
from .schema.scenario import Scenario, Style

STYLES: tuple[Style, ...] = Style.__args__  # type: ignore[attr-defined]

_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+[\"”'’)]*|$)")
_WORD = re.compile(r"[a-z][a-z'’-]{3,}")
_MOST_DEPTHS, _MOST_WORDS = 4, 6
_BANDS = ("wary", "open")
_COMMON = frozenset(
    "about after again also always another anything because been before being could does doing done down each even ever "
    "every from have having here into just know like made make many more most much never nobody nothing only other over "
    "really same should since some someone something sometimes still such than that their them then there these they "
    "thing things think this those very want were what when where which while will with would your i'm it's don't i've "
    "they're that's can't i'd she's he's didn't wasn't there's isn't couldn't wouldn't".split()
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What an author said of a person. `happening`, `worked` and `good` are in the person's own words, one sentence to
    four, from the surface to what it means; `step` is what they will do next, in the first person."""

    name: str
    pronouns: str
    age: str
    setting: str
    helper_role: str
    comes_for: str
    brief: str
    hidden: str
    style: Style
    opening: str
    happening: str
    worked: str
    good: str
    step: str


def new_person(answers: Answers, *, scenario_id: str, review_by: date) -> Scenario:
    """The whole scenario."""
    source = open_source(Path(__file__).with_name("starter.yaml"), "starter.yaml")
    told = {key: getattr(answers, key) for key in Answers.__slots__}
    data: Any = _filled(plain(source.root), {**told, "step": _as_sentence(answers.step)})
    data |= {"id": scenario_id, "review_by": review_by.isoformat()}
    data["person"]["style"] = answers.style
    for name, text, ready in (
        ("happening", answers.happening, "closed"),
        ("strength", answers.worked, "wary"),
        ("hope", answers.good, "wary"),
    ):
        topic = data["topics"][name]
        topic["lines"] = _depths(text, ready)
        topic["words"] = [*topic["words"], *_words(text, topic["words"])]
    errand = data["topics"]["errand"]
    errand["words"] = [*errand["words"], *_words(answers.comes_for, errand["words"])]
    return Scenario.model_validate(data)


def _filled(data: Any, told: Mapping[str, str]) -> Any:
    """The data with `{name}` and the like filled in; `{echo}` and whatever else stays."""
    if isinstance(data, str):
        return re.sub(r"\{(\w+)\}", lambda found: told.get(found[1], found[0]), data)
    if isinstance(data, dict):
        return {key: _filled(value, told) for key, value in data.items()}
    return [_filled(value, told) for value in data] if isinstance(data, list) else data


def _depths(text: str, ready: str) -> list[dict[str, Any]]:
    """A depth for each sentence; what is more than four goes with the last. `ready` is the band for the first."""
    said = [sentence.strip() for sentence in _SENTENCE.findall(text) if sentence.strip()] or [text]
    said = [*said[: _MOST_DEPTHS - 1], " ".join(said[_MOST_DEPTHS - 1 :])] if len(said) > _MOST_DEPTHS else said
    bands = (ready, *(_BANDS if ready == "closed" else ("open",)))
    return [{"at": bands[min(number, len(bands) - 1)], "say": [one]} for number, one in enumerate(said)]


def _words(text: str, known: list[str]) -> list[str]:
    """Words of the text that a question about it may use."""
    found = (word.replace("’", "'") for word in _WORD.findall(text.lower()))
    telling = (word for word in found if word not in _COMMON and word.removesuffix("'s") not in _COMMON)
    return [word for word in dict.fromkeys(telling) if word not in known][:_MOST_WORDS]


def _as_sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
