"""The reader: text in, Reading out. Any text gives an answer."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from allycoach.content.cache import ParsedFiles
from allycoach.content.library import Library
from allycoach.content.schema.phrasebank import PhraseFile, Votes
from allycoach.reading import Context, Flag, FlagKind, Move, MoveKind, Overruled, Reading, Utterance

from . import flags as flagging
from .cache import SENTENCES, SentenceCache
from .cues import Cues, line_splitter, splitter
from .facts import Facts
from .findings import Bank
from .known_phrases import KnownPhrases
from .learned import Learned, Scores, load_learned
from .normal import Normal
from .owning import owning_sentences
from .pipeline import load, name_of
from .place import Place
from .recent import Recent
from .reply import KeptHearings, ReplyPass
from .sentence import Sentence
from .stems import stems_of, words_in
from .traceable import denied_in, said_of, undone_in
from .voting import hearings
from .window import Windows
from .wording import Wording, typed, wording
from .words import Word

if TYPE_CHECKING:
    from spacy.language import Language

RULES = 7
"""Raised when the rules of this package change what is read; a digest of the phrase bank is added to it."""

BATCH = 64
REPLIES = 2048
"""Replies whose reading is kept: what is said again, to somebody who has said the same of it, reads the same."""
REPEATED = 300
"""Characters of the longest reply that is likely to be said again; nothing is kept of longer ones."""
_LATELY = 4
"""Lines of the talk in which they may have said what they do not do."""

EXPLORED = 4
"""Replies before which a referral counts as early, unless something has been reflected."""

_NOWHERE = Context()


@dataclass(frozen=True, slots=True)
class Settled:
    """A reading, and the flag that it has besides if its referral turns out to come early in the talk."""

    reading: Reading
    if_early: Flag | None


def load_reader(library: Library, named: str | None = None, parsed: ParsedFiles | None = None) -> "SpacyReader":
    """A reader for this library. Takes about a second, less with what an earlier start has parsed. Raises PipelineMissing."""
    return SpacyReader(load(named), library, parsed)


class SpacyReader:
    """Reads replies with a spaCy pipeline and the cues of a library's phrase bank. Safe to call from several threads."""

    def __init__(self, nlp: "Language", library: Library, parsed: ParsedFiles | None = None) -> None:
        lists = library.words.lists
        notation = KnownPhrases(lists, splitter(nlp), parsed, name_of(nlp))
        cues = Cues(library.phrases.values(), notation, nlp)
        self.faults = tuple(cues.faults)
        """Cues that cannot be used, each with why."""
        self._files: Mapping[str, PhraseFile] = library.phrases
        self._spellings = library.words.spellings
        self._windows = Windows(lists, self._spellings, notation, line_splitter(nlp))
        notation.keep()
        self._never_commands = frozenset(lists.get("not_imperative", ()))
        self._owning = owning_sentences(library.phrases.values(), self._spellings)
        self._limits = tuple(entry.lower() for entry in lists.get("limits_of_secrecy", ()))
        self._cache = SentenceCache(nlp, cues)
        self._scores: Scores | None = None
        self._wordings = Recent[str, Wording](REPLIES)
        self._phrases = _digest(library)
        self.vote_with(load_learned())
        self.pipeline = name_of(nlp)

    def vote_with(self, learned: Learned | None, votes: Mapping[str, Votes] | None = None) -> None:
        """Let a trained component vote from now on; None leaves it to the rules. `votes` say of each kind when it is heard, in
        place of what the phrase files say."""
        self._scores = Scores(learned) if learned is not None else None
        if votes is not None:
            self._files = {
                kind: file.model_copy(update={"votes": votes.get(kind)}) for kind, file in self._files.items()
            }
        self._bank = Bank(self._files, self._never_commands, self._owning, hearings(self._files))
        self._heard: KeptHearings = Recent(SENTENCES)
        self._settled = Recent[tuple[str, Facts], Settled](REPLIES)
        self.rules = f"{RULES}-{self._phrases}-{learned.digest if learned is not None else 'unlearned'}"

    def read(self, text: str, context: Context = _NOWHERE) -> Reading:
        """Read one reply. The same text in the same context always reads the same."""
        return self._settle(self._wording(text), context)

    def read_all(self, pairs: Iterable[tuple[str, Context]]) -> Iterator[Reading]:
        """Read many replies, in order, faster than one by one."""
        waiting = iter(pairs)
        while some := list(islice(waiting, BATCH)):
            fresh = {text: typed(text, self._spellings) for text, _ in some if text not in self._wordings}
            sentences = iter(self._cache.read([piece for one in fresh.values() for piece in one.pieces]))
            said = {
                text: wording(one, list(islice(sentences, len(one.spans))), self._limits) for text, one in fresh.items()
            }
            for text, context in some:
                yield self._settle(self._wording(text, said.get(text)), context)

    def sentences(self, text: str, context: Context = _NOWHERE) -> Iterator[tuple[int, int, Sentence, Facts, Place]]:
        """The sentences of a reply with their offsets in it, what the context says, and where the rules alone place them;
        those without a word left out."""
        said = self._wording(text)
        facts = self._facts(said, context)
        over = self._pass(said, facts)
        for number, (start, end, sentence) in enumerate(said.placed()):
            over.read(start, end, sentence)
            if sentence.words:
                yield *said.normal.span(start, end), sentence, facts, over.place(number, end, len(said.sentences))

    def parse(self, text: str) -> tuple[tuple[Word, ...], ...]:
        """The words of each sentence of a text, with tag, relation and head: for explanations."""
        return tuple(sentence.words for sentence in self._wording(text).sentences)

    def content_words(self, text: str) -> tuple[str, ...]:
        return self._wording(text).lemmas

    def _wording(self, text: str, fresh: Wording | None = None) -> Wording:
        """What is kept of a text, or else what was `fresh` made of it."""
        if len(text) > REPEATED:
            return fresh or self._worded(text)
        return self._wordings.get(text, lambda: fresh or self._worded(text))

    def _worded(self, text: str) -> Wording:
        one = typed(text, self._spellings)
        return wording(one, self._cache.read(one.pieces), self._limits)

    def _settle(self, said: Wording, context: Context) -> Reading:
        facts = self._facts(said, context)
        text = said.normal.typed
        settled = (
            self._settled.get((text, facts), lambda: self._read_over(said, facts))
            if len(text) <= REPEATED
            else self._read_over(said, facts)
        )
        reading = settled.reading
        if settled.if_early is None or not self._is_early(reading.moves, context):
            return reading
        return replace(reading, flags=flagging.settle([*reading.flags, settled.if_early]))

    def _read_over(self, said: Wording, facts: Facts) -> Settled:
        normal = said.normal
        over = self._pass(said, facts)
        for number, (base, end, sentence) in enumerate(said.placed()):
            over.read(base, end, sentence)
            if self._scores is not None and sentence.words:
                place = over.place(number, end, len(said.sentences))
                scores = self._scores.of(normal.text[base:end], sentence, facts, place)
                over.vote(base, sentence, self._scores.learned, scores)
        over.finish()
        reading = Reading(
            text=normal.typed,
            moves=tuple(_move_as_typed(move, normal) for move in over.moves),
            flags=flagging.settle([_flag_as_typed(flag, normal) for flag in over.flags]),
            lemmas=said.lemmas,
            overruled=tuple(_overruled_as_typed(one, normal) for one in over.overruled),
            rules=self.rules,
            pipeline=self.pipeline,
        )
        return Settled(reading, None if facts.asked or facts.answers else self._if_early(over, normal))

    def _pass(self, said: Wording, facts: Facts) -> ReplyPass:
        return ReplyPass(said.normal.text, facts, self._bank, self._heard)

    def _facts(self, said: Wording, context: Context) -> Facts:
        # Only words of the reply are ever looked up in what was said, and so few of them make facts that come again.
        return Facts(
            theirs=said_of(said.stems, context),
            previous=stems_of(context.previous) & said.stems,
            words=words_in(context.previous) & said.words,
            asked=said.asks_leave or self._windows.is_open(context),
            negative=self._windows.after_negative_feeling(context.previous),
            limited=said.limited,
            known=stems_of(context.known) & said.stems,
            answering=bool(context.previous or context.history),
            answers="?" in context.previous,
            planned=self._windows.plans(context.previous),
            denied=denied_in(context.previous) & said.stems,
            undone=_undone(context) & said.stems,
        )

    def _if_early(self, over: ReplyPass, normal: Normal) -> Flag | None:
        """The first words that point elsewhere: a referral, or a push towards a service."""
        file = self._files.get(FlagKind.EARLY_REFERRAL)
        referrals = [move for move in over.moves if move.kind == MoveKind.REFERRAL]
        sent_on = [*over.sent_on, *((move.start, move.end, "early_referral.unheard") for move in referrals)]
        if file is None or not sent_on:
            return None
        start, end, rule = min(sent_on)
        return _flag_as_typed(flagging.flag(file, normal.text, start, end, rule=rule), normal)

    def _is_early(self, moves: Sequence[Move], context: Context) -> bool:
        """Whether nothing was reflected yet, early in a talk whose beginning is known."""
        talk = context.history
        replies = [i for i, said in enumerate(talk) if said.speaker == "helper"]
        if not talk or len(replies) >= EXPLORED:
            return False
        earlier = [move for i in replies for move in self.read(talk[i].text, _before(talk, i)).moves]
        return not any(move.kind == MoveKind.REFLECTION for move in (*earlier, *moves))


def _undone(context: Context) -> frozenset[str]:
    """What they said lately that they do not do: a why may come a line later."""
    lately = (one.text for one in context.history[-_LATELY:] if one.speaker == "person")
    return undone_in(context.previous).union(*map(undone_in, lately))


def _before(talk: Sequence[Utterance], i: int) -> Context:
    """What the utterance at `i` was answering."""
    if i and talk[i - 1].speaker == "person":
        return Context(talk[i - 1].text, tuple(talk[: i - 1]))
    return Context("", tuple(talk[:i]))


def _move_as_typed(move: Move, normal: Normal) -> Move:
    start, end = normal.span(move.start, move.end)
    return Move(move.kind, start, end, move.form, move.function, move.subtype, move.rule)


def _flag_as_typed(flag: Flag, normal: Normal) -> Flag:
    """Said of the words as they were typed, not as they were made ordinary."""
    start, end = normal.span(flag.start, flag.end)
    reason = flag.reason.replace(
        flagging.quoted(normal.text[flag.start : flag.end]), flagging.quoted(normal.typed[start:end])
    )
    return Flag(flag.kind, start, end, flag.rule, flag.strength, reason, flag.indicators)


def _overruled_as_typed(one: Overruled, normal: Normal) -> Overruled:
    start, end = normal.span(one.start, one.end)
    return Overruled(one.kind, start, end, one.rule, one.by)


def _digest(library: Library) -> str:
    files = "".join(f.model_dump_json(by_alias=True) for _, f in sorted(library.phrases.items()))
    return hashlib.sha256((files + library.words.model_dump_json(by_alias=True)).encode()).hexdigest()[:8]
