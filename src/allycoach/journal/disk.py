"""What an error of the disk means for the person who is writing."""

import errno
from pathlib import Path

from allycoach.catalogue import _
from allycoach.errors import NotSaved

_REASONS = {
    errno.ENOSPC: _("the disk is full"),
    errno.EDQUOT: _("your share of the disk is full"),
    errno.EROFS: _("the disk can only be read"),
    errno.EACCES: _("the folder may not be written to"),
    errno.EPERM: _("the folder may not be written to"),
    errno.ENOENT: _("the folder is not there any more"),
    errno.ENOTDIR: _("something else is where the folder should be"),
    errno.EIO: _("the disk reports a fault"),
}


def not_saved(path: Path, error: OSError) -> NotSaved:
    """The error to show when writing `path` failed: what happened, where the words still are, what to do."""
    return NotSaved(
        _("This could not be saved in {folder}: {reason}.").format(folder=path.parent, reason=reason(error)),
        kept=_("Your words are still here in the window, and what was saved before is not touched."),
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
        return _("Make some room on the disk, then send again.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _("Bring the folder back (is a drive unplugged?), then send again.")
    return _("Make the folder writable, then send again; or name another place in ALLYCOACH_HOME.")
