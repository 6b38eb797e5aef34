"""What an authoring sheet is made of: its parts, the labels in them, and where in a scenario each belongs."""

from dataclasses import dataclass
from typing import Literal

Holds = Literal["one", "list", "many", "yes", "amounts", "depths", "recalls"]
"""one: the text is the value; list: values between semicolons; many: a row for each value; yes: yes or no; amounts:
`trust +4; openness -2`; depths and recalls: a row for each wording of each of them."""


@dataclass(frozen=True, slots=True)
class Field:
    """A label and the keys it stands for. A label that ends in `*` stands for `answer open_question` and the like: what
    follows is one more key."""

    label: str
    key: tuple[str, ...]
    holds: Holds = "one"


@dataclass(frozen=True, slots=True)
class Part:
    """`at` leads to it. `shape` says what the word after the colon in its heading is: nothing (`one`), the key of an entry
    (`keyed`), or what `head` says of an entry of a list (`listed`)."""

    name: str
    at: tuple[str, ...]
    fields: tuple[Field, ...]
    shape: Literal["one", "keyed", "listed"] = "one"
    head: Literal["", "id", "when", "words", "number"] = ""


def _same(*names: str) -> tuple[Field, ...]:
    """Fields that are called what their keys are called."""
    return tuple(Field(name.replace("_", " "), (name,)) for name in names)


def _many(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name.replace("_", " "), (name,), "many") for name in names)


_SAYS = Field("says", ("say",), "many")
_WHEN = Field("when", ("when",))

PARTS: tuple[Part, ...] = (
    Part(
        "about",
        (),
        (
            *_same("id", "title", "version", "licence", "language"),
            Field("authors", ("authors",), "list"),
            *_same("minutes", "difficulty", "setting", "helper_role"),
            Field("competencies", ("competencies",), "list"),
            *_same("model", "review_by", "sensitivity"),
            Field("content notes", ("content_notes",), "many"),
        ),
    ),
    Part("exercises", ("exercises",), (Field("*", ()),)),
    Part("series", ("series",), (*_same("id", "visit"), Field("recall *", ("recalls",), "recalls"))),
    Part(
        "person",
        ("person",),
        _same("name", "pronouns", "age_band", "style", "close_style", "comes_for", "brief", "hidden"),
    ),
    Part(
        "state",
        ("state",),
        (
            *(Field(meter, (meter, "start")) for meter in ("trust", "openness", "energy")),
            *(Field(f"{band} from", ("bands", band)) for band in ("closed", "wary", "open")),
            Field("effect *", ("effects",), "amounts"),
        ),
    ),
    Part("opening", ("opening",), (Field("says", (), "many"),)),
    Part(
        "topic",
        ("topics",),
        (
            *_same("part"),
            Field("words", ("words",), "list"),
            Field("key", ("is_key",), "yes"),
            *_same("opens_when"),
            Field("depth *", ("lines",), "depths"),
            *_many("short", "feels", "again"),
            *_same("hint"),
        ),
        shape="keyed",
    ),
    Part("asks for", ("asks_for",), (Field("words", (), "list"),), shape="keyed"),
    Part(
        "reply",
        ("replies",),
        (_SAYS, *_same("then"), Field("once", ("once",), "yes")),
        shape="listed",
        head="when",
    ),
    Part("people", ("people",), (Field("*", ()),)),
    Part("restates", ("restates",), (Field("says", (), "many"),)),
    Part("fallback", ("fallback",), (Field("says", (), "many"),)),
    Part("asks helper", ("asks_helper",), (Field("says", (), "many"),)),
    Part(
        "moment",
        ("moments",),
        (
            Field("from turn", ("when", "turn_min")),
            Field("to turn", ("when", "turn_max")),
            Field("band", ("when", "band")),
            Field("after topic", ("when", "topic")),
            Field("when", ("when", "clause")),
            *_same("line", "tests"),
            Field("expects", ("expects",), "list"),
            *_same("window", "miss_note"),
            Field("asks advice", ("asks_advice",), "yes"),
            Field("answer *", ("answers",), "many"),
        ),
        shape="listed",
        head="id",
    ),
    Part("vaguely", ("vaguely",), (Field("*", (), "many"),)),
    Part("asked", ("direct_questions",), (Field("after", ("after",), "list"), _SAYS), shape="listed", head="words"),
    Part("ending", ("endings",), _same("turn_limit")),
    Part(
        "ending: next step",
        ("endings", "next_step"),
        (_WHEN, _SAYS, *_many("confidence", "stronger", "when_said", "obstacle", "feels", "not_yet", "invited")),
    ),
    Part("ending: routed", ("endings", "routed"), (_WHEN, Field("needs", ("needs",), "list"), _SAYS)),
    Part("ending: leaves", ("endings", "leaves"), (_WHEN, _SAYS)),
    Part("ending: time up", ("endings", "time_up"), (Field("says", (), "many"),)),
    Part("ending: goodbye", ("endings", "goodbye"), (Field("says", (), "many"),)),
    Part("debrief", ("debrief",), (Field("question", ("questions",), "many"),)),
    Part("pair", ("debrief", "pairs"), _same("moment", "poor", "good", "why"), shape="listed", head="number"),
    Part(
        "safeguarding",
        ("safeguarding",),
        (
            *_same("debrief"),
            Field("placeholder contacts", ("placeholder_contacts",), "yes"),
            *_same("pause_hint"),
        ),
    ),
    Part(
        "test",
        ("tests",),
        (
            Field("reply", ("replies",), "many"),
            *_same("seed"),
            *(Field(name, (name,), "list") for name in ("acts", "topics", "untold")),
            *_same("band", "ending"),
        ),
        shape="listed",
        head="number",
    ),
)
BY_NAME = {part.name: part for part in PARTS}
