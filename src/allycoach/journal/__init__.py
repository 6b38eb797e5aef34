"""What is kept on disk: the logs of sittings; private, append-only, portable."""

from allycoach.home import home

from .journal import Journal
from .names import new_sitting_id
from .summary import Summary

__all__ = ["Journal", "Summary", "home", "new_sitting_id"]
