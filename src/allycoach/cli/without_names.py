"""A sitting with names taken out, once the trainee has seen what goes."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allycoach.errors import AllycoachError

if TYPE_CHECKING:
    from allycoach.content.schema.names import NameLists
    from allycoach.content.schema.scenario import Scenario
    from allycoach.conversation.sitting import Sitting
    from allycoach.redaction.replacing import Redaction, Replacement

WithoutNames = Callable[["Sitting", "Scenario | None", "NameLists"], "Sitting"]


@dataclass(frozen=True, slots=True)
class TakenOut:
    """`keep` and `hide` are words that stay or go besides; with `unseen` nobody is asked, but all is still shown."""

    keep: Sequence[str] = ()
    hide: Sequence[str] = ()
    unseen: bool = False

    def __call__(self, sitting: "Sitting", scenario: "Scenario | None", names: "NameLists") -> "Sitting":
        """The sitting without names. The preview goes to standard error, so that a document can still be piped on.

        Raises AllycoachError when the trainee does not want it so.
        """
        from allycoach.plain.redaction import confirmed, replacement_lines
        from allycoach.plain.terminal import Terminal
        from allycoach.redaction.lists import known
        from allycoach.redaction.replacing import redaction
        from allycoach.redaction.whole_sitting import people_of, redacted, texts_of

        lists, texts = known(names), texts_of(sitting)
        people = people_of(sitting, scenario, lists)

        def plan(keep: Sequence[str], hide: Sequence[str]) -> "tuple[Redaction, tuple[Replacement, ...]]":
            return redaction(texts, lists, keep=(*people, *keep), hide=hide)

        terminal, made = Terminal(out=sys.stderr), None
        if self.unseen:
            made, found = plan(self.keep, self.hide)
            for line in replacement_lines(found):
                terminal.say(line)
        else:
            made = confirmed(plan, terminal, keep=self.keep, hide=self.hide)
        if made is None:
            raise AllycoachError("No document was made.", kept="The sitting itself is as it was.", mend=_MEND)
        return redacted(sitting, made)


_MEND = "Answer the preview with Enter to make it, or give --yes to make it without being asked."
