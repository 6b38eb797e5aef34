"""The content that comes with allycoach, read once for all tests."""

from functools import cache

from allycoach.content.library import Layer, Library, load_library, shipped_folder


@cache
def shipped() -> Library:
    """As for somebody who has added nothing."""
    return load_library((Layer("shipped", shipped_folder()),))
