"""Other ways that a talk went, in lines: stepping back, the branches there are, two attempts side by side."""

from collections.abc import Iterator

from allycoach.coaching.attempts import compare, openness_after
from allycoach.conversation.sitting import Branch, Sitting, Turn
from allycoach.signs import one_line
from allycoach.spoken import flag_name
from allycoach.typed import number_in

from .lines import called, quote, you


def stepped_back(sitting: Sitting, turn: int, kept: str) -> Iterator[str]:
    yield f"BACK: before turn {turn}. What came of it is kept as {quote(kept)}"
    yield f"{called(sitting.started.person)}: {one_line(sitting.spoken[-1].text)}"


def taken(sitting: Sitting, name: str, left: str) -> Iterator[str]:
    yield f"BRANCH: you go on with {quote(name)} The other way is kept as {quote(left)}"
    for turn in sitting.turns[-1:]:
        yield you(turn.reply.turn, turn.reply.text)
    yield f"{called(sitting.started.person)}: {one_line(sitting.spoken[-1].text)}"


def branches(sitting: Sitting) -> Iterator[str]:
    """Each by number, with the turn from which it differs."""
    for number, branch in enumerate(sitting.branches, 1):
        replies = "1 turn" if len(branch.turns) == 1 else f"{len(branch.turns)} turns"
        yield f"BRANCH {number}: {one_line(branch.name)}, {replies}, left at turn {branch.turn}."
    if sitting.branches:
        yield "CHOOSE: /branch and its number goes on with it; /compare and its number shows it beside this talk."
    else:
        yield "BRANCHES: there are none. /back and the number of a turn goes back to before it."


def numbered(sitting: Sitting, typed: str) -> Branch | None:
    """The branch meant by its number or its name; None if there is none."""
    number = number_in(typed)
    if 1 <= number <= len(sitting.branches):
        return sitting.branches[number - 1]
    return next((branch for branch in sitting.branches if branch.name == typed.strip()), None)


def side_by_side(sitting: Sitting, branch: Branch, *, marks: bool = True) -> Iterator[str]:
    """The other way first, then this one, turn by turn from where they part."""
    comparison = compare(branch, sitting)
    first, second = one_line(branch.name), "now"
    yield f"COMPARE: {first} beside this talk; they part at turn {len(comparison.shared) + 1}."
    for pair in comparison.pairs:
        yield from _attempt(first, pair.turn, pair.first, sitting.started.person, marks=marks)
        yield from _attempt(second, pair.turn, pair.second, sitting.started.person, marks=marks)
    if not comparison.pairs:
        yield "COMPARE: they are the same so far."


def _attempt(name: str, number: int, turn: Turn | None, person: str, *, marks: bool) -> Iterator[str]:
    if turn is None:
        yield f"{name}, turn {number}: nothing more was said."
        return
    reading = turn.reply.reading
    yield f"{name}, turn {number}, you: {one_line(turn.reply.text)}"
    for flag in reading.flags if marks else ():
        yield f"{name}, turn {number}, notice: {flag_name(flag, reading)}, {quote(reading.text[flag.start : flag.end])}"
    if turn.answer is not None:
        openness = openness_after(turn)
        state = f" (openness {openness} of 100)" if openness is not None else ""
        yield f"{name}, turn {number}, {one_line(person)}: {one_line(turn.answer.text)}{state}"
