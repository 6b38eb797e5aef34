"""What is sealed is read by whoever has the key, line by line, and nothing else is ever taken for it."""

import os
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.journal.cipher import Cipher

KEY = bytes(range(32))
NAME = "20261121-203104-amina-7f3a"
CIPHER = Cipher(KEY)
LINES = [b'{"n":%d,"text":"So it is the rent."}' % number for number in range(1, 8)]
LOG = b"\n".join(LINES) + b"\n"


def sealed() -> list[bytes]:
    return CIPHER.sealed_log(NAME, LOG).split(b"\n")[:-1]


def opened(lines: list[bytes], *, end: bytes = b"\n") -> list[bytes]:
    return CIPHER.opened_log(NAME, b"\n".join(lines) + end).split(b"\n")


@given(st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line)), st.sampled_from([b"", b"\n"]))
def test_any_log_comes_back_byte_for_byte(lines: list[bytes], end: bytes) -> None:
    log = b"\n".join(lines) + end
    kept = CIPHER.sealed_log(NAME, log)
    assert CIPHER.opened_log(NAME, kept) == log
    assert CIPHER.opened_lines(NAME, kept) == log
    shown = kept.replace(b"sealed1.", b"")
    assert all(len(line) < 6 or line not in shown for line in lines)


def test_the_same_words_are_never_sealed_alike() -> None:
    assert CIPHER.line(NAME, 1, b"Yes.") != CIPHER.line(NAME, 1, b"Yes.")
    assert len({line[-40:] for line in sealed()}) == len(LINES)


def test_another_key_opens_nothing() -> None:
    other = Cipher(os.urandom(32))
    kept = CIPHER.sealed_log(NAME, LOG)
    assert other.opened_log(NAME, kept) == kept
    assert other.opened_file("index", CIPHER.sealed_file("index", b"x")) is None


def test_a_line_of_another_sitting_is_not_taken() -> None:
    foreign = CIPHER.line("20261122-090000-dee-0001", 3, LINES[2])
    found = opened([*sealed()[:2], foreign, *sealed()[3:]])
    assert found[2] == foreign
    assert found[:2] + found[3:-1] == LINES[:2] + LINES[3:]


@pytest.mark.parametrize("at", range(7))
def test_a_damaged_line_hides_no_other(at: int) -> None:
    for place in (0, 3, 9, -1):
        lines = sealed()
        broken = bytearray(lines[at])
        broken[place] ^= 1
        lines[at] = bytes(broken)
        found = opened(lines)
        assert found[:at] + found[at + 1 : -1] == LINES[:at] + LINES[at + 1 :]
        assert found[at] != LINES[at]
        assert b"rent" not in found[at]


def test_lines_that_change_places_are_not_taken_for_what_was_said() -> None:
    lines = sealed()
    lines[2], lines[4] = lines[4], lines[2]
    found = opened(lines)
    read = [line for line in found if line in LINES]
    assert read == sorted(read), "never in another order"
    assert found[4] == LINES[4]


def test_a_line_that_comes_twice_counts_once() -> None:
    lines = sealed()
    assert [line for line in opened([*lines[:3], lines[1], *lines[3:]]) if line in LINES] == LINES


@pytest.mark.parametrize("gone", range(6))
def test_a_line_that_is_gone_leaves_a_mark_in_its_place(gone: int) -> None:
    found = opened(sealed()[:gone] + sealed()[gone + 1 :])
    assert found[:-1] == [*LINES[:gone], b"?", *LINES[gone + 1 :]]


def test_two_lines_that_run_together_are_two_that_are_damaged() -> None:
    lines = sealed()
    found = opened([*lines[:2], lines[2] + lines[3], *lines[4:]])
    assert [line for line in found if line in LINES] == LINES[:2] + LINES[4:]
    assert len(found) == len(LINES) + 1


def test_words_put_in_without_the_key_do_not_count() -> None:
    forged = b'{"n":3,"text":"I never said that."}'
    lines = sealed()
    assert forged not in opened([*lines[:2], forged, *lines[3:]])
    mixed = b"\n".join([*lines[:2], forged, *lines[3:]]) + b"\n"
    assert CIPHER.sealed_log(NAME, mixed) == mixed, "and are not sealed as if they did"


@given(st.binary(max_size=80))
def test_any_bytes_for_a_line_are_refused_and_never_raise(data: bytes) -> None:
    for line in (data, b"sealed1." + data, b"sealed1.3." + data, b"sealed1.3." + b64encode(data)):
        assert CIPHER.read(NAME, line) is None


def test_a_last_line_cut_short_stays_the_last_and_cut() -> None:
    lines = sealed()
    for cut in (1, 9, 30):
        found = opened([*lines[:3], lines[3][:cut]], end=b"")
        assert found[:3] == LINES[:3]
        assert found[3] not in LINES
        assert len(found) == 4
