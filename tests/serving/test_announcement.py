import logging

from allycoach.serving.announcement import announcement, qr
from allycoach.serving.capacity import Capacity
from allycoach.serving.code import SessionCode
from allycoach.serving.faults import say_faults

ADDRESS = "http://192.168.1.20:8000"


def announced(*, lan: bool, warning: str = "", idle: float = 1200) -> str:
    code = SessionCode("otter-maple-42") if lan else None
    return "\n".join(announcement(ADDRESS, code, Capacity(12, 4 * 1024**3, warning), idle=idle, lan=lan))


def test_a_facilitator_sees_the_address_the_code_and_the_room() -> None:
    said = announced(lan=True)
    assert ADDRESS in said
    assert "otter-maple-42" in said
    assert "Room for 12 at once: 4.0 GB of memory are free here, and each visitor takes about 0.2 GB." in said


def test_what_happens_to_words_is_said_and_who_could_read_them() -> None:
    said = announced(lan=True)
    assert "deleted when the visitor leaves, after 20 minutes without a key, and when this ends" in said
    assert "nothing is encrypted on the way" in said
    assert "after a minute without a key" in announced(lan=True, idle=60)


def test_without_lan_it_says_that_nobody_else_can_reach_it() -> None:
    assert "Who can reach it: this computer alone." in announced(lan=False)
    assert "Code" not in announced(lan=False)


def test_a_warning_stands_out() -> None:
    assert "Look: too many" in announced(lan=True, warning="too many")


def test_a_qr_code_fits_a_small_terminal() -> None:
    lines = qr(ADDRESS).splitlines()
    assert 12 < len(lines) < 22
    assert max(map(len, lines)) <= 60
    assert set("".join(lines)) <= set(" █▀▄")


def test_a_fault_is_told_without_the_words_in_it() -> None:
    said: list[str] = []
    logger = logging.getLogger("aiohttp")
    before = logger.handlers, logger.propagate
    try:
        say_faults(said.append)
        try:
            raise ValueError("I have been sleeping badly")
        except ValueError:
            logging.getLogger("aiohttp.server").exception("Error handling request with %s", "my words")
        logging.getLogger("aiohttp.server").info("my words")
    finally:
        logger.handlers, logger.propagate = before
    assert len(said) == 1
    assert "ValueError at " in said[0]
    assert "words" not in said[0]
    assert "sleeping" not in said[0]
