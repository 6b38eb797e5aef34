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
SUBJECTS = frozenset(
    (
        "you i we they he she it there this that these those anyone anybody someone somebody anything something "
        "everything everyone one ya u"
    ).split()
)
_DETERMINERS = frozenset("your the a an my our his her their any some each both no".split())
LEAD_INS = frozenset(
    (
        "and but so or well okay ok right yeah yes yep no nah now then also um uh uhm er erm oh ah hm hmm mm mhm "
        "mm-hmm like just maybe sorry thanks hi hello hey alright sure because cos first please anyway "
        "actually honestly mmm great good fine nice wow gosh cool interesting exactly absolutely perhaps   "
        "  "
    ).split()
)
_NOT_BEFORE_INVERSION = frozenset(
    "as than nor neither so only never rarely what how why where when who which whatever".split()
)
_WH_ALONE = frozenset(("about", "if", "else", "not", "so", "then", "next", "now", "come", "for", "happens", "happened"))
_HEADING_CLAUSES = frozenset(("when", "where", "who", "which"))
_CONJOINING = frozenset(("when", "where"))
_COORDINATING = frozenset(("and", "or", "nor"))
_RELATIVE = frozenset(("who", "which", "whose", "whom"))
OPINING = frozenset("think reckon say know suppose imagine feel remember recall guess agree".split())
_SUPPOSING = frozenset(("think", "reckon", "suppose"))
_SOMETHING = frozenset("a an any anything anyone anybody anywhere something someone somebody another".split())
_ASKS_WITHOUT_A_STOP = frozenset(("do", "did", "have", "are", "can", "could", "would", "will"))
_SORTS = frozenset("sort kind type line form part bit side".split())
_CONDITIONED = frozenset(("would", "'d", "could", "might", "'ll", "will", "can"))
_WISHING = frozenset("wish want need like prefer choose care ever happen decide".split())
_LONGEST_WH_PHRASE = 6


def onsets(words: Sequence[Word]) -> list[int]:
    """The indices of the words where a question begins, in order. Tags are not onsets (see `tags`)."""
    found: list[int] = []
    for i, word in enumerate(words):
        if word.lower in WH:
            starts = _is_wh_onset(words, i)
        else:
            starts = _is_polar_onset(words, i) and not (found and _belongs_to(words, found[-1], i))
        if starts:
            found.append(i)
    # "When you picture it, what do you see?" and "What I mean is, how are you?" ask once.
    opens_on_a_clause = len(found) > 1 and words[found[0]].lower in WH and _inversion_after(words, found[0]) is None
    if opens_on_a_clause and (words[found[0]].lower in _CONJOINING or not _is_wh_subject(words, found[0])):
        return found[1:]
    return found


def _belongs_to(words: Sequence[Word], onset: int, i: int) -> bool:
    """Whether the auxiliary at `i` is no question of its own: the one that the wh-word at `onset` inverted, the second
    half of a choice ("..., or shall we leave it?"), or an afterthought ("..., do you think?")."""
    if words[onset].lower in WH and _inversion_after(words, onset) == i:
        return True
    if i > 1 and words[i - 1].lower == "or" and not any(w.lower in (".", "?", "!") for w in words[onset:i]):
        return True
    rest = [word.lower for word in words[i:] if not word.is_punct]
    if rest[:2] == ["do", "you"] and rest[2:3] and rest[2] in _SUPPOSING and words[onset].lower in WH:
        return True
    return len(rest) <= 3 and rest[-1] in OPINING


def begins_clause(words: Sequence[Word], i: int) -> bool:
    """Whether nothing but a stop or a lead-in stands before word `i`."""
    if i == 0:
        return True
    before = words[i - 1]
    return before.is_punct or before.lower in LEAD_INS or before.pos == "INTJ"


def _is_wh_onset(words: Sequence[Word], i: int) -> bool:
    if i > 1 and words[i - 1].lower == "or":
        return False  # "..., or what?", "what they said, or what you think?"
    following = words[i + 1 : i + 1 + _LONGEST_WH_PHRASE]
    if not following:
        return begins_clause(words, i)
    if begins_clause(words, i) and _is_bare(words, i):
        return True
    if following[0].lower in _WH_ALONE and begins_clause(words, i):
        return True
    if words[i].lower in _RELATIVE and any(word.pos in ("VERB", "AUX") for word in words[:i]):
        return begins_clause(words, i) and words[i - 1].lower in ("and", "but", "so") and _is_marked(words)
    if _inversion_after(words, i) is not None:
        return begins_clause(words, i) or not _is_stated(words)
    if not begins_clause(words, i) or _is_subordinate(words, i) or _is_stated(words):
        return False
    if _goes_on_embedded(words, i):
        return False
    if _is_wh_subject(words, i):
        return _is_marked(words) or not _heads_a_statement(words, i)
    return _is_marked(words) and not _heads_a_statement(words, i)


def _is_bare(words: Sequence[Word], i: int) -> bool:
    """ "Why a four and not a two", "what sort of place": a wh-word and a thing, with no verb, to the end of the sentence."""
    rest = [word for word in words[i + 1 :] if not word.is_punct]
    if not 1 < len(rest) <= _LONGEST_WH_PHRASE or any(word.pos in ("VERB", "AUX") for word in words):
        return False
    if words[i].lower == "why":
        return rest[0].pos in ("DET", "NUM", "NOUN", "PRON") or rest[0].lower == "not"
    return words[i].lower == "what" and rest[0].lower in _SORTS and rest[1].lower == "of"


def _goes_on_embedded(words: Sequence[Word], i: int) -> bool:
    """ "They know what you do and what works for you": the second of two clauses inside a statement."""
    if i == 0 or words[i - 1].lower not in _COORDINATING or _is_marked(words):
        return False
    return any(word.lower in WH and k > 0 and not begins_clause(words, k) for k, word in enumerate(words[: i - 1]))


def _heads_a_statement(words: Sequence[Word], i: int) -> bool:
    """ "What I hear is that you...?", "When you left, they paid you?": the wh-clause is part of a statement."""
    verb = words[words[i].head]
    if verb.pos not in ("VERB", "AUX"):
        verb = words[verb.head]
    return verb.dep in ("csubj", "advcl") and verb.head > i


def _inversion_after(words: Sequence[Word], i: int) -> int | None:
    """The auxiliary that comes before its subject within a wh-phrase: "what kind of work would | you"."""
    for j in range(i + 1, min(i + 1 + _LONGEST_WH_PHRASE, len(words) - 1)):
        if words[i].lower in _CONJOINING and words[j - 1].dep in ("nsubj", "nsubjpass"):
            return None  # "When my sister did it..."
        if _is_aux_subject(words, j):
            return j
        of_that = words[j - 1].pos == "ADP"
        if words[j].pos in ("VERB", "PUNCT") or (words[j].lower in SUBJECTS and not of_that):
            return None
    return None


def _is_aux_subject(words: Sequence[Word], j: int) -> bool:
    if words[j].lower not in AUXILIARIES or words[j].tag == "POS" or _is_full_verb(words, j):
        return False
    k = j + 1
    if k < len(words) and words[k].lower in ("n't", "not"):
        return k + 1 < len(words) and _is_subject_of_negation(words, k + 1)
    while k < len(words) and words[k].pos == "ADV" and k < j + 3:
        k += 1
    return k < len(words) and _is_subject(words, k)


def _is_subject_of_negation(words: Sequence[Word], k: int) -> bool:
    """ "Did n't | the", and in a marked question also "would n't | nursing"; but not "don't | inject"."""
    if words[k].lower in SUBJECTS | _DETERMINERS:
        return True
    named = words[k].dep in ("nsubj", "nsubjpass", "csubj") or (len(words) > k + 1 and words[k + 1].lower == "be")
    return named and _is_marked(words)


def _is_full_verb(words: Sequence[Word], j: int) -> bool:
    """ "Have a look", "do the washing": no auxiliary at all, unless the sentence is marked as a question."""
    follows = words[j + 1].lower if j + 1 < len(words) else ""
    if words[j].lower not in ("have", "do", "had") or follows not in _DETERMINERS or inverts(words, j):
        return False
    return not _is_marked(words) or not all(word.is_punct or word.lower in LEAD_INS for word in words[:j])


def inverts(words: Sequence[Word], j: int) -> bool:
    """ "Do his mum and dad know": the subject of the verb that the auxiliary hangs on stands between the two."""
    verb = words[j].head
    if verb <= j or words[verb].pos not in ("VERB", "AUX") or words[verb].tag not in ("VB", "VBP", "VBN"):
        return False
    between = words[j + 1 : verb]
    return any(word.head == verb and word.dep in ("nsubj", "nsubjpass") for word in between) and all(
        word.text != "," for word in between
    )


def _is_subject(words: Sequence[Word], k: int) -> bool:
    word = words[k]
    if word.lower in SUBJECTS or word.lower in _DETERMINERS:
        return True
    if word.dep == "csubj" and word.tag == "VBN":
        return False  # "What's said in here stays in here"
    return word.dep in ("nsubj", "nsubjpass", "expl", "csubj") or (
        word.pos in ("PROPN", "NOUN") and word.dep == "compound"
    )


def _is_wh_subject(words: Sequence[Word], i: int) -> bool:
    """ "What makes...", "who told...", "what part of it hurts", "what's next": the wh-word is the subject."""
    j = i + 1
    while j < len(words) and words[j].pos in ("NOUN", "ADJ", "ADV") and j < i + 4:
        j += 1
    if j > i + 1 and j + 1 < len(words) and words[j].lower == "of" and words[j + 1].pos in ("PRON", "DET"):
        j += 2 if words[j + 1].dep == "pobj" else 3
    if j >= len(words):
        return False
    following = words[j]
    if following.lower in AUXILIARIES:
        return True
    return following.pos == "VERB" and following.tag in ("VBZ", "VBD", "VBP", "MD")


def _is_subordinate(words: Sequence[Word], i: int) -> bool:
    """ "..., when something went well", "what I mean is": a clause within another, not a question."""
    after_a_verb = any(word.pos in ("VERB", "AUX") for word in words[:i])
    if after_a_verb and (
        words[i].lower in _HEADING_CLAUSES or (_has_a_clause(words, i) and not _is_wh_subject(words, i))
    ):
        return True
    return not _is_marked(words) and not _is_wh_subject(words, i)


def _has_a_clause(words: Sequence[Word], i: int) -> bool:
    """ "..., how you came here": a subject and its verb follow in the order of a statement."""
    return any(word.dep in ("nsubj", "nsubjpass") and word.head > k for k, word in enumerate(words) if k > i)


def _is_marked(words: Sequence[Word]) -> bool:
    """Whether the sentence ends with a question mark, or with "..., I wonder"."""
    if any("?" in word.lower for word in words[-2:]):
        return True
    return [word.lower for word in words[-4:] if not word.is_punct][-2:] == ["i", "wonder"] and len(words) > 4


def _is_stated(words: Sequence[Word]) -> bool:
    """Whether the sentence ends with a stop that says it is no question."""
    return words[-1].lower in (".", "!", "!!", "...") and not _is_marked(words)


def _is_polar_onset(words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if word.lower not in AUXILIARIES or word.lower in _ENCLITICS or not _is_aux_subject(words, i):
        return False
    if (
        _is_command(words, i)
        or _is_cut_short(words, i)
        or _starts_over(words, i)
        or (_is_stated(words) and not _asks_a_person(words, i))
    ):
        return False
    if begins_clause(words, i):
        return not _is_conditional(words, i) and not _is_relative(words, i)
    before = words[i - 1]
    if words[i + 1].lower == "there":
        return _asks_for_something(words, i)
    if before.lower in _NOT_BEFORE_INVERSION or before.lower in SUBJECTS or before.lower in AUXILIARIES:
        return False
    return (
        words[i + 1].lower == "you"
        and word.lower in _ASKS_WITHOUT_A_STOP
        and before.pos not in ("ADP", "PART", "DET", "SCONJ")
        and before.tag != "MD"
    )


def _starts_over(words: Sequence[Word], i: int) -> bool:
    """ "What helps is, um, is that it's near": the same word once more, and no question."""
    before = [word.lower for word in words[:i] if not word.is_punct and word.pos != "INTJ"]
    return len(before) > 1 and before[-1] == words[i].lower and words[i - 1].lower != before[-1]


def _is_relative(words: Sequence[Word], i: int) -> bool:
    """ "The ones that maybe are n't your friends": a clause about a noun before it."""
    k = i - 1
    while k > 0 and (words[k].lower in LEAD_INS or words[k].pos == "ADV"):
        k -= 1
    return k > 0 and k < i - 1 and words[k].lower in ("that", "who", "which") and words[k].dep.startswith("nsubj")


def _asks_for_something(words: Sequence[Word], i: int) -> bool:
    """ "Looking back is there a reason...": without stops only a thing not yet known is asked for like this."""
    before, after = words[i - 1], words[i + 2 : i + 3]
    free = before.pos not in ("PRON", "SCONJ", "DET", "PART") and before.lower not in _NOT_BEFORE_INVERSION
    return free and bool(after) and after[0].lower in _SOMETHING and not _is_stated(words)


def _is_cut_short(words: Sequence[Word], i: int) -> bool:
    """ "..., is you'd lose", "do you know, my friend": what follows is no clause with this auxiliary."""
    after = [word.lower for word in words[i + 2 : i + 4]]
    if after[:1] and after[0] in ("'d", "'ll", "'ve", "'re"):
        return True
    if words[i].lower in ("are", "have") and [word.lower for word in words[i + 1 : i + 3]] == ["you", "know"]:
        return True
    if [word.lower for word in words[i : i + 3]] == ["do", "you", "know"] and after[1:] == [","]:
        return True
    needs_a_verb = words[i].lower in ("has", "have", "had", "does") and not _is_marked(words)
    return needs_a_verb and not any(word.tag in ("VBN", "VBD", "VB", "VBP") for word in words[i + 2 : i + 7])


def _asks_a_person(words: Sequence[Word], i: int) -> bool:
    """In a sentence that ends with a stop only "do you", "have they" and the like may still ask."""
    k = i + 2 if words[i + 1].lower in ("n't", "not") else i + 1
    return k < len(words) and words[k].lower in ("you", "they", "he", "she", "we")


def _is_command(words: Sequence[Word], i: int) -> bool:
    """ "Do it first", "don't you dare": a command with an auxiliary in front."""
    following = [word.lower for word in words[i + 1 : i + 4]]
    if words[i].lower != "do" or not following or _is_marked(words):
        return False
    if following[0] in ("it", "that", "this", "these", "those"):
        return not any(word.tag == "VB" for word in words[i + 2 : i + 5])
    return following[:2] == ["n't", "you"] and following[2:3] not in (["think"], ["feel"], ["want"], ["find"], ["miss"])


def _is_conditional(words: Sequence[Word], i: int) -> bool:
    """ "Should you need...", "..., had I known": inversion that is not a question."""
    if words[i].lower not in ("should", "had"):
        return False
    if i == 0:
        return words[-1].lower != "?"
    depends = any(word.lower in _CONDITIONED for word in words[:i])
    wishes = words[i].lower == "had" or any(word.lemma in _WISHING for word in words[i + 2 : i + 4])
    return words[i - 1].lower == "," and depends and wishes
