"""People's words inside Markdown, where they stay exactly the words they are."""

import re

from allycoach.signs import visible

_ANYWHERE = re.compile(r"[\\`*_\[\]#~$]")
_REFERENCE = re.compile(r"&(?=#?\w+;)")
_LINK = re.compile(r"(?i)(?<=http)(s?):(?=//)|(?<=\bwww)\.")
_START = re.compile(r"[-+=:>]|\d+(?=[.)](?:\s|$))")
_ENTITIES = {"<": "&lt;", "|": "&#124;"}
# Entities, because every dialect of Markdown knows them, and the old ones know few backslashes.


def literal(text: str) -> str:
    """Text as Markdown that shows just that text: no markup, no HTML, no links, control characters as signs.

    Lines stay lines, empty ones are dropped. A line of it may begin a line of the document.
    """
    lines = (line.strip() for line in visible(text.replace("\r\n", "\n")).split("\n"))
    return "\\\n".join(_line(line) for line in lines if line)


def literal_line(text: str) -> str:
    """`literal` on one line, for a table cell or a heading."""
    return literal(" ".join(text.split()))


def _line(line: str) -> str:
    line = _REFERENCE.sub("&amp;", line)
    line = _ANYWHERE.sub(r"\\\g<0>", line)
    line = _LINK.sub(lambda found: f"{found[1]}\\:" if found[1] is not None else r"\.", line)
    for sign, entity in _ENTITIES.items():
        line = line.replace(sign, entity)
    return _START.sub(_escaped_start, line, count=1) if _START.match(line) else line


def _escaped_start(found: re.Match[str]) -> str:
    start = found[0]
    return "&gt;" if start == ">" else f"{start}\\" if start.isdigit() else f"\\{start}"
