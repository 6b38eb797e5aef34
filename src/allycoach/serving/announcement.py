"""What a facilitator sees where the server was started."""

import io
from collections.abc import Iterator

import segno

from allycoach.catalogue import _, many

from .capacity import VISITOR, Capacity, gigabytes
from .code import SessionCode


def announcement(address: str, code: SessionCode | None, room: Capacity, *, idle: float, lan: bool) -> Iterator[str]:
    """One fact a line; `idle` is in seconds. What goes on the wall comes last, so that a small terminal still shows it."""
    yield _("Room for {n} at once: {free} of memory are free here, and each visitor takes about {each}.").format(
        n=room.visitors, free=gigabytes(room.free), each=gigabytes(VISITOR)
    )
    if room.warning:
        yield _("Look: {warning}").format(warning=room.warning)
    yield from _words(idle)
    yield from _who_can_read(lan=lan)
    yield ""
    if lan:
        yield qr(address)
    yield _("  Address   {address}").format(address=address)
    if code is not None:
        yield _("  Code      {spoken}      (capitals, dashes and spaces do not matter)").format(spoken=code.spoken)
    yield ""
    yield _("To end it for everybody, press Ctrl+C here.")


def _words(idle: float) -> Iterator[str]:
    yield _(
        "Where words go: into a private folder here, one for each visitor. They are deleted when the visitor leaves, after "
        "{time} without a key, and when this ends. Visitors can download a talk of theirs before."
    ).format(time=_minutes(idle))


def _minutes(seconds: float) -> str:
    count = round(seconds / 60)
    return many("a minute", "{n} minutes", count).format(n=count)


def _who_can_read(*, lan: bool) -> Iterator[str]:
    if lan:
        yield _(
            "Who can read them: you could, on this computer, and so could somebody with the tools on the same network, because "
            "nothing is encrypted on the way. Use a network that you trust, and say so to the group."
        )
    else:
        yield _("Who can reach it: this computer alone. --lan opens it to the network, with a code.")


def qr(address: str) -> str:
    """The address for a phone's or a tablet's camera, two lines of dots in each line of text. Without the code: whoever sees
    a photograph of it must still ask."""
    drawn = io.StringIO()
    segno.make(address, micro=False).terminal(drawn, compact=True, border=2)
    return drawn.getvalue()
