"""What to know before a talk in a language that the analyser does not read."""

from allycoach.catalogue import ENGLISH, _


def not_read(language: str) -> str:
    """A sentence for a person who speaks another language than English (`cy`, `en-GB`); empty for one who does."""
    if language.lower().partition("-")[0] == ENGLISH:
        return ""
    return _(
        "This person speaks another language, and what is marked in your replies is found by reading English. "
        "Marks, notes and counts will often be wrong here; the talk itself is yours."
    )
