"""What is to be read in a file of many replies: lists of replies, and talks in which somebody replies."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from allycoach.catalogue import _
from allycoach.reading import Context, Reading, Utterance
from allycoach.transcripts import plain_text, table
from allycoach.transcripts.forms import form_of, parse
from allycoach.transcripts.said import Said, lines_of
from allycoach.transcripts.speakers import Roles, Speaker, guessed, roles_in, speakers, turns

from .protocol import question

Complain = Callable[[str], None]
"""Is told what was not read, and why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One reply: `said` is the whole talk as who and what, the same for all replies of a talk, and `at` the place of the
    reply in it. `who` is the speaker, where the file names them and nobody is known to be the ally."""

    file: str
    line: int
    id: Any
    who: str | None
    said: tuple[tuple[str, str], ...]
    at: int

    @property
    def reply(self) -> str:
        return self.said[self.at][1]

    @property
    def context(self) -> Context:
        """Whoever replies is the helper, and everybody else the person."""
        helper = self.said[self.at][0]
        before = tuple(Utterance("helper" if who == helper else "person", text) for who, text in self.said[: self.at])
        if before and before[-1].speaker == "person":
            return Context(before[-1].text, before[:-1])
        return Context("", before)

    def answered(self, reading: Reading) -> str:
        """The answer as one line, ASCII only."""
        return json.dumps(
            {
                "file": self.file,
                "line": self.line,
                "id": self.id,
                "speaker": self.who,
                "moves": [asdict(move) for move in reading.moves],
                "flags": [asdict(flag) for flag in reading.flags],
            }
        )


def asked_in(name: str, text: str, speakers: str, complain: Complain) -> Iterator[Asked]:
    """Every reply in a file, in order. `speakers` is as typed, `ally=Jo,person=Sam`; without it and where the names do not
    say it, everything said is read, each as a reply to what was said before it. Raises NotReadError."""
    form = form_of(name, text)
    if form == "jsonl" and _has_reply(text):
        yield from _questions(name, text, complain)
    elif form == "csv" and table.is_replies(text):
        for number, own, previous, reply in table.replies(text):
            yield _single(name, number, own or None, previous, reply)
    elif form == "text" and not plain_text.is_transcript(text):
        for number, line in enumerate(lines_of(text), 1):
            if line.strip():
                yield _single(name, number, None, "", line.strip())
    else:
        for _, talk in groupby(sorted(parse(form, text), key=lambda one: one.talk), key=lambda one: one.talk):
            yield from _talk(name, tuple(talk), speakers, complain)


def _has_reply(text: str) -> bool:
    first = next((line for line in lines_of(text) if line.strip()), "")
    try:
        raw = json.loads(first)
    except (ValueError, RecursionError):
        return True  # so that each line is answered for
    return isinstance(raw, dict) and "reply" in raw


def _questions(name: str, text: str, complain: Complain) -> Iterator[Asked]:
    for number, line in enumerate(lines_of(text), 1):
        if not line.strip():
            continue
        try:
            one = question(line.encode("utf-8", "surrogatepass"))
        except ValueError as error:
            complain(_("{name}, line {number} was not read: {error}.").format(name=name, number=number, error=error))
            continue
        before = [(said.speaker, said.text) for said in one.context.history]
        previous = [("person", one.context.previous)] if one.context.previous else []
        said = (*before, *previous, ("helper", one.reply))
        yield Asked(name, number, one.id, None, said, len(said) - 1)


def _single(name: str, line: int, own: str | None, previous: str, reply: str) -> Asked:
    said = (("person", previous), ("helper", reply)) if previous else (("helper", reply),)
    return Asked(name, line, own, None, said, len(said) - 1)


def _talk(name: str, said: tuple[Said, ...], wanted: str, complain: Complain) -> Iterator[Asked]:
    there = speakers(said)
    roles = _roles(name, there, wanted, complain)
    if roles is None:
        if not wanted:
            yield from _everything(name, said)
        return
    found = turns(said, roles)
    whole = tuple((turn.role, turn.text) for turn in found)
    for at, turn in enumerate(found):
        if turn.role == "ally":
            yield Asked(name, turn.lines[0], None, None, whole, at)


def _roles(name: str, there: tuple[Speaker, ...], wanted: str, complain: Complain) -> Roles | None:
    if not wanted:
        return guessed(there)
    try:
        return roles_in(wanted, there)
    except ValueError as error:
        complain(_("{name} was not read: {error}.").format(name=name, error=error))
        return None


def _everything(name: str, said: tuple[Said, ...]) -> Iterator[Asked]:
    found = [(who, list(some)) for who, some in groupby(said, key=lambda one: one.speaker)]
    whole = tuple((who, "\n".join(one.text for one in some)) for who, some in found)
    for at, (who, some) in enumerate(found):
        yield Asked(name, some[0].line, None, who, whole, at)
