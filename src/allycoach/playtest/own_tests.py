"""A scenario's own tests: the small transcripts at the end of its file, played."""

from collections.abc import Iterator

from allycoach.content.schema.scenario import Scenario, ScenarioTest
from allycoach.reading import Reader

from .talk import Script, Talk, hold


def failures(scenario: Scenario, test: ScenarioTest, reader: Reader) -> tuple[str, ...]:
    """What does not hold of a test, in plain words; empty if all of it does."""
    talk = hold(scenario, reader, Script(test.replies), seed=test.seed)
    return tuple(_failures(test, talk, reader))


def _failures(test: ScenarioTest, talk: Talk, reader: Reader) -> Iterator[str]:
    begun = set(talk.told)
    if missing := [name for name in test.topics if name not in begun]:
        yield f"never spoke of {_listed(missing)}"
    if told := [name for name in test.untold if name in begun]:
        yield f"spoke of {_listed(told)}, which should be left untold"
    last = talk.spoken[-1]
    if test.band is not None and last.band != test.band:
        yield f"ended in the band {last.band}, not {test.band}"
    if test.ending is not None and (talk.ends or "none") != test.ending:
        yield f"ended with {talk.ends or 'none'}, not {test.ending}"
    yield from _unseen_acts(test, talk, reader)


def _unseen_acts(test: ScenarioTest, talk: Talk, reader: Reader) -> Iterator[str]:
    """`acts` are what the replies must be seen to do: acts as the person takes them, or kinds of moves and flags."""
    if not test.acts:
        return
    seen = {act for one in talk.exchanges for act in (one.answer.act, *one.answer.acts)}
    for one in talk.exchanges:
        reading = reader.read(one.reply)
        seen |= {str(move.kind) for move in reading.moves} | {str(flag.kind) for flag in reading.flags}
    if unseen := [str(act) for act in test.acts if str(act) not in seen]:
        yield f"no reply was read as {_listed(unseen)}"


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
