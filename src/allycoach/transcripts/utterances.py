"""A transcript as one JSON object a line, the way ConvoKit keeps utterances: id, speaker, text, reply_to, timestamp."""

import json
from collections.abc import Mapping
from typing import Any

from allycoach.catalogue import _

from .said import NotReadError, Said, Talk, lines_of


def parse(text: str) -> tuple[Said, ...]:
    """What was said, in the order of the file. Raises NotReadError, also when something answers what comes after it."""
    talk = Talk("\n")
    seen: set[str] = set()
    awaited: dict[str, int] = {}
    for number, line in enumerate(lines_of(text), 1):
        if not line.strip():
            continue
        raw = _object(line, number)
        name = _id(raw, number)
        if name in seen:
            raise NotReadError(number, _("another utterance before it has the same id"))
        if name in awaited:
            raise NotReadError(
                number,
                _("line {line} answers this one and stands before it; put them in order").format(line=awaited[name]),
            )
        seen.add(name)
        answers = raw.get("reply_to", raw.get("reply-to"))
        if answers is not None and str(answers) not in seen:
            awaited.setdefault(str(answers), number)
        talk.begin(number, _speaker(raw, number), _text(raw, number), _talk(raw))
    return talk.whole()


def _object(line: str, number: int) -> Mapping[str, Any]:
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError):
        raise NotReadError(number, _("it is not JSON")) from None
    if not isinstance(raw, dict):
        raise NotReadError(number, _("it is not a JSON object"))
    return raw


def _id(raw: Mapping[str, Any], number: int) -> str:
    name = raw.get("id", f"line {number}")
    if isinstance(name, bool) or not isinstance(name, str | int):
        raise NotReadError(number, _('its "id" is neither text nor a number'))
    return str(name)


def _speaker(raw: Mapping[str, Any], number: int) -> str:
    who = raw.get("speaker", raw.get("user"))
    if isinstance(who, dict):
        who = who.get("id")
    if not isinstance(who, str) or not who.strip():
        raise NotReadError(number, _('it has no "speaker" that is text'))
    return who


def _text(raw: Mapping[str, Any], number: int) -> str:
    words = raw.get("text")
    if words is not None and not isinstance(words, str):
        raise NotReadError(number, _('its "text" is no text'))
    return words or ""


def _talk(raw: Mapping[str, Any]) -> str:
    talk = raw.get("conversation_id", raw.get("root", ""))
    return str(talk) if isinstance(talk, str | int) else ""
