"""The reader before it is there: loading spaCy takes a second, and the first screen does not wait for it."""

from threading import Lock
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import PipelineMissing

if TYPE_CHECKING:
    from allycoach.reading import Context, Reader, Reading


class LateReader:
    """A `Reader` that has nothing to read with until `arrived` is called, and then reads one text at a time."""

    def __init__(self) -> None:
        self._reader: Reader | None = None
        self._one_at_a_time = Lock()

    @property
    def ready(self) -> bool:
        return self._reader is not None

    def arrived(self, reader: "Reader") -> None:
        self._reader = reader

    def read(self, text: str, context: "Context | None" = None) -> "Reading":
        """Raises PipelineMissing while there is no reader; callers look at `ready` first."""
        with self._one_at_a_time:
            return self._here().read(text) if context is None else self._here().read(text, context)

    def content_words(self, text: str) -> tuple[str, ...]:
        with self._one_at_a_time:
            return self._here().content_words(text)

    def _here(self) -> "Reader":
        if self._reader is None:
            raise PipelineMissing(_("The analyser is not ready yet."), mend=_("Wait a moment and try again."))
        return self._reader
