"""`models/*.yaml`: a conversation model, such as the four questions."""

from pydantic import Field, model_validator

from .base import Content, Id, MisplacedError, Strict, Text


class Opener(Strict):
    """One way to open a stage, in one register (for example plain, warm, brief, formal)."""

    register_: Id = Field(alias="register")
    say: Text


class Signs(Strict):
    """Words by which the talk shows where it is. Entries are lemmas or short phrases, lower case; `*` inside a phrase
    stands for up to three words, or for none.

    `helper` counts when the helper says it, `person` when the person does.
    """

    helper: tuple[Text, ...] = ()
    person: tuple[Text, ...] = ()


class Stage(Strict):
    """One part of the model."""

    id: Id
    short: Text = Field(description="One word for a narrow screen, such as `happening`.")
    question: Text
    like: Id | None = Field(
        default=None,
        description="The part of the four questions that it comes nearest to, by which phrases are chosen.",
    )
    purpose: Text
    signs: Signs
    leanings: tuple[Text, ...] = Field(
        default=(), description="Words that lean a helper's question towards this part where no surer sign is in it."
    )
    done: tuple[Text, ...] = Field(min_length=1, description="How a listener can tell that this part has been covered.")
    done_signs: Signs = Field(default=Signs(), description="Words that show it.")
    next: tuple[Id, ...] = Field(default=(), description="Stages that often come next; a guide, not a script.")
    come_back: tuple[Text, ...] = Field(min_length=1, description="Ways to come back here when the talk left early.")
    openers: tuple[Opener, ...] = Field(min_length=3)


class ConversationModel(Content):
    language: Text = "en-GB"
    about: Text
    source: Text
    stages: tuple[Stage, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def stages_are_known(self) -> "ConversationModel":
        ids = [stage.id for stage in self.stages]
        for number, stage in enumerate(self.stages):
            if stage.id in ids[:number]:
                raise MisplacedError(
                    f'an earlier stage is called "{stage.id}" too', "stages", number, "id", rule="S002"
                )
            for place, name in enumerate(stage.next):
                if name not in ids:
                    at = ("stages", number, "next", place)
                    raise MisplacedError(f'"{name}" is not a stage of this model', *at, rule="S003")
        return self

    def nearest(self, stage_id: str) -> str:
        """The part of the four questions that a stage of this model comes nearest to; the stage itself if none is said."""
        return self.stage(stage_id).like or stage_id

    def stage(self, stage_id: str) -> Stage:
        """The stage of that id; KeyError if there is none."""
        for stage in self.stages:
            if stage.id == stage_id:
                return stage
        raise KeyError(stage_id)
