"""What modes, helpers, meters and bands are called where they are shown."""

from allycoach.catalogue import _, meant

_MODES = {
    "coach": _("coach"),
    "quiet": _("quiet"),
    "solo": _("solo"),
    "room": _("room"),
    "imported": _("imported"),
}

_HELPERS = {"You": _("You"), "Ally": _("Ally")}

_METERS = {"trust": _("trust"), "openness": _("openness"), "energy": _("energy")}

_BANDS = {
    "closed": meant("how a person is", "closed"),
    "wary": meant("how a person is", "wary"),
    "open": meant("how a person is", "open"),
}


def mode_name(mode: str) -> str:
    """What a mode is called where it is shown; where it is typed, it is typed as it stands."""
    return _MODES.get(mode, mode)


def helper_name(helper: str) -> str:
    """What the one who helps is called beside their words: `You`, or `Ally` in a transcript."""
    return _HELPERS.get(helper, helper)


def meter_name(meter: str) -> str:
    """What is said of a person by a meter: `trust`."""
    return _METERS.get(meter, meter)


def band_name(band: str) -> str:
    """How open the person is: `wary`."""
    return _BANDS.get(band, band)
