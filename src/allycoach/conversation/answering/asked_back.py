"""The answer to a question about what the person has just said: who that is, what it was, what they meant by it."""

from allycoach.conversation.hearing.asking import content_of
from allycoach.conversation.person.going_back import asks_to_hear_it_again, asks_what_was_meant, says_it_is_lost
from allycoach.conversation.person.introducing import who_is
from allycoach.conversation.person.lines import every_line
from allycoach.conversation.person.situation import Piece, Situation

from .ready_answers import direct
from .restating import in_common, meant, said_again
from .telling import felt, tell


def asked_back(s: Situation) -> Piece | None:
    """Their own words again, the next of what they were telling, or who it is that they named; None if none was asked."""
    text, asked = s.reading.text, s.heard.asked or s.reading.text
    if s.state.turn == 0 and not s.state.last:
        return None
    presented, again = who_is(s), asks_to_hear_it_again(text)
    if (presented or again) and (ready := direct(s)) and ready.kind == "direct":
        return ready  # "What did you say to her?" asks for more than the last words.
    if presented:
        return presented
    if again:
        return said_again(s, asked)
    if asks_what_was_meant(asked) or says_it_is_lost(text):
        return _explained(s, asked)
    return None


def _explained(s: Situation, asked: str) -> Piece | None:
    """More of the topic that the words were of, if there is more of it yet to tell; or else what they said, once more."""
    name = s.aim.topic if s.aim.back else None
    last_of = next((line.split(".")[1] for line in reversed(s.state.last) if line.startswith("topics.")), None)
    name = name if name is not None and (name == last_of or s.aim.named) else last_of
    moment = s.state.moment_at(s.turn - 1)
    if moment and not _takes_up_the_answer(s, asked):
        return meant(s, asked)
    if last_of is None and s.state.current not in s.state.told:
        last_of = name = s.state.current  # It was held back: here is the question that opens it.
    more = (felt(s, name) or tell(s, name)) if name and name == last_of else None
    return more or meant(s, asked) or (tell(s, name) if name else None)


def _takes_up_the_answer(s: Situation, asked: str) -> bool:
    """Whether words of the answer are asked about, and not those of the moment that came after it."""
    known = every_line(s.scenario)
    answer = " ".join(known.get(line, "") for line in s.state.last if not line.startswith("moments."))
    return in_common(content_of(asked), answer) > 0
