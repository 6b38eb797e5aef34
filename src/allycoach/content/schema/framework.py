"""`framework/*.yaml`: what an ally is asked to be able to do, and what practising here can do towards it."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from .base import Content, MisplacedError, Strict, Text
from .scenario import Indicator as IndicatorId

CompetencyId = Annotated[str, StringConstraints(pattern=r"^[1-9]\.[1-9]$")]

Verdict = Literal["practised", "partly", "words", "elsewhere"]
"""practised: practised here and looked at; partly: looked at only in part; words: knowledge or rehearsal of words only;
elsewhere: cannot be practised here."""

IN_SCENARIOS: frozenset[Verdict] = frozenset({"practised", "partly"})
"""Verdicts that promise a place in what people say and how they react."""


class Indicator(Strict):
    """One thing to be seen in somebody's practice. `exercise` is what here gives occasion for it, `looks_at` what we
    look at in the words, if anything, `reflect` a question for looking back."""

    id: IndicatorId
    says: Text
    verdict: Verdict
    exercise: Text
    looks_at: Text | None = None
    reflect: Text


class Competency(Strict):
    id: CompetencyId
    title: Text
    indicators: tuple[Indicator, ...] = Field(min_length=1)


class Domain(Strict):
    id: Text
    title: Text
    competencies: tuple[Competency, ...] = Field(min_length=1)


class Framework(Content):
    about: Text
    source: Text
    attribution: Text
    licence: Text
    domains: tuple[Domain, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def ids_are_nested(self) -> "Framework":
        for d, domain in enumerate(self.domains):
            for c, competency in enumerate(domain.competencies):
                at: tuple[str | int, ...] = ("domains", d, "competencies", c)
                if not competency.id.startswith(f"{domain.id}."):
                    raise MisplacedError(f'"{competency.id}" does not belong to domain {domain.id}', *at, "id")
                for i, indicator in enumerate(competency.indicators):
                    if indicator.id[:-1] != competency.id:
                        said = f'"{indicator.id}" does not belong to {competency.id}'
                        raise MisplacedError(said, *at, "indicators", i, "id")
        return self

    @property
    def competencies(self) -> Iterator[Competency]:
        return (competency for domain in self.domains for competency in domain.competencies)

    @property
    def indicators(self) -> Iterator[Indicator]:
        return (indicator for competency in self.competencies for indicator in competency.indicators)
