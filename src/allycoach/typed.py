"""What somebody typed, as what it means."""

from allycoach.catalogue import _

LONGEST_NUMBER = 6


def numbers_in(text: str) -> tuple[int, ...]:
    """The whole numbers that were typed, with spaces or commas between them. Raises ValueError for anything else."""
    words = text.replace(",", " ").split()
    if not all(word.isascii() and word.isdigit() and len(word) <= LONGEST_NUMBER for word in words):
        raise ValueError(_("that is not a row of numbers"))
    return tuple(int(word) for word in words)


def number_in(text: str) -> int:
    """The whole number that was typed; 0 when it is none, or longer than any list or talk."""
    word = text.strip()
    return int(word) if word.isascii() and word.isdigit() and len(word) <= LONGEST_NUMBER else 0
