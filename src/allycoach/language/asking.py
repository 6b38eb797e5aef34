"""Where in a sentence a question begins, by grammar: inversion, wh-words and tags, with or without a question mark."""

from collections.abc import Sequence

from .words import Word

WH = frozenset("what how why where when who whom whose which whats hows wheres whos".split())
AUXILIARIES = frozenset(
    (
        "do does did is are am was were have has had can could would will shall should may might must 's 're 'd "
        "'ve 'll wo ca sha ai"
    ).split()
)
_ENCLITICS = frozenset(("'s", "'re", "'d", "'ve", "'ll"))
_SUBJECTS = frozenset(
    (
        "you i we they he she it there this that these those anyone anybody someone somebody anything something "
        "everything everyone one ya u"
    ).split()
)
_DETERMINERS = frozenset("your the a an my our his her their any some each both no".split())
LEAD_INS = frozenset(
    (
        "and but so or well okay ok right yeah yes yep no nah now then also um uh uhm er erm oh ah hm hmm mm mhm "
        "mm-hmm like just maybe sorry thanks hi hello hey alright sure because cos plus first please anyway "
        "actually honestly mmm great good fine nice wow gosh cool interesting exactly absolutely perhaps see look "
        "listen still again"
    ).split()
)
_TAG_WORDS = frozenset("right yeah yes no innit eh correct huh hey true".split())
_SAYING = frozenset(
    (
        "know see understand tell ask wonder say remember imagine show explain guess hear think decide learn find "
        "notice realise realize matter mean discover consider discuss describe figure work sure depend like love "
        "curious see be exactly about of on in to from with for that this than whatever"
    ).split()
)
_NOT_BEFORE_INVERSION = frozenset(
    "as than nor neither so only never rarely what how why where when who which whatever".split()
)
_QUANTITIES = frozenset("many much often long old far soon big late early high low few".split())
_WH_ALONE = frozenset(("about", "if", "else", "not", "so", "then", "next", "now", "come", "for", "happens", "happened"))
_LONGEST_WH_PHRASE = 6


def onsets(words: Sequence[Word]) -> list[int]:
    """The indices of the words where a question begins, in order. Tags are not onsets (see `tag_start`)."""
    found: list[int] = []
    for i, word in enumerate(words):
        if word.lower in WH:
            starts = _is_wh_onset(words, i)
        else:
            starts = _is_polar_onset(words, i) and not (found and _inside_wh_phrase(words, found[-1], i))
        if starts:
            found.append(i)
    return found


def tag_start(words: Sequence[Word]) -> int | None:
    """Where a final tag begins ("..., isn't it?", "..., right?"), or None. What stands before it must be a clause."""
    last = len(words)
    while last and words[last - 1].is_punct:
        last -= 1
    if last >= 2 and words[last - 1].lower in _TAG_WORDS and words[last - 2].lower == ",":
        return last - 1 if _has_verb(words[: last - 2]) else None
    for length in (3, 2):
        first = last - length
        # Without a comma only a negated tag is sure to be one: "it's hard isn't it", but not "you can do it".
        sure = length == 3 or words[max(first - 1, 0)].lower == ","
        if sure and first > 1 and _is_tag(words[first:last]) and _has_subject_and_verb(words[:first]):
            return first
    return None


def _is_tag(words: Sequence[Word]) -> bool:
    if words[0].lower not in AUXILIARIES or words[-1].lower not in _SUBJECTS:
        return False
    return len(words) == 2 or words[1].lower in ("n't", "not")


def begins_clause(words: Sequence[Word], i: int) -> bool:
    """Whether nothing but a stop or a lead-in stands before word `i`."""
    if i == 0:
        return True
    before = words[i - 1]
    return before.is_punct or before.lower in LEAD_INS or before.pos == "INTJ"


def _is_wh_onset(words: Sequence[Word], i: int) -> bool:
    following = words[i + 1 : i + 1 + _LONGEST_WH_PHRASE]
    if not following:
        return begins_clause(words, i)
    if following[0].lower in _WH_ALONE and begins_clause(words, i):
        return True
    inversion = _inversion_after(words, i)
    if inversion is not None:
        return (
            i == 0 or begins_clause(words, i) or words[i - 1].lemma not in _SAYING or _is_aux_subject(words, inversion)
        )
    if not begins_clause(words, i):
        return False
    return _is_wh_subject(words, i) or _is_short_fragment(words, i)


def _inversion_after(words: Sequence[Word], i: int) -> int | None:
    """The auxiliary that comes before its subject within a wh-phrase: "what kind of work would | you"."""
    for j in range(i + 1, min(i + 1 + _LONGEST_WH_PHRASE, len(words) - 1)):
        if _is_aux_subject(words, j):
            return j
        if words[j].pos in ("VERB", "PUNCT") or words[j].lower in _SUBJECTS:
            return None
    return None


def _is_aux_subject(words: Sequence[Word], j: int) -> bool:
    if words[j].lower not in AUXILIARIES or _is_full_verb(words, j):
        return False
    k = j + 1
    if k < len(words) and words[k].lower in ("n't", "not"):
        k += 1
    while k < len(words) and words[k].pos == "ADV" and k < j + 3:
        k += 1
    return k < len(words) and _is_subject(words, k)


def _is_full_verb(words: Sequence[Word], j: int) -> bool:
    """ "Have a look", "do the washing": no auxiliary at all, unless the sentence is marked as a question."""
    follows = words[j + 1].lower if j + 1 < len(words) else ""
    return words[j].lower in ("have", "do", "had") and follows in _DETERMINERS and "?" not in words[-1].lower


def _is_subject(words: Sequence[Word], k: int) -> bool:
    word = words[k]
    if word.lower in _SUBJECTS or word.lower in _DETERMINERS:
        return True
    return word.dep in ("nsubj", "nsubjpass", "expl", "csubj") or (
        word.pos in ("PROPN", "NOUN") and word.dep == "compound"
    )


def _is_wh_subject(words: Sequence[Word], i: int) -> bool:
    """ "What makes...", "who told...", "what would help", "what's next": the wh-word is the subject."""
    j = i + 1
    while j < len(words) and words[j].pos in ("NOUN", "ADJ", "ADV") and j < i + 4:
        j += 1
    if j >= len(words):
        return False
    following = words[j]
    if following.lower in AUXILIARIES:
        return True
    return following.pos == "VERB" and following.tag in ("VBZ", "VBD", "VBP", "MD")


def _is_short_fragment(words: Sequence[Word], i: int) -> bool:
    if words[i].lower in ("when", "where", "who", "which") and any(word.pos in ("VERB", "AUX") for word in words[:i]):
        return False
    rest = [word for word in words[i + 1 :] if not word.is_punct]
    asked = words[-1].lower == "?"
    return (len(rest) <= 3 and asked) or (bool(rest) and rest[0].lower in _QUANTITIES and asked)


def _is_polar_onset(words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if word.lower not in AUXILIARIES or word.lower in _ENCLITICS or not _is_aux_subject(words, i):
        return False
    if begins_clause(words, i):
        return not _is_conditional(words, i)
    before = words[i - 1]
    if before.lower in _NOT_BEFORE_INVERSION or before.lower in _SUBJECTS or before.lower in AUXILIARIES:
        return False
    follows = words[i + 1].lower
    return follows == "you" and before.pos not in ("ADP", "PART", "DET", "SCONJ") and before.tag != "MD"


def _is_conditional(words: Sequence[Word], i: int) -> bool:
    """ "Should you need...", "had I known": inversion that is not a question."""
    return words[i].lower in ("should", "had") and i == 0 and words[-1].lower != "?"


def _inside_wh_phrase(words: Sequence[Word], onset: int, i: int) -> bool:
    """Whether the auxiliary at `i` is the one that the wh-word at `onset` inverted."""
    return words[onset].lower in WH and _inversion_after(words, onset) == i


def _has_verb(words: Sequence[Word]) -> bool:
    return any(word.pos in ("VERB", "AUX") for word in words)


def _has_subject_and_verb(words: Sequence[Word]) -> bool:
    return _has_verb(words) and any(
        word.dep in ("nsubj", "nsubjpass", "expl") or word.lower in _SUBJECTS for word in words
    )
