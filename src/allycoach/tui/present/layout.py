"""Lines laid out by hand, where a style sheet cannot."""

from textual.content import Content


def hanging(first: Content, body: Content, width: int) -> Content:
    """`first` and then `body`, whose further lines stand under its first one, in `width` cells."""
    indent = first.cell_length
    lines = body.wrap(max(width - indent, 10))
    return Content("\n" + " " * indent).join([first + lines[0], *lines[1:]]) if lines else first


def cut(line: Content, width: int) -> Content:
    """One line of at most `width` cells."""
    return line.truncate(max(width, 1), ellipsis=True)
