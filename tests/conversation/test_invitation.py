"""After the step, an invitation to come back is no question about anything."""

from collections.abc import Callable
from typing import Any

import pytest

from allycoach.content.schema.scenario import Scenario

Begin = Callable[..., Any]

TO_THE_STEP = [
    [("open_question", "What brings you in?")],
    [("reflection", "You print a lot."), ("open_question", "What's been happening with the job search?")],
    [("reflection", "It just goes quiet."), ("open_question", "What's that been like?")],
    [("reflection", "You're tired of being polite."), ("open_question", "Tell me more.")],
    [("reflection", "It wears you down."), ("open_question", "What would good look like for you?")],
    [("affirmation", "You kept going."), ("open_question", "What have you been good at, outside work?")],
    [("open_question", "What feels like a good next step?")],
]
INVITATIONS = [
    [("open_question", "I'd love to hear how it goes. Shall we say three weeks today?")],
    [("support", "Let me know how you get on.")],
]


@pytest.fixture
def inviting(amina: Scenario) -> Scenario:
    step = amina.endings.next_step.model_copy(update={"invited": ("I'll come and tell you, then.", "I'd like that.")})
    return amina.model_copy(update={"endings": amina.endings.model_copy(update={"next_step": step})})


@pytest.mark.parametrize("invitation", INVITATIONS)
def test_it_has_lines_of_its_own(talk: Begin, inviting: Scenario, invitation: Any) -> None:
    live = talk(scenario=inviting).play(TO_THE_STEP)
    assert live.state.step is not None
    answer = live.say(*invitation)
    assert answer.text in ("I'll come and tell you, then.", "I'd like that.")
    assert answer.kind == "closing"


@pytest.mark.parametrize("invitation", INVITATIONS)
def test_without_them_it_is_thanked_for(talk: Begin, amina: Scenario, invitation: Any) -> None:
    thanks = {line for rule in amina.replies if rule.when.act == "thanks" for line in rule.say}
    assert talk().play(TO_THE_STEP).say(*invitation).text in thanks
