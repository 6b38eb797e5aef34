"""Sitting ids: made so that they sort by time and can be read aloud, and found again from a part of them."""

import re
from collections.abc import Sequence
from datetime import datetime
from difflib import get_close_matches
from random import Random

from allycoach.catalogue import _
from allycoach.errors import SittingUnreadable

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,119}")
_SHOWN = 5

LIST = _("`allycoach sessions` lists all of them.")


def new_sitting_id(scenario: str, *, now: datetime, random: Random) -> str:
    """An id such as `20261121-203104-amina-7f3a`: when, with whom, and a random end that keeps two apart."""
    slug = re.sub(r"[^a-z0-9]+", "-", scenario.lower()).strip("-")[:40].strip("-") or "practice"
    return f"{now:%Y%m%d-%H%M%S}-{slug}-{random.getrandbits(16):04x}"


def is_sitting_id(text: str) -> bool:
    """Whether the text can be a sitting id; such a text never names a path outside the folder."""
    return _SAFE.fullmatch(text) is not None


def find(name: str, ids: Sequence[str]) -> str:
    """The one id meant by `name`: `last`, a whole id, or a beginning that only one id has.

    `ids` are in order of time, newest first. Raises SittingUnreadable, naming what comes near.
    """
    wanted = name.strip()
    if not ids:
        raise SittingUnreadable(_("There are no saved sittings yet."), mend=_("`allycoach practise` starts one."))
    if wanted == "last":
        return ids[0]
    if wanted in ids:
        return wanted
    begun = [each for each in ids if wanted and each.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise SittingUnreadable(
            _('"{name}" begins {n} sittings.').format(name=_short(wanted), n=len(begun)),
            mend=_listed(_("One of them:"), begun),
        )
    raise SittingUnreadable(
        _('No saved sitting is called "{name}".').format(name=_short(wanted)), mend=_near(wanted, ids)
    )


def _near(wanted: str, ids: Sequence[str]) -> str:
    inside = [each for each in ids if wanted and wanted.lower() in each]
    near = inside or get_close_matches(wanted, ids, n=_SHOWN, cutoff=0.5)
    return _listed(_("Near it:") if near else _("The latest are:"), near or ids)


def _listed(lead: str, ids: Sequence[str]) -> str:
    shown, more = ", ".join(ids[:_SHOWN]), len(ids) - _SHOWN
    names = _("{ids} and {n} more").format(ids=shown, n=more) if more > 0 else shown
    return f"{lead} {names}. {LIST}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
