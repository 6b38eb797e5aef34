"""`allycoach import`: a transcript of a real conversation, brought in with consent and without names."""

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _, many
from allycoach.errors import AllycoachError
from allycoach.journal import new_sitting_id

from .shelves import journal, library, now, vault
from .transcript import NOTHING, HowRead, Transcript, data_of, transcript

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.conversation.events import Imported
    from allycoach.plain.redaction import Plan
    from allycoach.plain.terminal import Lines
    from allycoach.redaction.replacing import Redaction, Replacement
    from allycoach.transcripts.speakers import Turn

TOLD_EVERY = 200
"""Turns after which somebody at a keyboard is told how far the reading has got."""
MODEL = "four_question"
"""The conversation model that a transcript is seen through at first."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """`consent` says that it was given with the command; `keep` and `hide` are words that stay or go besides; with `unseen`
    nobody is asked about the replacements, but all are still shown."""

    consent: bool = False
    keep: Sequence[str] = ()
    hide: Sequence[str] = ()
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class WithoutNames:
    """What may be kept: turns and title with every name replaced; `replaced` counts what has a sign of its own."""

    turns: "tuple[Turn, ...]"
    title: str
    replaced: int


def bring_in(
    file: Path, how: HowRead, agreed: Agreed, terminal: "Lines", *, title: str = "", content: Path | None = None
) -> str:
    """The id of the sitting that it becomes. Nothing reaches the disk before consent and names are settled. Raises
    AllycoachError."""
    from allycoach.conversation.events import Imported
    from allycoach.plain.importing import CONSENT

    data = data_of(file)
    vault().for_new()  # nobody answers a dozen questions to be asked for a passphrase then
    typed = _consent(agreed, terminal)
    found = transcript(file, data, how, terminal)
    shelf = library(content)
    safe = _without_names(found, " ".join(title.split()), agreed, shelf, terminal)
    name = _keep(safe, Imported(found.form, CONSENT, typed, safe.replaced, found.left_out), shelf, terminal)
    terminal.say(_("YOUR FILE: it is as it was, with every name in it. Delete it once nobody needs it."))
    return name


def _consent(agreed: Agreed, terminal: "Lines") -> bool:
    """Whether it was typed, and not given with the command. Raises AllycoachError without one."""
    from allycoach.plain.importing import WORD, consented

    if agreed.consent:
        return False
    if not terminal.interactive:
        raise AllycoachError(
            _("Nobody has said that everybody in this transcript agreed."),
            kept=NOTHING,
            mend=_("--consent says it, once it is so; `allycoach import --help` says what it means."),
        )
    if not consented(terminal):
        raise AllycoachError(
            _("A transcript needs everybody's consent; {word} was not typed.").format(word=WORD), kept=NOTHING
        )
    return True


def _without_names(found: Transcript, title: str, agreed: Agreed, shelf: "Library", terminal: "Lines") -> WithoutNames:
    """Every replacement is shown first. Raises AllycoachError when it is not wanted so."""
    from allycoach.practice.importing import TITLE
    from allycoach.redaction.lists import known
    from allycoach.redaction.replacing import redaction
    from allycoach.transcripts.speakers import is_role

    lists, texts = known(shelf.names), [title, *(turn.text for turn in found.turns)]
    names = {word for name in found.names for word in name.split() if not is_role(word)}

    def plan(keep: Sequence[str], hide: Sequence[str]) -> "tuple[Redaction, tuple[Replacement, ...]]":
        return redaction(texts, lists, keep=keep, hide=hide, names=names)

    taken = _confirmed(plan, agreed, terminal)
    changed = [taken.change(text) for text in texts]
    return WithoutNames(
        tuple(replace(turn, text=made.text) for turn, made in zip(found.turns, changed[1:], strict=True)),
        changed[0].text or TITLE,
        len({made.text[start:end] for made in changed for _, _, start, end in made.edges}),
    )


def _confirmed(plan: "Plan", agreed: Agreed, terminal: "Lines") -> "Redaction":
    from allycoach.plain.redaction import confirmed, replacement_lines

    if agreed.unseen:
        taken, found = plan(agreed.keep, agreed.hide)
        for line in replacement_lines(found):
            terminal.say(line)
        return taken
    asked = confirmed(plan, terminal, keep=agreed.keep, hide=agreed.hide, stop=_("keeps nothing"))
    if asked is None:
        raise AllycoachError(
            _("The transcript was not brought in."),
            kept=NOTHING,
            mend=_("Answer the preview with Enter, or give --yes to go on without being asked."),
        )
    return asked


def _keep(safe: WithoutNames, how: "Imported", shelf: "Library", terminal: "Lines") -> str:
    """Read by today's rules, and kept whole or not at all. Raises NotSaved or PipelineMissing."""
    from allycoach.practice.importing import About, as_events

    from .shelves import reader_for

    at = now()
    name = new_sitting_id("imported", now=at, random=random.SystemRandom())
    model = MODEL if MODEL in shelf.models else next(iter(sorted(shelf.models)), MODEL)
    about = About(name, safe.title, model, how)
    events = as_events(safe.turns, about, reader=reader_for(shelf), at=at, watch=_told)
    with journal().create(name) as log:
        log.append_all(events)
    replies = sum(turn.role == "ally" for turn in safe.turns)
    terminal.say(
        many(
            "KEPT: 1 reply, to be looked at and not gone on with.",
            "KEPT: {n:,} replies, to be looked at and not gone on with.",
            replies,
        ).format(n=replies)
    )
    terminal.say(_("NEXT: allycoach replay {name}").format(name=name))
    return name


def _told(done: int, of: int) -> None:
    if done % TOLD_EVERY == 0 and sys.stderr.isatty():
        print(_("READING: {done:,} of {of:,} turns.").format(done=done, of=of), file=sys.stderr)
