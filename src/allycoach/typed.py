"""What somebody typed, as what it means."""

LONGEST_NUMBER = 6


def number_in(text: str) -> int:
    """The whole number that was typed; 0 when it is none, or longer than any list or talk."""
    word = text.strip()
    return int(word) if word.isascii() and word.isdigit() and len(word) <= LONGEST_NUMBER else 0
