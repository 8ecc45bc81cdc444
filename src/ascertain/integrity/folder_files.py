"""The files of a folder, none left out for want of rights."""

import os
from pathlib import Path


def files_of(folder: Path) -> tuple[list[str], list[str]]:
    """Return the files below `folder` and the symbolic links, each as a path with forward slashes, in order.

    `OSError` where a folder can't be read: what can't be seen must not pass for what is not there.
    """
    files, links = [], []

    def stop(error: OSError) -> None:
        raise error

    for where, folders, names in os.walk(folder, onerror=stop):
        for name in (*folders, *names):
            path = Path(where, name)
            relative = path.relative_to(folder).as_posix()
            if path.is_symlink():
                links.append(relative)
            elif name in names:
                files.append(relative)
    return sorted(files), sorted(links)
