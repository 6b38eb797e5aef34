"""`scenarios/*.yaml`: the people trainees talk to. See docs/authors.md."""

from datetime import date
from difflib import get_close_matches
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from allycoach.content.conditions import PATTERN
from allycoach.reading import FlagKind, Form, MoveKind

from .base import Content, Id, MisplacedError, Strict, Text

Band = Literal["closed", "wary", "open"]
Meter = Literal["trust", "openness", "energy"]
Style = Literal["plain", "reserved", "verbose", "tangent", "pleasing", "upset"]
CloseStyle = Literal["yes_but", "polite", "short"]

Act = Literal[
    "open_question",
    "scaling_question",
    "closed_question",
    "leading_question",
    "stacked_questions",
    "reflection",
    "affirmation",
    "support",
    "permission",
    "autonomy",
    "advice_unasked",
    "advice_asked",
    "information",
    "referral",
    "reassurance",
    "self_disclosure",
    "taking_over",
    "assumption",
    "confidentiality_promise",
    "recovery",
    "greeting",
    "goodbye",
    "thanks",
    "acknowledge",
    "silence",
    "rude",
    "foreign",
    "other",
]
"""What the helper's reply did, as the person feels it: moves and flags reduced to one word."""

Fact = Literal[
    "who", "which", "when", "by_when", "what_time", "where", "how_long", "how_many", "how_much", "how_often", "how_old"
]  # fmt: skip
"""What a question asks for that wants one fact and no story; `by_when` is a time still to come."""

Indicator = Annotated[str, StringConstraints(pattern=r"^[1-9]\.[1-9][a-z]$")]
"""An indicator of the framework, such as `1.4a`."""

Clause = Annotated[str, StringConstraints(pattern=PATTERN)]
"""`trust >= 55`, `turn >= 4`, `topic.money begun`, `topic.money disclosed`, `band open`, joined by `and`.
"""


class Person(Strict):
    name: Text
    pronouns: Text
    age_band: Text
    style: Style
    close_style: CloseStyle = Field(
        default="yes_but",
        description="How they close down when told what to do and no reply rule says: half agreeing; with polite thanks, "
        "bringing nothing up straight after; or going short, for the next question too.",
    )
    comes_for: Text = Field(description="What the person has come for, in a few words.")
    brief: Text = Field(description="What the trainee is told.")
    hidden: Text = Field(
        description="What they do not say at first: read by the trainee when looking back, and by nobody before."
    )


class MeterStart(Strict):
    start: int = Field(ge=0, le=100)


class Bands(Strict):
    """Openness at or above which a band begins."""

    closed: int = 0
    wary: int = 35
    open: int = 65


class State(Strict):
    """Where the meters begin, and what each act does to them; what is left out comes from the person's
    style.
    """

    trust: MeterStart = MeterStart(start=40)
    openness: MeterStart = MeterStart(start=35)
    energy: MeterStart = MeterStart(start=60)
    bands: Bands = Bands()
    effects: dict[Act, dict[Meter, int]] = Field(default={})


class TopicLine(Strict):
    """One depth of a topic. `say` may offer several wordings; one is chosen and the others are then
    spent.

    `at` is the band from which the person is ready to say it.
    """

    at: Band = "closed"
    say: tuple[Text, ...] = Field(min_length=1)
    step: bool = Field(default=False, description="True when the person states a next step in this line.")


class Topic(Strict):
    """Something the person can talk about, from the surface to what it means.

    Each good question, or a reflection, brings the next of `lines`. What has been told is never told
    again.
    """

    words: tuple[Text, ...] = Field(min_length=3, description="Lemmas and short phrases that a question about it uses.")
    part: Id = Field(description="The stage of the model that it belongs to.")
    is_key: bool = False
    opens_when: Clause | None = None
    lines: tuple[TopicLine, ...] = Field(min_length=1, max_length=4)
    short: tuple[Text, ...] = Field(
        default=(), description="Brief answers to a closed question about it, before it is told in full."
    )
    feels: tuple[Text, ...] = Field(
        default=(), description="Answers to how it feels or what it is like, once it has been spoken of."
    )
    again: tuple[Text, ...] = Field(
        default=(), description="Said when it is asked about once more after everything has been told."
    )
    hint: Text | None = Field(default=None, description="A line that leads to this topic when another has run out.")


class ReplyWhen(Strict):
    """When a reply fits. `form` is the grammar of the question: `wh` asks for one fact (how long, who,
    when), where "not really" would be no answer; `alternative` offers a choice.
    """

    act: Act
    form: Form | None = None
    band: Band | None = None
    topic: Id | None = None
    after_turn: int | None = None


class ReplyRule(Strict):
    """What the person says to an act. The most specific rule that still has an unused line wins: first
    those that name the topic, then the form, then the band, then the turn, then the act alone.

    `then: topic` adds the next thing they would tell to the line; `then: nothing` lets the line stand
    alone.
    """

    when: ReplyWhen
    say: tuple[Text, ...] = Field(min_length=3)
    then: Literal["nothing", "topic"] = "nothing"
    once: bool = False


class MomentWhen(Strict):
    turn_min: int = 1
    turn_max: int | None = None
    band: Band | None = None
    topic: Id | None = Field(default=None, description="Only straight after this topic was spoken of.")
    clause: Clause | None = None


class Moment(Strict):
    """A scripted moment that tests something: said once, when its time has come, after the person's
    answer.
    """

    id: Id
    when: MomentWhen
    line: Text
    tests: Text = Field(description="The indicator it exercises, such as 1.4a.")
    expects: tuple[Id, ...] = Field(
        min_length=1,
        description="What a good reply does, such as question, reflection, information: one of these meets it.",
    )
    window: int = Field(default=2, ge=1, le=6, description="Within how many replies.")
    miss_note: Text = Field(description="What the debrief says where it was missed.")
    asks_advice: bool = Field(default=False, description="True when the line asks the helper for advice.")
    answers: dict[Act, tuple[Text, ...]] = Field(
        default={},
        description="What the person says to the helper's very next reply, by what that reply did; information, a "
        "referral, leaving it with them and the like may come later within the window.",
    )


class DirectQuestion(Strict):
    """The person's answers when asked outright for something that lies deep, for a plain fact, or after something they said.

    With a `topic` it answers only closed questions about that topic (where, when, how long).
    """

    words: tuple[Text, ...] = Field(min_length=1)
    after: tuple[Text, ...] = Field(
        default=(),
        description="Only right after the person said one of these words: so that `who was that` is understood.",
    )
    topic: Id | None = None
    say: tuple[Text, ...] = Field(min_length=1)


class NextStep(Strict):
    """The ending to hope for: the person states a step of their own.

    It needs a question about the next step, or an open question late in the talk, once `when` holds.
    """

    when: Clause
    say: tuple[Text, ...] = Field(min_length=2, description="First person, a verb, and what they will do.")
    confidence: tuple[Text, ...] = Field(min_length=1, description="Answers to a scaling question about the step.")
    stronger: tuple[Text, ...] = Field(min_length=1, description="Answers to: what would make it one point stronger?")
    when_said: tuple[Text, ...] = Field(min_length=1, description="Answers to: when, or how will you start?")
    obstacle: tuple[Text, ...] = Field(min_length=1, description="Answers to: what might get in the way?")
    feels: tuple[Text, ...] = Field(default=(), description="Answers to: how does it feel, saying that?")
    invited: tuple[Text, ...] = Field(
        default=(),
        description="Said to an invitation to meet again, or to say how it went: thanks where there are none.",
    )
    not_yet: tuple[Text, ...] = Field(min_length=3, description="Said when a step is asked for too soon.")


class Leaves(Strict):
    when: Clause
    say: tuple[Text, ...] = Field(min_length=1)


class Routed(Strict):
    """The ending of a short safeguarding talk: the helper has said what happens now and who is told.

    It needs a reply whose acts include one of `needs`, or that names whoever has to be told, once `when` holds. With
    an empty `needs`, only the naming counts.
    """

    when: Clause
    needs: tuple[Act, ...] = ("referral", "information")
    say: tuple[Text, ...] = Field(min_length=2)


class Endings(Strict):
    next_step: NextStep
    routed: Routed | None = None
    leaves: Leaves
    time_up: tuple[Text, ...] = Field(min_length=1, description="Said when the turns have run out.")
    goodbye: tuple[Text, ...] = Field(min_length=2, description="Said when the helper closes the talk.")
    turn_limit: int = Field(default=24, ge=4, le=60)


class ModelPair(Strict):
    """A key moment with one reply that closes it and one that opens it."""

    moment: Text
    poor: Text
    good: Text
    why: Text


class DebriefQuestions(Strict):
    questions: tuple[Text, ...] = Field(min_length=2, max_length=4)
    pairs: tuple[ModelPair, ...] = Field(min_length=1)


class Safeguarding(Strict):
    debrief: Text
    placeholder_contacts: Literal[True]
    pause_hint: Text


class Recall(Strict):
    """How the person opens a later visit when the visit before it went as `when` says.

    `{step}` in `say` is the step that they stated then.
    """

    when: Literal["step", "no_step", "left", "advised", "referred"] = Field(
        description="step: they stated a next step; no_step: it ended without one; left: they walked out; advised: "
        "they were mostly told what to do; referred: somebody else was named to them."
    )
    say: tuple[Text, ...] = Field(min_length=2)


class Series(Strict):
    """A scenario that is one of several visits by the same person. Later visits remember earlier ones: the trust won
    is carried over in part, and the first of `recalls` that fits is what the person says first."""

    id: Id
    visit: int = Field(ge=1, le=8)
    recalls: tuple[Recall, ...] = ()


class ScenarioTest(Strict):
    """A small transcript with what it must lead to. `check` looks only at its form and the topics it names;
    `check --play` plays it, with the analyser.
    """

    replies: tuple[Text, ...] = Field(min_length=1)
    seed: int = 1
    acts: tuple[MoveKind | FlagKind | Act, ...] = ()
    topics: tuple[Id, ...] = Field(default=(), description="Topics that must have been spoken of.")
    untold: tuple[Id, ...] = Field(default=(), description="Topics that must not have been spoken of.")
    band: Band | None = None
    ending: Literal["next_step", "routed", "leaves", "none"] | None = None


class Scenario(Content):
    version: Text
    licence: Text
    language: Text
    authors: tuple[Text, ...] = Field(min_length=1)
    minutes: int = Field(ge=2, le=40)
    difficulty: int = Field(ge=1, le=5)
    setting: Text = Field(description="Where this happens, in up to three sentences.")
    helper_role: Text
    competencies: tuple[Text, ...] = Field(min_length=1)
    exercises: dict[Indicator, Text] = Field(
        default={},
        description="Indicators that the whole talk exercises rather than one moment, each with what in it does so.",
    )
    series: Series | None = None
    model: Id = "four_question"
    content_notes: tuple[Text, ...] = ()
    review_by: date
    sensitivity: Literal["none", "distress", "safeguarding"] = "none"
    person: Person
    state: State = State()
    opening: tuple[Text, ...] = Field(min_length=1, description="What the person says first; one is chosen.")
    asks_for: dict[Id, tuple[Text, ...]] = Field(
        default={},
        description="Words by which a question asks for a whole part of the model; needed for models other than "
        "four_question, whose words are known.",
    )
    people: dict[Text, Text] = Field(
        default={},
        description="Who those are of whom the person speaks by name, as it stands after the name: `Tomasz: the engineer on "
        "days`. Said where somebody is named first, and to whoever asks.",
    )
    restates: tuple[Text, ...] = Field(
        default=(),
        description="How they say again what they have said, when asked what they meant; `{said}` becomes their own sentence.",
    )
    topics: dict[Id, Topic] = Field(min_length=4)
    replies: tuple[ReplyRule, ...] = Field(min_length=6)
    fallback: tuple[Text, ...] = Field(min_length=4, description="In character; never that they do not understand.")
    moments: tuple[Moment, ...] = Field(min_length=1)
    direct_questions: tuple[DirectQuestion, ...] = ()
    vaguely: dict[Fact, tuple[Text, ...]] = Field(
        default={},
        description="Said when a fact is asked for that nobody wrote: an ordinary vague answer, in their voice. `by_when` is for "
        "when they will do something.",
    )
    asks_helper: tuple[Text, ...] = Field(
        min_length=2, description="How the person asks what the helper would do: the advice trap."
    )
    endings: Endings
    debrief: DebriefQuestions
    safeguarding: Safeguarding | None = None
    tests: tuple[ScenarioTest, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def names_are_known(self) -> "Scenario":
        for number, rule in enumerate(self.replies):
            if rule.when.topic and rule.when.topic not in self.topics:
                raise self._no_such_topic(rule.when.topic, "replies", number, "when", "topic")
        for number, moment in enumerate(self.moments):
            if moment.when.topic and moment.when.topic not in self.topics:
                raise self._no_such_topic(moment.when.topic, "moments", number, "when", "topic")
        for number, direct in enumerate(self.direct_questions):
            if direct.topic and direct.topic not in self.topics:
                raise self._no_such_topic(direct.topic, "direct_questions", number, "topic")
        if not any(topic.is_key for topic in self.topics.values()):
            raise MisplacedError("no topic is marked `is_key: true`", "topics")
        if self.sensitivity == "safeguarding" and self.safeguarding is None:
            said = "a safeguarding scenario needs a part called `safeguarding`"
            raise MisplacedError(said, "sensitivity", rule="S009")
        if self.sensitivity != "safeguarding" and self.safeguarding is not None:
            raise MisplacedError("this goes only with `sensitivity: safeguarding`", "safeguarding", rule="S009")
        return self

    def _no_such_topic(self, name: str, *at: str | int) -> MisplacedError:
        near = get_close_matches(name, list(self.topics), 1)
        hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(self.topics)}"
        return MisplacedError(f'"{name}" is not one of the topics; {hint}', *at, rule="S003")
