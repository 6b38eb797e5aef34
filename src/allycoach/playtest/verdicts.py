"""What must hold when scripted trainees talk to a person, and whether it does."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from .runs import Played

MOST = 0.95
"""The ideal trainee must get there in this share of runs; chance may spoil the rest."""
REPEATS = 0.02
FALLBACK = 0.15
ONE_HABIT = frozenset(["closed-questioner", "parrot", "silent"])


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing that must hold. `said` tells in plain words what was found; `seed` is of the first run that speaks
    against it, None if there is none."""

    holds: bool
    said: str
    seed: int | None = None


def verdicts(played: Played) -> tuple[Verdict, ...]:
    """Everything that must hold for this trainee."""
    return tuple(_verdicts(played))


def _verdicts(played: Played) -> Iterator[Verdict]:
    if played.trainee == "ideal":
        yield _hears_every_key(played)
        yield _ends(played)
    elif played.trainee == "advice-giver":
        yield _hears_no_key(played)
    elif played.trainee == "parrot":
        yield _never_ends(played)
    yield _repeats(played)
    yield _has_lines(played)


def _hears_every_key(played: Played) -> Verdict:
    missing = [run for run in played.runs if len(run.reached) < len(played.keys)]
    share = 1 - len(missing) / len(played.runs)
    said = f"heard every key topic in {share:.0%} of runs"
    if missing:
        never = Counter(key for run in missing for key in played.keys if key not in run.reached)
        said += f", missed {_named(never)}"
    return Verdict(share >= MOST, said, missing[0].seed if missing else None)


def _ends(played: Played) -> Verdict:
    others = [run for run in played.runs if not run.ended_well]
    said = f"came to the ending in {played.ending:.0%}"
    if others:
        said += f", else {_named(Counter(run.ends or 'no end' for run in others))}"
    return Verdict(played.ending >= MOST, said, others[0].seed if others else None)


def _hears_no_key(played: Played) -> Verdict:
    heard = [run for run in played.runs if run.reached]
    if not heard:
        return Verdict(True, "heard no key topic")
    runs, first = len(heard), heard[0]
    topic, turn = min(first.reached.items(), key=lambda item: item[1])
    said = (
        f"heard a key topic in {runs} of {len(played.runs)} runs: first `{topic}`, in turn {turn} of seed {first.seed}"
    )
    return Verdict(False, said, first.seed)


def _never_ends(played: Played) -> Verdict:
    ended = [run for run in played.runs if run.ended_well]
    if not ended:
        return Verdict(True, "never came to the ending")
    return Verdict(False, f"came to the ending in {len(ended)} of {len(played.runs)} runs", ended[0].seed)


def _repeats(played: Played) -> Verdict:
    worst = max(played.runs, key=lambda run: run.repeats / max(1, run.turns))
    said = f"a line again within six turns: {played.repeats:.1%} of turns"
    return Verdict(played.repeats < REPEATS, said, worst.seed if worst.repeats else None)


def _has_lines(played: Played) -> Verdict:
    """Whoever does one thing for twenty turns uses up what there is to say to it; that is told, but need not be mended."""
    worst = max(played.runs, key=lambda run: len(run.fallbacks) / max(1, run.turns))
    said = f"no line of their own: {played.fallback:.1%}"
    if played.fallback < FALLBACK:
        return Verdict(True, said)
    said += f", after {_named(Counter(act for run in played.runs for act in run.fallbacks))}"
    if played.trainee in ONE_HABIT:
        return Verdict(True, f"{said}: more lines for that would do them good")
    return Verdict(False, said, worst.seed)


def _named(counts: Counter[str]) -> str:
    return ", ".join(f"`{name}` {count} times" for name, count in counts.most_common(3))
