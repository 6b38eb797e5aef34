"""The code that lets people into a session: made so that it can be said across a room, compared so that it gives nothing away."""

import hmac
import secrets
import unicodedata
from dataclasses import dataclass

from allycoach.catalogue import _
from allycoach.errors import AllycoachError

from .code_words import WORDS

SHORTEST = 6
"""Letters and digits that a code of one's own must have."""


@dataclass(frozen=True, slots=True)
class SessionCode:
    """`spoken` is the code as it is shown and said."""

    spoken: str

    @classmethod
    def made(cls) -> "SessionCode":
        """Two words and two digits: some four million codes, of which a guesser may try a few dozen a minute."""
        first, second = secrets.choice(WORDS), secrets.choice(WORDS)
        return cls(f"{first}-{second}-{10 + secrets.randbelow(90)}")

    @classmethod
    def given(cls, words: str) -> "SessionCode":
        """A facilitator's own. Raises AllycoachError when it is too easy to guess."""
        if len(set(_bare(words))) < 4 or len(_bare(words)) < SHORTEST:
            raise AllycoachError(
                _(
                    "That code is too easy to guess: at least {n} letters or digits are needed, four of them different."
                ).format(n=SHORTEST),
                mend=_("Without --code a good one is made for you."),
            )
        return cls(" ".join(words.split()))

    def matches(self, typed: str) -> bool:
        """Whether that is it, however it was spaced, dashed and capitalised."""
        return hmac.compare_digest(_bare(typed).encode(), _bare(self.spoken).encode())


def _bare(words: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKC", words).casefold() if each.isalnum())
