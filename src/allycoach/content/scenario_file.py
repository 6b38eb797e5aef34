"""A scenario, or other content, written as a content file, with remarks that say what each part is for."""

import io
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from .schema.base import Content
from .schema.scenario import Scenario

_PLAIN = re.compile(r"[a-z][a-z0-9_.-]*")
_ROOM = 96
_SHORT_LISTS = frozenset({"words", "after", "needs", "expects", "competencies", "authors", "acts", "topics", "untold"})
_NAMES = frozenset({"licence", "language"})
_REMARKS: dict[str, str] = {
    "schema": "A person to practise with. docs/authors.md explains every part; `allycoach check FILE` reads it all.",
    "competencies": "What of the framework can be practised here: `allycoach framework` lists it.",
    "person": "`brief` is what trainees read before they begin, `hidden` what they read when they look back.",
    "state": "Three meters, 0 to 100. Openness makes the band: closed, wary, open.",
    "opening": "What they say first; one is chosen.",
    "topics": "What they can talk about, from the surface to what it means. `words` are what a question about it might say;\n"
    "each good question or reflection brings the next of `lines`, once they are open enough (`at`).",
    "replies": "What they say to what a reply did, where no topic answers it. The most specific rule goes first.\n"
    "`then: topic` goes on with the next thing they would tell.",
    "fallback": "For what nothing else fits; {echo} becomes what the trainee named last. Never that they do not understand.",
    "asks_helper": "How they turn to the helper: the trap of giving advice.",
    "moments": "Moments that test something, once their time has come; `answers` are what they say to the very next reply.",
    "direct_questions": "Plain facts, when they are asked for; with `after`, only right after they said one of those words.",
    "vaguely": "For facts that nobody wrote: ordinary vague answers.",
    "endings": "The one to hope for is `next_step`: something they will do, in the first person, once `when` holds.",
    "debrief": "For looking back.",
    "tests": "Replies, and the topics that they must bring up or leave untold.",
}


def scenario_text(scenario: Scenario) -> str:
    """YAML that loads as exactly this scenario; what is left to the defaults is left out."""
    return content_text(scenario, _REMARKS)


def content_text(content: Content, remarks: Mapping[str, str]) -> str:
    """YAML that loads as exactly this content, without what is left to the defaults; `remarks` stand above keys."""
    data = content.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return "".join(_part(key, value, remarks.get(key, "")) for key, value in data.items())


def _part(key: str, value: Any, said: str) -> str:
    from ruamel.yaml import YAML  # only those who write a file pay for it

    yaml = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump({key: _styled(key, value)}, out)
    remark = "".join(f"# {line}\n" for line in said.splitlines())
    space = "\n" if key != "schema" and (remark or isinstance(value, Mapping)) else ""
    return f"{space}{remark}{out.getvalue()}"


def _styled(key: str, value: Any) -> Any:
    """The value as ruamel.yaml writes it best: people's words in quotes, short lists and groups on one line."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(value, str):
        if key == "review_by":
            return date.fromisoformat(value)
        return value if _PLAIN.fullmatch(value) or key in _NAMES else DoubleQuotedScalarString(value)
    if isinstance(value, Mapping):
        group = CommentedMap((name, _styled(str(name), each)) for name, each in value.items())
        if key == "when" or all(isinstance(each, int) for each in value.values()):
            group.fa.set_flow_style()
        return group
    if isinstance(value, list):
        listing = CommentedSeq(_styled(key, each) for each in value)
        if key in _SHORT_LISTS and len(str(value)) < _ROOM:
            listing.fa.set_flow_style()
        return listing
    return value
