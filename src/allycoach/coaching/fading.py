"""How much the coach should say next time: feedback that fades, with a probe now and then. Only ever a proposal."""

from collections.abc import Sequence
from dataclasses import dataclass

from allycoach.catalogue import _, many
from allycoach.content.schema.coaching import Fading
from allycoach.conversation.events import Mode

from .facts import Facts

_LESS: dict[Mode, Mode] = {"coach": "quiet", "quiet": "solo", "solo": "solo"}
_MORE: dict[Mode, Mode] = {"solo": "quiet", "quiet": "coach", "coach": "coach"}

_TRY_WITHOUT: dict[Mode, str] = {
    "coach": _("The last {n} talks came back from their slips, so try without marks while you type."),
    "quiet": _("The last {n} talks came back from their slips, so try without marks at all until the end."),
}


@dataclass(frozen=True, slots=True)
class ModeProposal:
    """`why` is a whole sentence about what happened, never about the trainee."""

    mode: Mode
    why: str
    probe: bool = False


def propose_mode(history: Sequence[Facts], rules: Fading) -> ModeProposal:
    """The mode for the next sitting. `history` has all sittings that were finished, oldest first."""
    counted = [each for each in history if each.turns >= rules.least_turns]
    if not counted:
        return ModeProposal("coach", _("Coach says what stands out as you go, which helps at the beginning."))
    if (len(counted) + 1) % rules.probe_every == 0:
        return ModeProposal(
            # Translators: {nth} is second, third, fourth ...
            "solo",
            _("Every {nth} talk without marks shows what has stayed.").format(nth=_nth(rules.probe_every)),
            True,
        )
    coached = _without_probes(counted, rules)
    mode = coached[-1].mode
    if coached[-1].lost >= rules.more_help_from and mode != "coach":
        return ModeProposal(
            _MORE[mode],
            many(
                "Last time {n} slip stayed as it was; marks may help.",
                "Last time {n} slips stayed as they were; marks may help.",
                coached[-1].lost,
            ).format(n=coached[-1].lost),
        )
    if _steady(coached, rules) and mode != "solo":
        return ModeProposal(_LESS[mode], _TRY_WITHOUT[mode].format(n=rules.steady))
    return ModeProposal(mode, _("The same as last time."))


def _without_probes(counted: Sequence[Facts], rules: Fading) -> list[Facts]:
    """The sittings that tell which mode suits; a probe is no sign that solo was chosen."""
    chosen = [each for n, each in enumerate(counted, 1) if n % rules.probe_every or each.mode != "solo"]
    return chosen or list(counted)


def _steady(coached: Sequence[Facts], rules: Fading) -> bool:
    last = coached[-rules.steady :]
    return (
        len(last) == rules.steady
        and len({each.mode for each in last}) == 1
        and all(each.lost <= rules.slips_at_most for each in last)
    )


def _nth(number: int) -> str:
    ordinals = {2: _("second"), 3: _("third"), 4: _("fourth"), 5: _("fifth"), 6: _("sixth")}
    # Translators: an ordinal above the sixth, such as 7th
    return ordinals.get(number) or _("{n}th").format(n=number)
