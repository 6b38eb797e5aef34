"""One pass over a whole reply: what the rules hear in each sentence, where the trained component is heard, and what only the whole
can tell."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from allycoach.reading import Flag, FlagKind, Move, MoveKind, Overruled

from . import flags as flagging
from .facts import Facts, is_reported
from .findings import Bank, Findings
from .learned import Learned
from .listening import Heard, listen
from .overruling import QUOTED, REPORTED
from .place import Place, place_of
from .quoted import quoted, within
from .recent import Recent
from .sentence import Sentence
from .voting import PLAIN, elected, outvoted

KeptHearings = Recent[tuple[str, int, Facts, tuple[tuple[int, int], ...]], Heard]
"""What was heard in a sentence, by its words, where it begins, the facts and what is quoted: as a reply is typed, all of its
sentences but the last are heard as before."""

_OUTVOTED = "people seldom take such words for it"


class _Count(NamedTuple):
    """How much had been seen before the sentence that is being read."""

    moves: int
    flags: int
    overruled: int
    askings: int


class ReplyPass(Findings):
    """Goes through an ordinary text, sentence by sentence."""

    def __init__(self, text: str, facts: Facts, bank: Bank, kept: KeptHearings) -> None:
        super().__init__(text, facts, bank)
        self._kept = kept
        self._quotes = quoted(text)
        self._before = _Count(0, 0, 0, 0)
        self._asked_before = False

    def read(self, base: int, end: int, sentence: Sentence) -> None:
        """Read the sentence from `base` to `end`."""
        self._asked_before = len(self.askings) > self._before.askings
        self._before = _Count(len(self.moves), len(self.flags), len(self.overruled), len(self.askings))
        key = (self._text[base:end], base, self._facts, self._quotes)
        here = self._kept.get(key, lambda: listen(self._text, base, sentence, self._facts, self._bank, self._quotes))
        self.moves += here.moves
        self.flags += here.flags
        self.overruled += here.overruled
        self.askings += here.askings
        self.sent_on += here.sent_on

    def place(self, number: int, end: int, count: int) -> Place:
        """Where the sentence just read stands, number `number` of `count`, which ends at `end`."""
        moves = self.moves[self._before.moves :]
        return place_of(number, count, later="?" in self._text[end:], asked_before=self._asked_before, moves=moves)

    def vote(self, base: int, sentence: Sentence, learned: Learned, scores: Mapping[str, float]) -> None:
        """Hear the trained component on the sentence just read: it speaks where the rules said nothing."""
        moves = self.moves[self._before.moves :]
        settled = {flag.kind.value for flag in self.flags[self._before.flags :]}
        settled |= {one.kind for one in self.overruled[self._before.overruled :]}
        self._doubt(scores)
        for kind, sure in elected(scores, sentence.words, self._facts, moves, settled, self._bank.hearing):
            span = sentence.span(*learned.words_for(kind, sentence, self._facts))
            first = next(i for i, word in enumerate(sentence.words) if word.end > span[0])
            by = self._outvoted(base, sentence, first)
            if by is not None:
                self.overruled.append(Overruled(kind, base + span[0], base + span[1], f"{kind}.learned", by))
                continue
            self._carry_move(kind, base, sentence)
            if sure:
                self._carry_flag(kind, base, span)

    def _doubt(self, scores: Mapping[str, float]) -> None:
        """Let go of signs that the component does not believe."""
        here = self._before.askings
        if self._facts.answering:  # without the person's words nothing tells an echo or an offer from a question
            self.askings[here:] = [replace(asking, scores=scores) for asking in self.askings[here:]]
        flags = self.flags[self._before.flags :]
        del self.flags[self._before.flags :]
        self._keep(flags, lambda flag: scores.get(flag.kind))

    def _keep(self, flags: Iterable[Flag], score: Callable[[Flag], float | None]) -> None:
        """Keep flags that the component, with its score for each, leaves standing."""
        for flag in flags:
            doubt = score(flag)
            if doubt is not None and outvoted(flag, doubt, self._bank.files):
                self.overruled.append(Overruled(flag.kind, flag.start, flag.end, flag.rule, _OUTVOTED))
            else:
                self.flags.append(flag)

    def _score_of_asking(self, flag: Flag) -> float | None:
        """The highest score of the questions that a flag is about."""
        about = (asking for asking in self.askings if flag.start <= asking.move.start < flag.end)
        return max((one.scores[flag.kind] for one in about if flag.kind in one.scores), default=None)

    def _outvoted(self, base: int, sentence: Sentence, first: int) -> str | None:
        if within(base + sentence.words[first].start, self._quotes):
            return QUOTED
        return REPORTED if is_reported(sentence.words, first) else None

    def _carry_move(self, kind: str, base: int, sentence: Sentence) -> None:
        """A vote for a move takes the place of one that nothing was known about."""
        if kind not in set(MoveKind):
            return
        start, end = sentence.span(0, len(sentence.words))
        subtype = "asked" if kind == MoveKind.ADVICE and self._facts.asked else ""
        voted = Move(MoveKind(kind), base + start, base + end, subtype=subtype, rule=f"{kind}.learned")
        here = range(self._before.moves, len(self.moves))
        at = next((i for i in here if self.moves[i].rule == PLAIN), len(self.moves))
        self.moves[at : at + 1] = [voted]

    def _carry_flag(self, kind: str, base: int, span: tuple[int, int]) -> None:
        if kind == FlagKind.ADVICE:
            self._flag_advice(base, *span, f"{kind}.learned")
        elif kind in set(FlagKind):
            self._flag(FlagKind(kind), base, span, f"{kind}.learned")

    def finish(self) -> None:
        """What only the whole reply can tell."""
        asked = flagging.closed_question(self.askings, self._text, self._bank.files)
        asked += flagging.stacked_questions(self.askings, self._text, self._bank.files)
        self._keep(asked, self._score_of_asking)
        self.flags += flagging.own_story(self.moves, self._text, self._bank.files, answers=self._facts.answers)
