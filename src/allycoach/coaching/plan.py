"""The person's plan: whose words it is in, and what is worth a second look before it is printed. Soft checks, no marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from allycoach.catalogue import _
from allycoach.conversation.events import PlanStep
from allycoach.conversation.hearing.words import stem, tokens
from allycoach.conversation.sitting import Sitting

MOST_STEPS = 3
"""The rule of three in the CDI's briefing on action planning: few enough to keep in mind."""
THEIRS = 0.6
"""Share of a step's content words that should be the person's own (FRAMEWORK_MAP, after Skills Development Scotland's
plans in the client's language)."""
LONGEST_STEP = 25
"""Words; more is a paragraph and not a step (Ofsted's complaint, quoted in the CDI's briefing, of plans too detailed)."""
SURE_ENOUGH = 7
"""Confidence below which it is worth asking what would make it one point stronger."""

_LIGHT = frozenset(
    stem(word)
    for word in (
        "a an the i im ill id ive me my mine we our you your it its this that these those and or but so if then than as at "
        "by for from in into of off on out over to up with about after before be is am are was were been being do does did "
        "have has had will would can could should might may must not no just some any all more most very really there here "
        "what when where who how which get got go going come thing things something one two three first next then also too "
        "now today"
    ).split()
)
_LINK = re.compile(r"https?://|\bwww\.|\b[\w-]+\.(?:com|org|net|uk)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:i|i'll|i’ll|i'm|i’m|i'd|i’d|me|my)\b", re.IGNORECASE)
_DOES = re.compile(
    r"\b(?:i'll|i’ll|i will|i'm going to|i’m going to|i am going to|i'd like to|i want to|i can|i could|i might)\s+\w+",
    re.IGNORECASE,
)
_STEP_VERBS = frozenset(
    (
        "apply arrange ask book bring call check choose collect compare count do draw drop email fill find finish fix get give go "
        "have join keep learn leave list listen look make meet message open pack pay phone pick plan pop practise practice print "
        "put read register reply ring save say search see send set share show sign sit sort speak spend start stay stop take talk "
        "tell text think thank try turn update use visit volunteer wait walk watch wear work write"
    ).split()
)
"""With one of these first, "ring the college" says "I'll ring the college"."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Whose words a step is in: content words first said by the person, first said by the helper, and by nobody yet."""

    theirs: tuple[str, ...]
    helpers: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def share(self) -> float | None:
        """How much of it the person said first, from 0 to 1; None when it has no content words."""
        everything = len(self.theirs) + len(self.helpers) + len(self.new)
        return len(self.theirs) / everything if everything else None


Check = Literal["nobody", "no_step", "long", "links", "your_words", "unsure", "no_when"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at again in a step; `say` is about the words."""

    check: Check
    say: str


def steps_said(sitting: Sitting) -> tuple[PlanStep, ...]:
    """The steps that the person stated, in their words, at most three: what a plan begins with."""
    said = dict.fromkeys(spoke.step for spoke in sitting.spoken if spoke.step)
    return tuple(PlanStep(text=text) for text in said)[:MOST_STEPS]


def provenance(text: str, sitting: Sitting) -> Provenance:
    """Whose words a step is in, by who said each first in the talk."""
    first: dict[str, str] = {}
    for utterance in sitting.utterances:
        for word in tokens(utterance.text):
            first.setdefault(stem(word), utterance.speaker)
    theirs: list[str] = []
    helpers: list[str] = []
    new: list[str] = []
    for word in dict.fromkeys(tokens(text)):
        if stem(word) not in _LIGHT:
            pile = {"person": theirs, "helper": helpers}.get(first.get(stem(word), ""), new)
            pile.append(word)
    return Provenance(tuple(theirs), tuple(helpers), tuple(new))


def remarks(step: PlanStep, sitting: Sitting) -> tuple[Remark, ...]:
    """What is worth a second look in a step, the most useful first; a time is optional, for some people it is a wall."""
    return tuple(_remarks(step, sitting))


def _undone(text: str) -> Iterator[Remark]:
    """A remark where nobody does anything."""
    begins_with_doing = bool(_STEP_VERBS.intersection(tokens(text)[:1]))
    if begins_with_doing and not _FIRST_PERSON.search(text):
        yield Remark("nobody", _("Would they say it with “I'll”?"))
    elif begins_with_doing:
        return
    elif not _FIRST_PERSON.search(text):
        yield Remark("nobody", _("Nobody does anything in this yet. Would they say it with “I”?"))
    elif not _DOES.search(text):
        yield Remark("no_step", _("There is no doing in this yet. What will they do first?"))


def _remarks(step: PlanStep, sitting: Sitting) -> Iterator[Remark]:
    text, whose = step.text, provenance(step.text, sitting)
    yield from _undone(text)
    if whose.share is not None and whose.share < THEIRS and whose.helpers:
        named = ", ".join(f"“{word}”" for word in whose.helpers[:3])
        yield Remark("your_words", _("You said {named} first. How would they put it?").format(named=named))
    if len(text.split()) > LONGEST_STEP:
        yield Remark(
            "long",
            _("This has {n} words. A step that fits on a card is one that is done.").format(n=len(text.split())),
        )
    if len(_LINK.findall(text)) > 1:
        yield Remark("links", _("There are several addresses in this. Which one first?"))
    if step.confidence is not None and step.confidence < SURE_ENOUGH and not step.stronger:
        yield Remark(
            "unsure",
            _("They gave it {confidence}. What would make it one point stronger?").format(confidence=step.confidence),
        )
    if not step.when:
        yield Remark("no_when", _("It has no time. That is fine, if a time would not help."))
