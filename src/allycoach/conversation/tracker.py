"""Where the talk is in a conversation model, read from the words of both sides; in any order, forwards
and back.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from allycoach.catalogue import _
from allycoach.content.schema.model import ConversationModel, Stage
from allycoach.reading import Utterance

from .hearing.words import as_said, found, stems, tokens

_FADES = 0.45
"""How much a sign still counts one exchange later."""
_HELPER = 1.4
_PERSON = 0.45
"""A person's sign against a helper's: what is asked steers more than a word that happens to fall, and one such word
alone moves nothing."""
_LONGER = 0.25
"""What each further word of a helper's sign adds. A person's long sign is no surer: "I'll have a look at that" is often
said to be left in peace."""
_LEANS = 0.7
"""A word that only leans a question, "would" or "try", against a sign: two of them move what one does not."""
_STAYS = 0.6
_AHEAD = 1.15
"""How far another part must be ahead before the talk counts as having moved there."""
_SAID_ENOUGH = 12
_SENTENCES = re.compile(r"(?<=[.?!])\s+")
_ASKS = re.compile(r"\?|^(?:so |and |but |ok |okay )?(?:what|how|who|when|where|which|why|if)\b", re.IGNORECASE)

_HERE = {
    "helper": _("You said {words}, which belongs to “{question}”"),
    "person": _("They said {words}, which belongs to “{question}”"),
}
_TOWARDS = {
    "helper": _("Moving towards “{question}”: you said {words}."),
    "person": _("Moving towards “{question}”: they said {words}."),
}


@dataclass(frozen=True, slots=True)
class Place:
    """`stage` is the id of the part the talk is in, `words` what places it there, `reason` says so in plain English,
    `moving_to` the part that the latest words point to if it is another, `covered` the parts already talked through."""

    stage: str
    reason: str
    words: tuple[str, ...] = ()
    moving_to: str | None = None
    covered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Hit:
    stage: str
    speaker: str
    words: tuple[str, ...]
    weight: float


def locate(model: ConversationModel, utterances: Sequence[Utterance]) -> Place:
    """The part of the model that the talk seems to be in after these utterances, oldest first."""
    nowhere = Place(model.stages[0].id, _reason(model.stages[0], None, None, None))
    *_, place = (nowhere, *track(model, utterances))
    return place


def track(model: ConversationModel, utterances: Sequence[Utterance]) -> Iterator[Place]:
    """The place after each exchange: the person's opening, then each reply with its answer. Time grows with the talk."""
    current = model.stages[0].id
    scores = dict.fromkeys((stage.id for stage in model.stages), 0.0)
    placing: dict[str, _Hit] = {}
    covered: set[str] = set()
    for exchange in _exchanges(utterances):
        hits = [hit for utterance in exchange for hit in _hits(model, utterance)]
        latest = _sum(hits)
        scores = {stage: score * _FADES + latest.get(stage, 0.0) for stage, score in scores.items()}
        for hit in hits:
            if hit.weight >= placing.get(hit.stage, hit).weight * _FADES:
                placing[hit.stage] = hit
        current = _settled(scores, current)
        covered.update(_covered(model, exchange, current))
        yield _place(model, current, _moving(latest, current), placing, covered)


def _place(
    model: ConversationModel, current: str, moving: str | None, placing: Mapping[str, _Hit], covered: Set[str]
) -> Place:
    here = placing.get(current)
    towards = model.stage(moving) if moving else None
    reason = _reason(model.stage(current), here, towards, placing.get(moving or ""))
    in_order = tuple(stage.id for stage in model.stages if stage.id in covered)
    return Place(current, reason, here.words if here else (), moving, in_order)


def _exchanges(utterances: Sequence[Utterance]) -> list[list[Utterance]]:
    """What the helper said with what the person answered; a person's opening stands alone."""
    grouped: list[list[Utterance]] = []
    for utterance in utterances:
        if utterance.speaker == "helper" or not grouped:
            grouped.append([])
        grouped[-1].append(utterance)
    return grouped


def _hits(model: ConversationModel, utterance: Utterance) -> list[_Hit]:
    if utterance.speaker != "helper":
        return _hits_of({stage.id: stage.signs.person for stage in model.stages}, utterance.text, "person", _PERSON)
    hits = _hits_of({stage.id: _helper_signs(stage) for stage in model.stages}, utterance.text, "helper", _HELPER)
    return hits or _leanings(model, utterance.text)


def _leanings(model: ConversationModel, text: str) -> list[_Hit]:
    """What the questions in a helper's words lean towards: nothing, if as much in them leans another way."""
    asked = " ".join(sentence for sentence in _SENTENCES.split(text) if _ASKS.search(sentence))
    hits = _hits_of({stage.id: stage.leanings for stage in model.stages}, asked, "helper", _HELPER * _LEANS)
    most = max((hit.weight for hit in hits), default=0.0)
    leading = [hit for hit in hits if hit.weight == most]
    return leading if len(leading) == 1 else []


def _hits_of(signs: Mapping[str, tuple[str, ...]], text: str, speaker: str, weight: float) -> list[_Hit]:
    hits = []
    for stage, listed in signs.items():
        words = found(listed, text)
        if words:
            longer = _LONGER if speaker == "helper" else 0.0
            heard = sum(1 + longer * (len(stems(word)) - 1) for word in words) * weight
            hits.append(_Hit(stage, speaker, tuple(as_said(word, text) for word in words), heard))
    return hits


def _helper_signs(stage: Stage) -> tuple[str, ...]:
    """The stage's own question, and what its openers end on, place the talk as surely as any sign."""
    asked = (_SENTENCES.split(opener.say)[-1] for opener in stage.openers)
    return (*stage.signs.helper, stage.question, *asked)


def _sum(hits: Sequence[_Hit]) -> dict[str, float]:
    total: dict[str, float] = {}
    for hit in hits:
        total[hit.stage] = total.get(hit.stage, 0.0) + hit.weight
    return total


def _settled(scores: dict[str, float], current: str) -> str:
    best = max(scores, key=lambda stage: scores[stage])
    return best if scores[best] > (scores[current] + _STAYS) * (1 if scores[current] == 0 else _AHEAD) else current


def _moving(latest: dict[str, float], current: str) -> str | None:
    if not latest:
        return None
    best = max(latest, key=lambda stage: latest[stage])
    return best if best != current and latest[best] > latest.get(current, 0.0) else None


def _covered(model: ConversationModel, exchange: Sequence[Utterance], current: str) -> list[str]:
    """The parts that this exchange shows to have been talked through."""
    done = []
    for stage in model.stages:
        asked = [u for u in exchange if u.speaker == "helper" and found(stage.signs.helper, u.text)]
        told = [u for u in exchange if u.speaker == "person"]
        long_enough = any(len(tokens(u.text)) >= _SAID_ENOUGH for u in told)
        signs = any(
            found(stage.done_signs.helper if u.speaker == "helper" else stage.done_signs.person, u.text)
            for u in exchange
        )
        answered = any(found(stage.signs.person, u.text) for u in told) and long_enough
        if (stage.id == current and signs and told) or (asked and answered):
            done.append(stage.id)
    return done


def _reason(stage: Stage, hit: _Hit | None, moving: Stage | None, towards: _Hit | None) -> str:
    if hit is None:
        words = _("Nothing said so far points to another part, so this still looks like “{question}”")
        reason = words.format(question=stage.question)
    else:
        reason = _HERE[hit.speaker].format(words=_quoted(hit), question=stage.question)
    if moving is not None and towards is not None:
        reason += " " + _TOWARDS[towards.speaker].format(words=_quoted(towards), question=moving.question)
    return reason


def _quoted(hit: _Hit) -> str:
    words = hit.words[:2]
    return _("“{one}” and “{other}”").format(one=words[0], other=words[1]) if len(words) == 2 else f"“{words[0]}”"
