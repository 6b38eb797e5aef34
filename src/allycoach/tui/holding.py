"""An app that holds one sitting open at most, and never leaves with words unkept before it has said so."""

from allycoach.errors import AllycoachError

from .loading import Loading
from .parts import HeldLog
from .shell import Keeping


class Holding(Loading):
    open_log: HeldLog | None = None
    """Of the sitting that is open."""

    _told_once = False

    def leave(self) -> bool:
        """Keep what is unsent and close the sitting that is open. False when it could not be kept."""
        if not self.kept():
            return False
        self.close_log()
        return True

    def close_log(self) -> None:
        """Let the sitting that was open be opened again, here or in another window."""
        if self.open_log is not None:
            self.open_log.close()
            self.open_log = None

    def kept(self) -> bool:
        return all(screen.keep() for screen in self.screen_stack if isinstance(screen, Keeping))

    def tell(self, error: AllycoachError) -> None:
        from .screens.dialogs import TroubleScreen

        self.push_screen(TroubleScreen(error))

    async def action_quit(self) -> None:
        """Keep what is being written, then leave. When it cannot be kept, say so once; a second time leaves."""
        for screen in self.screen_stack:
            if isinstance(screen, Keeping):
                await screen.settled()
        if self.kept() or self._told_once:
            self.close_log()
            self.exit(0)
        self._told_once = True
