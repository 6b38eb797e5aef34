"""`check --play`: people talked to by scripted trainees, and what came of it."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import typer

from allycoach.errors import ContentError
from allycoach.signs import one_line

from .playable import Playable, playable
from .playing import Done, Job, do_all, loaded, processes_for

if TYPE_CHECKING:
    from allycoach.playtest.runs import Played
    from allycoach.playtest.talk import Talk
    from allycoach.playtest.verdicts import Verdict

_EXCERPT = 30
"""Exchanges of a talk that are shown at most."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to play: a run for each seed, with these trainees or all of them. `show` adds a talk for what does not hold;
    `processes` is None for as many as there are processors."""

    trainees: tuple[str, ...] = ()
    seeds: range = range(200)
    as_json: bool = False
    show: bool = False
    processes: int | None = None


def play_lines(targets: Sequence[str], options: Options) -> Iterator[tuple[str, bool]]:
    """Lines to print, each with whether it tells of something that does not hold.

    Raises ContentError for a target or a trainee that there is not, and PipelineMissing.
    """
    trainees = _known(options.trainees)
    found = playable(targets)
    jobs = found.jobs(trainees, options.seeds)
    done = _with_progress(jobs, options.processes)
    for message in found.unusable:
        typer.echo(message, err=True)
    if options.as_json:
        yield _as_json(done), bool(found.unusable) or not all(map(_holds, done))
        return
    for one in done:
        yield from _said(one, found, options)
    failing = len(found.unusable) + sum(not _holds(one) for one in done)
    yield _summary(len(found.scenarios), len(options.seeds), failing), bool(failing)


def _known(names: Sequence[str]) -> tuple[str, ...]:
    from allycoach.playtest.trainees import TRAINEES

    for name in names:
        if name not in TRAINEES:
            known = ", ".join(TRAINEES)
            raise ContentError(f"There is no scripted trainee {one_line(name)}.", mend=f"There are: {known}.")
    return tuple(names) or tuple(TRAINEES)


def _with_progress(jobs: Sequence[Job], processes: int | None) -> list[Done]:
    """Everything done, put together, in the order of the jobs; with a bar on standard error where that is a terminal."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("Playing"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    done: dict[int, Done] = {}
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        bar = progress.add_task("", total=len(jobs))
        for number, one in do_all(jobs, processes or processes_for(jobs)):
            done[number] = one
            progress.update(bar, advance=1)
    return _together(done[number] for number in range(len(jobs)))


def _together(parts: Iterable[Done]) -> list[Done]:
    """The runs of one scenario with one trainee as one."""
    whole: dict[tuple[str, str | None], Done] = {}
    for part in parts:
        key = (part.scenario, part.trainee)
        before = whole[key].played if key in whole else None
        if before is not None and part.played is not None:
            part = replace(part, played=replace(before, runs=before.runs + part.played.runs))
        whole[key] = part
    return list(whole.values())


def _holds(one: Done) -> bool:
    from allycoach.playtest.verdicts import verdicts

    return not any(one.tests) if one.played is None else all(each.holds for each in verdicts(one.played))


def _as_json(done: Iterable[Done]) -> str:
    """`{scenario: {trainee: {"key_topics", "ending", "repeats", "fallback", "turns"}}}`."""
    table: dict[str, dict[str, dict[str, float]]] = {}
    for one in done:
        if one.played is not None:
            table.setdefault(one.scenario, {})[one.played.trainee] = _figures(one.played)
    return json.dumps(table, indent=1)


def _figures(played: "Played") -> dict[str, float]:
    return {
        "key_topics": round(played.key_topics, 4),
        "ending": round(played.ending, 4),
        "repeats": round(played.repeats, 4),
        "fallback": round(played.fallback, 4),
        "turns": played.turns,
    }


def _said(one: Done, found: Playable, options: Options) -> Iterator[tuple[str, bool]]:
    if one.played is None:
        yield from _tests_said(one)
        return
    from allycoach.playtest.verdicts import verdicts

    all_of_it = verdicts(one.played)
    held = all(each.holds for each in all_of_it)
    said = "; ".join(each.said if each.holds else f"NOT SO: {each.said}" for each in all_of_it)
    figures = "" if one.trainee in ("ideal", "advice-giver") else f"; {_in_passing(one.played)}"
    start = f"{'ok' if held else 'look'}: {one.scenario}, {one.trainee}: "
    yield f"{start}{said}{figures}; {one.played.turns:g} turns.", not held
    if options.show and not held:
        yield from ((line, False) for line in _shown(one.played, all_of_it, found))


def _in_passing(played: "Played") -> str:
    """What need not hold but is good to know."""
    return f"heard {played.key_topics:.0%} of the key topics, came to the ending in {played.ending:.0%}"


def _tests_said(one: Done) -> Iterator[tuple[str, bool]]:
    for number, failures in enumerate(one.tests, 1):
        if failures:
            yield f"look: {one.scenario}, its own test {number}: {'; '.join(failures)}.", True
    if not any(one.tests):
        yield f"ok: {one.scenario}, its own tests: {len(one.tests)} played.", False


def _shown(played: "Played", all_of_it: "Iterable[Verdict]", found: Playable) -> Iterator[str]:
    """The talk of the first run that speaks against what must hold."""
    from allycoach.playtest.runs import talk_of

    seed = next((each.seed for each in all_of_it if not each.holds and each.seed is not None), None)
    if seed is None:
        return
    library, reader = loaded(found.shelves)
    who = next(one for one in found.scenarios if one.id == played.scenario)
    talk = talk_of(who, played.trainee, library=library, reader=reader, seed=seed)
    yield f"  The talk of seed {seed}:"
    yield from _transcript(talk)


def _transcript(talk: "Talk") -> Iterator[str]:
    yield f"      They: {one_line(talk.opening.text)}"
    for one in talk.exchanges[:_EXCERPT]:
        answer = one.answer
        told = f", {answer.topic} {answer.depth + 1}" if answer.topic and answer.depth is not None else ""
        state = f"{answer.act}: {answer.kind}{told}; {answer.band}, trust {answer.meters['trust']}"
        yield f"  {answer.turn:>2}  You: {one_line(one.reply) or '(nothing)'}"
        yield f"      They: {one_line(answer.text)}  [{state}]"


def _summary(people: int, runs: int, failing: int) -> str:
    what = (
        "Everything holds" if not failing else "1 thing to look at" if failing == 1 else f"{failing} things to look at"
    )
    return f"{'1 person' if people == 1 else f'{people} people'}, {runs} runs with each trainee: {what}."
