"""The numbers of what content files must hold to. docs/rules has a page for each: errors S0xx, warnings S1xx."""

from typing import NamedTuple

from .located import Loc


class Finding(NamedTuple):
    """A rule that is broken, where in the file, and what to say about it: what is wrong, then how to mend it."""

    rule: str
    at: Loc
    said: str

    @property
    def is_error(self) -> bool:
        return is_error(self.rule)


def is_error(rule: str) -> bool:
    """Whether a file that breaks this rule is not used."""
    return rule.startswith("S0")


_CHOICE_OF_NAMES = frozenset({"literal_error", "enum"})
_SAYS_TOO_LITTLE = frozenset({"fallback", "say", "not_yet"})


def rule_at(path: Loc, slip: str = "missing") -> str:
    """The rule that a slip of the schema breaks, by where it is; `slip` is what pydantic calls it."""
    names = [part for part in path if isinstance(part, str)]
    last = names[-1] if names else ""
    if names[:1] == ["safeguarding"]:
        return "S009"
    if slip in ("missing", "too_short") and path and path[0] in ("fallback", "replies", "endings"):
        return "S004" if last in _SAYS_TOO_LITTLE else "S001"
    if slip == "string_pattern_mismatch" and names[:1] == ["exercises"]:
        return "S008"
    if slip in _CHOICE_OF_NAMES and (last == "act" or names[:2] == ["state", "effects"] or "answers" in names):
        return "S003"
    return "S001"
