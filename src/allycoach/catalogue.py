"""The words of the interface in the language of whoever reads them: gettext, with English as it stands in the code.

The language is settled when this is first imported, so what a module names at its top is in that language too.
"""

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "allycoach"
ENGLISH = "en"
_ASKED_IN = ("ALLYCOACH_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_NAME = re.compile(r"[A-Za-z]{1,8}(?:[_.@][\w-]+)*", re.ASCII)
_FIELD = re.compile(r"\{\{|\}\}|\{([^{}]+)\}")


def _(message: str) -> str:
    """The message in the reader's language; itself where there is no translation that fits."""
    if _WORDS is None or not message:  # what gettext says to nothing is the head of its file
        return message
    said = _WORDS.gettext(message)
    return said if fits(said, message) else message


def meant(context: str, message: str) -> str:
    """As `_`, where English has one word for what other languages have two for: a closed question, a closed person."""
    if _WORDS is None:
        return message
    said = _WORDS.pgettext(context, message)
    return said if fits(said, message) else message


def many(one: str, several: str, n: int) -> str:
    """The form for `n` things; the language says how many forms there are, and which is for which number."""
    english = one if n == 1 else several
    if _WORDS is None:
        return english
    said = _WORDS.ngettext(one, several, n)
    return said if fits(said, one, several) else english


def language() -> str:
    """The language the interface is in: `en`, `cy`."""
    return _LANGUAGE


def wanted(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The languages asked for, the dearest first, up to where English would do; () where English comes first."""
    said = next((words for name in _ASKED_IN if (words := environment.get(name, "").strip())), "")
    names = (re.sub(r"^(\w+)-", r"\1_", name.strip()) for name in said.split(":"))
    return tuple(takewhile(lambda name: not _is_english(name), filter(_NAME.fullmatch, names)))


@cache
def fits(said: str, *english: str) -> bool:
    """Whether a translation can be filled in like the English it stands for: a slip in a catalogue must not stop
    anybody, nor put in what the message does not speak of."""
    allowed = set[str]()
    for message in english:
        fields, whole = _fields(message)
        if not whole:
            return True  # a brace that stands alone: this message is never filled in
        allowed |= fields | {re.split("[:!]", field)[0] for field in fields}
    fields, whole = _fields(said)
    return whole and fields <= allowed


def _fields(message: str) -> tuple[set[str], bool]:
    """The placeholders of a message, and whether it has no other brace."""
    return {found[1] for found in _FIELD.finditer(message) if found[1]}, not set("{}") & set(_FIELD.sub("", message))


def _is_english(name: str) -> bool:
    return re.split("[_.@]", name)[0].lower() in {"en", "c", "posix"}


def _opened(languages: tuple[str, ...], folders: Iterable[Path]) -> "tuple[str, NullTranslations] | None":
    """The first catalogue there is, and its language. A damaged one counts for none: nobody is kept from practising."""
    from gettext import GNUTranslations, find

    places = tuple(folders)
    for name in languages:
        for folder in places:
            found = find(DOMAIN, str(folder), [name])
            with suppress(Exception):
                if found is not None:
                    with Path(found).open("rb") as file:
                        return Path(found).parents[1].name, GNUTranslations(file)
    return None


def _folders() -> Iterable[Path]:
    """Where catalogues are: the reader's own first, so that a translator sees a change at once."""
    from allycoach.home import home

    package = Path(__file__).resolve().parent
    inside = package / "data"
    return home() / "locale", (inside if inside.is_dir() else package.parents[1]) / "locale"


def _chosen() -> "tuple[str, NullTranslations | None]":
    languages = wanted(os.environ)
    return (languages and _opened(languages, _folders())) or (ENGLISH, None)


_LANGUAGE, _WORDS = _chosen()
