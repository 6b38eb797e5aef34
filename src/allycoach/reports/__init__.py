"""A sitting as a document. Nothing here reads or writes files."""

from .markdown import session_markdown

__all__ = ["session_markdown"]
