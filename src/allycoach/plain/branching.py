"""Other ways that a talk went, in lines: stepping back, the branches there are, two attempts side by side."""

from collections.abc import Iterator

from allycoach.catalogue import _, many
from allycoach.coaching.attempts import compare, more_open
from allycoach.conversation.sitting import Branch, Sitting, Turn
from allycoach.signs import one_line
from allycoach.spoken import flag_name
from allycoach.typed import number_in

from .lines import called, quote, you


def stepped_back(sitting: Sitting, turn: int, kept: str) -> Iterator[str]:
    yield _("BACK: before turn {turn}. What came of it is kept as {kept}").format(turn=turn, kept=quote(kept))
    yield f"{called(sitting.started.person)}: {one_line(sitting.spoken[-1].text)}"


def taken(sitting: Sitting, name: str, left: str) -> Iterator[str]:
    yield _("BRANCH: you go on with {name} The other way is kept as {left}").format(name=quote(name), left=quote(left))
    for turn in sitting.turns[-1:]:
        yield you(turn.reply.turn, turn.reply.text)
    yield f"{called(sitting.started.person)}: {one_line(sitting.spoken[-1].text)}"


def branches(sitting: Sitting) -> Iterator[str]:
    """Each by number, with the turn from which it differs."""
    for number, branch in enumerate(sitting.branches, 1):
        replies = many("1 turn", "{n} turns", len(branch.turns)).format(n=len(branch.turns))
        yield _("BRANCH {number}: {name}, {replies}, left at turn {turn}.").format(
            number=number, name=one_line(branch.name), replies=replies, turn=branch.turn
        )
    if sitting.branches:
        yield _("CHOOSE: /branch and its number goes on with it; /compare and its number shows it beside this talk.")
    else:
        yield _("BRANCHES: there are none. /back and the number of a turn goes back to before it.")


def numbered(sitting: Sitting, typed: str) -> Branch | None:
    """The branch meant by its number or its name; None if there is none."""
    number = number_in(typed)
    if 1 <= number <= len(sitting.branches):
        return sitting.branches[number - 1]
    return next((branch for branch in sitting.branches if branch.name == typed.strip()), None)


def side_by_side(sitting: Sitting, branch: Branch, *, marks: bool = True) -> Iterator[str]:
    """The other way first, then this one, turn by turn from where they part."""
    comparison = compare(branch, sitting)
    first, second = one_line(branch.name), _("now")
    yield _("COMPARE: {first} beside this talk; they part at turn {turn}.").format(
        first=first, turn=len(comparison.shared) + 1
    )
    for pair in comparison.pairs:
        yield from _attempt(first, pair.turn, pair.first, sitting.started.person, marks=marks)
        yield from _attempt(second, pair.turn, pair.second, sitting.started.person, marks=marks)
    if not comparison.pairs:
        yield _("COMPARE: they are the same so far.")
    if which := more_open(first, comparison, one_line(sitting.started.person)):
        yield _("COMPARE: {which}").format(which=which)


def _attempt(name: str, number: int, turn: Turn | None, person: str, *, marks: bool) -> Iterator[str]:
    if turn is None:
        yield _("{name}, turn {number}: nothing more was said.").format(name=name, number=number)
        return
    reading = turn.reply.reading
    yield _("{name}, turn {number}, you: {text}").format(name=name, number=number, text=one_line(turn.reply.text))
    for flag in reading.flags if marks else ():
        yield _("{name}, turn {number}, notice: {flag}, {text}").format(
            name=name,
            number=number,
            flag=flag_name(flag, reading),
            text=quote(reading.text[flag.start : flag.end]),
        )
    if turn.answer is not None:
        yield _("{name}, turn {number}, {person}: {text}").format(
            name=name, number=number, person=one_line(person), text=one_line(turn.answer.text)
        )
