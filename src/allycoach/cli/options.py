"""Options that several commands take, each said once."""

from pathlib import Path
from typing import Annotated

import typer

Content = Annotated[
    Path | None, typer.Option("--content", metavar="DIR", help="One more folder of people, phrases and models.")
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")]
Seed = Annotated[int | None, typer.Option("--seed", metavar="N", help="The same seed makes the same person.")]
