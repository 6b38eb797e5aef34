"""The pages around the app: plain HTML that a keyboard and a screen reader can use, and that needs nothing from elsewhere."""

from functools import cache

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined

from allycoach.page_words import page_language, page_many, page_word


def page(template: str, *, status: int = 200, **values: object) -> web.Response:
    """A template of this package as an answer. Everything in `values` is text: it is escaped."""
    text = _templates().get_template(f"{template}.html.j2").render(values)
    return web.Response(text=text, status=status, content_type="text/html")


@cache
def _templates() -> Environment:
    pages = Environment(
        loader=PackageLoader("allycoach.serving"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.globals.update({"_": page_word, "many": page_many, "language": page_language()})
    return pages
