"""What every face and document says of a transcript, beside its words."""

from allycoach.catalogue import _, many
from allycoach.conversation.sitting import Sitting
from allycoach.dates import day

_FORMS = {"text": _("plain text"), "csv": _("a table"), "vtt": _("captions"), "jsonl": _("utterances in JSON")}


def brought_in(sitting: Sitting) -> tuple[str, ...]:
    """Where it is from, what is not in it, and who agreed; nothing for a practice."""
    how = sitting.imported
    if how is None:
        return ()
    agreed = (
        _("Consent, typed on {day}: “{words}”")
        if how.typed
        else _("Consent, given with the command on {day}: “{words}”")
    )
    return (
        _("A real conversation, brought in from {form}.").format(form=_FORMS.get(how.form, _("a file"))),
        " ".join(filter(None, (_replaced(how.replaced), _left_out(how.left_out)))),
        agreed.format(day=day(sitting.started.at), words=how.consent),
    )


def _left_out(count: int) -> str:
    if not count:
        return ""
    return many(
        "One thing that somebody else said is left out.", "{n:,} things that others said are left out.", count
    ).format(n=count)


def _replaced(count: int) -> str:
    if not count:
        return _(
            "No names or other details that say who somebody is were found before it was kept; rules can miss some."
        )
    return many(
        "One name or other detail that says who somebody is was replaced before it was kept; rules can miss some.",
        "{n:,} names or other details that say who somebody is were replaced before it was kept; rules can miss some.",
        count,
    ).format(n=count)
