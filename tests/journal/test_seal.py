from hypothesis import given
from hypothesis import strategies as st

from allycoach.journal.seal import sealed, unsealed

OBJECTS = st.binary(min_size=1, max_size=200).map(lambda inside: b'{"text":"' + inside.replace(b"\n", b" ") + b'"}')


@given(OBJECTS)
def test_what_was_sealed_comes_back(line: bytes) -> None:
    assert unsealed(sealed(line)) == line


@given(OBJECTS, st.data())
def test_no_damaged_byte_is_taken_for_what_was_written(line: bytes, data: st.DataObject) -> None:
    whole = sealed(line)
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[at]))
    damaged = whole[:at] + bytes([byte]) + whole[at + 1 :]
    found = unsealed(damaged)
    assert found in (None, line) or b"sum" in found or found == damaged.rstrip()


def test_a_changed_word_is_known_though_it_is_still_json() -> None:
    assert unsealed(sealed(b'{"text":"I said no."}').replace(b"no", b"so")) is None


def test_a_line_from_before_seals_is_read() -> None:
    assert unsealed(b'{"v":1,"text":"older"}') == b'{"v":1,"text":"older"}'
