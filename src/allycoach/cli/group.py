"""The commands as one group, whose errors are said in one place."""

from typing import Any

import typer
from typer.core import TyperGroup

from .faults import say_fault, streams_everywhere


class PlainFaults(TyperGroup):
    def invoke(self, ctx: Any) -> Any:
        streams_everywhere()
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort):
            raise
        except (Exception, KeyboardInterrupt) as error:
            if hasattr(error, "show"):  # a mistake on the command line, which Typer tells itself
                raise
            ctx.exit(say_fault(error))
