"""One form for all forms of a word, near enough to compare a person's words with a helper's."""

import re
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_PART = re.compile(r"[^\W_]+?(?=n't)|n't|'[^\W_]+|[^\W_]+")
_WITHOUT_MARK = re.compile(r"\b(do|does|did|wo|ca|is|are|was|were|have|has|had|could|would|should)nt\b")
_SO_MANY_YEARS_OLD = re.compile(r"\b(?:my|our) (?:\w+ )?[\w-]*[ -]years?[ -]olds?\b")
_AMONG_CHILDREN = re.compile(
    r"\b(?:dinner lad(?:y|ies)|lollipop|teachers?|teaching assistant|childmind\w*|playgroups?|playgrounds?|classrooms?|cr[eè]che|"
    r"nurser(?:y|ies)|youth (?:club|work)\w*|school (?:kitchen|dinners?|hall|office|bus|gates?|run|caretaker|cook|cleaner)|"
    r"under[ -](?:\d+|\w+(?:ve|x|n|ht|ne))s|story ?time|scouts|cubs|brownies|foster(?:ing|ed)?|after[ -]school club|"
    r"(?:at|in|for) (?:a|the|our|my) (?:\w+ ){0,2}(?:school|primary|infants|juniors))\b"
)
_IRREGULAR = {
    "went": "go", "gone": "go", "thought": "think", "felt": "feel", "got": "get", "had": "have", "has": "have", "was": "be",
    "said": "say", "told": "tell", "left": "leave", "lost": "lose", "made": "make", "ran": "run", "kept": "keep", "took": "take",
    "taken": "take", "came": "come", "gave": "give", "given": "give", "found": "find", "knew": "know", "known": "know",
    "saw": "see", "seen": "see", "sent": "send", "spent": "spend", "spoke": "speak", "spoken": "speak", "stood": "stand",
    "taught": "teach", "wrote": "write", "written": "write", "bought": "buy", "built": "build", "chose": "choose",
    "drove": "drive", "driven": "drive", "fell": "fall", "fallen": "fall", "heard": "hear", "held": "hold", "led": "lead",
    "met": "meet", "paid": "pay", "sat": "sit", "slept": "sleep", "began": "begin", "begun": "begin", "broke": "break",
    "broken": "break", "brought": "bring", "caught": "catch",
    "children": "child", "pupil": "child", "pupils": "child", "toddler": "child", "toddlers": "child", "infants": "child",
    "youngster": "child", "youngsters": "child", "youngest": "child", "eldest": "child", "kiddies": "child",
    "schoolchildren": "child",
    "kids": "child", "kid": "child", "bairn": "child", "bairns": "child", "son": "child", "daughter": "child",
    "hubby": "husband", "widow": "husband", "widower": "wife", "missus": "wife", "gran": "grandmother", "nan": "grandmother",
    "granny": "grandmother", "grandma": "grandmother", "nana": "grandmother",
    "mum": "mother", "mam": "mother", "mom": "mother", "dad": "father", "better": "good", "worse": "bad",
}  # fmt: skip
_NUMBERS = {
    name: str(number)
    for number, name in enumerate(
        "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty".split(),
        start=3,
    )
}
IRREGULAR_FORMS = frozenset(_IRREGULAR)
"""Past forms that a tagger sometimes takes for base forms."""

LIGHT = frozenset(
    (
        "a an the i me my mine we us our you your yours he him his she her they them their it its this that these "
        "those is am are was were be been being do does did done have has had having will would can could shall "
        "should may might must ought and or but so if because as than then though although while until when where "
        "who whom which what how why to of in on at for with from by about into over under up down out off again "
        "not no nor never ever just only really very quite rather much many more most some any all both each every "
        "other another such own same too also even still yet already now here there yes yeah yep ok okay well "
        "right like get got go going gone feel feeling felt think thinking thought know knowing want wanting sound "
        "sounds sounding seem seems look looks say saying said mean means kind sort lot bit way thing things "
        "something anything nothing everything someone anyone everyone one two make makes making take takes let "
        "put come 's 're 've 'll 'd 'm n't sure maybe perhaps um uh er since lately recently before "
        "oh hmm mm please thanks thank sorry hello "
        "hi bye today guess suppose tell hear heard hearing 'em"
    ).split()
)

_stem = snowballstemmer.stemmer("english").stemWord


_CHILD = frozenset(("child",))
"""Somebody's sixteen-year-old is their child; and who works at a school or a nursery has told of children."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """One form for all forms of a word, near enough to compare a person's words with a helper's."""
    plain = word.lower()
    return str(_stem(_NUMBERS.get(plain) or _IRREGULAR.get(plain, plain)))


@lru_cache(maxsize=1024)
def words_in(text: str) -> frozenset[str]:
    """All the words of a line in small letters, contractions cut as the pipeline cuts them."""
    return frozenset(_PART.findall(_WITHOUT_MARK.sub(r"\1n't", text.lower().replace("’", "'"))))


@lru_cache(maxsize=4096)  # the lines of one long talk: each reply asks for all of them again
def stems_of(text: str) -> frozenset[str]:
    """The content words of a line, without parsing it."""
    lower = text.lower().replace("’", "'")
    words = (word.removesuffix("'s") for word in _WORD.findall(lower))
    found = frozenset(stem(word) for word in words if word not in LIGHT)
    tells_of_children = _SO_MANY_YEARS_OLD.search(lower) or _AMONG_CHILDREN.search(lower)
    return found | _CHILD if tells_of_children else found
