"""Progress as JSON, for programs. Its schema is published as docs/schemas/progress.json."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from allycoach.coaching.progress import Behaviour

from .progress_page import Progress


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PointOfTime(_Part):
    """One sitting. `value` is a share of `behind`; `solo` says that no marks were shown in it."""

    at: datetime
    value: float = Field(ge=0, le=1)
    behind: int
    solo: bool


class BehaviourOverTime(_Part):
    """A behaviour, oldest point first; `of` says what each value is a share of."""

    id: str
    name: str
    of: str
    points: tuple[PointOfTime, ...]


class IndicatorPractised(_Part):
    """How often, counted in sittings, and when last; never how well."""

    id: str
    says: str
    times: int
    last: datetime


class Entry(_Part):
    """One sitting, or one round of a drill (`mode` is then "drill")."""

    at: datetime
    what: str
    title: str
    mode: str
    minutes: int
    turns: int
    indicators: tuple[str, ...]


class ProgressDocument(_Part):
    """What a trainee has practised, without a word that anybody said."""

    disclaimer: str
    sittings: int
    behaviours: tuple[BehaviourOverTime, ...]
    indicators: tuple[IndicatorPractised, ...]
    log: tuple[Entry, ...]


def progress_json(found: Progress) -> str:
    """Times are ISO 8601 with their zone."""
    document = ProgressDocument(
        disclaimer=found.disclaimer,
        sittings=found.sittings,
        behaviours=tuple(map(_over_time, found.behaviours)),
        indicators=tuple(
            IndicatorPractised(id=name, says=found.says.get(name, ""), times=mine.times, last=mine.last)
            for name, mine in sorted(found.record.items())
        ),
        log=tuple(
            Entry(
                at=row.at, what=row.what, title=found.titles.get(row.what, row.what), mode=row.mode,
                minutes=row.minutes, turns=row.turns, indicators=row.indicators,
            )
            for row in found.log
        ),
    )  # fmt: skip
    return document.model_dump_json(indent=2) + "\n"


def _over_time(behaviour: Behaviour) -> BehaviourOverTime:
    points = tuple(
        PointOfTime(at=point.at, value=round(point.value, 4), behind=point.behind, solo=point.probe)
        for point in behaviour.points
    )
    return BehaviourOverTime(id=behaviour.id, name=behaviour.name, of=behaviour.of, points=points)
