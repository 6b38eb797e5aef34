"""Ways in which a file goes wrong on its way: bytes turned, cut, doubled; values of another kind than was meant."""

import copy
import os
from random import Random
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

EXAMPLES = int(os.environ.get("ALLYCOACH_FUZZ", "25"))
"""How many inputs each test tries. The suite tries few each time, other ones each time; docs/contributors.md says how to try
thousands."""

FUZZED = settings(max_examples=EXAMPLES, deadline=None)

NASTY = (
    "", " ", "\n", "\0", "\x1b[31m", "\u202e", "\ud800", "\ufeff", "\u2028", "'", '"', "{", "}", "{echo}", "{words}", "{0}",
    "{name!r}", "%s", "%(x)s", "../../x", "C:\\x", "con", "[bold]", "[/]", "<b>", "&", "*", "!x", "|", "---", "\t- ", ": ", "?",
    "[", "]", "(", ")", "(a|b", "... ... ...", "@list", "<verb>", "~", "^", "$", "_", "-->", "WEBVTT", "::", ",", ";", "=1+1",
    "9" * 400, "-0", "1e999", "NaN", "x" * 5000, "é" * 50, "👩‍👧", "ﬃ", "İ", "ß", "Ⅷ", "²", "٣", "a: b", "- - -", "# x",
)  # fmt: skip
_VALUES: tuple[Any, ...] = (
    *NASTY, None, True, False, 0, 1, -1, 2, 7, 100, 101, 10**9, 10**14, -(10**14), 0.5, -0.5, 1e300, 10**400, [], {}, [[]], [{}],
    {"": None}, ["x"], {"x": "y"}, [None], [1, 2], "none", "any", "advice", "question", "closed", "open",
)  # fmt: skip


def randoms() -> st.SearchStrategy[Random]:
    return st.randoms(use_true_random=False)


def spoilt_bytes(data: bytes, rng: Random, other: bytes = b"") -> bytes:
    """The same with up to six accidents; `other` is a file from which a piece may come."""
    made = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(made) + 1)
        upto = min(len(made), at + rng.choice((1, 1, 2, 8, 60, 400)))
        match rng.randrange(7):
            case 0 if at < len(made):
                made[at] = rng.randrange(256)
            case 1:
                del made[at:upto]
            case 2:
                made[at:at] = made[at:upto]
            case 3:
                made[at:at] = rng.choice(NASTY).encode("utf-8", "surrogatepass")
            case 4:
                del made[at:]
            case 5 if other:
                start = rng.randrange(len(other))
                made[at:at] = other[start : start + rng.choice((3, 40, 300))]
            case _ if at < len(made):
                made[at] ^= 1 << rng.randrange(8)
    return bytes(made)


def spoilt_value(value: Any, rng: Random) -> Any:
    """The same data with up to four of its parts changed, doubled, moved or gone."""
    made = copy.deepcopy(value)
    for _ in range(rng.randint(1, 4)):
        parts = list(_parts(made))
        if not parts:
            return rng.choice(_VALUES)
        holder, key = rng.choice(parts)
        _spoil(holder, key, parts, rng)
    return made


def _spoil(holder: Any, key: Any, parts: list[tuple[Any, Any]], rng: Random) -> None:
    match rng.randrange(8):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        case 1 | 2:
            there, its = rng.choice(parts)
            holder[key] = copy.deepcopy(there[its]) if _is_there(there, its) else None
        case 3 if isinstance(holder[key], str):
            text, at = holder[key], rng.randrange(len(holder[key]) + 1)
            holder[key] = text[:at] + rng.choice(NASTY) + text[at:]
        case 4 if isinstance(holder, dict):
            holder[rng.choice(NASTY)] = holder[key]
        case 5 if isinstance(holder[key], int) and not isinstance(holder[key], bool):
            holder[key] = rng.choice((-1, 0, holder[key] + 1, holder[key] * 1000, -holder[key], holder[key] % 97 / 2))
        case _:
            holder[key] = copy.deepcopy(rng.choice(_VALUES))


def _is_there(holder: Any, key: Any) -> bool:
    return key < len(holder) if isinstance(holder, list) else key in holder


def _parts(value: Any) -> Any:
    """Every place in the data, as what holds it and by which key."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _parts(value[key])
