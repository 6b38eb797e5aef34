"""Text from people, made safe to show on any face: what cannot be seen becomes a sign that can."""

import unicodedata

_JOINERS = "\u200c\u200d\u00ad"
_PICTURES = 0x2400
_DELETE = "\u2421"
_UNSEEN = "\ufffd"
_INVISIBLE = {
    "Cc",  # C1 controls
    "Cf",  # direction overrides, zero widths, tags
    "Cs",  # halves of a surrogate pair
    "Zl",  # hidden line ends
    "Zp",
}


def visible(text: str) -> str:
    """The text with every control, direction and other invisible character replaced by one visible sign.

    One code point becomes one code point, so offsets into the text stay true. Line feeds stay; so do the
    joiners that emoji and many scripts need. The result can be encoded as UTF-8 and moves no terminal's
    cursor.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_sign, text))


def one_line(text: str) -> str:
    """`visible`, with line breaks and tabs as spaces, none at either end: for a face that speaks in lines."""
    return " ".join(visible(" ".join(text.split())).split())


def _sign(character: str) -> str:
    code = ord(character)
    if character == "\n":
        return character
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return _DELETE
    if character in _JOINERS:
        return character
    return _UNSEEN if unicodedata.category(character) in _INVISIBLE else character
