"""A sitting as a document. Nothing here reads or writes files."""

from .markdown import session_markdown
from .session_html import session_html

__all__ = ["session_html", "session_markdown"]
