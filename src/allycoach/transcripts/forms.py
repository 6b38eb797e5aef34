"""Which form of transcript a file is, and its bytes as text."""

import codecs
from collections.abc import Mapping
from pathlib import PurePath
from typing import Literal

from allycoach.catalogue import _

from . import plain_text, table, utterances, webvtt
from .said import NotReadError, Said

Form = Literal["text", "csv", "vtt", "jsonl"]

LARGEST = 4_000_000
"""Bytes of one transcript; a day of talk has some four hundred thousand."""

_BY_NAME: Mapping[str, Form] = {
    ".txt": "text", ".text": "text", ".md": "text",
    ".csv": "csv", ".tsv": "csv",
    ".vtt": "vtt",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
}  # fmt: skip
_OTHERS = (
    (b"PK\x03\x04", _("a Word or other office document")),
    (b"\xd0\xcf\x11\xe0", _("an old Word document")),
    (b"%PDF", _("a PDF")),
    (b"{\\rtf", _("a rich text document")),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def form_of(name: str, text: str) -> Form:
    """By its name, or where that says nothing by how it begins."""
    if text.startswith("WEBVTT"):
        return "vtt"
    by_name = _BY_NAME.get(PurePath(name).suffix.lower())
    return by_name or ("jsonl" if text.lstrip().startswith("{") else "text")


def parse(form: Form, text: str, columns: Mapping[str, str] | None = None) -> tuple[Said, ...]:
    """What was said, in order. Raises NotReadError with the line that is not understood."""
    if form == "csv":
        return table.parse(text, columns)
    return {"text": plain_text.parse, "vtt": webvtt.parse, "jsonl": utterances.parse}[form](text)


def decoded(data: bytes, largest: int = LARGEST) -> tuple[str, bool]:
    """The text of a file, and whether its letters had to be guessed. Raises NotReadError for what is no text."""
    if len(data) > largest:
        raise NotReadError(0, _("it is larger than {largest} MB; cut it in parts").format(largest=largest // 1_000_000))
    for begins, what in _OTHERS:
        if data.startswith(begins):
            raise NotReadError(0, _("it is {what}; save it as plain text (.txt) first").format(what=what))
    text, guessed = _text(data)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise NotReadError(line, _("it holds bytes that are no text; save it as plain text in UTF-8 first"))
    return text, guessed


def _text(data: bytes) -> tuple[str, bool]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), False
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        return _strict(data, "cp1252"), True  # what Windows writes where it does not write UTF-8


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotReadError(line, _("it holds bytes that are no text; save it as plain text in UTF-8 first")) from None
