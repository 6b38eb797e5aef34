from allycoach.serving.capacity import MIB, SPARE, VISITOR, available, capacity


def test_as_many_as_there_is_memory_for() -> None:
    assert capacity(SPARE + 12 * VISITOR + 1).visitors == 12
    assert capacity(SPARE + 12 * VISITOR - 1).visitors == 11


def test_one_is_always_let_in_with_a_warning() -> None:
    room = capacity(200 * MIB)
    assert room.visitors == 1
    assert "too many for this computer: 0.2 GB of memory are free" in room.warning


def test_fewer_can_be_asked_for() -> None:
    room = capacity(SPARE + 12 * VISITOR, 3)
    assert (room.visitors, room.warning) == (3, "")


def test_more_can_be_asked_for_with_a_warning() -> None:
    room = capacity(SPARE + 12 * VISITOR, 13)
    assert room.visitors == 13
    assert room.warning.startswith("13 at once may be too many")


def test_this_computer_has_some_memory() -> None:
    assert available() > MIB
