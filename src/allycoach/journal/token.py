"""A random token of this computer's, so that a group's counts can tell that two sittings are one trainee's."""

import re
import secrets
from pathlib import Path

from .disk import not_saved
from .place import FILE_MODE, make_private, tighten

_TOKEN = re.compile(r"[0-9a-f]{32}")


def own_token(home: Path) -> str:
    """The token in the file `who`, made there when there is none. It says nothing about anybody. Raises NotSaved."""
    path = home / "who"
    try:
        kept = path.read_text(encoding="utf-8", errors="replace").strip() if path.exists() else ""
        if _TOKEN.fullmatch(kept):
            return kept
        make_private(home)
        token = secrets.token_hex(16)
        path.write_text(f"{token}\n", encoding="utf-8")
        tighten(path, FILE_MODE)
    except OSError as error:
        raise not_saved(path, error) from error
    return token
