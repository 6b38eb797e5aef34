"""The one unasked note of a turn: which flag it is about, and why that one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allycoach.content.schema.coaching import CoachingTexts, Priority
from allycoach.content.schema.phrasebank import PhraseFile
from allycoach.reading import Flag, FlagKind, MoveKind, Reading


@dataclass(frozen=True, slots=True)
class Note:
    """One thought about some words. `text` says what the words do, `reason` why that matters, `why_this_one` why this
    flag was chosen before any other of the same reply."""

    kind: FlagKind
    words: str
    text: str
    reason: str
    why_this_one: str
    flag: Flag


def one_note(
    reading: Reading, *, before: Iterable[Reading], texts: CoachingTexts, files: Mapping[str, PhraseFile]
) -> Note | None:
    """The note for a reply, given the readings of the replies before it; None where nothing is flagged."""
    earlier = tuple(before)
    for entry in texts.priority:
        flag = next((flag for flag in reading.flags if _speaks_of(entry, flag, reading, earlier)), None)
        if flag is not None:
            return _note(flag, reading.text, entry, files)
    return None


def _speaks_of(entry: Priority, flag: Flag, reading: Reading, earlier: Sequence[Reading]) -> bool:
    if flag.kind != entry.kind:
        return False
    if entry.before_reflection and any(one.has(MoveKind.REFLECTION) for one in (reading, *earlier)):
        return False
    if entry.repeated and not (earlier and any(before.kind == flag.kind for before in earlier[-1].flags)):
        return False
    return not entry.forms or any(
        move.form in entry.forms and move.start < flag.end and flag.start < move.end for move in reading.moves
    )


def _note(flag: Flag, text: str, entry: Priority, files: Mapping[str, PhraseFile]) -> Note:
    file = files.get(flag.kind.value)
    return Note(
        kind=flag.kind,
        words=text[flag.start : flag.end],
        text=flag.reason,
        reason=file.about if file is not None else flag.reason,
        why_this_one=entry.why,
        flag=flag,
    )
