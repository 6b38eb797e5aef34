"""What a person takes some words for, where they would not take them as they are marked: a welcome is no reassurance, and
what the helper will do is no advice to anybody."""

import re

from allycoach.content.schema.scenario import Act
from allycoach.reading import Flag, FlagKind, Move, MoveKind, Reading

from .alike import kinds_of
from .kin import KIN
from .own_story import is_an_offer
from .words import found, stems

_SENTENCE = re.compile(r"[^.?!…\n]+[.?!…]*")
_WELCOMES = (
    "course you can", "of course you may", "please do", "stay as long as", "take as long", "take your time",
    "no rush", "come in", "sit down",
    "have a seat", "take a seat", "pull up a chair", "make yourself", "stay a bit", "stay for a bit", "ask away", "fire away",
    "go ahead", "by all means", "feel free", "help yourself",
)  # fmt: skip
_WISHES = ("i hope it", "i hope you", "i hope they", "hope it goes", "good luck", "fingers crossed", "all the best")
_OWN_DOING = re.compile(
    r"^(?:and |but |so |no,? |well,? )?(?:it['’]s [\w ]+, and )?"
    r"I(?:['’]ll| will|['’]d (?:leave|keep|rather|have to|need to|tell|not )|"
    r" would (?:leave|keep|rather|have to|need to|not )| want to (?:make sure|get|understand|be)| can['’]t| cannot| don['’]t|"
    r" have to| need to|['’]m going to)",
    re.IGNORECASE,
)
_TO_YOU = (
    "if i were you", "in your place", "in your shoes", "you should", "you need to", "you must", "you ought", "want you to",
    "you try", "you have to", "you could", "you might",
)  # fmt: skip
_FACT_ABOUT_THEM = re.compile(
    r"\b(?:can|do|could) you (?:use|drive|read|type|swim|ride|cook|speak|sign|own)\b|"
    r"\bhave you (?:ever )?(?:seen|spoken|talked|applied|been|got|had|told|met|asked|rung|heard)\b(?! (?:about|of|into|any)\b)",
    re.IGNORECASE,
)
_KEEPS_TO_THEMSELVES = (
    "hers to tell", "his to tell", "theirs to tell", "not mine to", "isnt mine to", "cant say", "cant really say", "wont say",
    "couldnt say", "dont send names", "cant send names", "no names", "without names", "names out", "dont talk about", "dont pass",
    "wont pass", "not for me to", "keep that to myself", "keep it to myself", "stays with me", "stays in here", "stay in here",
    "wouldnt be fair to",
)  # fmt: skip
_LIMIT = (
    "unless", "except", "apart from", "if i thought", "if i was worried", "if i were worried", "have to pass", "have to tell",
    "need to tell", "had to pass",
)  # fmt: skip
_PRIVATE = (
    "between us",
    "stay with me",
    "stays with me",
    "stay out of",
    "stays out of",
    "tell me",
    "in here",
    "secret",
    "private",
)
_GIVES_BACK = re.compile(
    r"^(?:so\b(?! (?:anyway|what|far|long|yeah|ok|there|i\b|we\b|the thing))|"
    r"(?:that|it|this) (?:must|sounds|seems|feels)\b|must (?:be|have)\b|"
    r"sounds\b|you['’]ve (?:clearly|obviously)\b)",
    re.IGNORECASE,
)
_SO_YOU = re.compile(r"^(?:and |ah,? |oh,? )?so you(?:['’](?:re|ve|d))?\b", re.IGNORECASE)
_EVERY_TIME = re.compile(
    r"\b((mon|tues|wednes|thurs|fri|satur|sun)days?|until|week|month|"
    r"(two|three|four|five|six|\d+|more|other) (more |other )?(times|weeks|meetings|sessions))\b",
    re.IGNORECASE,
)
_HELPERS_TIME = re.compile(
    r"\b(i['’]m here|i am here|i can see you|i['’]ll be here|i have|we have|we['’]ve|we can meet)\b", re.IGNORECASE
)

_ONE_AND_A_GUESS = 2
_QUESTION = re.compile(
    r"^(?:so |and |but |ok |okay |oh |well,? )*(?:who|what|which|where|when|why|how|is|are|was|were|do|does|did|have|has|had|"
    r"can|could|would|will|should|shall)",
    re.IGNORECASE,
)
"""A sentence that asks in its own right: "Thirty-one letters?" only says a thing again."""
_GUESS = re.compile(
    r"^(?:so |and |or |like |maybe |i mean,? )?(?:or|is it|was it|it['’]?s|it is|is that|you mean|do you mean)\b", re.I
)


def no_slip(flag: Flag, reading: Reading, met: frozenset[str]) -> bool:
    """Whether a person would not mind what is flagged; `met` are the stems of what was said or known before."""
    sentence = _sentence_of(flag.start, reading.text)
    if flag.kind in (FlagKind.REASSURANCE, FlagKind.ADVICE, FlagKind.MINIMISING) and found(_WELCOMES, sentence):
        return True
    if flag.kind is FlagKind.ADVICE:
        helpers_own = _OWN_DOING.match(sentence) and not found(_TO_YOU, sentence)
        return bool(helpers_own or (_FACT_ABOUT_THEM.search(sentence) and "?" in sentence))
    if flag.kind is FlagKind.STACKED_QUESTIONS:
        return not _asks_too_much(reading)
    return flag.kind is FlagKind.ASSUMPTION and _of_known_kin(reading.text[flag.start : flag.end], met)


def _asks_too_much(reading: Reading) -> bool:
    """Whether there are more questions than one and a guess at its answer: people answer "How's that, is it the noise?"."""
    if len(reading.questions) > _ONE_AND_A_GUESS:
        return True
    sentences = [each[0].strip() for each in _SENTENCE.finditer(reading.text) if each[0].strip().endswith("?")]
    return sum(bool(_QUESTION.match(each)) and not _GUESS.match(each) for each in sentences) > 1


def _of_known_kin(words: str, met: frozenset[str]) -> bool:
    """Whether what is taken for granted is only that somebody has the people of whom there was talk, or parents."""
    kin = KIN.intersection(stems(words))
    known = {kind for word in met for kind in kinds_of(word)} | {
        kind for word in ("mum", "dad", "parent") for kind in kinds_of(word)
    }
    return bool(kin) and all(word in met or not known.isdisjoint(kinds_of(word)) for word in kin)


def taken_as(move: Move, reading: Reading) -> Act | None:
    """The act of a move that a person takes for something other than it is marked as; None where they do not."""
    text = reading.text[move.start : move.end]
    if move.kind in (MoveKind.OTHER, MoveKind.INFORMATION) and not move.subtype and _gives_back(move, reading.text):
        return "reflection"
    if move.kind is MoveKind.OTHER and not move.subtype and found(_KEEPS_TO_THEMSELVES, text):
        return "information"
    if move.kind is MoveKind.ADVICE and found(_WELCOMES, text):
        return "acknowledge"
    if move.kind is MoveKind.OTHER and not move.subtype and found(_WISHES, text):
        return "support"
    if move.kind is MoveKind.ADVICE and move.function is not None and _FACT_ABOUT_THEM.search(text):
        return "closed_question"
    of_time = _HELPERS_TIME.search(text) and _EVERY_TIME.search(text)
    if move.kind in (MoveKind.SUPPORT, MoveKind.ADVICE, MoveKind.SELF_DISCLOSURE) and of_time:
        return "information"
    return "information" if move.kind is MoveKind.SELF_DISCLOSURE and is_an_offer(text) else None


def _gives_back(move: Move, whole: str) -> bool:
    """Whether words, or the sentence that they go on, put what the person said in other words."""
    text = whole[move.start : move.end]
    return "?" not in text and bool(_GIVES_BACK.match(text.strip()) or _SO_YOU.match(_sentence_of(move.start, whole)))


def says_a_limit(text: str) -> bool:
    """Whether a reply says what stays private and what could not."""
    return bool(found(_PRIVATE, text) and found(_LIMIT, text))


def _sentence_of(at: int, text: str) -> str:
    return next((each[0].strip() for each in _SENTENCE.finditer(text) if each.start() <= at < each.end()), text)
