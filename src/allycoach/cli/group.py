"""The commands as one group, whose errors are said in one place."""

from typing import Any

import typer
from typer.core import TyperGroup

from .faults import say_fault, streams_everywhere

PLAIN = "--plain"


class PlainFaults(TyperGroup):
    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """`--plain` is understood wherever it stands, and of commands that are in lines anyway."""
        name, command, rest = super().resolve_command(ctx, args)
        knows = command is not None and any(PLAIN in option.opts for option in command.params)
        if knows and ctx.params.get("plain") and PLAIN not in rest:
            rest = [PLAIN, *rest]
        return name, command, rest if knows else [each for each in rest if each != PLAIN]

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
