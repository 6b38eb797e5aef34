"""How topics are told: one depth at a time, never twice, and what is said instead when they are not
ready.
"""

from collections.abc import Callable
from dataclasses import replace

from allycoach.conversation.hearing.asking import content_of
from allycoach.conversation.person.lines import Line, lines
from allycoach.conversation.person.situation import Piece, Situation
from allycoach.conversation.person.topics import can_tell

from .replying import reply_to
from .restating import in_common

_RAMBLES = {"tangent": 0.25, "verbose": 0.35}
"""How often a person of that temperament says more than was asked."""
_SETTLED = 2
MOST_IN_ONE_GO = 60
"""Words, of two things told together."""


def tell(s: Situation, name: str | None, fits: Callable[[str], bool] | None = None) -> Piece | None:
    """The next depth of a topic, in a wording that fits; None when there is none or the person is not ready."""
    if name is None or not can_tell(s, name):
        return None
    depth = s.state.told.get(name, -1) + 1
    told = s.scenario.topics[name].lines[depth]
    pool = lines(f"topics.{name}.lines.{depth}", told.say)
    line = s.choose(_nearest(s, [each for each in pool if fits is None or fits(each.text)]), "tell")
    if line is None:
        return None
    return Piece((line,), "told", name, depth, step=line.text if told.step else None)


def _nearest(s: Situation, pool: list[Line]) -> list[Line]:
    """Those wordings that have most of the words of the question."""
    asked = content_of(s.heard.asked)
    shared = [in_common(asked, line.text) for line in pool]
    return [line for line, words in zip(pool, shared, strict=True) if words == max(shared)] if asked else pool


def about(s: Situation, name: str) -> Piece | None:
    """An answer to an open question about a topic: what it is like, the next of it, or why there is no more."""
    return felt(s, name) or tell(s, name) or held(s, name) or again(s, name)


def restated(s: Situation, name: str) -> Piece | None:
    """An answer to what they meant, or to a word of what they said: the next of it, or what is left of it; never another
    topic while there is any."""
    piece = felt(s, name) or tell(s, name)
    topic = s.scenario.topics[name]
    part, texts = ("again", topic.again) if name in s.disclosed else ("short", topic.short)
    # A short line is for what has not been told yet: after that it would begin again.
    if piece is None and (name in s.disclosed or name not in s.state.told):
        line = s.choose(lines(f"topics.{name}.{part}", texts), part)
        piece = Piece((line,), "again" if name in s.disclosed else "held", name) if line else None
    return piece or held(s, name)


def felt(s: Situation, name: str | None) -> Piece | None:
    """What a topic already spoken of is like for them, when they are asked that."""
    if name is None or not s.aim.feeling or name not in s.state.told or not s.reaches("wary"):
        return None
    line = s.choose(lines(f"topics.{name}.feels", s.scenario.topics[name].feels), "felt")
    return Piece((line,), "felt", name) if line else None


def held(s: Situation, name: str) -> Piece | None:
    """Something short instead of what they are not ready to tell."""
    if name in s.disclosed:
        return None
    specific = reply_to(s, "open_question", topic=name, only_topic=True)
    if specific:
        return specific
    line = s.choose(lines(f"topics.{name}.short", s.scenario.topics[name].short), "held")
    short = Piece((line,), "held", name) if line else None
    plain = reply_to(s, "open_question")
    general = Piece(plain.said, "held", name) if plain else None
    asks_narrowly = s.heard.lead == "closed_question" and name not in s.state.told
    return (short or general) if asks_narrowly else (general or short)


def rambled(s: Situation, piece: Piece | None) -> Piece | None:
    """What people of some temperaments add to what they tell: a tangent of theirs, or the next of it as well."""
    style = s.scenario.person.style
    if (
        piece is None
        or piece.kind != "told"
        or s.turn <= _SETTLED
        or s.chance("ramble").random() > _RAMBLES.get(style, 0)
    ):
        return piece
    return _with_a_tangent(s, piece) if style == "tangent" else _told_on(s, piece)


def _with_a_tangent(s: Situation, piece: Piece) -> Piece:
    """They touch on another subject in passing; what they were telling stays in the air."""
    by_the_way = led(s.having_said(piece), piece.topic)
    if by_the_way is None or piece.step or "?" in piece.text:
        return piece
    return replace(piece, said=(*piece.said, *by_the_way.said))


def _told_on(s: Situation, piece: Piece) -> Piece:
    more = tell(s.having_told(piece), piece.topic)
    if more is None or s.band != "open" or len(f"{piece.text} {more.text}".split()) > MOST_IN_ONE_GO:
        return piece
    return piece.then(more)


def again(s: Situation, name: str) -> Piece | None:
    """What is left to say on a topic that has been told; it leads on to another where it can."""
    line = s.choose(lines(f"topics.{name}.again", s.scenario.topics[name].again), "again")
    if line is None:
        return elsewhere(s, name)
    piece = Piece((line,), "again", name)
    return piece.then(led(s.having_said(piece), name))


def onward(s: Situation) -> Piece | None:
    """More about whatever is in the air, or something near it."""
    name = s.aim.topic or s.state.current
    if name is None:
        return elsewhere(s, None)
    if s.aim.another:
        return elsewhere(s, name, same_part=True) or tell(s, name) or elsewhere(s, name) or again(s, name)
    return felt(s, name) or tell(s, name) or held(s, name) or elsewhere(s, name) or again(s, name)


def elsewhere(s: Situation, leaving: str | None, *, same_part: bool = False) -> Piece | None:
    """On to another topic: its hint if it is still untouched, or else the next thing they would tell of it."""
    names = nearby(s, leaving, same_part=same_part)
    hinted = led(s, leaving, same_part=same_part)
    return hinted or next((piece for name in names if (piece := tell(s, name))), None)


def led(s: Situation, leaving: str | None, *, same_part: bool = False) -> Piece | None:
    """A line that leads to a topic not yet begun."""
    for name in nearby(s, leaving, same_part=same_part):
        hint = s.scenario.topics[name].hint
        if hint and name not in s.state.told:
            line = s.choose((Line(f"topics.{name}.hint.0", hint),), "hint")
            if line:
                return Piece((line,), "led", name)
    return None


def nearby(s: Situation, leaving: str | None, *, same_part: bool = False) -> list[str]:
    """The other topics that have something ready to say: those of the same part first, of those a key one not yet begun,
    then as the file has them."""
    topics = s.scenario.topics
    part = topics[leaving].part if leaving else None
    near = [name for name in topics if not same_part or topics[name].part == part]
    ready = [name for name in near if name != leaving and can_tell(s, name)]
    return sorted(ready, key=lambda name: (topics[name].part != part, not topics[name].is_key or name in s.state.told))
