"""What can go wrong, said so that a person who is not technical knows what happened and what to do next."""


class AllycoachError(Exception):
    """Base of every error that reaches the user.

    `message` says what happened, in plain English; `kept` what is safe; `mend` what to do next.
    """

    def __init__(self, message: str, *, kept: str = "", mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.kept = kept
        self.mend = mend

    def __str__(self) -> str:
        return " ".join(part for part in (self.message, self.kept, self.mend) if part)


class ContentError(AllycoachError):
    """A content file that cannot be used; the message names file, line and column."""


class Locked(AllycoachError):
    """A talk that may not begin yet; `mend` says what opens it."""


class PipelineMissing(AllycoachError):
    """No English language pipeline is installed."""


class SittingUnreadable(AllycoachError):
    """A saved sitting that is absent, or whose log cannot be read."""


class OnlyLookedAt(AllycoachError):
    """A transcript of a real conversation, which nobody can go on with."""


class NotSaved(AllycoachError):
    """Something could not be written to disk; `kept` says where the words still are."""


class PassphraseNeeded(AllycoachError):
    """What is kept is sealed, and nobody has said the passphrase, or the file with the key cannot be read."""


class WrongPassphrase(AllycoachError):
    """What was typed is not the passphrase."""
