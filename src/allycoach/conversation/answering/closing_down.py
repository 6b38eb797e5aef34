"""How the person closes down on being told what to do: by half agreeing, by polite thanks, or by going short."""

from allycoach.content.schema.scenario import Act, CloseStyle
from allycoach.conversation.person.lines import style_pool
from allycoach.conversation.person.situation import Piece, Situation

TOLD_WHAT_TO_DO: frozenset[Act] = frozenset(("advice_unasked", "taking_over", "rude"))
"""After these the style shows in the answer to the next reply too, unless that mends it."""

_STEERED: frozenset[Act] = frozenset(("advice_unasked", "taking_over", "leading_question", "reassurance"))


def closing_down(s: Situation) -> Piece | None:
    """A line of their style for a reply that steers them; None for any other, and when all have been said."""
    if s.heard.lead not in _STEERED:
        return None
    line = s.choose(style_pool(s.scenario), "closing_down")
    return Piece((line,), "reply") if line else None


def still_closed(s: Situation, style: CloseStyle) -> bool:
    """Whether the person is of this style, was just told what to do, and nothing has mended it."""
    mended = "recovery" in s.heard.acts or "reflection" in s.heard.acts
    return s.scenario.person.close_style == style and s.state.last_act in TOLD_WHAT_TO_DO and not mended
