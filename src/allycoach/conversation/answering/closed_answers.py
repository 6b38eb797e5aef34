"""The person's answer to a question for yes or no, for one fact, or for this or that."""

from functools import partial

from allycoach.conversation.hearing.asking_words import HANDS_BACK
from allycoach.conversation.hearing.either_or import last_option
from allycoach.conversation.hearing.fact_asked import fact_asked
from allycoach.conversation.hearing.offers import offers_to_do
from allycoach.conversation.hearing.words import found
from allycoach.conversation.hearing.yes_or_no import asks_if_they_will, fits_the_question, says_yes_or_no
from allycoach.conversation.person.anybodys_words import LETS_BE, MIGHT, RATHER, TAKES_UP, WILL
from allycoach.conversation.person.going_back import asks_what_was_meant
from allycoach.conversation.person.lines import Line, lines
from allycoach.conversation.person.situation import Piece, Situation
from allycoach.conversation.person.topics import can_tell
from allycoach.conversation.person.whom import other_asked_of, speaks_of
from allycoach.reading import Form

from .endings import asked_for_step
from .fact_answers import known_fact, no_such_fact
from .fallback import fallback
from .ready_answers import direct
from .replying import reply_to
from .telling import restated, tell

_GIVES_WORD_FROM = 45
"""Trust."""


def to_closed_question(s: Situation) -> Piece | None:
    """Never a yes where a fact was asked for, nor a fact where a yes or no was; None when all that could suit has been said."""
    piece = (
        to_offer(s) or direct(s) or (asked_for_step(s) if s.heard.lead == "closed_question" else None) or known_fact(s)
    )
    return piece or _one_of_two(s) or their_word(s) or _on_the_topic(s) or _briefly(s)


def _one_of_two(s: Situation) -> Piece | None:
    """The one thing or the other, in the words of the question; else a line of theirs for such questions."""
    option = last_option(s.heard.asked)
    picks = option and fact_asked(s.heard.asked) in ("which", "when", "by_when", "what_time")
    if s.heard.form is not Form.ALTERNATIVE and not picks:
        return None
    line = s.choose(lines("rather", RATHER), "rather") if option else None
    if line:
        filled = line.text.replace("{option}", option[:1].upper() + option[1:])
        return Piece((Line(line.id, filled),), "short", s.aim.topic)
    choice = reply_to(s, "closed_question", only_form=True)
    return Piece(choice.said, "short", s.aim.topic) if choice else None


def gives_word(s: Situation) -> bool:
    """Whether they trust enough to give their word, or to take up an offer."""
    return s.meters["trust"] >= _GIVES_WORD_FROM


def to_offer(s: Situation) -> Piece | None:
    """Their yes or no to something that the helper would do for them, which leave to speak would be no answer to."""
    if s.heard.form is Form.WH or not offers_to_do(s.heard.asked or s.reading.text):
        return None
    return _said(s, lines("takes_up", TAKES_UP) if gives_word(s) else lines("lets_be", LETS_BE), "offer")


def their_word(s: Situation) -> Piece | None:
    """Whether they will, when they are asked for just that."""
    if s.heard.form is not Form.POLAR or not asks_if_they_will(s.heard.asked):
        return None
    return _said(s, lines("will", WILL) if gives_word(s) else lines("might", MIGHT), "will")


def _said(s: Situation, pool: tuple[Line, ...], purpose: str) -> Piece | None:
    line = s.choose(pool, purpose)
    return Piece((line,), "short", s.aim.topic) if line else None


def _on_the_topic(s: Situation) -> Piece | None:
    """A short answer, or a longer one, about what the question names; that they cannot say, where it asks for a fact."""
    name = s.aim.topic
    fact = fact_asked(s.heard.asked) if not found(HANDS_BACK, s.heard.asked) else None
    if name and s.aim.back and fact is None and (name in s.state.told or asks_what_was_meant(s.heard.asked)):
        back = restated(s, name)
        if back:
            return back
    if name and s.aim.named and not _wants_a_fact(s) and fact is None:
        pool = lines(f"topics.{name}.short", s.scenario.topics[name].short)
        other = other_asked_of(s)
        fitting = (each for each in pool if says_yes_or_no(each.text) and speaks_of(each.text, other))
        short = s.choose((each for each in fitting if fits_the_question(s.heard.asked, each.text)), "short")
        if short:
            return Piece((short,), "short", name)
    if fact is not None:
        return no_such_fact(s) or fallback(s)
    if s.heard.form is Form.WH and other_asked_of(s):
        return (tell(s, name) if name else None) or fallback(s)
    if name and can_tell(s, name) and (s.band == "open" or (s.aim.named and _asks_for_more_than_a_number(s))):
        return tell(s, name)
    return None


def _briefly(s: Situation) -> Piece | None:
    """A yes or no that commits to little; where one fact was asked for, a line that fits that."""
    if _wants_a_fact(s):
        piece = reply_to(s, "closed_question", only_form=True) or fallback(s)
    else:
        whole = partial(fits_the_question, s.heard.asked)
        piece = reply_to(s, "closed_question", fits=whole) or reply_to(s, "closed_question")
    kind = "fallback" if piece and piece.kind == "fallback" else "short"
    return Piece(piece.said, kind, piece.topic or s.aim.topic) if piece else None


def _wants_a_fact(s: Situation) -> bool:
    """Whether a closed question asks for one fact, in a scenario that has lines for that."""
    forms = {rule.when.form for rule in s.scenario.replies if rule.when.act == "closed_question"}
    return s.heard.form is Form.WH and Form.WH in forms


def _asks_for_more_than_a_number(s: Situation) -> bool:
    """Whether it asks who, when, where or which: few name a person or a day without a word about it."""
    return s.heard.form is Form.WH and not found(("how", "what time", "what day", "what date"), s.heard.asked)
