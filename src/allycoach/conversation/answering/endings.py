"""How talks end: with a step of the person's own, with their leaving, with a goodbye, or when the time is
up.
"""

import re

from allycoach.conversation.hearing.acts import SLIPS
from allycoach.conversation.hearing.asking_words import EMPTY
from allycoach.conversation.hearing.words import found, stem, tokens, without
from allycoach.conversation.person.lines import Line, lines, step_pool
from allycoach.conversation.person.situation import Piece, Situation

from .replying import reply_to

CLOSING_TURNS = 3
"""After they have named their step, the person stays for at most so many exchanges."""

_CLOSING_WORDS: dict[str, tuple[str, ...]] = {
    "stronger": (
        "stronger", "one point", "a point", "higher", "up one", "from a", "get it to", "move it",
        "increase", "help you do", "help you", "would help", "support", "need to", "make it easier",
        "more likely", "easier", "more confident",
    ),
    "confidence": (
        "confident", "confidence", "scale", "out of ten", "out of 10", "1 to 10", "one to ten",
        "how sure", "how likely", "how ready", "feel about", "does that feel", "does it feel",
        "that feel", "sit with you",
    ),
    "feels": ("feel", "feeling", "sit with you"),
    "when_said": (
        "when", "what day", "which day", "how soon", "how will you", "how would you", "start",
        "begin", "first thing", "by when", "go about", "what time", "look like",
        "what will you say", "would you say", "where",
    ),
    "obstacle": (
        "get in the way", "getting in the way", "stop you", "stopping you", "obstacle", "barrier",
        "go wrong", "hard about", "difficult", "put you off", "worry", "worried", "what if",
        "doesnt work", "not work", "says no", "doesnt go", "hold you back",
    ),
}  # fmt: skip
_INVITES_BACK = (
    "how it goes", "how it went", "how you get on", "how you got on", "meet again", "see you again", "see you next",
    "come back and", "come and tell me", "let me know", "same time", "catch up", "check in with", "pop back", "pop in",
    "weeks today", "see each other", "id love to hear",
)  # fmt: skip

_SAYS_WHO_IS_TOLD = (
    "safeguarding lead", "safeguarding officer", "safeguarding team", "safeguarding person", "designated lead",
    "designated person", "designated safeguarding", "our lead", "whose job", "person is called", "have to tell",
    "need to tell", "got to tell", "going to tell", "ill tell", "have to pass", "need to pass", "got to pass",
    "going to pass", "ill pass", "pass this on", "pass that on", "have to speak to", "need to speak to",
    "got to speak to", "going to speak to", "ill speak to", "have to talk to", "need to talk to", "got to talk to",
    "going to talk to", "ill talk to", "have to share", "need to share", "got to share", "going to share",
    "have to let", "need to let", "got to let", "going to let", "ill let", "have to report",
)  # fmt: skip
"""Words that say what happens now, whatever else their sentence does."""
_TELLS_THE_WRONG_ONE = (
    "you need to", "you have to", "youve got to", "you got to", "youre going to", "do you have to", "could you tell",
    "dont need to", "dont have to", "wont need to", "wont have to", "not going to", "never going to", "wont pass",
    "wouldnt have to", "havent got to", "tell you", "let you", "speak to you", "talk to you", "tell your", "let your",
    "speak to your", "talk to your", "tell him", "let him", "speak to him", "talk to him",
)  # fmt: skip
"""Words that leave the telling to the person, say that it will not be done, or tell somebody at home."""
_NAME = re.compile(r"(?<=[a-z,'’] )[A-Z][a-z]{2,}|^[A-Z][a-z]{2,}(?=\.?$|, | is\b| who\b| runs\b| [A-Z][a-z]+\b)")
_NO_NAME = frozenset(
    (
        "sorry because perhaps please monday tuesday wednesday thursday friday saturday sunday january february march april may "
        "june july august september october november december christmas easter"
    ).split()
)
"""Words with a capital that name nobody."""

_SPOILS = frozenset(["rude", "confidentiality_promise"])
"""After these, naming who will help settles nothing."""

_SPECIFIC = ("obstacle", "stronger", "feels", "confidence", "when_said")


def asked_for_step(s: Situation) -> Piece | None:
    """What they say when asked for a next step: the step itself, or that it is too soon; None if that was not asked."""
    if not s.aim.step:
        return None
    return _step(s) or _not_yet(s)


def late_step(s: Situation) -> Piece | None:
    """Their step, offered to an open question that points nowhere, once the key topics have been spoken of."""
    keys = {name for name, topic in s.scenario.topics.items() if topic.is_key}
    return _step(s) if keys <= set(s.state.told) else None


def _step(s: Situation) -> Piece | None:
    if s.state.step is not None or not s.holds(s.scenario.endings.next_step.when):
        return None
    line = s.choose(step_pool(s.scenario.endings.next_step, "say"), "step")
    return Piece((line,), "step", step=line.text) if line else None


def _not_yet(s: Situation) -> Piece | None:
    line = s.choose(step_pool(s.scenario.endings.next_step, "not_yet"), "not_yet")
    return Piece((line,), "not_yet") if line else None


def closing_answer(s: Situation) -> Piece | None:
    """The answer to a question about the step they have named, or to an invitation; None if the reply is neither."""
    if s.heard.lead not in SLIPS and found(_INVITES_BACK, s.reading.text):
        return _closing(s, "invited") or _thanked(s)
    if not s.heard.asked or s.heard.lead in SLIPS:
        return None
    if s.heard.lead == "scaling_question" and not found(_CLOSING_WORDS["stronger"], s.heard.asked):
        return _closing(s, "confidence")
    names = [name for name in _SPECIFIC if found(_CLOSING_WORDS[name], s.heard.asked)]
    if s.aim.step:
        names.append("when_said")
    asks_openly = s.heard.lead in ("open_question", "scaling_question", "recovery")
    if not names and asks_openly and s.aim.topic is None:
        names = ["feels", "confidence", "when_said", "stronger", "obstacle"]
    return next((piece for name in names if (piece := _closing(s, name))), None)


def _closing(s: Situation, name: str) -> Piece | None:
    line = s.choose(step_pool(s.scenario.endings.next_step, name), name)
    return Piece((line,), "closing") if line else None


def _thanked(s: Situation) -> Piece | None:
    piece = reply_to(s, "thanks")
    return Piece(piece.said, "closing") if piece else None


def plain_closing(s: Situation) -> Piece | None:
    """What they say in the closing to kind words and the like, without starting anything new; a question is answered."""
    piece = None if s.heard.asked and s.aim.topic else reply_to(s, s.heard.lead)
    return Piece(piece.said, "closing") if piece else None


def farewell(s: Situation) -> Piece | None:
    line = s.choose(lines("endings.goodbye", s.scenario.endings.goodbye), "goodbye")
    return Piece((line,), "goodbye") if line else None


def leaving(s: Situation) -> Piece | None:
    """Their last words when they have had enough; None while they have not."""
    if not s.holds(s.scenario.endings.leaves.when):
        return None
    return Piece((_any(s, lines("endings.leaves", s.scenario.endings.leaves.say)),), "left")


def routed(s: Situation) -> Piece | None:
    """What they say once it is clear what happens now and who is told; None while it is not."""
    ending = s.scenario.endings.routed
    if ending is None or s.heard.lead in _SPOILS or not s.holds(ending.when):
        return None
    if not _says_who(s) and set(ending.needs).isdisjoint(s.heard.acts):
        return None
    return Piece((_any(s, lines("endings.routed", ending.say)),), "routed")


def _says_who(s: Situation) -> bool:
    """Whether it is said who has to be told: in so many words, or by a name once the limit has been said."""
    if found(_SAYS_WHO_IS_TOLD, without(_TELLS_THE_WRONG_ONE, s.reading.text)):
        return True
    limit_said = any("information" in acts for acts in s.state.acts)
    own = set(tokens(s.scenario.person.name))
    names = {name.lower() for name in _NAME.findall(s.reading.text.strip())} - own - _NO_NAME
    return limit_said and not s.heard.asked and any(stem(name) not in EMPTY for name in names)


def winding_up(s: Situation) -> Piece:
    """Their last words when the time is up or everything has been said. Always says something."""
    return Piece((_any(s, lines("endings.time_up", s.scenario.endings.time_up)),), "time_up")


def _any(s: Situation, pool: tuple[Line, ...]) -> Line:
    return s.choose(pool, "last") or pool[0]
