"""The reader: text in, Reading out. Any text gives an answer."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from allycoach.content.library import Library
from allycoach.reading import Context, Flag, FlagKind, Move, MoveKind, Overruled, Reading, Utterance

from . import flags as flagging
from .cache import SentenceCache
from .cues import Cues, splitter
from .facts import Facts
from .learned import Learned, Scores, load_learned
from .normal import Normal, normalise
from .owning import owning_sentences
from .pipeline import load, name_of
from .recent import Recent
from .reply import ReplyPass
from .sentence import Sentence
from .sentences import cut
from .stems import LIGHT, stems_of, words_in
from .traceable import person_stems
from .window import Windows
from .words import Word

if TYPE_CHECKING:
    from spacy.language import Language

RULES = 3
"""Raised when the rules of this package change what is read; a digest of the phrase bank is added to it."""

BATCH = 64
REPLIES = 2048
"""Replies whose reading is kept: what is said again, to somebody who has said the same of it, reads the same."""
EXPLORED = 4
"""Replies before which a referral counts as early, unless something has been reflected."""

_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "PROPN", "ADV", "NUM"))
_NOWHERE = Context()


def load_reader(library: Library, named: str | None = None) -> "SpacyReader":
    """A reader for this library. Takes about a second. Raises PipelineMissing."""
    return SpacyReader(load(named), library)


class SpacyReader:
    """Reads replies with a spaCy pipeline and the cues of a library's phrase bank. Safe to call from several threads."""

    def __init__(self, nlp: "Language", library: Library) -> None:
        lists = library.words.lists
        cues = Cues(library.phrases.values(), lists, nlp)
        self.faults = tuple(cues.faults)
        """Cues that cannot be used, each with why."""
        self._files = library.phrases
        self._spellings = library.words.spellings
        self._windows = Windows(lists, self._spellings, splitter(nlp))
        self._never_commands = frozenset(lists.get("not_imperative", ()))
        self._owning = owning_sentences(library.phrases.values(), self._spellings)
        self._limits = tuple(entry.lower() for entry in lists.get("limits_of_secrecy", ()))
        self._cache = SentenceCache(nlp, cues)
        self._scores: Scores | None = None
        self._phrases = _digest(library)
        self.vote_with(load_learned())
        self.pipeline = name_of(nlp)

    def vote_with(self, learned: Learned | None) -> None:
        """Let a trained component vote from now on; None leaves it to the rules."""
        self._scores = Scores(learned) if learned is not None else None
        self._passes = Recent[tuple[str, Facts], ReplyPass](REPLIES)
        self.rules = f"{RULES}-{self._phrases}-{learned.digest if learned is not None else 'unlearned'}"

    def read(self, text: str, context: Context = _NOWHERE) -> Reading:
        """Read one reply. The same text in the same context always reads the same."""
        normal, spans = self._prepare(text)
        return self._settle(normal, spans, self._cache.read(_pieces(normal, spans)), context)

    def read_all(self, pairs: Iterable[tuple[str, Context]]) -> Iterator[Reading]:
        """Read many replies, in order, faster than one by one."""
        waiting = iter(pairs)
        while some := list(islice(waiting, BATCH)):
            prepared = [self._prepare(text) for text, _ in some]
            sentences = iter(
                self._cache.read([piece for normal, spans in prepared for piece in _pieces(normal, spans)])
            )
            for (normal, spans), (_, context) in zip(prepared, some, strict=True):
                yield self._settle(normal, spans, list(islice(sentences, len(spans))), context)

    def sentences(self, text: str, context: Context = _NOWHERE) -> Iterator[tuple[int, int, Sentence, Facts]]:
        """The sentences of a reply with their offsets in it, and what the context says; those without a word left out."""
        normal, spans = self._prepare(text)
        read = self._cache.read(_pieces(normal, spans))
        facts = self._facts(normal, read, context)
        for (start, end), sentence in zip(spans, read, strict=True):
            if sentence.words:
                yield *normal.span(start, end), sentence, facts

    def parse(self, text: str) -> tuple[tuple[Word, ...], ...]:
        """The words of each sentence of a text, with tag, relation and head: for explanations."""
        normal, spans = self._prepare(text)
        return tuple(sentence.words for sentence in self._cache.read(_pieces(normal, spans)))

    def content_words(self, text: str) -> tuple[str, ...]:
        normal, spans = self._prepare(text)
        return _lemmas(self._cache.read(_pieces(normal, spans)))

    def _prepare(self, text: str) -> tuple[Normal, list[tuple[int, int]]]:
        normal = normalise(text, self._spellings)
        return normal, cut(normal.text)

    def _settle(
        self,
        normal: Normal,
        spans: Sequence[tuple[int, int]],
        sentences: Sequence[Sentence],
        context: Context,
    ) -> Reading:
        facts = self._facts(normal, sentences, context)
        over = self._passes.get((normal.typed, facts), lambda: self._over(normal, spans, sentences, facts))
        flags = [*over.flags, *self._early_referral(over.moves, normal.text, context)]
        return Reading(
            text=normal.typed,
            moves=tuple(_move_as_typed(move, normal) for move in over.moves),
            flags=flagging.settle([_flag_as_typed(flag, normal) for flag in flags]),
            lemmas=_lemmas(sentences),
            overruled=tuple(_overruled_as_typed(one, normal) for one in over.overruled),
            rules=self.rules,
            pipeline=self.pipeline,
        )

    def _over(
        self, normal: Normal, spans: Sequence[tuple[int, int]], sentences: Sequence[Sentence], facts: Facts
    ) -> ReplyPass:
        over = ReplyPass(normal.text, facts, self._files, self._never_commands, self._owning)
        for (base, end), sentence in zip(spans, sentences, strict=True):
            over.read(base, sentence)
            if self._scores is not None and sentence.words:
                over.vote(base, sentence, self._scores.learned, self._scores.of(normal.text[base:end], sentence, facts))
        over.finish()
        return over

    def _facts(self, normal: Normal, sentences: Sequence[Sentence], context: Context) -> Facts:
        lower = normal.text.lower()
        asks_leave = any(
            hit.file.kind in (MoveKind.PERMISSION, MoveKind.AUTONOMY)
            for sentence in sentences
            for hits in sentence.hits
            for hit in hits
        ) or _hands_over(sentences)
        # Only words of the reply are ever looked up in what was said, and so few of them make facts that come again.
        stems = frozenset(word.stem for sentence in sentences for word in sentence.words if word.stem)
        words = frozenset(word.lower for sentence in sentences for word in sentence.words)
        return Facts(
            theirs=person_stems(context) & stems,
            previous=stems_of(context.previous) & stems,
            words=words_in(context.previous) & words,
            asked=asks_leave or self._windows.is_open(context),
            negative=self._windows.after_negative_feeling(context.previous),
            limited=any(entry in lower for entry in self._limits),
            known=stems_of(context.known) & stems,
            answering=bool(context.previous or context.history),
        )

    def _early_referral(self, moves: Sequence[Move], text: str, context: Context) -> list[Flag]:
        """A referral before anything was reflected, early in a talk whose beginning is known."""
        file = self._files.get(FlagKind.EARLY_REFERRAL)
        referral = next((move for move in moves if move.kind == MoveKind.REFERRAL), None)
        talk = context.history
        replies = [i for i, said in enumerate(talk) if said.speaker == "helper"]
        if file is None or referral is None or not talk or len(replies) >= EXPLORED:
            return []
        earlier = [move for i in replies for move in self.read(talk[i].text, _before(talk, i)).moves]
        if any(move.kind == MoveKind.REFLECTION for move in (*earlier, *moves)):
            return []
        return [flagging.flag(file, text, referral.start, referral.end, rule="early_referral.unheard")]


def _hands_over(sentences: Sequence[Sentence]) -> bool:
    """ "You could write, ring or come in. Which suits you?": several ways, and the choice is theirs."""
    offers = False
    for sentence in sentences:
        if offers and any(hit.cue.subtype == "choice" for hits in sentence.hits for hit in hits):
            return True
        offers = offers or any(word.lower == "or" for word in sentence.words)
    return False


def _before(talk: Sequence[Utterance], i: int) -> Context:
    """What the utterance at `i` was answering."""
    if i and talk[i - 1].speaker == "person":
        return Context(talk[i - 1].text, tuple(talk[: i - 1]))
    return Context("", tuple(talk[:i]))


def _pieces(normal: Normal, spans: Sequence[tuple[int, int]]) -> list[str]:
    return [normal.text[start:end] for start, end in spans]


def _lemmas(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    return tuple(word.lemma for s in sentences for word in s.words if word.pos in _CONTENT and word.lower not in LIGHT)


def _move_as_typed(move: Move, normal: Normal) -> Move:
    start, end = normal.span(move.start, move.end)
    return Move(move.kind, start, end, move.form, move.function, move.subtype, move.rule)


def _flag_as_typed(flag: Flag, normal: Normal) -> Flag:
    start, end = normal.span(flag.start, flag.end)
    return Flag(flag.kind, start, end, flag.rule, flag.strength, flag.reason, flag.indicators)


def _overruled_as_typed(one: Overruled, normal: Normal) -> Overruled:
    start, end = normal.span(one.start, one.end)
    return Overruled(one.kind, start, end, one.rule, one.by)


def _digest(library: Library) -> str:
    files = "".join(f.model_dump_json(by_alias=True) for _, f in sorted(library.phrases.items()))
    return hashlib.sha256((files + library.words.model_dump_json(by_alias=True)).encode()).hexdigest()[:8]
