"""The two halves of an if-then plan, however much of the sentence around them was written too."""

import re

_BEFORE_NOTICE = re.compile(r"^(?:(?:if|when|whenever)\s+)?(?:i\s+notice\s+(?:that\s+)?)?(?=\S)", re.IGNORECASE)
_BEFORE_THEN = re.compile(
    r"^(?:then\s+)?(?:i(?:['’]ll|\s+will|['’]m going to|\s+am going to)?\s+)?(?=\S)", re.IGNORECASE
)
_END = re.compile(r"[\s,.]+$")


def halves(notice: str, then: str) -> tuple[str, str]:
    """What is to be noticed and what is to be done, to stand after "If I notice" and "then I will"."""
    return _half(_BEFORE_NOTICE, notice), _half(_BEFORE_THEN, then)


def _half(before: re.Pattern[str], written: str) -> str:
    kept = _END.sub("", before.sub("", written.strip()))
    return kept or written.strip()
