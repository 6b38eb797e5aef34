"""The preview of a document without names, in lines: every replacement, and what else should go or stay."""

from collections.abc import Callable, Iterator, Sequence

from allycoach.amounts import often
from allycoach.catalogue import _, many
from allycoach.redaction.replacing import Redaction, Replacement
from allycoach.signs import one_line

from .terminal import Lines

Plan = Callable[[Sequence[str], Sequence[str]], tuple[Redaction, tuple[Replacement, ...]]]
"""From words to keep and words to hide to what is replaced."""

_MANUAL = _("Enter takes this. `hide WORDS` takes more out, `keep WORDS` leaves some in, `stop` {stop}.")


def replacement_lines(found: Sequence[Replacement]) -> Iterator[str]:
    """One line for each, and one before them."""
    if not found:
        yield _("PREVIEW: nothing was found that says who somebody is. Rules can miss things: read it again yourself.")
        return
    yield many(
        "PREVIEW: {n} thing is replaced. Rules can miss things: look for more.",
        "PREVIEW: {n} things are replaced. Rules can miss things: look for more.",
        len(found),
    ).format(n=len(found))
    for one in found:
        written = ", ".join(f"“{one_line(words)}”" for words in one.words)
        yield _("{sign} for {written}, {times}: {seen}").format(
            sign=one.sign, written=written, times=often(one.times), seen=one_line(one.seen)
        )


def confirmed(
    plan: Plan, terminal: Lines, *, keep: Sequence[str], hide: Sequence[str], stop: str = _("makes no document")
) -> Redaction | None:
    """Shows what is replaced until the trainee takes it; None when they do not, or the input ends. `stop` says what comes of
    that."""
    stays, gone = list(keep), list(hide)
    while True:
        made, found = plan(stays, gone)
        for line in replacement_lines(found):
            terminal.say(line)
        terminal.say(_MANUAL.format(stop=stop))
        said = terminal.ask("> ")
        if said is None or said.strip().lower() in ("stop", "no", "n", "q", "quit"):
            return None
        order, __, words = said.strip().partition(" ")
        if order.lower() == "hide" and words.strip():
            stays, gone = [one for one in stays if one.lower() not in words.lower().split()], [*gone, words.strip()]
        elif order.lower() == "keep" and words.strip():
            gone, stays = [one for one in gone if one.lower() != words.strip().lower()], [*stays, *words.split()]
        elif said.strip().lower() in ("", "y", "yes"):
            return made
        else:
            terminal.say(_("That is no answer here: {said}.").format(said=one_line(said)))
