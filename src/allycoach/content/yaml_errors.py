"""What the YAML parser complains of, said for people who write scenarios rather than YAML."""

import re
from typing import Any

from .visible import visible

_QUOTES = "put the whole text in quotes"
_SAYINGS: tuple[tuple[str, str], ...] = (
    (
        r"mapping values are not allowed",
        f'there is a second ": " here, or the line is indented too far; {_QUOTES}',
    ),
    (r"mapping keys are not allowed", f'a text cannot start with "? "; {_QUOTES}'),
    (r"found character '\\t'", "a tab is used here; indent with spaces"),
    (r"found character '(.)' that cannot start", f'a text cannot start with "{{}}"; {_QUOTES}'),
    (r"alphabetic or numeric character", f'a text cannot start with "*", "&" or "!"; {_QUOTES}'),
    (r"could not find expected ':'", 'this line is neither a "key: value" nor part of the text above it'),
    (r"unexpected end of stream|document separator", "a quotation mark opens here and never closes"),
    (
        r"unknown escape character '(.*)'",
        "inside \"...\" a backslash cannot stand before {}; write \\\\ or use '...'",
    ),
    (
        r"expected a comment or a line break",
        f'after "|" or ">" the text starts on the next line; or {_QUOTES}',
    ),
    (r"expected ',' or '\]'", 'a list opened with "[" here is not closed with "]", or a comma is missing'),
    (r"expected ',' or '}'", 'a group opened with "{{" here is not closed with "}}", or a comma is missing'),
    (r"expected the node content, but found '<stream end", "a bracket is opened and never closed"),
    (r"expected the node content, but found '(.+)'", f'"{{}}" cannot stand here; {_QUOTES}'),
    (
        r"expected <block end>, but found '<scalar>'",
        f"this is left over after a quoted text; {_QUOTES}, and inside '...' write '' for an apostrophe",
    ),
    (r"expected the node content", "something is missing here"),
    (r"expected <block end>", "this does not line up with the lines above it; check how far it is indented"),
    (
        r"found duplicate %YAML|expected .*directive|%",
        "lines that begin with % are not used here; take this one out",
    ),
)
_POINT_AT_OPENING = re.compile(r"unexpected end of stream|document separator|expected ',' or")


def in_plain_english(error: Any) -> tuple[str, Any]:
    """What is wrong, and the mark (or None) to point at, for a ruamel.yaml MarkedYAMLError."""
    problem = str(error.problem or error.context or "")
    mark = error.problem_mark or error.context_mark
    if _POINT_AT_OPENING.search(problem) and error.context_mark is not None:
        mark = error.context_mark
    if "could not find expected ':'" in problem and error.context_mark is not None:
        mark = error.context_mark
    for pattern, saying in _SAYINGS:
        found = re.search(pattern, problem)
        if found:
            return saying.format(*map(visible, found.groups())), mark
    return f"this is not YAML: {visible(problem)}", mark
