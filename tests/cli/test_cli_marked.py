import pytest

from allycoach.cli.marked import print_reading
from allycoach.reading import Flag, FlagKind, Form, Function, Move, MoveKind, Overruled, Reading, Strength

TEXT = "Have [red]you\x1b[31m thought?"


def reading() -> Reading:
    return Reading(
        TEXT,
        moves=(Move(MoveKind.QUESTION, 0, len(TEXT), Form.POLAR, Function.CLOSED, rule="polar"),),
        flags=(
            Flag(FlagKind.CLOSED_QUESTION, 0, 4, "closed", Strength.NOTE, 'A yes may answer "Have".'),
            Flag(FlagKind.ADVICE, 0, len(TEXT), "advice", Strength.STRONG, "It brings an idea."),
        ),
        overruled=(Overruled("jargon", 0, 4, "jargon.x", "quoted"),),
        rules="1",
        pipeline="p",
    )


def test_signs_and_words_say_everything_without_colour(capsys: pytest.CaptureFixture[str]) -> None:
    print_reading(reading(), explain=False)
    assert capsys.readouterr().out.splitlines() == [
        "Have[1] [red]you␛[31m thought?[2]",
        "",
        '[1] note: closed question. A yes may answer "Have".',
        '[2] strong: advice inside a question, "Have [red]you␛[31m thought?". It brings an idea.',
        'Heard: closed question, "Have [red]you␛[31m thought?"',
    ]


def test_explaining_names_rules_and_what_was_set_aside(capsys: pytest.CaptureFixture[str]) -> None:
    print_reading(reading(), explain=True)
    out = capsys.readouterr().out
    assert "(closed)" in out
    assert 'Set aside: jargon, "Have" (jargon.x), because of quoted' in out
    assert "Rules 1, pipeline p" in out


def test_nothing_to_look_at_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    print_reading(Reading("Hello."), explain=False)
    assert capsys.readouterr().out == "Hello.\n\nNothing here asks for a second look.\n"
