"""What every face and document says of a transcript, beside its words."""

from allycoach.conversation.sitting import Sitting

_FORMS = {"text": "plain text", "csv": "a table", "vtt": "captions", "jsonl": "utterances in JSON"}


def brought_in(sitting: Sitting) -> tuple[str, ...]:
    """Where it is from, what is not in it, and who agreed; nothing for a practice."""
    how = sitting.imported
    if how is None:
        return ()
    at = sitting.started.at
    others = {0: "", 1: " One thing that somebody else said is left out."}.get(
        how.left_out, f" {how.left_out:,} things that others said are left out."
    )
    given = "typed" if how.typed else "given with the command"
    return (
        f"A real conversation, brought in from {_FORMS.get(how.form, 'a file')}.",
        f"{_replaced(how.replaced)} before it was kept; rules can miss some.{others}",
        f"Consent, {given} on {at.day} {at:%B %Y}: “{how.consent}”",
    )


def _replaced(count: int) -> str:
    if not count:
        return "No names or other details that say who somebody is were found"
    details = "One name or other detail" if count == 1 else f"{count:,} names or other details"
    return (
        f"{details} that {'says' if count == 1 else 'say'} who somebody is {'was' if count == 1 else 'were'} replaced"
    )
