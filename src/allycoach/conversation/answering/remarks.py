"""Remarks: what a helper says that asks nothing and informs of nothing, which people take up and go on from."""

from allycoach.conversation.hearing.asking import content_of
from allycoach.conversation.hearing.words import found
from allycoach.conversation.person.situation import Piece, Situation

from .restating import in_common, spoken
from .telling import tell

_INFORMS = (
    "free", "appointment", "open", "opens", "closes", "shut", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "website", "number", "phone", "leaflet", "adviser", "advisor", "service", "centre", "college", "council", "course",
    "cost", "pounds", "week", "wait", "floor", "desk", "session", "group", "drop in", "drop-in", "upstairs", "downstairs",
    "next door", "grant", "fund", "bursary", "benefit", "union", "agency", "careers", "deadline", "form", "policy", "rule", "law",
    "we have", "weve got", "there is", "theres", "they do", "they have", "they run", "they can", "you can", "it means",
)  # fmt: skip
"""Words that a fact about help, places or times has."""
_TWICE = frozenset(("other", "information", "self_disclosure"))


def informs(s: Situation) -> bool:
    """Whether a reply tells them something: an answer to what they asked, or a fact about help, places or times."""
    asked = any("?" in each for each in spoken(s, s.state.last))
    return asked or bool(found(_INFORMS, s.reading.text))


def gone_on(s: Situation) -> Piece | None:
    """The next of what they were telling, where a remark takes up a word of it; not twice running."""
    if s.state.last_act in _TWICE or s.state.current is None:
        return None
    about = content_of(s.reading.text)
    last = spoken(s, s.state.last)
    if not any(in_common(about, each) for each in last):
        return None
    return tell(s, s.state.current)
