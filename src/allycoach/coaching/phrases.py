"""Recovery phrases: which three to offer after a slip."""

import random
from collections.abc import Collection
from dataclasses import dataclass

from allycoach.content.schema.phrasebank import PhraseFile, RecoveryPhrase

HOW_MANY = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """One recovery phrase as shown. `kind` is the flag kind that it answers."""

    id: str
    text: str
    kind: str


def offer(
    file: PhraseFile, *, stage: str, echo: str, spent: Collection[str], seed: int, turn: int, count: int = HOW_MANY
) -> tuple[Offer, ...]:
    """Up to `count` phrases, none of them in `spent`: those made for this stage first, tones mixed, and one that takes up
    the person's own words where there are any (`echo`). Deterministic in `seed` and `turn`."""
    chance = random.Random(f"phrases:{seed}:{turn}:{file.kind}")
    left = [p for p in file.phrases if p.id not in spent and (echo or not p.echoes) and _fits(p, stage)]
    chance.shuffle(left)
    chosen: list[RecoveryPhrase] = []
    while left and len(chosen) < count:
        best = min(left, key=lambda phrase: _rank(phrase, stage, chosen))
        chosen.append(best)
        left.remove(best)
    return tuple(Offer(p.id, p.say.replace("{echo}", echo), file.kind.value) for p in chosen)


def _fits(phrase: RecoveryPhrase, stage: str) -> bool:
    return not phrase.stages or stage in phrase.stages


def _rank(phrase: RecoveryPhrase, stage: str, chosen: list[RecoveryPhrase]) -> tuple[bool, bool, bool]:
    """Smaller is better: exactly one phrase with the person's words, then a tone not yet shown, then this very stage."""
    has_echo = any(one.echoes for one in chosen)
    return (phrase.echoes == has_echo, any(one.tone == phrase.tone for one in chosen), stage not in phrase.stages)
