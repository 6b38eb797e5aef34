"""HTML pages: whole in one file, without a network, made to be printed and to be read aloud."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from allycoach.dates import day
from allycoach.page_words import page_lang, page_language, page_many, page_word
from allycoach.shown_names import mode_name
from allycoach.signs import one_line, visible


def page(template: str, **values: object) -> str:
    """A template of this package with these values. Everything in them is text and never markup: it is escaped, and
    invisible characters are shown as signs by the filters `text` and `line`."""
    return _pages().get_template(f"{template}.html.j2").render(values)


@cache
def _pages() -> Environment:
    pages = Environment(
        loader=PackageLoader("allycoach.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["text"] = visible
    pages.filters["line"] = one_line
    pages.filters["day"] = day
    pages.filters["mode"] = mode_name
    pages.globals.update({"_": page_word, "many": page_many, "language": page_language(), "lang": page_lang})
    return pages
