"""`phrasebank/*.yaml`: what to listen for and what to say instead, one file a kind."""

from typing import Any, Literal

from pydantic import Field, model_validator

from allycoach.reading import FlagKind, Form, Function, MoveKind, Strength

from .base import Content, Id, Strict, Text


class Exchange(Strict):
    """An example with what came before it."""

    reply: Text
    previous: str = ""
    history: tuple[Text, ...] = Field(
        default=(), description="The talk before `previous`, oldest first, each line `person: ...` or `helper: ...`."
    )


Example = Text | Exchange

Condition = Literal[
    "traceable",
    "untraceable",
    "given_back",
    "their_words",
    "not_their_words",
    "they_denied",
    "they_do_not",
    "they_made_small",
    "in_window",
    "negative_before",
    "has_limit",
    "after_stem",
]
"""Facts about the words in their context that a cue may ask for (`only_if`) or give way to (`unless`).

`traceable`: at least half of what the words are about, the rest of their clause, comes from the person; `untraceable`: less
than three quarters of it does, so that between the two both hold; `given_back`: at least three quarters of the matched words
and the rest of their clause together do, so that the verb counts too; `their_words`: at least half of the matched words
themselves do, `not_their_words`: fewer; `they_denied`: the matched words deny what the person denied too; `they_do_not`: all
that the matched words and the rest of their clause are about is what the person said they do not do; `they_made_small`: their
last line said "only" or "just" of the same things; `in_window`: advice was asked for; `negative_before`: the person's last
line names a hard feeling; `has_limit`: the reply names a limit to secrecy; `after_stem`: a reflecting stem stands before the
words.
"""


class Cue(Strict):
    """One thing to listen for. `catch` must be caught by this cue's file; `leave` must not.

    `kind` says how it is matched: `phrase` in the notation of docs/authors.md, `tokens` as spaCy Matcher patterns,
    `dependency` as spaCy DependencyMatcher patterns.
    """

    id: Id
    kind: Literal["phrase", "tokens", "dependency"] = "phrase"
    any: tuple[Text, ...] = ()
    but_not: tuple[Text, ...] = Field(
        default=(),
        description="Longer harmless phrases around the same words: they swallow a match that they reach into, when they "
        "begin where it begins or up to two words before.",
    )
    patterns: tuple[tuple[dict[str, Any], ...], ...] = ()
    within: Literal["any", "question", "statement"] = "any"
    only_if: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    unless_cue: tuple[Id, ...] = Field(
        default=(),
        description="Cues that win over this one where they match the same words or words right beside them.",
    )
    subtype: Id | Literal[""] = ""
    form: Form | None = None
    function: Function | None = None
    strength: Strength | None = None
    reason: Text | None = None
    source: Text | None = None
    catch: tuple[Example, ...] = Field(min_length=1)
    leave: tuple[Example, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def has_what_its_kind_needs(self) -> "Cue":
        if self.kind == "phrase" and not self.any:
            raise ValueError("a phrase cue needs `any`, a list of phrases")
        if self.kind != "phrase" and not self.patterns:
            raise ValueError(f"a {self.kind} cue needs `patterns`")
        return self


class RecoveryPhrase(Strict):
    """Words to go on with after a slip. `{echo}` stands for the person's own words and needs some to stand for."""

    id: Id
    say: Text
    stages: tuple[Id, ...] = Field(default=(), description="Where in the model it fits; empty fits anywhere.")
    tone: Literal["warm", "plain", "light"] = "plain"

    @property
    def echoes(self) -> bool:
        return "{echo}" in self.say


class Votes(Strict):
    """What the trained component may say of this kind, by scores (log-odds) that were set on writers it had not seen. Without a
    score it never says so."""

    heard: float | None = Field(default=None, description="Above this score it adds the move where no rule spoke.")
    flagged: float | None = Field(default=None, description="Above this score it raises the flag where no rule spoke.")
    let_go: float | None = Field(default=None, description="Below this score a flag that a rule raised is let go.")
    never_let_go: tuple[Id, ...] = Field(default=(), description="Cues whose words speak for themselves.")
    source: Text = Field(description="How often it was right on writers that it had not seen.")


class PhraseFile(Content):
    """Everything about one kind of flag or move."""

    what: Literal["flag", "move"]
    kind: FlagKind | MoveKind
    language: Text = "en-GB"
    about: Text
    strength: Strength = Strength.NOTICE
    indicators: tuple[Text, ...] = ()
    reason: Text | None = Field(
        default=None, description='One sentence about the words; "{words}" is replaced by them.'
    )
    reasons: dict[Id, Text] = Field(
        default={}, description="Reasons for what is decided by grammar rather than by a cue, by the name of the rule."
    )
    move: MoveKind | None = Field(default=None, description="For a flag: the move its words make, if it makes one.")
    votes: Votes | None = Field(default=None, description="Whether and when the trained component is heard.")
    cues: tuple[Cue, ...] = ()
    catch: tuple[Example, ...] = Field(default=(), description="Examples for kinds decided by rule rather than by cue.")
    leave: tuple[Example, ...] = ()
    phrases: tuple[RecoveryPhrase, ...] = ()

    @model_validator(mode="after")
    def kind_fits(self) -> "PhraseFile":
        names: type[FlagKind] | type[MoveKind] = FlagKind if self.what == "flag" else MoveKind
        if self.kind.value not in set(names):
            raise ValueError(f'"{self.kind}" is not a {self.what}')
        if self.what == "flag" and not self.reason:
            raise ValueError("a flag needs a `reason`")
        return self


class WordLists(Content):
    """`phrasebank/words.yaml`: named lists that phrase cues refer to as `@name`, and chat spellings."""

    about: Text
    lists: dict[Id, tuple[Text, ...]]
    spellings: dict[Text, Text] = Field(description="Chat spelling to the words meant, lower case.")
