"""What the context says about a reply: the conditions that cues may ask for or give way to."""

from collections.abc import Sequence
from dataclasses import dataclass

from allycoach.content.schema.phrasebank import Condition
from allycoach.reading import FlagKind, MoveKind

from .clauses import Clause
from .cues import Hit
from .traceable import ENOUGH, content, share
from .words import Word

_REPORTING_PAST = frozenset("said told suggested mentioned advised warned reckoned thought asked wanted".split())
_REPORTING_NOW = frozenset("says reckons thinks wants keeps tells suggests".split())
_REPORTING_MANY = frozenset("say reckon think want keep tell suggest believe insist".split())
_NOT_THE_HELPER = frozenset(("they", "people", "folk", "everyone", "everybody", "some", "others"))
_EMBEDDING = frozenset(
    "whether what why how where who which when until till before after something anything everything one as than once".split()
)
_SPEAKERS_OWN = frozenset(("i", "we"))
_TURNED = frozenset("you your yours yourself they them he she him her it".split())
_SMALL = frozenset("just only simply merely nothing little small tiny bit silly".split())
_REPEATED = 2

ALL_BUT = 0.75
"""An idea counts as theirs only when nearly all of its words are: "ask the nursery" is ours even if the nursery is theirs."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the context says of the words of a reply: `theirs` are the stems that are in anything the person said, `previous`
    those in their last line, `denied` those of them that stand after a "not", and `known` those in what was known of the
    person beforehand, `words` the words, as they stand, of that last line; `asked` says that a permission window is open;
    `negative` that the last line names a hard feeling, `planned` that it tells what they will do next, `answers` that it
    asks something; `limited` that the reply names a limit to secrecy; `undone` are the stems of what they do not do.
    """

    theirs: frozenset[str]
    previous: frozenset[str]
    words: frozenset[str]
    asked: bool
    negative: bool
    limited: bool
    known: frozenset[str] = frozenset()
    answering: bool = False
    answers: bool = False
    planned: bool = False
    denied: frozenset[str] = frozenset()
    undone: frozenset[str] = frozenset()

    def met(self, kind: MoveKind | FlagKind) -> frozenset[str]:
        """The stems that do not count as the helper's own. What was known beforehand is no assumption, but to suggest it
        or to say it back is another matter."""
        return self.theirs | self.known if kind == FlagKind.ASSUMPTION else self.theirs


def holds(
    condition: Condition, hit: Hit, words: Sequence[Word], clause: Clause, hits: Sequence[Hit], facts: Facts
) -> bool:
    """Whether a condition is true of a cue match in its clause."""
    match condition:
        case "traceable":
            return their_share(hit, words, clause, facts) >= ENOUGH
        case "untraceable":
            return their_share(hit, words, clause, facts) < ALL_BUT
        case "given_back":
            said = words[hit.first : clause.last]
            # "You need to get out there more" has no content but "need", and everybody has said that once.
            return is_repeated(said, facts) or (len(content(said)) > 1 and share(said, facts.theirs) >= ALL_BUT)
        case "their_words" | "not_their_words":
            theirs = share(words[hit.first : hit.last], facts.met(hit.file.kind)) >= ENOUGH
            return theirs == (condition == "their_words")
        case "they_denied":
            said = words[hit.first : hit.last]
            return any(word.dep == "neg" for word in said) and share(said, facts.denied) >= ENOUGH
        case "they_do_not":
            about = content(words[hit.first : clause.last])
            return bool(about) and facts.undone.issuperset(about)
        case "they_made_small":
            return bool(_SMALL & facts.words) and share(words[hit.first : clause.last], facts.previous) >= ALL_BUT
        case "in_window":
            return facts.asked
        case "negative_before":
            return facts.negative
        case "has_limit":
            return facts.limited
        case "after_stem":
            return any(other.file.kind == MoveKind.REFLECTION and other.first < hit.first for other in hits)


def is_repeated(said: Sequence[Word], facts: Facts) -> bool:
    """Whether words are those of the person's last line as they stand, but for who is spoken of."""
    kept = [word.lower for word in said if not word.is_punct and word.lower not in _TURNED]
    return len(kept) >= _REPEATED and facts.words.issuperset(kept)


def is_echoed(command: Sequence[Word], facts: Facts) -> bool:
    """Whether a command only says again what was in the person's last line. Of a single word of content that says little:
    to "they'll ring", "Ring them!" is a push."""
    if share(command, facts.previous) < ENOUGH:
        return False
    kept = [word.lower for word in command if not word.is_punct]
    return len(content(command)) > 1 or facts.words.issuperset(kept)


def their_share(hit: Hit, words: Sequence[Word], clause: Clause, facts: Facts) -> float:
    """How much of what a cue is about, the rest of its clause, is made of the person's own words, 0 to 1."""
    after = words[hit.last : clause.last]
    rest = [*words[clause.first : hit.first], *after]
    about = after if content(after) else rest
    return share(about if content(about) else words[hit.first : hit.last], facts.met(hit.file.kind))


def is_embedded(words: Sequence[Word], first: int) -> bool:
    """Whether "you ..." at word `first` stands inside another clause: "whether you can stay", "all the things you should"."""
    if first == 0 or words[first].lower != "you":
        return False
    before = words[first - 1]
    verb = next((word for word in words[first + 1 : first + 7] if word.pos == "VERB"), None)
    if before.pos in ("NOUN", "PROPN", "PRON") and verb is not None and verb.dep in ("relcl", "acl"):
        return True
    return before.lower in _EMBEDDING or before.tag in ("WDT", "WP", "WRB")


def is_reported(words: Sequence[Word], first: int) -> bool:
    """Whether word `first` stands in what somebody else said: "your manager said you should", "she reckons I could"."""
    for i in range(first - 1, max(first - 9, 0), -1):
        word = words[i]
        new_subject = i + 1 < len(words) and words[i + 1].dep in ("nsubj", "nsubjpass") and i + 1 < first
        if word.lower in ("?", "!", ".", ";") or (word.lower == "," and new_subject):
            return False
        if word.lower in _REPORTING_PAST or word.lower in _REPORTING_NOW:
            return not _is_helpers_own(words, i)
        if word.lower in _REPORTING_MANY and i > 0 and _said_by_others(words, i):
            return True
    after = [word.lower for word in words[first + 1 : first + 9]]
    return any(
        after[k] == "," and after[k + 1] in ("she", "he", "they") and after[k + 2] in ("says", "said", "say")
        for k in range(len(after) - 2)
    )


def _said_by_others(words: Sequence[Word], verb: int) -> bool:
    """ "They think you ought to", "your friends all say you should"."""
    before = words[verb - 1] if words[verb - 1].lower not in ("all", "both", "just", "always") else words[verb - 2]
    return before.lower in _NOT_THE_HELPER or before.tag in ("NNS", "NNPS")


def _is_helpers_own(words: Sequence[Word], verb: int) -> bool:
    """Whether the helper is the one who said, thought or asked, or asks the person what they think."""
    subject = next(
        (w for k, w in enumerate(words) if w.head == verb and w.dep in ("nsubj", "nsubjpass") and k < verb),
        None,
    )
    if subject is None:
        return (
            verb == 0 or words[verb - 1].lower in _SPEAKERS_OWN or words[verb].lower in ("thought", "asked", "wanted")
        )
    if subject.lower == "you":
        return words[verb].lower not in ("said", "told", "mentioned")
    return subject.lower in _SPEAKERS_OWN
