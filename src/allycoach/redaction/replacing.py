"""What stands in the document instead: the same sign for the same name, everywhere."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .contacts import Found, Kind
from .finding import NOBODY, find
from .lists import Known

_SAID: dict[Kind, str] = {
    "name": "name",
    "place": "place",
    "employer": "employer",
    "phone": "phone number",
    "email": "e-mail",
    "postcode": "postcode",
    "ni": "NI number",
    "link": "link",
    "date": "date",
    "number": "number",
}
_PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_AROUND = 24
_NAMELIKE = frozenset({"name", "place", "employer"})


@dataclass(frozen=True, slots=True)
class Replacement:
    """`sign` stands for `words`, as they were written in each place; `seen` is the first place, with what is around it."""

    sign: str
    words: tuple[str, ...]
    times: int
    seen: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A text with its replacements; `at` turns an offset into the old text into one into the new."""

    text: str
    edges: tuple[tuple[int, int, int, int], ...] = ()

    def at(self, offset: int, *, end: bool = False) -> int:
        """An offset inside a name becomes the beginning of its sign, or its end."""
        shift = 0
        for start, stop, new_start, new_stop in self.edges:
            if stop <= offset:
                shift = new_stop - stop
            elif start < offset or (start == offset and not end):
                return new_stop if end else new_start
        return offset + shift


@dataclass(frozen=True)
class Redaction:
    """Which words go. `hide` are more words that the trainee wants gone, `keep` those that stay, both lower case."""

    lists: Known
    keep: frozenset[str] = NOBODY
    hide: tuple[str, ...] = ()
    known: frozenset[str] = NOBODY
    signs: dict[str, str] = field(default_factory=dict)

    def change(self, text: str) -> Changed:
        out, edges, before = [], [], 0
        for one in self.found(text):
            sign = self.signs.get(_key(text, one), f"[{_SAID[one.kind]}]")
            out.append(text[before : one.start])
            new_start = sum(map(len, out))
            out.append(sign)
            edges.append((one.start, one.end, new_start, new_start + len(sign)))
            before = one.end
        return Changed("".join((*out, text[before:])), tuple(edges))

    def found(self, text: str) -> tuple[Found, ...]:
        asked = [Found(*match.span(), "name") for match in _asked(self.hide).finditer(text)] if self.hide else []
        rules = find(text, self.lists, keep=self.keep, known=self.known)
        left = [one for one in rules if not any(each.start < one.end and one.start < each.end for each in asked)]
        return tuple(sorted((*asked, *left), key=lambda one: one.start))


def redaction(
    texts: Sequence[str],
    lists: Known,
    *,
    keep: Iterable[str] = (),
    hide: Iterable[str] = (),
    names: Iterable[str] = (),
) -> tuple[Redaction, tuple[Replacement, ...]]:
    """What to replace in these texts, and every replacement for the trainee to look at. `names` are those of people who are
    known to be spoken of.

    Names are numbered in the order in which they come up, and a part of a name has the number of the whole.
    """
    stays, gone = frozenset(word.lower() for word in keep), tuple(word.strip().lower() for word in hide if word.strip())
    first = Redaction(lists, stays, gone)
    parts = {part for text in texts for one in first.found(text) for part in _parts(text, one, lists)}
    known = parts.union(part for name in names for part in _own_words(name, lists) if len(part) > 1)
    plan = Redaction(lists, stays, gone, frozenset(known))
    return _signed(plan, texts)


def _parts(text: str, one: Found, lists: Known) -> Iterable[str]:
    """The words of a name that are that name wherever they stand with their capital."""
    if one.kind != "name":
        return ()
    return (part for part in _own_words(text[one.start : one.end], lists) if len(part) > 2)


def _own_words(name: str, lists: Known) -> Iterable[str]:
    """The words of a name that are no words besides: Kowalska, but not Grace."""
    common = lists.ordinary | lists.given_words | lists.titles | lists.stays | lists.relations
    return (part for part in _PART.findall(name) if part[0].isupper() and part.lower() not in common)


def _signed(plan: Redaction, texts: Sequence[str]) -> tuple[Redaction, tuple[Replacement, ...]]:
    rows: dict[str, list[tuple[str, str]]] = {}
    for text in texts:
        for one in plan.found(text):
            key = _key(text, one)
            if key not in plan.signs:
                plan.signs[key] = _same_as(key, one.kind, plan.signs) or _next_sign(one.kind, plan.signs)
            rows.setdefault(plan.signs[key], []).append((text[one.start : one.end], _seen(text, one)))
    return plan, tuple(
        Replacement(sign, tuple(dict.fromkeys(words for words, _ in places)), len(places), places[0][1])
        for sign, places in rows.items()
    )


def _key(text: str, one: Found) -> str:
    return " ".join(text[one.start : one.end].lower().replace("’", "'").split())


def _same_as(key: str, kind: Kind, signs: dict[str, str]) -> str | None:
    """The sign of a name that this is a part of, or that is a part of this."""
    if kind not in _NAMELIKE:
        return None
    mine = set(key.split())
    for other, sign in signs.items():
        theirs = set(other.split())
        if sign.startswith(f"[{_SAID[kind]} ") and (mine <= theirs or theirs <= mine):
            return sign
    return None


def _next_sign(kind: Kind, signs: dict[str, str]) -> str:
    so_far = len({sign for sign in signs.values() if sign.startswith(f"[{_SAID[kind]} ")})
    return f"[{_SAID[kind]} {so_far + 1}]"


def _seen(text: str, one: Found) -> str:
    before, after = text[max(0, one.start - _AROUND) : one.start], text[one.end : one.end + _AROUND]
    lead, trail = "…" * (one.start > _AROUND), "…" * (one.end + _AROUND < len(text))
    return f"{lead}{before}>{text[one.start : one.end]}<{after}{trail}"


def _asked(hide: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, sorted(hide, key=len, reverse=True)))})(?!\w)")
