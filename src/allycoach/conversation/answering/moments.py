"""Scripted moments: when one comes up, and what the person says to the helper's reply to it."""

from allycoach.content.schema.scenario import Act, Moment
from allycoach.conversation.hearing.acts import OFFERS
from allycoach.conversation.hearing.asking import content_of, points_to_nothing_new
from allycoach.conversation.hearing.asking_words import HANDS_BACK
from allycoach.conversation.hearing.fact_asked import fact_asked, gives
from allycoach.conversation.hearing.words import found
from allycoach.conversation.person.lines import Line, lines
from allycoach.conversation.person.situation import Piece, Situation
from allycoach.conversation.person.whom import other_asked_of
from allycoach.reading import Form

from .closing_down import still_closed
from .restating import in_common, spoken

_ROOM_FOR_ONE = frozenset(["told", "felt", "short", "held", "confirmed", "reply", "granted", "again"])
_SPEAKS_OF = frozenset(["told", "felt", "again"])
_NOT_AFTER = frozenset(["rude", "foreign", "goodbye", "greeting", "confidentiality_promise"])
_APART = 3
_STILL_FITS_LATER = frozenset(
    ["information", "referral", "confidentiality_promise", "autonomy", "recovery", "advice_asked", "advice_unasked"]
)
"""What a reply may do a turn late, within the moment's window, and still be taken as an answer to it."""
_NOT_AFTER_ADVICE = frozenset(["advice_unasked", "advice_asked", "taking_over"])


def due(s: Situation, piece: Piece) -> Moment | None:
    """The moment to come after this answer, if one is due: never two turns running, none after a question back; seldom
    two within three turns, which only those wait for that can also come later."""
    if piece.kind not in _ROOM_FOR_ONE or piece.asks or piece.step or s.heard.lead in _NOT_AFTER:
        return None
    if "?" in piece.said[-1].text or s.turn - 1 in s.state.moments.values() or still_closed(s, "polite"):
        return None
    waiting = [moment for moment in s.scenario.moments if moment.id not in s.state.moments]
    later = s.having_told(piece) if waiting else s
    return next((moment for moment in waiting if _comes_up(later, piece, moment)), None)


def _comes_up(s: Situation, piece: Piece, moment: Moment) -> bool:
    when = moment.when
    if moment.asks_advice and s.heard.lead in _NOT_AFTER_ADVICE:
        return False
    may_wait = when.topic is None and when.turn_max is None
    if may_wait and any(s.turn - at < _APART for at in s.state.moments.values()):
        return False
    spoken_of = piece.topic if piece.kind in _SPEAKS_OF else None
    return (
        when.turn_min <= s.turn
        and (when.turn_max is None or s.turn <= when.turn_max)
        and when.band in (None, s.band)
        and when.topic in (None, spoken_of)
        and s.holds(when.clause)
        and s.choose([line_of(moment)], "moment") is not None
    )


def line_of(moment: Moment) -> Line:
    return Line(f"moments.{moment.id}", moment.line)


def answer_to_moment(s: Situation) -> Piece | None:
    """What they say when the helper's reply answers the moment that came up just before; None if there was none."""
    moment, late = _open_moment(s)
    if moment is None or _asks_of_something_else(s, moment) or _gives_back_something_else(s, moment):
        return None
    for act in _most_hoped_for(s, moment):
        if (late and act not in _STILL_FITS_LATER) or (s.heard.lead == "permission" and act in OFFERS):
            continue
        pool = lines(f"moments.{moment.id}.{act}", moment.answers.get(act, ()))
        fact = fact_asked(s.heard.asked) if act == "closed_question" else None
        line = s.choose(
            (each for each in pool if fact is None or (fact != "which" and gives(fact, each.text))), "answer"
        )
        if line:
            return Piece((line,), "reply")
    return None


def only_asks(s: Situation) -> bool:
    """Whether the reply asks something with words of its own, and does nothing else that an open moment hopes for."""
    moment, _ = _open_moment(s)
    if moment is None or s.heard.lead not in ("open_question", "closed_question") or found(HANDS_BACK, s.heard.asked):
        return False
    return not (set(s.heard.acts) - {"open_question", "closed_question", "scaling_question"}) & set(moment.expects)


def _most_hoped_for(s: Situation, moment: Moment) -> list[Act]:
    """What the reply did, what the moment hopes for first: an answer with a question after it is an answer. A slip stays
    a slip."""
    if s.heard.slip:
        return list(s.heard.acts)
    return sorted(s.heard.acts, key=lambda act: act not in moment.expects)


def _open_moment(s: Situation) -> tuple[Moment | None, bool]:
    """The moment that this reply may answer, and whether it does so late: when one before passed it by."""
    known = {moment.id: moment for moment in s.scenario.moments}
    for name, at in sorted(s.state.moments.items(), key=lambda each: -each[1]):
        moment = known.get(name)
        if moment and 1 <= s.turn - at <= moment.window and not _answered(s, name):
            return moment, s.turn - at > 1
    return None, False


def _answered(s: Situation, name: str) -> bool:
    return any(line.startswith(f"moments.{name}.") for line in s.state.said)


def _asks_of_something_else(s: Situation, moment: Moment) -> bool:
    """Whether the reply leaves the moment where it is, and asks about some other thing."""
    lead, asked = s.heard.lead, s.heard.asked
    if lead not in ("open_question", "closed_question") or found(HANDS_BACK, asked):
        return False
    if lead == "closed_question" and _asks_for_some_other_fact(s, moment):
        return True
    if points_to_nothing_new(asked):
        return False
    named = s.aim.topic is not None and s.aim.named
    if moment.asks_advice:
        return lead == "closed_question" or (named and not s.aim.step)
    return named and s.aim.topic not in (s.state.current, moment.when.topic)


def _gives_back_something_else(s: Situation, moment: Moment) -> bool:
    """Whether a reflection has words of what they said besides, and none of the moment's line."""
    if s.heard.lead != "reflection":
        return False
    given = content_of(s.reading.text)
    besides = [each for each in spoken(s, s.state.last) if each not in moment.line]
    return not in_common(given, moment.line) and any(in_common(given, each) for each in besides)


def _asks_for_some_other_fact(s: Situation, moment: Moment) -> bool:
    """Whether a who, which, when or how many has no word of the moment: a ready yes to that would be none to this."""
    if s.heard.form is Form.WH and other_asked_of(s):
        return True
    return fact_asked(s.heard.asked) is not None and not in_common(content_of(s.heard.asked), moment.line)
