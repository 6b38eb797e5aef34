"""What the command palette offers beyond the screens' own keys. It takes text for markup, so titles are escaped."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.markup import escape

from allycoach.catalogue import _, many
from allycoach.shown_names import mode_name
from allycoach.signs import one_line

from .present.elapsed import when

if TYPE_CHECKING:
    from .shell import Shell

SITTINGS = 30
"""The newest ones; a palette matches all its entries at each key. The screen of past sittings finds the others."""


class Talks(Provider):
    """People to talk with, sittings to continue and sittings to look back on."""

    def _entries(self) -> "Iterator[tuple[str, Callable[[], None], str]]":
        shell: Shell = self.app  # type: ignore[assignment]
        if shell.library is None:
            return
        from allycoach.coaching.proposal import by_difficulty

        now = shell.parts.clock()
        for past in sorted((shell.past or ())[:SITTINGS], key=lambda past: past.over):
            go = shell.look_at if past.over else shell.go_on
            words = _("Look back at: {title}") if past.over else _("Continue: {title}")
            about = f"{mode_name(past.mode)}, {when(past.last, now)}"
            yield words.format(title=one_line(past.title)), partial(go, past.sitting), about
        for one in by_difficulty(shell.library.scenarios.values()):
            yield (
                _("Talk with: {title}").format(title=one_line(one.title)),
                partial(shell.meet, one.id),
                many("1 minute", "{n} minutes", one.minutes).format(n=one.minutes),
            )

    async def discover(self) -> Hits:
        for name, command, about in self._entries():
            yield DiscoveryHit(escape(name), command, text=name, help=escape(about))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, command, about in self._entries():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(escape(name)), command, text=name, help=escape(about))
