"""A reply on its way: sent with Enter, not yet read, so not yet in the log and still in the draft."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outgoing:
    """`text` is what goes; `from_draft` is False for a silence, which leaves the draft alone."""

    text: str
    from_draft: bool = True

    def rest_of(self, draft: str) -> str | None:
        """What stays in the draft once this has gone: whatever was typed after Enter. None when the sent words
        themselves were changed meanwhile, and so must not go."""
        if not self.from_draft:
            return draft
        return draft[len(self.text) :] if draft.startswith(self.text) else None
