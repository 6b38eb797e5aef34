"""`allycoach serve`. It imports what it needs when it runs."""

from typing import Annotated

import typer

from allycoach.catalogue import _

from .options import Content

ABOUT_SERVE = "\n\n".join(
    (
        _("The app in a browser, for laptops on which nothing can be installed."),
        _(
            "Each visitor has a folder of their own, which is deleted when they leave. Without --lan it is for "
            "this computer alone."
        ),
    )
)


def serve(
    lan: Annotated[
        bool, typer.Option("--lan", help=_("Also for other computers on this network, who need a code that you say."))
    ] = False,
    code: Annotated[
        str | None, typer.Option("--code", metavar="WORDS", help=_("A code of your own; without it one is made."))
    ] = None,
    visitors: Annotated[
        int | None,
        typer.Option(
            "--visitors", metavar="N", min=1, help=_("How many at once; without it, as many as memory allows.")
        ),
    ] = None,
    idle: Annotated[
        int, typer.Option("--idle", metavar="MINUTES", min=1, help=_("A visit ends after so long without a key."))
    ] = 20,
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="N", min=1, max=65535, help=_("Without it, 8000 or the next that is free.")),
    ] = None,
    address: Annotated[
        str | None,
        typer.Option("--address", metavar="IP", help=_("With --lan: which of this computer's addresses to use.")),
    ] = None,
    content: Content = None,
) -> None:
    from .serve import serve_in_browsers

    serve_in_browsers(lan=lan, address=address, port=port, code=code, visitors=visitors, idle=idle, content=content)
