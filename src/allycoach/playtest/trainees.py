"""Six trainees, each with one habit. They know what any trainee is told beforehand and what has been said, and nothing
that the scenario keeps back, but for what a scripted moment expects, which the ideal trainee is told when it comes."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from allycoach.content.schema.model import ConversationModel
from allycoach.content.schema.scenario import Scenario

from . import wordings as say
from .talk import Replier
from .turning import given_back, has_subject, names_in

_NAMED = re.compile(r"\b(my|the|our|his|her|their)\s+([a-z]{3,}(?:['’]s)?)\b", re.IGNORECASE)
_NAMES_NOTHING = frozenset(
    """and but that which who are was were been has have had will would can could did does for with from then than they you
    there here just when where all first last next same other rest way thing things time moment day end bit lot only one two
    best worst back down out off not more most about into over always never really still even because while size trouble
    fault kind side middle sort whole gets got goes went came comes said says like after before again""".split()
)
_THEIRS = {"my": "your", "our": "your"}
_LATE = 0.74
"""The share of the turn limit after which the ideal trainee asks for a next step; again after so many turns, and whatever
was said so many turns later."""
_ASKS_AGAIN_AFTER, _VERY_LATE = 3, 2
_FOLLOWS = 1
"""How many turns it stays with what a question brought."""
_BRIEF = 14
"""Words below which a line is brief."""
_SOUNDS_LIKE_A_STEP = re.compile(r"\bI(?:['’]ll|['’]m going to| will| could| might|['’]d like to|['’]m gonna)\b")


@dataclass(frozen=True, slots=True)
class Task:
    """What a trainee begins with: the scenario as far as trainees see it, its model, and the run's own chance."""

    scenario: Scenario
    model: ConversationModel
    chance: random.Random


class Says:
    """Wordings chosen at random, none again before the others of its kind have been said."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._said: dict[str, int] = {}
        self._names: set[str] = set()

    def one_of(self, pool: Sequence[str]) -> str:
        times = [self._said.get(text, 0) for text in pool]
        least = min(times)
        said = self._chance.choice([text for text, number in zip(pool, times, strict=True) if number == least])
        self._said[said] = least + 1
        return said

    def about(self, pool: Sequence[str], line: str) -> str:
        """A wording of the pool with what the line names in it, where both have such a thing; else one that goes deeper."""
        it = named(line)
        fitting = [text for text in pool if "{it}" not in text or (it and _few(text, it))] or say.DEEPER
        return self.one_of(fitting).replace("{it}", it)

    def reflection(self, line: str) -> str:
        self._names.update(names_in(line))
        said = given_back(line, self._names)
        if not said:
            return self.one_of(say.BARE_REFLECTIONS)
        pool = say.REFLECTS if has_subject(said) else say.ECHOES
        return self.one_of([text for text in pool if _few(text, said)] or pool).replace("{said}", said)


def _few(wording: str, words: str) -> bool:
    """Whether these words may stand in this wording: in a third of them, so that the same is often said again, and what
    is said again need not be parsed again."""
    return (_sum_of(wording) + _sum_of(words)) % 3 == 0


@lru_cache(maxsize=2048)
def _sum_of(text: str) -> int:
    return sum(map(ord, text))


@lru_cache(maxsize=2048)
def named(line: str) -> str:
    """The last thing a line names: `your sister` of "There's my sister"; empty if there is none."""
    for owner, thing in reversed(_NAMED.findall(line)):
        if thing.lower() not in _NAMES_NOTHING:
            return f"{_THEIRS.get(owner.lower(), owner.lower())} {thing}"
    return ""


class Ideal:
    """Asks for each part in its own words, gives back what it heard, follows it up, affirms, hands questions back, and
    asks for a next step late."""

    def __init__(self, task: Task) -> None:
        self._scenario, self._chance = task.scenario, task.chance
        self._says = Says(task.chance)
        self._asks = _questions(task.model)
        self._begun: set[str] = set()
        self._late = round(_LATE * task.scenario.endings.turn_limit)
        self._turn = 0
        self._step_asked_at = 0
        self._asked = 0
        self._followed = 0

    def reply(self, line: str, moment: str | None) -> str | None:
        self._turn += 1
        if self._scenario.sensitivity == "safeguarding":
            return self._says.one_of(say.SAFEGUARDING[min(self._turn, len(say.SAFEGUARDING)) - 1])
        if self._turn == 1:
            return _joined(self._says.one_of(say.GREETINGS), self._question())
        if moment is not None:
            return self._to_moment(line, moment)
        if self._step_asked_at and _SOUNDS_LIKE_A_STEP.search(line):
            return _joined(self._sometimes(0.3, self._says.reflection(line)), self._says.one_of(say.ON_THE_STEP))
        return self._asks_for_step() if self._time_for_step(line) else self._onward(line)

    def _to_moment(self, line: str, name: str) -> str:
        moment = next(one for one in self._scenario.moments if one.id == name)
        if moment.asks_advice:
            return self._says.one_of(say.HANDS_BACK)
        known = [each for each in moment.expects if each in say.MOMENTS]
        expected = self._chance.choice(known) if known else "question"
        if expected == "reflection":
            return self._says.reflection(line)
        return self._says.one_of(say.MOMENTS[expected])

    def _time_for_step(self, line: str) -> bool:
        """Late, and not straight after a brief line, which may be the beginning of something, unless it gets very late."""
        over = self._turn - self._late
        again = not self._step_asked_at or self._turn - self._step_asked_at >= _ASKS_AGAIN_AFTER
        return over >= 0 and again and (len(line.split()) >= _BRIEF or over >= _VERY_LATE)

    def _asks_for_step(self) -> str:
        self._step_asked_at = self._turn
        return self._says.one_of(say.ASKS["next"])

    def _onward(self, line: str) -> str:
        """A question, then staying with what it brought for a turn or two, the longer the briefer the answers are."""
        stays = 0.8 if len(line.split()) < _BRIEF else 0.4
        if self._followed >= _FOLLOWS or self._chance.random() > stays:
            self._followed = 0
            heard = self._says.reflection(line) if self._chance.random() < 0.6 else self._warmth()
            return _joined(heard, self._question())
        self._followed += 1
        return self._follow(line)

    def _follow(self, line: str) -> str:
        roll = self._chance.random()
        if roll < 0.3:
            return self._says.reflection(line)
        if roll < 0.5:
            return self._says.about(say.ABOUT_IT, line)
        return _joined(self._sometimes(0.5, self._says.reflection(line)), self._says.one_of(say.DEEPER))

    def _warmth(self) -> str:
        return self._sometimes(0.4, self._says.one_of((*say.AFFIRMS, *say.KIND)))

    def _sometimes(self, share: float, text: str) -> str:
        return text if self._chance.random() < share else ""

    def _question(self) -> str:
        """Two of the first part to begin with, then one of each part in turn; that for a step waits."""
        stages = list(self._asks)
        stage = stages[0] if self._asked < 2 else stages[(self._asked - 1) % len(stages)]
        self._asked += 1
        again = stage in self._begun and stage in say.ELSE and self._chance.random() < 0.5
        self._begun.add(stage)
        return self._says.one_of(say.ELSE[stage] if again else self._asks[stage])


def _questions(model: ConversationModel) -> dict[str, tuple[str, ...]]:
    """Questions for each part of the model but the last: this trainee's own where it has some, else the openers."""
    parts = model.stages[:-1]
    return {part.id: say.ASKS.get(part.id) or tuple(opener.say for opener in part.openers) for part in parts}


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


class AdviceGiver:
    """Tells them what to do, in every turn."""

    def __init__(self, task: Task) -> None:
        self._says = Says(task.chance)

    def reply(self, line: str, moment: str | None) -> str | None:  # noqa: ARG002 no moment changes the habit
        return self._says.about(say.ADVICE, line)


class ClosedQuestioner:
    """Asks for yes, no and facts."""

    def __init__(self, task: Task) -> None:
        self._says = Says(task.chance)

    def reply(self, line: str, moment: str | None) -> str | None:  # noqa: ARG002 no moment changes the habit
        return self._says.about(say.CLOSED, line)


class Parrot:
    """Gives back their words and asks nothing."""

    def __init__(self, task: Task) -> None:
        self._says = Says(task.chance)

    def reply(self, line: str, moment: str | None) -> str | None:  # noqa: ARG002 no moment changes the habit
        return self._says.reflection(line)


class Silent:
    """Says nothing, or next to nothing."""

    def __init__(self, task: Task) -> None:
        self._chance = task.chance

    def reply(self, line: str, moment: str | None) -> str | None:  # noqa: ARG002 no moment changes the habit
        return self._chance.choice(say.SILENCES)


class Random:
    """Anything: what the others say, and what nobody should."""

    def __init__(self, task: Task) -> None:
        self._says = Says(task.chance)
        self._chance = task.chance

    def reply(self, line: str, moment: str | None) -> str | None:  # noqa: ARG002 no moment changes the habit
        kinds = (
            say.ADVICE,
            say.CLOSED,
            say.ODD,
            say.DEEPER,
            say.ABOUT_IT,
            say.AFFIRMS,
            say.SILENCES,
            *say.ASKS.values(),
        )
        kind = self._chance.choice((*kinds, None))
        return self._says.reflection(line) if kind is None else self._says.about(kind, line)


TRAINEES: dict[str, Callable[[Task], Replier]] = {
    "ideal": Ideal,
    "advice-giver": AdviceGiver,
    "closed-questioner": ClosedQuestioner,
    "parrot": Parrot,
    "silent": Silent,
    "random": Random,
}
"""The scripted trainees by name."""
