"""One pass over a whole reply: what its clauses do, which cues stand in this context, and what is flagged."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from allycoach.content.schema.phrasebank import PhraseFile
from allycoach.reading import Flag, FlagKind, Move, MoveKind, Overruled

from . import flags as flagging
from .asking import AUXILIARIES, LEAD_INS
from .clauses import Clause
from .cues import Hit
from .facts import ALL_BUT, Facts, is_echoed, is_reported
from .imperative import COMMAND, IMPERATIVE, imperative
from .leading import leading_by_form
from .learned import Learned
from .moves import Draft, moves_of
from .overruling import QUOTED, REPORTED, overruled_by
from .owning import plain
from .place import Place, place_of
from .quoted import quoted, within
from .sentence import Sentence
from .traceable import share
from .voting import PLAIN, Hearing, elected, outvoted

_FETCHING = frozenset(
    "bring send give drop email hand leave pass show forward text lend bung chuck fetch pop fling ping stick sling whatsapp "
    "post message upload let".split()
)
_REPEATED = 4
"""So many words that were all in their last line are their own question, said again."""

_OUTVOTED = "people seldom take such words for it"
_ASKED_FOR = "it was asked for, or leaves the choice with them"


class _Count(NamedTuple):
    """How much had been seen before the sentence that is being read."""

    moves: int
    flags: int
    overruled: int
    askings: int


class ReplyPass:
    """Collects moves, flags and overruled cues in offsets of the ordinary text `text`."""

    def __init__(
        self,
        text: str,
        facts: Facts,
        files: Mapping[str, PhraseFile],
        never_commands: Collection[str],
        owning: Collection[str] = (),
        hearing: Sequence[Hearing] = (),
    ) -> None:
        self.moves: list[Move] = []
        self.flags: list[Flag] = []
        self.overruled: list[Overruled] = []
        self.askings: list[flagging.Asking] = []
        self.sent_on: list[tuple[int, int, str]] = []
        """Words that push towards a service or somebody else who helps, and the cue: early in a talk they are flagged."""
        self._text = text
        self._facts = facts
        self._files = files
        self._never_commands = never_commands
        self._owning = owning
        self._hearing = hearing
        self._quotes = quoted(text)
        self._before = _Count(0, 0, 0, 0)
        self._asked_before = False

    def read(self, base: int, sentence: Sentence) -> None:
        """Read one sentence, which begins at `base`."""
        self._asked_before = len(self.askings) > self._before.askings
        self._before = _Count(len(self.moves), len(self.flags), len(self.overruled), len(self.askings))
        self._read_owning(base, sentence)
        scale = tuple(hit for hits in sentence.hits for hit in hits if hit.cue.subtype == "scaling")
        asks = any(clause.onset is not None for clause in sentence.clauses)
        reflecting = False
        for clause, hits in zip(sentence.clauses, sentence.hits, strict=True):
            if within(base + sentence.words[clause.core].start, self._quotes):
                self._read_quoted(base, sentence, clause)
                continue
            if clause.onset is not None:
                hits = (*hits, *scale)
            elif asks:
                # "On a scale of one to ten, how ready...?" asks once.
                hits = tuple(hit for hit in hits if hit.cue.subtype != "scaling")
            drafts = self._read_clause(base, sentence, clause, hits, reflecting)
            reflecting = any(draft.kind == MoveKind.REFLECTION for draft in drafts)

    def _read_quoted(self, base: int, sentence: Sentence, clause: Clause) -> None:
        """What the person said, in quotation marks, gives it back."""
        if share(sentence.words[clause.core : clause.last], self._facts.previous) >= ALL_BUT:
            start, end = sentence.span(clause.core, clause.last)
            self.moves.append(Move(MoveKind.REFLECTION, base + start, base + end, rule="reflection.quoted"))

    def _read_owning(self, base: int, sentence: Sentence) -> None:
        """A sentence of a recovery phrase steps back, whatever else its words do."""
        start, end = sentence.span(0, len(sentence.words))
        if plain(self._text[base + start : base + end]) in self._owning:
            self.moves.append(Move(MoveKind.RECOVERY, base + start, base + end, rule="recovery.phrase"))

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
        for kind, sure in elected(scores, sentence.words, self._facts, moves, settled, self._hearing):
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
            if doubt is not None and outvoted(flag, doubt, self._files):
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
        asked = flagging.closed_question(self.askings, self._text, self._files)
        asked += flagging.stacked_questions(self.askings, self._text, self._files)
        self._keep(asked, self._score_of_asking)
        self.flags += flagging.own_story(self.moves, self._text, self._files, answers=self._facts.answers)

    def _read_clause(
        self, base: int, sentence: Sentence, clause: Clause, hits: Sequence[Hit], reflecting: bool
    ) -> Sequence[Draft]:
        kept = []
        for hit in hits:
            by = QUOTED if within(base + sentence.words[hit.first].start, self._quotes) else None
            by = by or overruled_by(sentence.words, clause, hit, hits, self._facts)
            if by is None:
                kept.append(hit)
            else:
                start, end = sentence.span(hit.first, hit.last)
                self.overruled.append(Overruled(hit.file.kind.value, base + start, base + end, hit.cue.id, by))
        command = self._command(sentence, clause, kept)
        drafts = moves_of(sentence, clause, kept, self._facts, command, reflecting=reflecting)
        for draft in drafts:
            self._add_move(base, sentence, clause, draft)
        self._flag_hits(base, sentence, kept, drafts)
        commanded = next((draft.rule for draft in drafts if draft.rule in (IMPERATIVE, COMMAND)), None)
        if command is not None and commanded is not None:
            self._flag_advice(base, *sentence.span(*command), commanded)
        if not any(hit.file.kind == FlagKind.LEADING_QUESTION for hit in kept):
            for rule, first, last in leading_by_form(sentence.words, clause, drafts, self._facts):
                self._flag(FlagKind.LEADING_QUESTION, base, sentence.span(first, last), rule)
        return drafts

    def _command(self, sentence: Sentence, clause: Clause, hits: Sequence[Hit]) -> tuple[int, int] | None:
        """The words of a bare imperative, unless something explains them as not being one."""
        if clause.onset is not None or clause.marked or clause.tag is not None:
            return None
        if any(_explains(hit, clause) for hit in hits) or _fetches(sentence, clause):
            return None
        words = imperative(sentence.words, clause, self._never_commands)
        if words is None or is_reported(sentence.words, words[0]):
            return None
        comforts = (hit for hit in hits if hit.file.kind == FlagKind.REASSURANCE)
        if any(hit.first < words[1] and words[0] < hit.last for hit in comforts):
            return None
        return None if is_echoed(sentence.words[words[0] : words[1]], self._facts) else words

    def _add_move(self, base: int, sentence: Sentence, clause: Clause, draft: Draft) -> None:
        start, end = sentence.span(draft.first, draft.last)
        if draft.form is not None and sentence.words[draft.last - 1].is_punct:
            end = sentence.words[draft.last - 1].end
        subtype = "asked" if draft.kind == MoveKind.ADVICE and self._facts.asked else draft.subtype
        move = Move(draft.kind, base + start, base + end, draft.form, draft.function, subtype, draft.rule)
        self.moves.append(move)
        if draft.function is not None:
            opener_end = base + sentence.span(draft.first, _opener(sentence, clause))[1]
            said = [word.lower for word in sentence.words[clause.core : clause.last] if not word.is_punct]
            repeats = len(said) >= _REPEATED and self._facts.words.issuperset(said)
            self.askings.append(flagging.Asking(move, opener_end, repeats))

    def _flag_hits(self, base: int, sentence: Sentence, hits: Sequence[Hit], drafts: Sequence[Draft]) -> None:
        asks_leave = any(draft.kind == MoveKind.PERMISSION for draft in drafts)
        for hit in hits:
            if hit.file.what != "flag" or hit.file.kind == FlagKind.OWN_STORY:
                continue
            start, end = sentence.span(_past_lead_ins(sentence, hit), hit.last)
            if hit.file.kind == FlagKind.EARLY_REFERRAL:
                self.sent_on.append((base + start, base + end, hit.cue.id))
            elif hit.file.kind == FlagKind.ADVICE:
                if not asks_leave:
                    self._flag_advice(base, start, end, hit.cue.id, hit)
            else:
                self._flag(FlagKind(hit.file.kind), base, (start, end), hit.cue.id, hit)

    def _flag_advice(self, base: int, start: int, end: int, rule: str, hit: Hit | None = None) -> None:
        directive = hit is not None and hit.cue.subtype == "directive"
        if self._facts.asked and not directive:
            self.overruled.append(Overruled("advice", base + start, base + end, rule, _ASKED_FOR))
        else:
            self._flag(FlagKind.ADVICE, base, (start, end), rule, hit)

    def _flag(self, kind: FlagKind, base: int, span: tuple[int, int], rule: str, hit: Hit | None = None) -> None:
        file = self._files.get(kind)
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


def _past_lead_ins(sentence: Sentence, hit: Hit) -> int:
    """The first word of a match that is not "so", "and" or another lead-in: flags point at the tightest words."""
    first = hit.first
    leads_in = LEAD_INS - {"no"}
    while first < hit.last - 1 and (sentence.words[first].lower in leads_in or sentence.words[first].is_punct):
        first += 1
    return first if first < hit.last - 1 else hit.first


def _explains(hit: Hit, clause: Clause) -> bool:
    """Whether a cue explains why a verb at the head of its clause is no advice of its own."""
    if hit.file.kind == FlagKind.TAKING_OVER or (
        hit.file.kind == FlagKind.REASSURANCE and hit.first <= clause.core + 1
    ):
        return True
    return hit.file.what == "move" and hit.first <= clause.core + 1


def _fetches(sentence: Sentence, clause: Clause) -> bool:
    """ "Bring them in and I'll deal with them": an order that serves an offer belongs to the taking over."""
    later = (hit for hits in sentence.hits for hit in hits if hit.first >= clause.core)
    taken = any(hit.file.kind == FlagKind.TAKING_OVER for hit in later)
    return taken and sentence.words[clause.core].lemma in _FETCHING


def _opener(sentence: Sentence, clause: Clause) -> int:
    """The end of a question's opening words: up to and with its main verb, and a preposition that belongs to it."""
    words = sentence.words
    onset = clause.onset if clause.onset is not None else clause.core
    for i in range(onset + 1, min(onset + 8, clause.last)):
        if words[i].pos == "VERB" or (words[i].pos == "AUX" and words[i].lower not in AUXILIARIES):
            particle = i + 1 < clause.last and words[i + 1].dep in ("prep", "prt") and words[i + 1].head == i
            return i + 2 if particle else i + 1
    return clause.last
