"""How far the analyser agrees with people who coded the same replies.

A coded file has one JSON object a line: `reply`, `previous`, `history` (a list of {speaker, text}) and `flags` (a list of
{kind, text}, the text being words of the reply); `has_question`, `has_open_question`, `has_reflection`, `has_recovery` and
`has_advice` are scored where they are present.
"""

import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from allycoach.errors import ContentError
from allycoach.reading import Context, FlagKind, Function, MoveKind, Reading, Utterance

CORE = (
    FlagKind.CLOSED_QUESTION,
    FlagKind.LEADING_QUESTION,
    FlagKind.ADVICE,
    FlagKind.STACKED_QUESTIONS,
    FlagKind.TAKING_OVER,
    FlagKind.REASSURANCE,
    FlagKind.ASSUMPTION,
    FlagKind.CONFIDENTIALITY_PROMISE,
)
"""The kinds that every figure of the whole is about."""

RESAMPLES = 400
"""Resamples behind an interval: the middle 95 % of the F1 of replies drawn again with replacement."""

_MOVES: dict[str, Callable[[Reading], bool]] = {
    "has_question": lambda r: bool(r.questions),
    "has_open_question": lambda r: any(m.kind == MoveKind.QUESTION and m.function == Function.OPEN for m in r.moves),
    "has_reflection": lambda r: r.has(MoveKind.REFLECTION),
    "has_recovery": lambda r: r.has(MoveKind.RECOVERY),
    "has_advice": lambda r: r.has(MoveKind.ADVICE),
}


@dataclass(frozen=True, slots=True)
class Coded:
    """One reply as people coded it. `flags` are kinds with the words that carry them; `moves` the answers that are given."""

    reply: str
    context: Context
    flags: tuple[tuple[str, str], ...]
    moves: dict[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one kind over replies; `low` and `high` bound the F1; `number` is how many people saw."""

    kind: str
    precision: float
    recall: float
    f1: float
    low: float
    high: float
    number: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """`flags` and `moves` by kind; `spans` the share of flags found whose words overlap the coded ones; `clean_flagged` the
    share of replies without a coded flag that got a core one; `macro` the mean F1 of the core kinds; `examples` replies
    that were read otherwise, as (kind, "missed" or "false", reply)."""

    replies: int
    flags: tuple[Score, ...]
    moves: tuple[Score, ...]
    macro: float
    spans: float
    clean_flagged: float
    examples: tuple[tuple[str, str, str], ...]


def load_coded(path: Path) -> list[Coded]:
    """The coded replies of a file. Raises ContentError, naming the line, for one that cannot be read."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    found.append(_coded(json.loads(line)))
                except (ValueError, KeyError, TypeError) as error:
                    raise ContentError(f"{path}:{number}: not a coded reply: {error}") from error
    return found


def _coded(item: dict[str, Any]) -> Coded:
    talk = tuple(Utterance(said["speaker"], said["text"]) for said in item.get("history") or ())
    flags = tuple((flag["kind"], flag["text"]) for flag in item["flags"])
    moves = {name: item[name] for name in _MOVES if name in item}
    return Coded(item["reply"], Context(item.get("previous") or "", talk), flags, moves)


def agreement(coded: Sequence[Coded], readings: Sequence[Reading], *, examples: int = 0, seed: int = 1) -> Agreement:
    """Hold readings against the coding of the same replies, in the same order."""
    pairs = list(zip(coded, readings, strict=True))
    flags, wrong = [], []
    for kind in FlagKind:
        people = [any(name == kind for name, _ in one.flags) for one in coded]
        ours = [reading.flagged(kind) for reading in readings]
        flags.append(score(kind.value, people, ours, seed))
        wrong += _differing(kind.value, people, ours, coded)[:examples] if examples else []
    moves = [_moves_score(name, pairs, seed) for name in _MOVES if any(name in one.moves for one in coded)]
    by_kind = {one.kind: one for one in flags}
    clean = [reading for one, reading in pairs if not one.flags]
    flagged = sum(any(flag.kind in CORE for flag in reading.flags) for reading in clean)
    return Agreement(
        replies=len(pairs),
        flags=tuple(flags),
        moves=tuple(moves),
        macro=sum(by_kind[kind.value].f1 for kind in CORE) / len(CORE),
        spans=_spans(pairs),
        clean_flagged=flagged / len(clean) if clean else 0.0,
        examples=tuple(wrong),
    )


def _moves_score(name: str, pairs: Iterable[tuple[Coded, Reading]], seed: int) -> Score:
    given = [(one.moves[name], _MOVES[name](reading)) for one, reading in pairs if name in one.moves]
    return score(name.removeprefix("has_"), [people for people, _ in given], [ours for _, ours in given], seed)


def score(kind: str, people: Sequence[bool], ours: Sequence[bool], seed: int) -> Score:
    """Precision, recall and F1 of one kind, with a bootstrap interval for the F1."""
    precision, recall, f1 = _prf(people, ours)
    chance = random.Random(f"{seed}:{kind}")
    telling = [(p, o) for p, o in zip(people, ours, strict=True) if p or o]
    drawn = sorted(_f1_of(chance.choices(telling, k=len(telling))) for _ in range(RESAMPLES)) if telling else [0.0]
    low, high = drawn[int(0.025 * len(drawn))], drawn[min(int(0.975 * len(drawn)), len(drawn) - 1)]
    return Score(kind, precision, recall, f1, low, high, sum(people))


def _prf(people: Sequence[bool], ours: Sequence[bool]) -> tuple[float, float, float]:
    both = sum(p and o for p, o in zip(people, ours, strict=True))
    precision = both / sum(ours) if any(ours) else 0.0
    recall = both / sum(people) if any(people) else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def _f1_of(drawn: Sequence[tuple[bool, bool]]) -> float:
    return _prf([people for people, _ in drawn], [ours for _, ours in drawn])[2]


def _differing(kind: str, people: list[bool], ours: list[bool], coded: Sequence[Coded]) -> list[tuple[str, str, str]]:
    return [
        (kind, "missed" if p else "false", one.reply) for p, o, one in zip(people, ours, coded, strict=True) if p != o
    ]


def _spans(pairs: Iterable[tuple[Coded, Reading]]) -> float:
    """Of the coded flags whose kind was found in the reply, the share whose words overlap ours."""
    hit = found = 0
    for one, reading in pairs:
        for kind, words in one.flags:
            ours = [flag for flag in reading.flags if flag.kind == kind]
            if ours:
                start = one.reply.find(words)
                found += 1
                hit += any(flag.start < start + len(words) and start < flag.end for flag in ours)
    return hit / found if found else 0.0
