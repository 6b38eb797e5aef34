"""What an error of the disk means for the person who is writing."""

import errno
from pathlib import Path

from allycoach.catalogue import _
from allycoach.errors import NotSaved

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "the folder may not be written to",
    errno.EPERM: "the folder may not be written to",
    errno.ENOENT: "the folder is not there any more",
    errno.ENOTDIR: "something else is where the folder should be",
    errno.EIO: "the disk reports a fault",
}


def not_saved(path: Path, error: OSError) -> NotSaved:
    """The error to show when writing `path` failed: what happened, where the words still are, what to do."""
    return NotSaved(
        f"This could not be saved in {path.parent}: {reason(error)}.",
        kept="Your words are still here in the window, and what was saved before is not touched.",
        mend=_mend(error),
    )


def not_changed(path: Path, error: OSError) -> NotSaved:
    """The error to show when a file that holds nobody's new words could not be written."""
    return NotSaved(
        _("{path} could not be written: {reason}.").format(path=path, reason=reason(error)),
        kept=_("What was saved before is not touched."),
        mend=_("Make room on the disk, or the folder writable, then try again."),
    )


def reason(error: OSError) -> str:
    """Why, in a few plain words."""
    return _REASONS.get(error.errno or 0, (error.strerror or type(error).__name__).lower())


def _mend(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Make some room on the disk, then send again."
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "Bring the folder back (is a drive unplugged?), then send again."
    return "Make the folder writable, then send again; or name another place in ALLYCOACH_HOME."
