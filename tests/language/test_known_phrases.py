"""Phrases kept from an earlier start."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.content.cache import ParsedFiles
from allycoach.errors import ContentError
from allycoach.language.known_phrases import KnownPhrases
from allycoach.language.notation import Notation, Pattern

LISTS = {"service": ("the union", "a coach")}
SOURCES = ("why don't you", "^ you [really] should ~think", "ring @service $", "_ union", "<verb> ... it")


def split(word: str) -> tuple[str, ...]:
    return ("do", "n't") if word == "don't" else (word,)


def known(folder: Path, lists: Mapping[str, tuple[str, ...]] = LISTS, pipeline: str = "en 1") -> KnownPhrases:
    return KnownPhrases(lists, split, ParsedFiles(folder), pipeline)


def read(phrases: KnownPhrases) -> list[Pattern]:
    found = [phrases.phrase(source) for source in SOURCES]
    phrases.keep()
    return found


def no_reading(_self: Notation, source: str) -> Pattern:
    raise AssertionError(f"{source} is read again")


def test_what_was_kept_is_what_was_read_and_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(known(tmp_path))
    assert first == [Notation(LISTS, split).phrase(source) for source in SOURCES]
    monkeypatch.setattr(Notation, "phrase", no_reading)
    assert read(known(tmp_path)) == first


@pytest.mark.parametrize("change", [{"lists": {"service": ("the bank",)}}, {"pipeline": "en 2"}])
def test_nothing_kept_is_used_where_it_would_be_read_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, object]
) -> None:
    read(known(tmp_path))
    monkeypatch.setattr(Notation, "phrase", no_reading)
    with pytest.raises(AssertionError, match="read again"):
        read(known(tmp_path, **change))  # type: ignore[arg-type]


def test_a_phrase_that_is_new_is_kept_beside_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(known(tmp_path))
    again = known(tmp_path)
    new = again.phrase("what would help")
    read(again)
    monkeypatch.setattr(Notation, "phrase", no_reading)
    assert known(tmp_path).phrase("what would help") == new


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=3))
def test_damage_costs_only_time(tmp_path_factory: pytest.TempPathFactory, where: int, damage: bytes) -> None:
    folder = tmp_path_factory.mktemp("kept")
    first = read(known(folder))
    [entry] = folder.glob("*.json")
    kept = bytearray(entry.read_bytes())
    place = where % len(kept)
    kept[place : place + len(damage)] = damage
    entry.write_bytes(bytes(kept))
    assert read(known(folder)) == first


def test_a_phrase_that_cannot_be_read_says_why_each_time(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(ContentError, match="cannot be read"):
            known(tmp_path).phrase("you (should")


def test_without_a_place_to_keep_them_they_are_read() -> None:
    assert KnownPhrases(LISTS, split, None, "en 1").phrase("ring @service") == Notation(LISTS, split).phrase(
        "ring @service"
    )
