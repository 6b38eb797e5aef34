"""What is found in a reply, as it is put together: in offsets of the ordinary text."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from allycoach.content.schema.phrasebank import PhraseFile
from allycoach.reading import Flag, FlagKind, Move, Overruled

from . import flags as flagging
from .cues import Hit
from .facts import Facts
from .voting import Hearing

_ASKED_FOR = "it was asked for, or leaves the choice with them"


@dataclass(frozen=True, slots=True)
class Bank:
    """What every reply is read by: phrase files by kind, lemmas that never command, sentences that own up to a slip, and when
    the trained component is heard."""

    files: Mapping[str, PhraseFile]
    never_commands: Collection[str] = ()
    owning: Collection[str] = ()
    hearing: Sequence[Hearing] = ()


class Findings:
    """Moves, flags and overruled cues of a text."""

    def __init__(self, text: str, facts: Facts, bank: Bank) -> None:
        self.moves: list[Move] = []
        self.flags: list[Flag] = []
        self.overruled: list[Overruled] = []
        self.askings: list[flagging.Asking] = []
        self.sent_on: list[tuple[int, int, str]] = []
        """Words that push towards a service or somebody else who helps, and the cue: early in a talk they are flagged."""
        self._text = text
        self._facts = facts
        self._bank = bank

    def _flag_advice(self, base: int, start: int, end: int, rule: str, hit: Hit | None = None) -> None:
        directive = hit is not None and hit.cue.subtype == "directive"
        if self._facts.asked and not directive:
            self.overruled.append(Overruled("advice", base + start, base + end, rule, _ASKED_FOR))
        else:
            self._flag(FlagKind.ADVICE, base, (start, end), rule, hit)

    def _flag(self, kind: FlagKind, base: int, span: tuple[int, int], rule: str, hit: Hit | None = None) -> None:
        file = self._bank.files.get(kind)
        if file is not None:
            cue = hit.cue if hit is not None else None
            made = flagging.flag(
                file,
                self._text,
                base + span[0],
                base + span[1],
                rule=rule,
                reason=cue.reason if cue else None,
                strength=cue.strength if cue else None,
            )
            self.flags.append(made)
