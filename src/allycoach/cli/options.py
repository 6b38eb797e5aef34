"""Options that several commands take, each said once."""

from pathlib import Path
from typing import Annotated

import typer

from allycoach.catalogue import _

Content = Annotated[
    Path | None, typer.Option("--content", metavar="DIR", help=_("One more folder of people, phrases and models."))
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help=_("Where to write it."))]
Seed = Annotated[int | None, typer.Option("--seed", metavar="N", help=_("The same seed makes the same person."))]
