"""The sheet for a learning circle: one page, one excerpt, one question, and room to write."""

from allycoach.coaching.circle import CircleSheet

from .html import page


def circle_html(sheet: CircleSheet) -> str:
    return page("circle", sheet=sheet)
