"""What authors read when a file is wrong: every message whole, with its place, the line and a caret."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from allycoach.content.kinds import shape_of
from allycoach.content.loader import FaultyFileError, load_file

Put = Callable[..., Path]


@pytest.fixture
def said(put: Put, phrases: str, model: str, scenario: str) -> Callable[[str, str, str], str]:
    """The message after `old` has become `new` in a file that is right otherwise."""
    good = {"phrasebank": phrases, "models": model, "scenarios": scenario}

    def message(kind: str, old: str, new: str) -> str:
        assert old in good[kind]
        path = put(f"{kind}/x.yaml", good[kind].replace(old, new, 1))
        with pytest.raises(FaultyFileError) as caught:
            load_file(path, shape_of(kind, "x"), name=f"{kind}/x.yaml")
        return caught.value.message

    return message


BROKEN = [
    pytest.param(
        "phrasebank",
        "    any: [you should]",
        "    any: [you should]\n    kind: dependancy",
        r"""
        phrasebank/x.yaml:11:11  S001 cues[0].kind: "dependancy" is not one of phrase, tokens, dependency
           11 |     kind: dependancy
              |           ^
        """,
        id="cue of no kind",
    ),
    pytest.param(
        "phrasebank",
        "about: Telling",
        "abuot: Telling",
        r"""
        phrasebank/x.yaml:6:1  S001 unknown key "abuot", did you mean "about"?
            6 | abuot: Telling someone what to do.
              | ^
        """,
        id="mistyped key",
    ),
    pytest.param(
        "phrasebank",
        "    say: What",
        "    zzz: 1\n    say: What",
        r"""
        phrasebank/x.yaml:15:5  S001 phrases[0]: unknown key "zzz"; the keys here are id, say, stages, tone
           15 |     zzz: 1
              |     ^
        """,
        id="unknown key far from any",
    ),
    pytest.param(
        "phrasebank",
        "    say: What do you make of it?\n",
        "",
        r"""
        phrasebank/x.yaml:14:5  S001 phrases[0]: "say" is missing
           14 |   - id: advice.back-to-you
              |     ^
        """,
        id="missing key",
    ),
    pytest.param(
        "models",
        "source: None.\n",
        "",
        r"""
        models/x.yaml:1:1  S001 "source" is missing
            1 | schema: 1
              | ^
        """,
        id="missing in the whole file",
    ),
    pytest.param(
        "models",
        "      - {register: brief, say: So?}\n",
        "",
        r"""
        models/x.yaml:15:7  S001 stages[0].openers: this has 2 entries; it needs at least 3
           15 |       - {register: plain, say: What's up?}
              |       ^
        """,
        id="too few entries",
    ),
    pytest.param(
        "phrasebank",
        "    catch: [You should ring them.]",
        "    catch: []",
        r"""
        phrasebank/x.yaml:11:12  S001 cues[0].catch: this has 0 entries; it needs at least 1
           11 |     catch: []
              |            ^
        """,
        id="no entries",
    ),
    pytest.param(
        "phrasebank",
        "title: Advice nobody asked for",
        "title:",
        r"""
        phrasebank/x.yaml:3:1  S001 title: this is empty; it needs some text
            3 | title:
              | ^
        """,
        id="nothing there",
    ),
    pytest.param(
        "phrasebank",
        "title: Advice nobody asked for",
        "title: 2026",
        r"""
        phrasebank/x.yaml:3:8  S001 title: 2026 is read as a number here; put it in quotes to make it text
            3 | title: 2026
              |        ^
        """,
        id="number for text",
    ),
    pytest.param(
        "phrasebank",
        "title: Advice nobody asked for",
        "title: true",
        r"""
        phrasebank/x.yaml:3:8  S001 title: true means true or false here; put it in quotes to make it text
            3 | title: true
              |        ^
        """,
        id="yes and no in quotes",
    ),
    pytest.param(
        "phrasebank",
        "[What should happen?]",
        "[So: what should happen?]",
        r"""
        phrasebank/x.yaml:12:13  S001 cues[0].leave[0]: this is read as a key and its value; put text with ": " in quotes
           12 |     leave: [So: what should happen?]
              |             ^
        """,
        id="colon in a list",
    ),
    pytest.param(
        "phrasebank",
        "[What should happen?]",
        "[{reply: So?, prevous: Hm.}]",
        r"""
        phrasebank/x.yaml:12:26  S001 cues[0].leave[0]: unknown key "prevous", did you mean "previous"?
           12 |     leave: [{reply: So?, prevous: Hm.}]
              |                          ^
        """,
        id="example with a wrong key",
    ),
    pytest.param(
        "phrasebank",
        "schema: 1",
        "schema: 2",
        r"""
        phrasebank/x.yaml:1:9  S001 schema: "2" must be 1
            1 | schema: 2
              |         ^
        """,
        id="wrong version",
    ),
    pytest.param(
        "scenarios",
        "minutes: 8",
        "minutes: eight",
        r"""
        scenarios/x.yaml:8:10  S001 minutes: "eight" is not a whole number
            8 | minutes: eight
              |          ^
        """,
        id="whole number",
    ),
    pytest.param(
        "scenarios",
        "minutes: 8",
        "minutes: 90",
        r"""
        scenarios/x.yaml:8:10  S001 minutes: 90 is too large; the most is 40
            8 | minutes: 90
              |          ^
        """,
        id="too large",
    ),
    pytest.param(
        "scenarios",
        "2027-01-31",
        "31/01/2027",
        r"""
        scenarios/x.yaml:13:12  S001 review_by: "31/01/2027" is not a date; write year-month-day, such as 2027-01-31
           13 | review_by: 31/01/2027
              |            ^
        """,
        id="date",
    ),
    pytest.param(
        "scenarios",
        "fallback:",
        "state: {effects: {reflection: {mood: 3}}}\nfallback:",
        r"""
        scenarios/x.yaml:41:32  S003 state.effects.reflection: "mood" is not one of trust, openness, energy
           41 | state: {effects: {reflection: {mood: 3}}}
              |                                ^
        """,
        id="meter of no such name",
    ),
    pytest.param(
        "scenarios",
        "{act: greeting}",
        "{act: greeting, topic: works}",
        r"""
        scenarios/x.yaml:39:35  S003 replies[4].when.topic: "works" is not one of the topics; there are search, money, home, hope
           39 |   - {when: {act: greeting, topic: works}, say: [Well., So., Hm.]}
              |                                   ^
        """,
        id="unknown topic",
    ),
    pytest.param(
        "scenarios",
        "    is_key: true\n",
        "",
        r"""
        scenarios/x.yaml:24:3  S001 topics: no topic is marked `is_key: true`
           24 |   search:
              |   ^
        """,
        id="no key topic",
    ),
    pytest.param(
        "scenarios",
        "review_by:",
        "sensitivity: safeguarding\nreview_by:",
        r"""
        scenarios/x.yaml:13:14  S009 sensitivity: a safeguarding scenario needs a part called `safeguarding`
           13 | sensitivity: safeguarding
              |              ^
        """,
        id="safeguarding without text",
    ),
    pytest.param(
        "models",
        "  - id: good\n",
        "  - id: good\n    next: [hapening]\n",
        r"""
        models/x.yaml:19:12  S003 stages[1].next[0]: "hapening" is not a stage of this model
           19 |     next: [hapening]
              |            ^
        """,
        id="stage of no model",
    ),
    pytest.param(
        "phrasebank",
        "what: flag",
        "id: again",
        r"""
        phrasebank/x.yaml:4:1  S002 the key "id" is here twice; first on line 2
            4 | id: again
              | ^
        """,
        id="key twice",
    ),
    pytest.param(
        "phrasebank",
        "says what to do.'",
        "says what to do.",
        r"""
        phrasebank/x.yaml:7:9  S001 a quotation mark opens here and never closes
            7 | reason: '"{words}" says what to do.
              |         ^
        """,
        id="open quote",
    ),
    pytest.param(
        "phrasebank",
        "    say: What",
        "\tsay: What",
        r"""
        phrasebank/x.yaml:15:1  S001 a tab is used here; indent with spaces
           15 | ␉say: What do you make of it?
              | ^
        """,
        id="tab",
    ),
    pytest.param(
        "phrasebank",
        "    say: What",
        "   say: What",
        r"""
        phrasebank/x.yaml:15:4  S001 this does not line up with the lines above it; check how far it is indented
           15 |    say: What do you make of it?
              |    ^
        """,
        id="indent",
    ),
    pytest.param(
        "phrasebank",
        "any: [you should]",
        "any:\n      - @should be",
        r"""
        phrasebank/x.yaml:11:9  S001 a text cannot start with "@"; put the whole text in quotes
           11 |       - @should be
              |         ^
        """,
        id="at sign",
    ),
    pytest.param(
        "phrasebank",
        "title: Advice nobody",
        "title: *Advice* nobody",
        r"""
        phrasebank/x.yaml:3:8  S001 title: * makes an alias in YAML, which is not used here; put text in quotes
            3 | title: *Advice* nobody asked for
              |        ^
        """,
        id="star",
    ),
    pytest.param(
        "phrasebank",
        "title: Advice nobody",
        "title: !!python/name:os.system nobody",
        r"""
        phrasebank/x.yaml:3:8  S001 title: ! makes a tag in YAML, which is not used here; put text in quotes
            3 | title: !!python/name:os.system nobody asked for
              |        ^
        """,
        id="tag",
    ),
    pytest.param(
        "phrasebank",
        "title: Advice nobody asked for",
        'title: "\\e[31mAdvice"',
        r"""
        phrasebank/x.yaml:3:8  S001 title: a control character (U+001B) is here; take it out
            3 | title: "\e[31mAdvice"
              |        ^
        """,
        id="escape",
    ),
    pytest.param(
        "phrasebank",
        "title: Advice nobody asked for",
        "title: \x1b]0;owned\x07",
        r"""
        phrasebank/x.yaml:3:8  S001 a control character (U+001B) is here; take it out
            3 | title: ␛]0;owned␇
              |        ^
        """,
        id="raw escape",
    ),
    pytest.param(
        "phrasebank",
        "phrases:",
        "---\nphrases:",
        r"""
        phrasebank/x.yaml:13:1  S001 a second document starts here; keep one in a file and take out the line ---
           13 | ---
              | ^
        """,
        id="two documents",
    ),
]


@pytest.mark.parametrize(("kind", "old", "new", "expected"), BROKEN)
def test_the_whole_message(said: Callable[[str, str, str], str], kind: str, old: str, new: str, expected: str) -> None:
    assert said(kind, old, new) == dedent(expected).strip("\n")


@pytest.mark.parametrize(("kind", "text"), [("phrasebank", "phrases"), ("models", "model"), ("scenarios", "scenario")])
def test_the_files_that_are_broken_above_are_right(
    put: Put, request: pytest.FixtureRequest, kind: str, text: str
) -> None:
    assert load_file(put("x.yaml", request.getfixturevalue(text)), shape_of(kind, "x"), name="x.yaml").id


def test_a_long_choice_names_the_nearest(said: Callable[[str, str, str], str]) -> None:
    first = said("scenarios", "act: greeting", "act: greetings").splitlines()[0]
    assert first.startswith(
        'scenarios/x.yaml:39:18  S003 replies[4].when.act: "greetings" is not one of open_question, '
    )
    assert first.endswith(', foreign, other; did you mean "greeting"?')


def test_choices_of_two_lists_are_one_list(said: Callable[[str, str, str], str]) -> None:
    first = said("phrasebank", "kind: advice", "kind: advise").splitlines()[0]
    assert first.startswith('phrasebank/x.yaml:5:7  S001 kind: "advise" is not one of closed_question, ')
    assert first.count("advice, ") == 1
    assert first.endswith('; did you mean "advice"?')


def test_a_condition_shows_how_they_are_written(said: Callable[[str, str, str], str]) -> None:
    first = said("scenarios", "trust >= 40", "trust is 40").splitlines()[0]
    assert first.startswith(
        'scenarios/x.yaml:28:17  S001 topics.search.opens_when: "trust is 40" is not a condition; write '
    )


def test_text_where_a_list_or_keys_belong(said: Callable[[str, str, str], str]) -> None:
    assert said("phrasebank", "any: [you should]", "any: you should").startswith(
        'phrasebank/x.yaml:10:10  S001 cues[0].any: this is just "you should"; '
        'it needs a list, each entry on a line of its own after "- "\n'
    )
    assert said("scenarios", "{when: {act: greeting}", "{when: greeting").startswith(
        'scenarios/x.yaml:39:12  S001 replies[4].when: this is just "greeting"; it needs keys under it, such as act, '
    )


def test_quotes_are_advised_where_punctuation_misleads(said: Callable[[str, str, str], str]) -> None:
    assert said("phrasebank", "say: What", "say: Well: what").startswith(
        'phrasebank/x.yaml:15:14  S001 there is a second ": " here, or the line is indented too far; put the whole text in '
    )
    assert said("phrasebank", """'"{words}" says""", "'It's").startswith(
        "phrasebank/x.yaml:7:13  S001 this is left over after a quoted text; put the whole text in quotes, and inside '...' "
    )


def test_an_id_is_never_a_path(said: Callable[[str, str, str], str]) -> None:
    first = said("phrasebank", "id: advice\n", "id: ../advice\n").splitlines()[0]
    assert first.startswith('phrasebank/x.yaml:2:5  S001 id: "../advice" must be lower-case letters')


def test_a_list_for_a_whole_file_names_the_first_keys(put: Put) -> None:
    with pytest.raises(
        FaultyFileError, match=r"^x.yaml:1:1  S001 this file must begin with keys, such as schema, id, title"
    ):
        load_file(put("x.yaml", "- schema: 1"), shape_of("models", "x"), name="x.yaml")


def test_everything_wrong_is_said_in_file_order(said: Callable[[str, str, str], str]) -> None:
    message = said("scenarios", "minutes: 8\ndifficulty: 2\n", "minutes: 1\ndifficulty: 9\ncolour: red\n")
    places = [line.split("  ")[0] for line in message.splitlines() if line.startswith("scenarios")]
    assert places == ["scenarios/x.yaml:8:10", "scenarios/x.yaml:9:13", "scenarios/x.yaml:10:1"]


def test_a_flood_of_errors_is_cut(said: Callable[[str, str, str], str]) -> None:
    junk = "\n".join(f"zz{number}: 1" for number in range(30))
    message = said("phrasebank", "what: flag", f"what: flag\n{junk}")
    assert message.splitlines()[-1] == "phrasebank/x.yaml  and 10 more"


def test_a_short_list_is_not_blamed_for_a_wrong_entry(said: Callable[[str, str, str], str]) -> None:
    message = said("scenarios", "[job, apply, cv]", "[job, 7, cv]")
    assert message.count("scenarios/x.yaml") == 1
    assert "topics.search.words[1]: 7 is read as a number" in message


def test_long_lines_are_shown_around_the_place(said: Callable[[str, str, str], str]) -> None:
    head, line, caret = said(
        "scenarios", "[Is this the printer?]", f"[{'very ' * 60}long, 7, {'more ' * 60}]"
    ).splitlines()
    assert head.startswith("scenarios/x.yaml:22:317  S001 opening[1]: 7 is read")
    assert len(line) < 120
    assert line[caret.index("^")] == "7"


def test_the_caret_stands_under_wide_characters_too(said: Callable[[str, str, str], str]) -> None:
    _, line, caret = said("scenarios", "[Is this the printer?]", "[日本, 7]").splitlines()
    assert line == "   22 | opening: [日本, 7]"
    assert caret == f"      | {' ' * 16}^"
