"""Small content files that are right, for tests to break."""

from collections.abc import Callable
from pathlib import Path

import pytest

PHRASES = """\
schema: 1
id: advice
title: Advice nobody asked for
what: flag
kind: advice
about: Telling someone what to do.
reason: '"{words}" says what to do.'
cues:
  - id: advice.should
    any: [you should]
    catch: [You should ring them.]
    leave: [What should happen?]
phrases:
  - id: advice.back-to-you
    say: What do you make of it?
    stages: [happening]
"""

MODEL = """\
schema: 1
id: four_question
title: Four questions
about: A short model.
source: None.
stages:
  - id: happening
    short: now
    question: What's happening?
    purpose: To hear.
    signs: {helper: [happening]}
    done: [They have said it.]
    come_back: [Let's go back.]
    openers:
      - {register: plain, say: What's up?}
      - {register: warm, say: How are things?}
      - {register: brief, say: So?}
  - id: good
    short: good
    question: What would good look like?
    purpose: To hope.
    signs: {}
    done: [They have said it.]
    come_back: [Let's go back.]
    openers:
      - {register: plain, say: What would good be?}
      - {register: warm, say: What do you hope for?}
      - {register: brief, say: And then?}
"""

SCENARIO = """\
schema: 1
id: library-amina
title: Amina at the library desk
version: "1"
licence: CC-BY-4.0
language: en-GB
authors: [Someone]
minutes: 8
difficulty: 2
setting: A quiet library.
helper_role: You work here.
competencies: ["1.4"]
review_by: 2027-01-31
person:
  name: Amina
  pronouns: she/her
  age_band: 30s
  style: reserved
  comes_for: Printing a CV.
  brief: Amina wants a page printed.
  hidden: Nine months of applications, one interview, and ashamed of it.
opening: [Is this the printer?]
topics:
  search:
    words: [job, apply, cv]
    part: happening
    is_key: true
    opens_when: trust >= 40
    lines:
      - say: [It's just the printing.]
  money: {words: [money, rent, bill], part: happening, lines: [{say: [It's tight.]}]}
  home: {words: [home, sister, flat], part: happening, lines: [{say: [My sister helps.]}]}
  hope: {words: [hope, wish, want], part: good, lines: [{say: [Older people.]}]}
replies:
  - {when: {act: open_question}, say: [Well., So., Hm.]}
  - {when: {act: closed_question}, say: [Well., So., Hm.]}
  - {when: {act: reflection}, say: [Well., So., Hm.]}
  - {when: {act: advice_unasked}, say: [Well., So., Hm.]}
  - {when: {act: greeting}, say: [Well., So., Hm.]}
  - {when: {act: silence}, say: [Well., So., Hm.]}
fallback: [The job?, Or me?, Sorry?, How so?]
moments:
  - id: trap
    when: {turn_min: 4}
    line: What would you do?
    tests: 1.4a
    expects: [reflection]
    miss_note: She asked for your answer.
asks_helper: [What would you do?, So what now?]
endings:
  next_step:
    when: trust >= 50 and topic.search begun
    say: [I'll ask on Monday., I'll ring them.]
    confidence: [Seven.]
    stronger: [A friend with me.]
    when_said: [Monday.]
    obstacle: [Nerves.]
    not_yet: [Not yet., No., Hm.]
  leaves: {when: trust <= 10, say: [Thanks.]}
  time_up: [I have to go.]
  goodbye: [Bye., See you.]
debrief:
  questions: [What did you notice?, What next?]
  pairs: [{moment: m, poor: p, good: g, why: w}]
tests:
  - replies: [Hello]
"""

Put = Callable[..., Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """put("scenarios/a.yaml", text) writes a file under tmp_path and gives its path."""

    def write(name: str, text: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.fixture
def phrases() -> str:
    return PHRASES


@pytest.fixture
def model() -> str:
    return MODEL


@pytest.fixture
def scenario() -> str:
    return SCENARIO
