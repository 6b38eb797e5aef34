"""What a sitting has made of the person so far: the pure fold over what they have said."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from allycoach.content.schema.scenario import Band, Scenario
from allycoach.conversation.events import Earlier, Ends, PersonSpoke
from allycoach.conversation.sitting import Sitting

from .meters import band_of
from .said import Answer
from .series import trust_at_start

_SHORT = frozenset(["short", "restated", "reply", "granted", "fallback", "direct", "held"])
"""The kinds of answers after which what was said before is still in the air."""


@dataclass(frozen=True, slots=True)
class PersonState:
    """The person between two replies.

    `meters` are trust, openness and energy, 0 to 100. `said` are the ids of used lines, `told` the deepest depth (from
    0) told of each topic begun, `current` the topic in the air, `acts` what each reply so far did, its leading act
    first, `kinds` the sort of each answer, `asked_at` the turns at which they asked for advice, `moments` what came up
    at which turn, `step` their next step in their own words and `closing` the exchanges since they stated it; `last` are the
    ids of the lines of their last answer, in order, and `held_over` those of the one before, where the last was a short one.
    """

    meters: Mapping[str, int]
    said: frozenset[str] = frozenset()
    told: Mapping[str, int] = field(default_factory=dict)
    current: str | None = None
    acts: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[str, ...] = ()
    asked_at: tuple[int, ...] = ()
    moments: Mapping[str, int] = field(default_factory=dict)
    step: str | None = None
    closing: int = 0
    turn: int = 0
    last: tuple[str, ...] = ()
    held_over: tuple[str, ...] = ()
    ended: Ends | None = None

    def band(self, scenario: Scenario) -> Band:
        return band_of(scenario.state, self.meters["openness"])

    @property
    def last_act(self) -> str:
        return self.acts[-1][0] if self.acts else ""

    def moment_at(self, turn: int) -> str | None:
        """The scripted moment that came up at that turn."""
        return next((name for name, at in self.moments.items() if at == turn), None)


def initial(scenario: Scenario, earlier: Earlier | None = None) -> PersonState:
    """The person before anything has been said, with what they remember of the visit before."""
    state = scenario.state
    trust = trust_at_start(scenario, earlier)
    return PersonState(meters={"trust": trust, "openness": state.openness.start, "energy": state.energy.start})


def after(scenario: Scenario, state: PersonState, spoke: PersonSpoke | Answer) -> PersonState:
    """The person after they have said one more thing."""
    told = dict(state.told)
    if spoke.topic in scenario.topics and spoke.depth is not None:
        told[spoke.topic] = max(spoke.depth, told.get(spoke.topic, 0))
    closing = state.closing + 1 if state.step is not None else 0
    opening = spoke.turn == 0
    return PersonState(
        meters={**state.meters, **spoke.meters},
        said=state.said | set(spoke.said),
        told=told,
        current=spoke.topic if spoke.topic in scenario.topics else state.current,
        acts=state.acts if opening else (*state.acts, spoke.acts or (spoke.act,)),
        kinds=(*state.kinds, spoke.kind),
        asked_at=(*state.asked_at, spoke.turn) if spoke.asks else state.asked_at,
        moments={**state.moments, spoke.moment: spoke.turn} if spoke.moment else state.moments,
        step=spoke.step or state.step,
        closing=closing,
        turn=spoke.turn,
        last=spoke.said,
        held_over=state.last if spoke.kind in _SHORT else (),
        ended=spoke.ends,
    )


def state_of(scenario: Scenario, sitting: Sitting) -> PersonState:
    """The person at the end of a sitting's events: the same state that the live talk holds."""
    state = initial(scenario, sitting.started.earlier)
    for spoke in sitting.spoken:
        state = after(scenario, state, spoke)
    return state
