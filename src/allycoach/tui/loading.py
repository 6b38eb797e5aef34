"""Loading after the first screen stands: the library first, then the reader, in a worker thread."""

from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import Worker, WorkerState

from allycoach.errors import AllycoachError

from .messages import LibraryReady, LoadingFailed, ReaderReady
from .present.trouble import unforeseen
from .shell import Shell

if TYPE_CHECKING:
    from allycoach.content.library import Library


class Loading(Shell):
    """An app that loads. What it does with the library once that is there is for `library_here`."""

    def before_loading(self) -> None:
        """What the first rows need. Called in the worker thread; may raise AllycoachError."""

    def library_here(self, library: "Library") -> None:
        """The library has come."""

    def load(self) -> None:
        """Asks for the passphrase first, where there is one."""
        if not self.parts.locked():
            self._load()
            return
        from .screens.unlock import UnlockScreen

        self.push_screen(UnlockScreen(self.parts.unlock), self._unlocked)

    def _unlocked(self, opened: bool | None) -> None:
        if opened:
            self._load()
        else:
            self.exit(0)

    @work(thread=True, group="loading", exit_on_error=False)
    def _load(self) -> None:
        try:
            self.before_loading()
            library = self.parts.load_library()
            self.post_message(LibraryReady(library))
        except AllycoachError as error:
            self.post_message(LoadingFailed("library", error))
            return
        try:
            self.post_message(ReaderReady(self.parts.load_reader(library)))
        except AllycoachError as error:
            self.post_message(LoadingFailed("reader", error))

    @on(LibraryReady)
    def library_ready(self, event: LibraryReady) -> None:
        self.library = event.library
        self.library_here(event.library)

    @on(ReaderReady)
    def reader_ready(self, event: ReaderReady) -> None:
        self.reader.arrived(event.reader)
        self.reader_state = "ready"

    @on(LoadingFailed)
    def loading_failed(self, event: LoadingFailed) -> None:
        self.trouble = event.error
        if event.what == "reader":
            self.reader_state = "absent"

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What nobody foresaw while loading is said too, rather than leaving a screen that waits for ever."""
        if event.state != WorkerState.ERROR:
            return
        if event.worker.group == "loading":
            what = "library" if self.library is None else "reader"
            self.post_message(LoadingFailed(what, unforeseen(event.worker.error)))
        else:
            self.tell(unforeseen(event.worker.error))
