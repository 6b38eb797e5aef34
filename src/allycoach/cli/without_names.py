"""A sitting with names taken out, once the trainee has seen what goes."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import AllycoachError

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.conversation.sitting import Sitting
    from allycoach.redaction.replacing import Redaction, Replacement


@dataclass(frozen=True, slots=True)
class TakenOut:
    """`keep` and `hide` are words that stay or go besides; with `unseen` nobody is asked, but all is still shown."""

    keep: Sequence[str] = ()
    hide: Sequence[str] = ()
    unseen: bool = False

    def of(self, sitting: "Sitting", shelf: "Library") -> "Sitting":
        """The sitting without names. Raises AllycoachError when the trainee does not want it so."""
        from allycoach.redaction.whole_sitting import redacted, texts_of

        return redacted(sitting, self.plan(sitting, shelf, texts=texts_of(sitting)))

    def plan(self, sitting: "Sitting", shelf: "Library", *, texts: Sequence[str]) -> "Redaction":
        """What to replace in these texts of a sitting. The preview goes to standard error, so that a document can still
        be piped on. Raises AllycoachError when the trainee does not want it so."""
        from allycoach.plain.redaction import confirmed, replacement_lines
        from allycoach.plain.terminal import Terminal
        from allycoach.redaction.lists import known
        from allycoach.redaction.replacing import redaction
        from allycoach.redaction.whole_sitting import people_of

        lists = known(shelf.names)
        people = people_of(sitting, shelf.scenarios.get(sitting.started.scenario), lists)

        def plan(keep: Sequence[str], hide: Sequence[str]) -> "tuple[Redaction, tuple[Replacement, ...]]":
            return redaction(texts, lists, keep=(*people, *keep), hide=hide)

        terminal = Terminal(out=sys.stderr)
        if self.unseen:
            made, found = plan(self.keep, self.hide)
            for line in replacement_lines(found):
                terminal.say(line)
            return made
        agreed = confirmed(plan, terminal, keep=self.keep, hide=self.hide)
        if agreed is None:
            raise AllycoachError(_("No document was made."), kept=_("The sitting itself is as it was."), mend=_MEND)
        return agreed


_MEND = _("Answer the preview with Enter to make it, or give --yes to make it without being asked.")
