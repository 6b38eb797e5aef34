"""Trust, openness and energy: what each act does to them, and the band that openness makes."""

from collections.abc import Mapping, Sequence

from allycoach.content.schema.scenario import Act, Band, Meter, Scenario, State, Style
from allycoach.conversation.hearing.acts import SLIPS

from .once import once

METERS: tuple[Meter, ...] = ("trust", "openness", "energy")
RANK: dict[Band, int] = {"closed": 0, "wary": 1, "open": 2}

_Effects = Mapping[Act, Mapping[Meter, int]]

_PLAIN: _Effects = {
    "open_question": {"trust": 3, "openness": 6},
    "scaling_question": {"trust": 1, "openness": 2},
    "closed_question": {"openness": -2},
    "leading_question": {"trust": -3, "openness": -5},
    "stacked_questions": {"trust": -1, "openness": -3, "energy": -3},
    "reflection": {"trust": 7, "openness": 6, "energy": 1},
    "affirmation": {"trust": 4, "openness": 2, "energy": 2},
    "support": {"trust": 3, "openness": 1},
    "permission": {"trust": 3, "openness": 2},
    "autonomy": {"trust": 4, "openness": 2, "energy": 1},
    "advice_unasked": {"trust": -6, "openness": -7, "energy": -2},
    "advice_asked": {"openness": -3},
    "information": {"trust": 1},
    "referral": {"openness": -1},
    "reassurance": {"trust": -3, "openness": -4},
    "self_disclosure": {"trust": -1, "openness": -4},
    "taking_over": {"openness": -7, "energy": -8},
    "assumption": {"trust": -8, "openness": -6},
    "confidentiality_promise": {"trust": -3, "openness": -1},
    "recovery": {"trust": 4, "openness": 3},
    "greeting": {"trust": 1},
    "goodbye": {},
    "thanks": {"trust": 1},
    "acknowledge": {"trust": 1, "openness": 2},
    "silence": {"openness": 1},
    "rude": {"trust": -16, "openness": -15, "energy": -6},
    "foreign": {},
    "other": {},
}

_STYLES: dict[Style, _Effects] = {
    "plain": {},
    "reserved": {
        "open_question": {"trust": 3, "openness": 5},
        "reflection": {"trust": 8, "openness": 6, "energy": 1},
        "stacked_questions": {"trust": -2, "openness": -5, "energy": -4},
        "silence": {"trust": 1, "openness": 2},
    },
    "verbose": {
        "open_question": {"trust": 2, "openness": 7},
        "closed_question": {"openness": -1},
        "reflection": {"trust": 8, "openness": 5, "energy": 2},
    },
    "tangent": {"reflection": {"trust": 7, "openness": 7, "energy": 1}, "closed_question": {"openness": -1}},
    "pleasing": {
        "advice_unasked": {"trust": -3, "openness": -8, "energy": -3},
        "leading_question": {"trust": -1, "openness": -6},
        "autonomy": {"trust": 5, "openness": 4, "energy": 2},
    },
    "upset": {
        "reassurance": {"trust": -6, "openness": -6},
        "advice_unasked": {"trust": -8, "openness": -8, "energy": -4},
        "support": {"trust": 5, "openness": 3, "energy": 1},
        "reflection": {"trust": 8, "openness": 7, "energy": 2},
        "silence": {"trust": 2, "openness": 3},
    },
}

_CLOSED_AGAIN = 0.5
"""A slip repeated turn after turn still costs at least half; a kindness repeated earns at least a quarter."""
_OPENED_AGAIN = 0.25
_RETURN = 1.25
"""What a recovery gives back of the slip's cost, on top of its own worth; the second recovery gives half of that."""
_ABOVE = 8
"""How far above where the slip found them a first recovery can bring a person back; the second half as far."""
_RETURN_OF_THE_WORST = 0.6
"""The same after an insult or a promise broken: an apology does not undo those."""
_RETURN_WITHIN = 2
_WORST: frozenset[str] = frozenset(("rude", "confidentiality_promise"))
_SPOILS_THE_REST: frozenset[str] = frozenset((*SLIPS, "self_disclosure"))


@once
def effects(scenario: Scenario) -> dict[Act, dict[Meter, int]]:
    """What each act does to this person's meters: the style's defaults, then the scenario's own numbers, by meter."""
    own = scenario.state.effects
    style = _STYLES[scenario.person.style]
    return {act: {**base, **style.get(act, {}), **own.get(act, {})} for act, base in _PLAIN.items()}


def band_of(state: State, openness: int) -> Band:
    """The band of an openness of 0 to 100."""
    if openness >= state.bands.open:
        return "open"
    return "wary" if openness >= state.bands.wary else "closed"


def moved(
    scenario: Scenario, meters: Mapping[str, int], history: Sequence[Sequence[str]], acts: Sequence[Act]
) -> dict[str, int]:
    """The meters after a reply that did `acts`, leading act first; `history` has the acts of earlier replies in order.

    What is done again in the very next reply counts for half, then a third, down to a floor. Under a slip, or a story of
    the helper's own, whatever good the reply also did counts half.
    """
    table = effects(scenario)
    change = dict.fromkeys(METERS, 0.0)
    change["energy"] = -1.0
    for act in acts:
        worth = 1.0 if acts[0] not in _SPOILS_THE_REST or act in _SPOILS_THE_REST else 0.5
        fresh = 1 / (_run_of(act, history) + 1)
        for meter, amount in table[act].items():
            least = _OPENED_AGAIN if amount > 0 else _CLOSED_AGAIN
            change[meter] += amount * (worth if amount > 0 else 1.0) * max(fresh, least)
    for meter, (back, most) in _given_back(table, history, acts).items():
        change[meter] = min(change[meter] + back, max(change[meter], most))
    return {meter: max(0, min(100, round(meters[meter] + change[meter]))) for meter in METERS}


def _run_of(act: Act, history: Sequence[Sequence[str]]) -> int:
    """How many of the latest replies did it, one after the other."""
    run = 0
    for earlier in reversed(history):
        if act not in earlier:
            break
        run += 1
    return run


def _given_back(
    table: Mapping[Act, Mapping[Meter, int]], history: Sequence[Sequence[str]], acts: Sequence[Act]
) -> dict[Meter, tuple[float, float]]:
    """What coming back from a slip returns, by what that slip cost: most with a recovery and a question or reflection, some
    with those alone. With each, the most that the whole reply may then add."""
    returns = "open_question" in acts or "reflection" in acts
    if acts[0] in SLIPS or not (returns or "recovery" in acts):
        return {}
    slips = _open_slips(history, acts)
    if not slips:
        return {}
    whole = "recovery" in acts and returns
    most = _RETURN if _WORST.isdisjoint(slips) else _RETURN_OF_THE_WORST
    times = 1 + sum("recovery" in turn for turn in history)
    share = (most if whole else 0.5) / times
    cost = {meter: -sum(min(0, table[slip].get(meter, 0)) for slip in slips) for meter in METERS}
    return {meter: (share * cost[meter], cost[meter] + _ABOVE / times) for meter in METERS}


def _open_slips(history: Sequence[Sequence[str]], acts: Sequence[Act]) -> tuple[Act, ...]:
    """The slips that this reply comes back from: its own, or those of the last replies that nothing mended yet."""
    own = tuple(act for act in SLIPS if act in acts)
    if own:
        return own
    for turn in reversed(history[-_RETURN_WITHIN:]):
        slips = tuple(act for act in SLIPS if act in turn)
        if slips or "recovery" in turn or "open_question" in turn or "reflection" in turn:
            return slips
    return ()
