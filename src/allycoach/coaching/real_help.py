"""Where real help is, in words that both faces say."""

from allycoach.catalogue import _
from allycoach.content.schema.cards import ProcedureCard
from allycoach.signs import one_line


def real_help_lines(card: ProcedureCard | None) -> tuple[str, ...]:
    """Where real help is, the important word first: for the trainee themself, outside any role-play. National numbers for
    the United Kingdom, then the organisation's own card, if there is one."""
    lines = [
        _("This is the real world now; the practice waits."),
        _("In danger, you or somebody else: 999."),
        _("To talk to somebody, at any hour, free: Samaritans, 116 123."),
        _("Not an emergency, but soon: your GP, or NHS 111."),
    ]
    if card is not None:
        lines.append(
            _("At {organisation}: {name}, {how}.").format(
                organisation=one_line(card.organisation), name=one_line(card.lead.name), how=one_line(card.lead.how)
            )
        )
    return tuple(lines)
