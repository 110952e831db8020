"""A temporary folder of this process's own: TensorFlow leaves code that it wrote in the shared one, for ever where a process is killed."""
from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

PREFIX = "daybook-"


def own_temporary_folder() -> Path:
    """Made once, for this process and those it starts; removed at the end, and by the next start if this one is killed."""
    shared = Path(tempfile.gettempdir())
    if shared.name.startswith(PREFIX):
        return shared
    for left in shared.glob(f"{PREFIX}*"):
        if _left_behind(left):
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    os.environ["TMPDIR"], tempfile.tempdir = str(folder), str(folder)
    # Registered first, so that it comes last: TensorFlow removes its files at the end too.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _left_behind(folder: Path) -> bool:
    """Whether it is ours, of a process that is no more."""
    number = folder.name.removeprefix(PREFIX).split("-")[0]
    try:
        if not number.isdigit() or folder.is_symlink() or folder.stat().st_uid != os.getuid():
            return False
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        # Somebody else's, or taken away just now.
        pass
    return False
