import pytest

from allycoach.plain.commands import HELP, Asked, Said, understand


@pytest.mark.parametrize("line", ["", "   ", "\t"])
def test_an_empty_line_means_nothing(line: str) -> None:
    assert understand(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [("r", "rewrite"), ("R", "rewrite"), ("p", "phrases"), ("w ", "why"), ("x", "notso"), ("?", "help")],
)
def test_a_letter_alone_is_a_command(line: str, name: str) -> None:
    found = understand(line)
    assert isinstance(found, Asked)
    assert found.name == name


@pytest.mark.parametrize(
    "line", ["What?", "why", "where", "wait", "Pin it down", "r u ok", "7 of us", "no", "…", "ok / fine"]
)
def test_words_are_for_the_person(line: str) -> None:
    assert understand(line) == Said(line)


@pytest.mark.parametrize(("line", "words"), [(" r", "r"), ("/say /quit", "/quit"), ("/SAY  7", "7"), ("\t?", "?")])
def test_any_words_can_be_said(line: str, words: str) -> None:
    assert understand(line, numbers=9) == Said(words)


def test_a_number_counts_only_while_it_is_on_offer() -> None:
    assert understand("2", numbers=3) == Asked("take", "2")
    assert understand("4", numbers=3) == Asked("unsure", "4")
    assert understand("0") == Asked("unsure", "0")
    assert understand("٢", numbers=3) == Said("٢")
    assert understand("9" * 5000, numbers=3) == Said("9" * 5000)
    assert understand("00009", numbers=3) == Said("00009")


@pytest.mark.parametrize(
    ("line", "asked"), [("/notso it was fine", Asked("notso", "it was fine")), ("/Quit", Asked("quit"))]
)
def test_slashed_words(line: str, asked: Asked) -> None:
    assert understand(line) == asked


@pytest.mark.parametrize("line", ["/nope", "/", "/say", "/take 1", "/unsure"])
def test_an_unknown_command_is_never_sent(line: str) -> None:
    found = understand(line)
    assert isinstance(found, Asked)
    assert found.name == "unknown"


@pytest.mark.parametrize("line", ["quit", "EXIT", "help"])
def test_a_bare_quit_is_asked_about(line: str) -> None:
    assert understand(line) == Asked("unsure", line)


def test_help_lists_every_command() -> None:
    text = " ".join(HELP)
    for command in (
        "r:",
        "p:",
        "w:",
        "x:",
        "?:",
        "/where",
        "/wait",
        "/pin",
        "/mode",
        "/talk",
        "/again",
        "/leave",
        "/quit",
    ):
        assert command in text
