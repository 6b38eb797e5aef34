"""Candidate flags, and the last pass that settles them in the context of the whole reply."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from allycoach.content.schema.phrasebank import PhraseFile
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Strength

EXEMPT = frozenset(("scaling", "check", "collaboration", "safety", "confirm", "choice"))
"""Subtypes of questions that are never flagged as closed."""

_PLAIN_KINDS = (MoveKind.OTHER, MoveKind.INFORMATION)
_PAST = re.compile(
    r"\b(?:was|were|had|did|went|got|took|came|said|told|made|gave|lost|kept|left|found|felt|sat|ran|swore|cost|[a-z]{2,}ed)\b"
)

_INTRODUCE = ("question.wonder", "question.tell-me", "question.remember")

_ALIKE = 4
_APART = 2
"""Words that two questions to the two sides of a choice begin with, at least, and those in which they differ, at most."""

NOT_STACKING = frozenset(("check", "collaboration", "safety", "confirm", "scaling", "choice"))


QUOTED_WORDS = 14
"""A reason quotes no more of a reply than this."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A move that asks, with the end of its opening words; `repeats` a question that they told of, word for word; `scores`
    are the trained component's of its sentence."""

    move: Move
    opener_end: int
    repeats: bool = False
    scores: Mapping[str, float] = field(default_factory=dict)


def flag(
    file: PhraseFile,
    text: str,
    start: int,
    end: int,
    *,
    rule: str,
    reason: str | None = None,
    strength: Strength | None = None,
) -> Flag:
    """A flag of this file over `text[start:end]`, its reason naming the words."""
    words = quoted(text[start:end])
    said = (reason or file.reasons.get(rule.rpartition(".")[2]) or file.reason or "").replace("{words}", words)
    return Flag(FlagKind(file.kind), start, end, rule, strength or file.strength, said, file.indicators)


def quoted(said: str) -> str:
    """The words as a reason quotes them: a long stretch by its beginning and its end."""
    words = said.split()
    if len(words) <= QUOTED_WORDS:
        return " ".join(words)
    return f"{' '.join(words[: QUOTED_WORDS - 4])} … {' '.join(words[-3:])}"


def closed_question(askings: Sequence[Asking], text: str, files: Mapping[str, PhraseFile]) -> list[Flag]:
    """The last question of the reply, where it is closed and not exempt."""
    file = files.get(FlagKind.CLOSED_QUESTION)
    asked = [a for a in askings if a.move.kind in (MoveKind.QUESTION, MoveKind.ADVICE)]
    if file is None or not asked:
        return []
    last = asked[-1].move
    if last.function != Function.CLOSED or last.subtype in EXEMPT:
        return []
    if last.kind == MoveKind.ADVICE and last.form == Form.WH:
        return []
    if last.form == Form.FRAGMENT and not _asks_for_sure(last, text):
        return []
    end = last.end if last.form in (Form.TAG, Form.DECLARATIVE, Form.FRAGMENT) else asked[-1].opener_end
    return [flag(file, text, last.start, max(end, last.start + 1), rule=f"closed_question.{last.form}")]


def _asks_for_sure(fragment: Move, text: str) -> bool:
    """A fragment asks when the reply ends on it, or when it hands over a choice; otherwise it may be a mere echo."""
    return not text[fragment.end :].strip() or " or " in text[fragment.start : fragment.end]


def stacked_questions(askings: Sequence[Asking], text: str, files: Mapping[str, PhraseFile]) -> list[Flag]:
    """Two or more questions in one reply, over the words of the last of them."""
    file = files.get(FlagKind.STACKED_QUESTIONS)
    asked: list[Move] = []
    for move in (asking.move for asking in askings if not asking.repeats):
        counts = move.kind in (MoveKind.QUESTION, MoveKind.ADVICE) and move.subtype not in NOT_STACKING
        if not counts or _is_echo(move, text) or (asked and _is_pair(asked[-1], move, text)):
            continue
        if asked and asked[-1].rule in _INTRODUCE and move.form == Form.WH:
            asked.pop()  # "I'd love to hear about it. What was it like?" is one question and its introduction
        asked.append(move)
    if file is None or len(asked) < 2:
        return []
    return [flag(file, text, asked[1].start, asked[-1].end, rule="stacked_questions.several")]


def _is_echo(move: Move, text: str) -> bool:
    """ "And you?", "Never?": a fragment of up to three words keeps the talk going and asks nothing beside a question."""
    return move.form == Form.FRAGMENT and len(text[move.start : move.end].split()) <= 3


def _is_pair(one: Move, other: Move, text: str) -> bool:
    """ "What would it give you, and what would it cost?", "What's good about one? What's good about the other?": two
    halves of one weighing."""
    if one.function == other.function == Function.OPEN and _says_the_same(one, other, text):
        return True
    joined = not re.search(r"[.?!\n]", text[one.start : other.start].rstrip())
    first, second = (text[move.start : move.end].split()[0].lower() for move in (one, other))
    beside = text[: other.start].rstrip().lower().endswith(" and") or first == second.removeprefix("and").strip()
    return joined and one.function == other.function == Function.OPEN and beside


def _says_the_same(one: Move, other: Move, text: str) -> bool:
    """Whether two questions differ only in the last word or two: one asked of both sides of a choice."""
    first, second = (text[move.start : move.end].lower().rstrip("?. ").split() for move in (one, other))
    same = next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    return same >= _ALIKE and max(len(first), len(second)) - same <= _APART


def own_story(moves: Sequence[Move], text: str, files: Mapping[str, PhraseFile], *, answers: bool) -> list[Flag]:
    """More than one stretch about the helper's own life; more than two where it `answers` a question of theirs."""
    file = files.get(FlagKind.OWN_STORY)
    told: list[Move] = []
    telling = False
    for move in moves:
        goes_on = telling and move.kind in _PLAIN_KINDS and _tells_on(text[move.start : move.end].lower())
        telling = goes_on or move.kind == MoveKind.SELF_DISCLOSURE
        told += [move] if telling else []
    if file is None or len(told) < (3 if answers else 2):
        return []
    return [flag(file, text, told[0].start, told[-1].end, rule="own_story.several")]


def _tells_on(said: str) -> bool:
    """ "He sat there all winter", "took me years": the next line of a story, of nobody who is spoken to."""
    if re.search(r"\b(?:you|your|yours|that's|this|anyway)\b", said):
        return False
    return (
        re.match(r"(?:and |but |so |then )*(?:i|he|she|they|we|it|then|one)\b", said) is not None
        and _PAST.search(said) is not None
    )


def settle(flags: Sequence[Flag]) -> tuple[Flag, ...]:
    """In order of the text, at most one of a kind for the same words: the longest wins."""
    kept: list[Flag] = []
    for one in sorted(flags, key=lambda f: (f.kind, f.start, -f.end)):
        if kept and kept[-1].kind == one.kind and one.start < kept[-1].end:
            if one.end > kept[-1].end and one.strength == kept[-1].strength:
                kept[-1] = replace(kept[-1], end=one.end) if kept[-1].rule == one.rule else kept[-1]
            continue
        kept.append(one)
    return tuple(sorted(kept, key=lambda f: (f.start, f.end, f.kind)))
