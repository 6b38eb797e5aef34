"""allycoach: rehearse a supportive career conversation at your own keyboard.

Nothing is imported here: `allycoach --help` must not pay for Textual or spaCy.
"""

__version__ = "0.1.0"
