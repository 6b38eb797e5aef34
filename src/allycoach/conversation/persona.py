"""The person: a pure function from their state and a reply, read, to what they say and how it leaves
them.

No clock, no files; what varies varies with the seed and the turn alone. No line is ever said twice in a
sitting.
"""

from dataclasses import replace

from allycoach.content.schema.scenario import Scenario
from allycoach.reading import FlagKind, Reading

from .answering.answers import answer
from .answering.asked_back import asked_back
from .answering.endings import (
    CLOSING_TURNS,
    asked_for_step,
    closing_answer,
    farewell,
    leaving,
    plain_closing,
    routed,
    winding_up,
)
from .answering.fact_answers import known_fact, no_such_fact
from .answering.moments import answer_to_moment, due, line_of, only_asks
from .answering.ready_answers import direct
from .answering.telling import about, onward
from .events import Earlier, Ends
from .hearing.acts import act_of, asked_once_more, hear
from .hearing.kin import KIN
from .hearing.words import stems
from .person.beforehand import told_beforehand
from .person.introducing import introduced
from .person.lines import every_line, lines, pick, spent_texts
from .person.meters import band_of, moved
from .person.once import once
from .person.pointing import opening_topic
from .person.said import Answer
from .person.series import earlier_of, recalled
from .person.situation import Piece, Situation
from .person.state import PersonState, after, initial, state_of
from .person.topics import aim_of

__all__ = [
    "Answer", "Earlier", "PersonState", "act_of", "after", "earlier_of", "initial", "open_talk", "respond", "state_of",
]  # fmt: skip


_NOBODY: frozenset[str] = frozenset()


def open_talk(scenario: Scenario, *, seed: int, earlier: Earlier | None = None) -> Answer:
    """What the person says first: turn 0. On a later visit they may begin with what became of the one before."""
    state = initial(scenario, earlier)
    pool = recalled(scenario, earlier) or lines("opening", scenario.opening)
    line = pick(pool, seed, 0, "opening")
    meters, band = dict(state.meters), state.band(scenario)
    if line is None:
        return Answer(0, "", meters=meters, band=band)
    about = opening_topic(scenario, line.text)
    return Answer(0, line.text, said=(line.id,), meters=meters, band=band, topic=about)


def respond(scenario: Scenario, state: PersonState, reading: Reading, *, turn: int, seed: int) -> Answer:
    """The person's answer to reply `turn` (from 1), as read. Never raises on account of what was typed.

    Once the talk has ended there is nothing more to say: the text is empty.
    """
    s = _situation(scenario, state, reading, turn, seed)
    if state.ended is not None:
        return _answer(s, Piece((), "time_up"), ends=state.ended)
    told_where = routed(s)
    if told_where is not None:
        return _answer(s, told_where, ends="routed")
    if state.step is not None:
        return _in_closing(s)
    gone = leaving(s)
    if gone is not None:
        return _answer(s, gone, ends="leaves")
    if turn >= scenario.endings.turn_limit:
        return _answer(s, winding_up(s), ends="time_up")
    if s.heard.lead == "goodbye":
        return _answer(s, farewell(s) or winding_up(s), ends="goodbye")
    piece = asked_back(s) or _after_moment(s) or answer(s)
    if piece is None:
        return _answer(s, winding_up(s), ends="time_up")
    return _with_moment(s, piece)


def _situation(scenario: Scenario, state: PersonState, reading: Reading, turn: int, seed: int) -> Situation:
    heard = hear(reading, _met(scenario, state) if reading.flagged(FlagKind.ASSUMPTION) else _NOBODY)
    if state.kinds[-1:] == ("fallback",) and not _has_asked(scenario, state):
        heard = asked_once_more(heard, reading)
    meters = moved(scenario, state.meters, state.acts, heard.acts)
    band = band_of(scenario.state, meters["openness"])
    s = Situation(scenario, state, reading, heard, meters, band, turn, seed, spent_texts(scenario, state.said))
    return Situation(scenario, state, reading, heard, meters, band, turn, seed, s.spent, aim_of(s))


def _has_asked(scenario: Scenario, state: PersonState) -> bool:
    """Whether the last thing that they said was a question of theirs."""
    known = every_line(scenario)
    return any("?" in known.get(line, "") for line in state.last)


def _met(scenario: Scenario, state: PersonState) -> frozenset[str]:
    """The stems of what the helper knew beforehand and of what the person has said."""
    words = _stems_of_lines(scenario)
    known = frozenset(stems(told_beforehand(scenario))) | _kin_of_theirs(scenario)
    return known.union(*(words.get(line, ()) for line in state.said))


@once
def _kin_of_theirs(scenario: Scenario) -> frozenset[str]:
    """The kin of whom they tell sooner or later: nobody minds a guess that is right."""
    told = (words for line, words in _stems_of_lines(scenario).items() if line.startswith("topics."))
    return KIN & frozenset().union(*told)


@once
def _stems_of_lines(scenario: Scenario) -> dict[str, frozenset[str]]:
    return {line: frozenset(stems(text)) for line, text in every_line(scenario).items()}


def _after_moment(s: Situation) -> Piece | None:
    """Their word on how the moment was met; and where the reply asks something too, the answer to that.

    A question that they have a ready answer to is answered, and the moment left where it is, unless the reply met it.
    """
    if only_asks(s) and (ready := direct(s)) and ready.kind == "direct":
        return ready
    piece = answer_to_moment(s)
    if piece is not None and s.heard.lead == "closed_question" and not _answers_a_question(piece):
        rest = s.having_said(piece)
        return piece.then(direct(rest) or known_fact(rest) or no_such_fact(rest))
    if piece is None or s.heard.lead not in ("open_question", "recovery"):
        return piece
    rest = s.having_said(piece)
    more = direct(rest) or asked_for_step(rest)
    if more is None and s.aim.topic is not None and not s.aim.onward:
        more = about(rest, s.aim.topic)
    elif more is None and s.aim.onward:
        more = onward(rest)
    return piece.then(more)


def _answers_a_question(piece: Piece) -> bool:
    """Whether an answer to a moment is one to a question, and not to what the reply did besides."""
    return piece.said[-1].id.split(".")[2] in ("closed_question", "scaling_question", "open_question")


def _with_moment(s: Situation, piece: Piece) -> Answer:
    moment = due(s, piece)
    if moment is None:
        return _answer(s, piece)
    both = Piece((*piece.said, line_of(moment)), piece.kind, piece.topic, piece.depth, asks=moment.asks_advice)
    return _answer(s, both, moment=moment.id)


def _in_closing(s: Situation) -> Answer:
    """After the step: at most CLOSING_TURNS exchanges about it, the last with a goodbye."""
    last = s.state.closing + 1 >= CLOSING_TURNS or s.turn >= s.scenario.endings.turn_limit
    bye = s.heard.lead in ("goodbye", "thanks")
    piece = None if bye else closing_answer(s) or plain_closing(s) or answer(replace(s, aim=replace(s.aim, step=False)))
    if piece is not None and not last:
        return _answer(s, piece)
    parting = farewell(s) or winding_up(s)
    return _answer(s, piece.then(replace(parting, kind=piece.kind)) if piece else parting, ends="next_step")


def _answer(s: Situation, piece: Piece, ends: Ends | None = None, moment: str | None = None) -> Answer:
    changed = introduced(s, piece)
    return Answer(
        turn=s.turn,
        text=" ".join(changed.get(line.id, line.text) for line in piece.said),
        act=s.heard.lead,
        acts=s.heard.acts,
        kind=piece.kind,
        said=tuple(line.id for line in piece.said),
        meters=dict(s.meters),
        band=s.band,
        topic=piece.topic,
        depth=piece.depth if piece.topic else None,
        step=next(
            (changed[line.id] for line in piece.said if line.id in changed and line.text == piece.step), piece.step
        ),
        moment=moment,
        asks=piece.asks,
        ends=ends,
    )
