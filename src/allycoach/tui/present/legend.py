"""The one line under the draft: what the marks in it mean. It never takes more than its line."""

from textual.content import Content

from allycoach.catalogue import _
from allycoach.reading import MoveKind, Reading

from .marks import Sign, flag_sign, move_sign
from .tones import GOOD, LOOK, QUIET

_GOOD_SO_FAR = {"↺": _("reflection so far"), "~": _("open so far")}


def legend(reading: Reading, width: int) -> Content:
    """Flags first, as many as fit in `width` cells, strongest first; with none, what is going well; else nothing."""
    flags = sorted(reading.flags, key=lambda flag: (-flag.strength.rank, flag.start))
    found: dict[str, Sign] = {}
    for flag in flags:
        sign = flag_sign(flag, reading)
        found.setdefault(sign.words, sign)
    if found:
        return fit([sign.content for sign in found.values()], width)
    return _going_well(reading)


def _going_well(reading: Reading) -> Content:
    for kind in (MoveKind.REFLECTION, MoveKind.QUESTION, MoveKind.AFFIRMATION, MoveKind.PERMISSION):
        for move in reading.moves:
            sign = move_sign(move) if move.kind == kind else None
            if sign is not None and sign.style == GOOD:
                return Content.styled(f"{sign.sign} {_GOOD_SO_FAR.get(sign.sign, sign.words)}", GOOD)
    return Content("")


def fit(parts: list[Content], width: int) -> Content:
    """Parts side by side in `width` cells; what does not fit is counted, and a first part too long is cut."""
    shown: list[Content] = []
    for number, part in enumerate(parts):
        left = len(parts) - number - 1
        more = Content.styled(_("   +{left} more").format(left=left), QUIET) if left else Content("")
        row = Content("   ").join([*shown, part])
        if shown and row.cell_length + more.cell_length > width:
            rest = Content.styled(_("   +{left} more").format(left=left + 1), QUIET)
            return (Content("   ").join(shown) + rest).truncate(width, ellipsis=True)
        shown.append(part)
    return Content("   ").join(shown).truncate(width, ellipsis=True)


def saying(text: str, *, look: bool = False) -> Content:
    """Something the face has to say in the legend's place."""
    return Content.styled(text, LOOK if look else QUIET)
