"""The lists of phrasebank/names.yaml, ready to be looked up."""

import re
from dataclasses import dataclass
from functools import cache

from allycoach.content.schema.names import NameLists


@dataclass(frozen=True, slots=True)
class Known:
    """Words by what they are, all lower case; `places` and `employers` find whole names however they are written."""

    given: frozenset[str]
    given_words: frozenset[str]
    surnames: frozenset[str]
    titles: frozenset[str]
    relations: frozenset[str]
    organisations: frozenset[str]
    streets: frozenset[str]
    ordinary: frozenset[str]
    stays: frozenset[str]
    stay_phrases: re.Pattern[str]
    places: re.Pattern[str]
    employers: re.Pattern[str]
    addresses: re.Pattern[str]


@cache
def _sets(lists: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(each.split()) for each in lists)


def known(names: NameLists) -> Known:
    """The lists of a file, ready to be looked up."""
    given, words, surnames, titles, relations, organisations, streets, ordinary = _sets(
        (
            names.given, names.given_words, names.surnames, names.titles, names.relations, names.organisations,
            names.streets, names.ordinary,
        )
    )  # fmt: skip
    return Known(
        given=given - words - ordinary,
        given_words=words,
        surnames=surnames,
        titles=titles,
        relations=relations,
        organisations=organisations,
        streets=streets,
        ordinary=ordinary,
        stays=frozenset(each for each in names.stays if " " not in each),
        stay_phrases=_any_of([each for each in names.stays if " " in each]),
        places=_any_of(names.places),
        employers=_any_of(names.employers),
        addresses=_addresses(streets),
    )


def _any_of(phrases: tuple[str, ...] | list[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, phrases), key=len, reverse=True)
    wanted = "|".join(each.replace("'", "['’]").replace(r"\ ", r"\s+") for each in longest_first)
    return re.compile(rf"(?i)(?<!\w)(?=\w)(?:{wanted or '(?!)'})(?!\w)")


def _addresses(streets: frozenset[str]) -> re.Pattern[str]:
    """A number, one to three words, and a word such as road."""
    flat, number, named = r"(?:flat \d{1,4}[a-z]?,? )?", r"\d{1,4}[a-z]? ", r"(?:[^\W\d_][\w'’-]{1,30} ){1,3}"
    return re.compile(rf"(?i)(?<!\w){flat}{number}{named}(?:{'|'.join(sorted(streets))})\b")
