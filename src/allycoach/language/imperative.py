"""Bare imperatives: telling someone what to do with a verb and no subject."""

from collections.abc import Collection, Sequence

from .asking import AUXILIARIES, inverts
from .clauses import Clause
from .stems import IRREGULAR_FORMS
from .words import Word

IMPERATIVE = "advice.imperative"
COMMAND = "advice.command"
"""The rules of a bare imperative, and of one that tells them to do something to something."""

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass"))

_DOING = frozenset(
    (
        "ring phone call text email message post print fill sign join register ask tell write send bring take put get make "
        "pick choose find check search google open drop buy borrow sell pay save claim chase contact visit try use "
        "build set start finish quit move draft update copy hand wear practise study record list highlight note tick stick pack "
        "clean iron polish order cancel change swap switch turn refuse accept decline demand report appeal challenge dispute "
        "query book bin ditch sort knock shut stretch split cut grab nab snap invite thank remind warn follow research"
    ).split()
)
"""Verbs that are plain commands before an object, which a tagger takes for names and nouns at the head of a sentence."""
_NEAR = 8
_MOMENTS = (["minute"], ["moment"], ["second"], ["sec"], ["tick"])
_THINGS = (["it"], ["that"], ["this"], ["a"], ["an"], ["another"])
"""What "do" and "have" are told to do something with: "Have a look", where "Have they looked" asks."""
_NEEDS = (["need"], ["must"])
_OBJECTS = frozenset(
    "the a an your them 'em him her it this these those yourself some every each all both another one two three".split()
)


def imperative(words: Sequence[Word], clause: Clause, never: Collection[str]) -> tuple[int, int] | None:
    """The words of a command in this clause (first, last exclusive), or None. `never` are lemmas that do not command.

    Looks for a verb in its base form with no subject and no auxiliary, at the clause's core or at its root: "Update your
    CV", "Next time, ask her", "Don't give up".
    """
    children = _children(words)
    if words[clause.core].pos == "VERB" and _is_towards_us(words[clause.core + 1 : clause.last]):
        return None
    for i in range(clause.core, clause.last):
        if _commands(words, i, clause, children) and words[i].lemma not in never and _is_theirs(words, i, clause):
            first = i - 2 if i >= 2 and words[i - 1].lower == "n't" else i
            return max(first, clause.first), _reach(words, i, clause)
    return None


def _is_theirs(words: Sequence[Word], i: int, clause: Clause) -> bool:
    """Whether what is commanded is for them to do, some time after the talk."""
    after = words[i + 1 : clause.last]
    return not (_is_towards_us(after) or _is_for_now(after) or _is_leave(after))


def rule_of(words: Sequence[Word], clause: Clause, first: int) -> str:
    """The rule that the command at word `first` goes by: "Book the van" is plainer than any other imperative."""
    plain = _is_plain(words, first, clause) and words[clause.first].lower not in ("and", "or")
    return COMMAND if plain else IMPERATIVE


def _commands(words: Sequence[Word], i: int, clause: Clause, children: dict[int, list[int]]) -> bool:
    word = words[i]
    if _is_plain(words, i, clause):
        return True
    if word.tag not in ("VB", "VBP") or word.pos not in ("VERB", "AUX") or word.lower != word.lemma:
        return False
    if word.lower in ("have", "need") and i > 0 and words[i - 1].lower in ("n't", "not"):
        return False  # "don't have to open them"
    if word.lower in IRREGULAR_FORMS or (word.lower in AUXILIARIES and _is_no_command(words, i)):
        return False
    if word.tag == "VBP" and i != clause.core:
        return False
    if not (i == clause.core or word.dep == "ROOT" or _is_dont(words, i) or _is_listed(words, i)):
        return False
    if i > clause.core and words[i - 1].lower in ("to", "you", "i", "we", "they"):
        return False
    return not any(words[k].dep in _SUBJECTS and k < i and not _is_do(words, k) for k in children.get(i, ()))


def _is_plain(words: Sequence[Word], i: int, clause: Clause) -> bool:
    """ "Book the van", "..., so put it on the form": a verb of doing and its object where a command stands, however tagged."""
    if i + 1 >= clause.last or words[i].lower not in _DOING:
        return False
    if words[i + 1].lower not in _OBJECTS and not (words[i + 1].lower == "that" and words[i].pos == "VERB"):
        return False
    if words[i].tag in ("VBG", "VBZ"):
        return False
    if i == clause.core:
        return i == clause.first or words[i - 1].lower not in ("to", "not", "n't")
    return i >= 2 and words[i - 1].lower in ("so", "then") and words[i - 2].is_punct


def _is_towards_us(after: Sequence[Word]) -> bool:
    """ "Give me...", "talk to me", "leave the form with us": what is asked for in the talk itself; "bless you", "mark my words"."""
    if after and after[0].lower in ("me", "us", "you", "my", "mine", "our", "ours"):
        return True
    for i, word in enumerate(after[:_NEAR]):
        if word.is_punct or word.lower in ("and", "but", "so", "before", "if", "when"):
            return False
        if word.lower in ("to", "with", "at", "for") and i + 1 < len(after) and after[i + 1].lower in ("me", "us"):
            return True
    return False


def _is_for_now(after: Sequence[Word]) -> bool:
    """ "Leave that for a minute", "Park it for now": it steers the talk and nothing else."""
    said = [word.lower for word in after[:_NEAR]]
    return any(
        one == "for"
        and (said[i + 1 : i + 2] == ["now"] or (said[i + 1 : i + 2] == ["a"] and said[i + 2 : i + 3] in _MOMENTS))
        for i, one in enumerate(said)
    )


def _is_leave(after: Sequence[Word]) -> bool:
    """ "Get it if you need to": they are free to, and nothing is put to them."""
    said = [word.lower for word in after[:_NEAR]]
    return any(said[i : i + 2] == ["if", "you"] and said[i + 2 : i + 3] in _NEEDS for i in range(len(said)))


def _is_no_command(words: Sequence[Word], i: int) -> bool:
    """ "Do you know, ...", "haven't I!", a bare "don't", "do the lads know": an auxiliary that commands nothing here."""
    following = [word.lower for word in words[i + 1 : i + 3]]
    if words[i].lower in ("do", "have") and following[:1] not in _THINGS and inverts(words, i):
        return True
    return not following or following[0] in ("you", "i", "we") or following[0] == "n't"


def _is_listed(words: Sequence[Word], i: int) -> bool:
    """A base form right after a stop or "so", that hangs on no verb with a subject or an auxiliary: "first job: ring"."""
    if words[i].tag != "VB" or not (words[i - 1].is_punct or words[i - 1].lower in ("so", "then", "just", "please")):
        return False
    head = words[i].head
    if head == i:
        return True
    return not any(w.head == head and w.dep in _SUBJECTS and k < i for k, w in enumerate(words))


def _is_do(words: Sequence[Word], k: int) -> bool:
    return words[k].lower == "do" and k + 1 < len(words) and (words[k + 1].lower in ("n't", "not"))


def _is_dont(words: Sequence[Word], i: int) -> bool:
    if i < 2 or words[i - 1].lower not in ("n't", "not") or words[i - 2].lower != "do":
        return False
    return i < 3 or words[i - 3].is_punct or words[i - 3].lower in ("and", "but", "so", "please", "just")


def _children(words: Sequence[Word]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for i, word in enumerate(words):
        if word.head != i:
            found.setdefault(word.head, []).append(i)
    return found


def _reach(words: Sequence[Word], verb: int, clause: Clause) -> int:
    """The verb with its object or complement: up to five words, not over a stop or into the next clause."""
    last = verb + 1
    while (
        last < min(verb + 6, clause.last)
        and not words[last].is_punct
        and words[last].dep not in ("cc", "mark", "advcl")
    ):
        last += 1
    return last
