"""A visitor's process that has lost its server wipes its folder and ends: also a server that was killed leaves nothing."""

import os
import shutil
import threading
from pathlib import Path

import psutil


def end_with_parent(folder: Path) -> None:
    """From now on, when the process that started this one is gone, `folder` is deleted and this process ends."""
    parent = psutil.Process(os.getppid())
    threading.Thread(target=_watch, args=(parent, folder), name="server-gone", daemon=True).start()


def _watch(parent: psutil.Process, folder: Path) -> None:
    parent.wait()
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)  # the interface may be waiting for a server that is not there any more
