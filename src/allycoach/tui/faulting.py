"""A fault of the program inside a full-screen app: handed on to whoever runs it, and never printed as it is, since a traceback
shows the values of variables, and among them people's words."""

from typing import Generic, TypeVar

from textual.app import App

Left = TypeVar("Left")
"""What the app is left with."""


class HandsFaultsOn(App[Left], Generic[Left]):
    def ran(self) -> Left | None:
        """Runs until it is left. Raises what nobody foresaw, once the screen is as it was before."""
        left = self.run()
        if self._exception is not None:
            raise self._exception
        return left

    def _fatal_error(self) -> None:
        """Textual would print the traceback here, with every variable."""
        self._close_messages_no_wait()
