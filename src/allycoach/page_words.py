"""The catalogue's words in a page: they are text and never markup, and so is whatever is put into them."""

from markupsafe import Markup, escape

from allycoach.catalogue import ENGLISH, _, language, many


def page_word(message: str) -> Markup:
    """The message in the reader's language; `.format` escapes what it puts in."""
    return _safe(_(message))


def page_many(one: str, several: str, n: int) -> Markup:
    """The form for `n` things, as `page_word`."""
    return _safe(many(one, several, n))


def page_language() -> str:
    """The language of the words, as a page names it: `en-GB`, `cy`."""
    return "en-GB" if language() == ENGLISH else language().replace("_", "-")


def page_lang(language: str) -> Markup:
    """A `lang` attribute for words in another language than the page's, so that they are read in the right voice."""
    if language.partition("-")[0] == page_language().partition("-")[0]:
        return Markup()
    return Markup(' lang="{}"').format(language)


def _safe(said: str) -> Markup:
    return Markup(str(escape(said)).replace("&#39;", "'"))  # attributes stand in double quotation marks
