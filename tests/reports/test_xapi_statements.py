"""xAPI statements, held against a model of the specification that was written from its text and not from our code."""

import json
import re
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from allycoach.coaching.counts import counts_of
from allycoach.conversation.sitting import Sitting
from allycoach.reports.xapi import session_xapi


def _absolute(text: str) -> str:
    if not re.fullmatch(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`]+", text):
        raise ValueError("no absolute IRI")
    return text


def _tag(text: str) -> str:
    if not re.fullmatch(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*", text):
        raise ValueError("no language tag")
    return text


def _duration(text: str) -> str:
    if not re.fullmatch(r"P(\d+W|(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)", text):
        raise ValueError("no ISO 8601 duration")
    return text


def _timestamp(text: str) -> str:
    if datetime.fromisoformat(text).utcoffset() is None or text.endswith(("-00:00", "-00", "-0000")):
        raise ValueError("a timestamp with its zone is asked for, and -00:00 must be refused")
    return text


Iri = Annotated[str, AfterValidator(_absolute)]
LanguageMap = dict[Annotated[str, AfterValidator(_tag)], str]
Extensions = dict[Iri, Any]


class Spec(BaseModel):
    """Properties that the specification does not know must be refused, and so must null (2.2)."""

    model_config = ConfigDict(extra="forbid", strict=False)

    @model_validator(mode="before")
    @classmethod
    def _no_null(cls, value: Any) -> Any:
        if isinstance(value, dict) and None in value.values():
            raise ValueError("null")
        return value


class Account(Spec):
    homePage: Iri  # noqa: N815
    name: str


class Agent(Spec):
    objectType: Literal["Agent"] = "Agent"  # noqa: N815
    name: str | None = None
    mbox: Annotated[str, Field(pattern=r"^mailto:[^@]+@[^@]+$")] | None = None
    mbox_sha1sum: Annotated[str, Field(pattern=r"^[0-9a-f]{40}$")] | None = None
    openid: Iri | None = None
    account: Account | None = None

    @model_validator(mode="after")
    def _one_identifier(self) -> Self:
        if sum(each is not None for each in (self.mbox, self.mbox_sha1sum, self.openid, self.account)) != 1:
            raise ValueError("exactly one identifier")
        return self


class Verb(Spec):
    id: Iri
    display: LanguageMap | None = None


class Definition(Spec):
    name: LanguageMap | None = None
    description: LanguageMap | None = None
    type: Iri | None = None
    moreInfo: Iri | None = None  # noqa: N815
    extensions: Extensions | None = None


class Activity(Spec):
    objectType: Literal["Activity"] = "Activity"  # noqa: N815
    id: Iri
    definition: Definition | None = None


class Score(Spec):
    scaled: Annotated[float, Field(ge=-1, le=1)] | None = None
    raw: float | None = None


class Result(Spec):
    score: Score | None = None
    success: bool | None = None
    completion: bool | None = None
    response: str | None = None
    duration: Annotated[str, AfterValidator(_duration)] | None = None
    extensions: Extensions | None = None


class ContextActivities(Spec):
    parent: list[Activity] | None = None
    grouping: list[Activity] | None = None
    category: list[Activity] | None = None
    other: list[Activity] | None = None


class Context(Spec):
    registration: UUID | None = None
    contextActivities: ContextActivities | None = None  # noqa: N815
    platform: str | None = None
    revision: str | None = None
    language: Annotated[str, AfterValidator(_tag)] | None = None
    extensions: Extensions | None = None


class Statement(Spec):
    id: UUID
    actor: Agent
    verb: Verb
    object: Activity
    result: Result | None = None
    context: Context | None = None
    timestamp: Annotated[str, AfterValidator(_timestamp)]
    version: Annotated[str, Field(pattern=r"^1\.0\.\d+$")] | None = None


STATEMENTS = TypeAdapter(list[Statement])


def made(sitting: Sitting) -> list[Statement]:
    text = session_xapi(sitting, counts_of(sitting, who=None, scenario="library-amina"))
    assert text.isascii()
    return STATEMENTS.validate_json(text)


def test_a_talk_is_its_start_its_replies_and_its_end(talk: Any) -> None:
    found = made(talk("You should.", "What matters?"))
    assert [one.verb.id.rsplit("/", 1)[1] for one in found] == ["initialized", "responded", "responded", "completed"]
    assert len({one.id for one in found}) == 4
    assert len({one.context.registration for one in found if one.context}) == 1
    end = found[-1].result
    assert end is not None
    assert (end.completion, end.duration, end.score, end.success) == (True, "PT480S", None, None)


@pytest.mark.parametrize(("why", "last"), [("trainee", "terminated"), ("input", "terminated"), (None, "responded")])
def test_a_talk_that_was_stopped_is_not_completed(talk: Any, why: str | None, last: str) -> None:
    assert made(talk("What matters?", why=why))[-1].verb.id.endswith(last)


def test_nobody_is_named_and_nothing_that_was_said_is_in_it(talk: Any, hostile: Sitting) -> None:
    sitting = talk("I am Jo Hardcastle of Greggs.", answer="Rosa told me.")
    text = session_xapi(sitting, counts_of(sitting, who="ab" * 16, scenario="own"))
    for words in ("Hardcastle", "Greggs", "Rosa", "ab" * 16, sitting.started.sitting, "library-amina"):
        assert words not in text
    assert len(session_xapi(hostile, counts_of(hostile, who=None, scenario="own"))) < 50_000
    assert all(one.actor.name is None for one in made(hostile))


def test_made_again_it_is_the_same_and_another_sitting_has_another_actor(talk: Any) -> None:
    one = talk("What matters?")
    other = talk("What matters?")
    assert made(one) == made(other)
    moved = one.started.model_copy(update={"sitting": "20261122-a"})
    assert made(replace(one, started=moved))[0].actor != made(one)[0].actor


def test_a_flag_that_was_set_aside_is_not_told(talk: Any) -> None:
    first, second, third = made(talk("You should.", "What?", "You could."))[1:4]
    flags = [
        one.result.extensions["urn:allycoach:flags"]
        for one in (first, second, third)
        if one.result and one.result.extensions
    ]
    assert flags == [[], [], ["advice"]]


def test_the_model_refuses_what_the_specification_refuses(talk: Any) -> None:
    good = json.loads(session_xapi(talk("What?"), counts_of(talk("What?"), who=None, scenario="own")))[0]
    for spoilt in (
        good | {"actor": {"account": good["actor"]["account"], "mbox": "mailto:a@b.c"}},
        good | {"verb": {"id": "responded"}},
        good | {"timestamp": "2026-11-21T20:00:00"},
        good | {"result": {"duration": "8 minutes"}},
        good | {"title": "x"},
    ):
        with pytest.raises(ValueError, match=r"."):
            STATEMENTS.validate_python([spoilt])
