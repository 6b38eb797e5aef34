"""What the rules hear in one sentence of a reply: what its clauses do, which cues stand in this context, what is flagged."""

from collections.abc import Sequence
from typing import NamedTuple

from allycoach.reading import Flag, FlagKind, Form, Move, MoveKind, Overruled

from . import flags as flagging
from .asking import AUXILIARIES, LEAD_INS
from .clauses import Clause
from .cues import Hit
from .facts import ALL_BUT, Facts, is_echoed, is_reported
from .findings import Bank, Findings
from .imperative import COMMAND, IMPERATIVE, imperative
from .leading import leading_by_form
from .moves import Draft, moves_of
from .overruling import QUOTED, overruled_by
from .owning import plain
from .quoted import within
from .sentence import Sentence
from .traceable import share

_FETCHING = frozenset(
    "bring send give drop email hand leave pass show forward text lend bung chuck fetch pop fling ping stick sling whatsapp "
    "post message upload let".split()
)
_REPEATED = 4
"""So many words that were all in their last line are their own question, said again."""
_ECHOED = 2
"""So many of a question without a verb: "The whole office?"."""


class Heard(NamedTuple):
    """What was found in a sentence, to be kept."""

    moves: tuple[Move, ...]
    flags: tuple[Flag, ...]
    overruled: tuple[Overruled, ...]
    askings: tuple[flagging.Asking, ...]
    sent_on: tuple[tuple[int, int, str], ...]


def listen(
    text: str, base: int, sentence: Sentence, facts: Facts, bank: Bank, quotes: Sequence[tuple[int, int]]
) -> Heard:
    """What the rules hear in a sentence that begins at `base` of an ordinary text, in which these stretches are quoted. Nothing
    else of the text matters."""
    found = _Listening(text, facts, bank, quotes)
    found.listen(base, sentence)
    return Heard(
        tuple(found.moves), tuple(found.flags), tuple(found.overruled), tuple(found.askings), tuple(found.sent_on)
    )


class _Listening(Findings):
    def __init__(self, text: str, facts: Facts, bank: Bank, quotes: Sequence[tuple[int, int]]) -> None:
        super().__init__(text, facts, bank)
        self._quotes = quotes

    def listen(self, base: int, sentence: Sentence) -> None:
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
        if plain(self._text[base + start : base + end]) in self._bank.owning:
            self.moves.append(Move(MoveKind.RECOVERY, base + start, base + end, rule="recovery.phrase"))

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
        words = imperative(sentence.words, clause, self._bank.never_commands)
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
            self.askings.append(flagging.Asking(move, opener_end, self._is_repeated(sentence, clause, draft)))

    def _is_repeated(self, sentence: Sentence, clause: Clause, draft: Draft) -> bool:
        """Whether a question only says again what they said: "Blimey, the whole office?" """
        asked = sentence.words[clause.core : clause.last]
        if len(asked) > 1 and asked[1].lower == ",":
            asked = asked[2:]
        said = [word.lower for word in asked if not word.is_punct]
        enough = _ECHOED if draft.form == Form.FRAGMENT else _REPEATED
        return len(said) >= enough and self._facts.words.issuperset(said)

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
