"""What a clear sentence is, as far as a test can say."""

import re

_INNARDS = re.compile(
    r"Traceback|\b\w+Error\b|\bpydantic\b|\bNoneType\b|object at 0x|\bErrno\b|Value error,|<class |validation error"
)
_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST = 20_000


def must_be_clear(*said: object) -> None:
    """Each is words in which nothing of the program's inside shows and that no terminal obeys."""
    for one in map(str, said):
        assert one.strip(), "nothing is said"
        assert len(one) < _LONGEST, f"{len(one)} letters are said"
        assert not _INNARDS.search(one), one
        assert not _OBEYED.search(one), ascii(one)
