"""The person's answer to each kind of reply, while the talk is open."""

from collections.abc import Callable

from allycoach.conversation.hearing.acts import SLIPS, slip_flags
from allycoach.conversation.hearing.asking import content_of
from allycoach.conversation.hearing.fact_asked import fact_asked
from allycoach.conversation.hearing.offers import arranges
from allycoach.conversation.person.anybodys_words import IS_GLAD
from allycoach.conversation.person.follow_ups import words_followed
from allycoach.conversation.person.going_back import asks_what_was_meant
from allycoach.conversation.person.lines import Line, lines
from allycoach.conversation.person.situation import Piece, Situation
from allycoach.conversation.person.topics import can_tell
from allycoach.reading import Form

from .closed_answers import gives_word, their_word, to_closed_question, to_offer
from .closing_down import closing_down, still_closed
from .endings import asked_for_step, late_step
from .fact_answers import known_fact, lacks_the_fact, no_such_fact
from .fallback import fallback
from .ready_answers import direct
from .remarks import gone_on, informs
from .replying import reply_instead, reply_to
from .restating import in_common
from .telling import MOST_IN_ONE_GO, about, elsewhere, held, led, onward, rambled, restated, tell

_CONFIRM_WORDS = 6
"""Longer confirmations stand alone; shorter ones can go before an answer."""
_ASKS_FROM_TURN = 4
_ASKS_APART = 5
_ASKS_TRUST = 30
_STILL_BEGINNING = 2


def answer(s: Situation) -> Piece | None:
    """What they say; None only when every line that could suit has been said."""
    lead = s.heard.lead
    if lead in SLIPS:
        return (_gladly(s) if lead == "taking_over" and _has_said_yes(s) else None) or _to_slip(s)
    return _BY_ACT.get(lead, _to_statement)(s) or reply_instead(s, lead) or fallback(s)


def _has_said_yes(s: Situation) -> bool:
    """Whether they have just taken up an offer, or given their word: what is done about it then takes nothing over."""
    return any(line.startswith(("takes_up.", "will.")) for line in s.state.last)


def _to_open_question(s: Situation) -> Piece | None:
    piece = to_offer(s) or _fact_and_more(s) or their_word(s) or asked_for_step(s) or known_fact(s)
    if piece is None and s.aim.back and s.aim.topic:
        piece = _shortly(s, s.aim.topic) or restated(s, s.aim.topic) or onward(s)
    elif piece is None and s.aim.onward:
        piece = onward(s)
    elif piece is None and s.aim.topic is not None:
        piece = _shortly(s, s.aim.topic) or rambled(s, about(s, s.aim.topic))
    elif piece is None:
        piece = late_step(s) or fallback(s)
    if piece and piece.kind in ("told", "felt", "led") and lacks_the_fact(s, piece.text):
        piece = no_such_fact(s) or piece
    return _confirmed_first(s, piece) if piece else None


def _fact_and_more(s: Situation) -> Piece | None:
    """The ready answer to an open question, and the next of the topic that it names: room was left, and people take it."""
    piece = direct(s)
    if piece is None or piece.kind != "direct" or not s.aim.named or words_followed(s.scenario, piece.said[0].id):
        return piece
    about = content_of(s.heard.asked)
    if fact_asked(s.heard.asked) is None:
        about |= content_of(piece.text)
    more = tell(s.having_said(piece), s.aim.topic, lambda text: in_common(about, text) > 0)
    enough = more is None or len(f"{piece.text} {more.text}".split()) > MOST_IN_ONE_GO
    return piece if enough else piece.then(more)


def _shortly(s: Situation, name: str) -> Piece | None:
    """What they say while they have gone short: less than they could."""
    return held(s, name) if still_closed(s, "short") and s.band != "open" else None


def _confirmed_first(s: Situation, piece: Piece) -> Piece:
    """A short yes to the reflection that came with the question; not said twice over, and not where a what, how or why
    waits for its answer, which a yes is not."""
    if "reflection" not in s.heard.acts or piece.kind not in ("told", "felt") or s.heard.form is Form.WH:
        return piece
    yes = reply_to(s.having_said(piece), "reflection")
    if yes is None or len(yes.text.split()) > _CONFIRM_WORDS or _first(yes) == _first(piece) or "?" in yes.text:
        return piece
    return Piece(yes.said, "confirmed").then(piece)


def _first(piece: Piece) -> str:
    return piece.text.split()[0].strip(",.…!").lower()


def _to_scaling(s: Situation) -> Piece | None:
    return reply_to(s, "scaling_question") or to_closed_question(s)


def _to_slip(s: Situation) -> Piece | None:
    """What they say to a slip; and where something was asked beside it that they can simply answer, that answer too."""
    lead = s.heard.lead
    if lead in ("assumption", "stacked_questions") and (fact := direct(s)):
        return fact
    piece = reply_to(s, lead)
    if piece is None and lead == "stacked_questions":
        piece = to_closed_question(s)
    piece = piece or reply_instead(s, lead, likewise=False) or closing_down(s) or reply_instead(s, lead) or fallback(s)
    kind = "fallback" if piece and piece.kind == "fallback" else "reply"
    if piece is None or not _asks_beside_the_slip(s):
        return Piece(piece.said, kind, s.aim.topic) if piece else None
    rest = s.having_said(piece)
    more = direct(rest) or known_fact(rest)
    return Piece((*piece.said, *(more.said if more else ())), kind, s.aim.topic)


def _asks_beside_the_slip(s: Situation) -> bool:
    """Whether a question of the reply has none of the words that were flagged as a slip."""
    if not s.heard.asked or s.heard.lead == "stacked_questions":
        return False
    flags, questions = slip_flags(s.reading), s.reading.questions
    return any(all(flag.end <= move.start or move.end <= flag.start for flag in flags) for move in questions)


def _to_reflection(s: Situation) -> Piece | None:
    if s.aim.back and s.aim.topic and asks_what_was_meant(s.heard.asked):
        return restated(s, s.aim.topic)
    yes = reply_to(s, "reflection")
    more = None
    if not _only(s, "reflection", 2) or s.state.kinds[-1] == "led":
        ready = s.having_said(yes) if yes else s
        more = tell(ready, _nearest(s)) if yes is None or yes.kind == "reply+" else None
    if yes is None:
        return more
    if more is None:
        return _with_a_question_back(s, Piece(yes.said, "confirmed"))
    return more if _first(yes) == _first(more) else Piece(yes.said, "confirmed").then(more)


def _nearest(s: Situation) -> str | None:
    """The topic that the words point to if it has been begun and there is more of it, else the one in the air."""
    name = s.aim.topic
    if s.state.current is None or (s.state.current not in s.state.told and name is not None):
        return name
    return name if name is not None and name in s.state.told and can_tell(s, name) else s.state.current


def _only(s: Situation, act: str, times: int) -> bool:
    """Whether the last replies, that many of them, did this and asked nothing."""
    recent = s.state.acts[-times:]
    return len(recent) == times and all(turn[0] == act for turn in recent)


def _to_invitation(s: Situation) -> Piece | None:
    """Silence, or "mm-hm": room, which people often fill; but not twice running."""
    lead = s.heard.lead
    if s.state.last_act != lead and (lead == "acknowledge" or s.meters["trust"] >= 45):
        piece = tell(s, s.state.current)
        if piece:
            return piece
    return _with_a_question_back(s, reply_to(s, lead))


def _to_recovery(s: Situation) -> Piece | None:
    piece = reply_to(s, "recovery")
    if "open_question" not in s.heard.acts:
        rest = s.having_said(piece) if piece else s
        more = (direct(rest) or known_fact(rest)) if s.heard.asked else None
        return Piece(piece.said, "reply").then(more) if piece else more
    more = _to_open_question(s.having_said(piece) if piece else s)
    if piece is None or more is None or len(piece.text.split()) > 2 * _CONFIRM_WORDS:
        return more or piece
    return Piece(piece.said, "reply").then(more)


def _to_greeting(s: Situation) -> Piece | None:
    """Hello at the beginning; later it is a tap on the shoulder, and the talk does not begin again."""
    if s.turn > _STILL_BEGINNING:
        return _with_a_question_back(s, reply_to(s, "silence") or reply_to(s, "acknowledge"))
    return reply_to(s, "greeting") or led(s, None)


def _to_remark(s: Situation) -> Piece | None:
    """Thanks for what is new to them; a remark is taken up, and nobody is thanked for it."""
    glad = _gladly(s)
    if glad is None and s.heard.lead == "information" and informs(s):
        return _to_statement(s)
    return glad or gone_on(s) or _with_a_question_back(s, reply_to(s, "other")) or _to_statement(s)


def _gladly(s: Situation) -> Piece | None:
    """Thanks for what is arranged with them, from somebody whom they trust by now."""
    if not gives_word(s) or s.turn <= _STILL_BEGINNING or not arranges(s.reading.text):
        return None
    line = s.choose(lines("is_glad", IS_GLAD), "glad")
    return Piece((line,), "reply") if line else None


def _to_statement(s: Situation) -> Piece | None:
    """Kind words, offers, a story of the helper's own: a line for it, and more only if the rule says so."""
    offered = to_offer(s) if s.heard.lead == "permission" else None
    piece = offered or reply_to(s, s.heard.lead)
    if piece is None:
        return tell(s, s.state.current) if s.heard.lead in ("affirmation", "support", "autonomy") else None
    kind = "granted" if s.heard.lead == "permission" and not offered else "reply"
    said = Piece(piece.said, kind)
    if piece.kind == "reply+":
        more = tell(s.having_said(said), s.state.current)
        if more and _first(more) != _first(said):
            return said.then(more)
    return _with_a_question_back(s, said) if s.heard.lead not in ("permission", "rude", "foreign") else said


def _with_a_question_back(s: Situation, piece: Piece | None) -> Piece | None:
    """When nothing was asked twice running, they fill the gap: with another thing on their mind, or by asking the
    helper."""
    quiet = s.state.kinds[-1:] and s.state.kinds[-1] in ("confirmed", "reply", "granted")
    if not quiet or s.heard.asked or (piece and "?" in piece.text):
        return piece
    spent = s.having_said(piece) if piece else s
    more = _asks_helper(spent) or led(spent, s.state.current) or (None if piece else elsewhere(spent, s.state.current))
    if more is None:
        return piece
    return more if piece is None else piece.then(more)


def _asks_helper(s: Situation) -> Piece | None:
    recently = s.turn - max(s.state.asked_at, default=-_ASKS_APART) < _ASKS_APART
    if s.turn < _ASKS_FROM_TURN or recently or s.meters["trust"] < _ASKS_TRUST or "advice_asked" in s.heard.acts:
        return None
    line: Line | None = s.choose(lines("asks_helper", s.scenario.asks_helper), "asks")
    return Piece((line,), "reply", asks=True) if line else None


_BY_ACT: dict[str, Callable[[Situation], Piece | None]] = {
    "open_question": _to_open_question,
    "closed_question": to_closed_question,
    "scaling_question": _to_scaling,
    "reflection": _to_reflection,
    "recovery": _to_recovery,
    "greeting": _to_greeting,
    "acknowledge": _to_invitation,
    "silence": _to_invitation,
    "information": _to_remark,
    "self_disclosure": _to_remark,
    "other": _to_remark,
}
