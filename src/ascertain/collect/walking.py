"""Which files a path stands for, in an order that no file system decides."""

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from ascertain.model import Misused, Skipped

# What a desktop leaves in folders. They are told of, as everything is, but never read.
_LEFTOVERS = frozenset((".ds_store", "thumbs.db", "desktop.ini"))
_OWN_FOLDERS = frozenset((".ascertain", ".git"))


# What browsers call the folder of a saved page's parts, in the languages that they are mostly used in here.
_PARTS = re.compile(r"^(.+?)(?:_files|-files|_Dateien|_fichiers|_archivos|_файлы|_файли|_ملفات|_dosyalar|\.files)$")
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")


class Found(NamedTuple):
    """A file and what it is called in the case: relative, with forward slashes.

    `page` is the name of the saved page that a browser saved it with, "" for any other file.
    """

    path: Path
    name: str
    page: str = ""


def files_of(what: Sequence[Path]) -> Iterator[Found | Skipped]:
    """Yield every file that `what` names or holds, by name; a case (a folder with `case.toml`) gives its `reports/`.

    Raises Misused for a path that does not exist.
    """
    found: list[tuple[str, str, Found | Skipped]] = []
    for path in what:
        if not path.exists():
            raise Misused("there is no such file or folder", item=str(path), remedy="check the path and try again")
        root = path / "reports" if (path / "case.toml").is_file() else path
        if root.is_dir():
            found.extend((_name(entry), str(path), entry) for entry in _walk(root))
        elif root.exists():
            found.append((path.name, str(path), Found(path, path.name, _page_of_path(path))))
    found.sort(key=lambda entry: entry[:2])
    seen: set[Path] = set()
    # Within one folder only a link leads to a file a second time; to find where each file truly lies takes long.
    may_repeat = len(what) > 1 or any(isinstance(entry, Found) and entry.path.is_symlink() for _, _, entry in found)
    for _, _, entry in found:
        if may_repeat and isinstance(entry, Found):
            real = entry.path.resolve()
            if real in seen:  # the same file named twice on the command line, not two files of one content
                continue
            seen.add(real)
        yield entry


def page_of(name: PurePath, is_there: Callable[[PurePath], bool]) -> str:
    """Return the name of the saved page in whose folder of parts a file lies, or "" where it lies in none."""
    for folder in list(name.parents)[:4]:
        match = _PARTS.match(folder.name)
        for suffix in _PAGE_SUFFIXES if match else ():
            if match and is_there(folder.parent / f"{match[1]}{suffix}"):
                return f"{match[1]}{suffix}"
    return ""


def _page_of_path(path: Path) -> str:
    return page_of(path, lambda page: Path(page).is_file())


def _name(entry: Found | Skipped) -> str:
    return entry.name if isinstance(entry, Found) else entry.item


def _walk(root: Path) -> Iterator[Found | Skipped]:
    inside = root.resolve()
    pending = [root]
    while pending:
        folder = pending.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield _skip(folder.relative_to(root).as_posix(), f"the folder can't be opened ({error.strerror})")
            continue
        page = _page_of_path(folder / "any")  # of every file that lies here
        for entry in entries:
            path = Path(entry.path)
            name = path.relative_to(root).as_posix()
            if entry.is_symlink() and not _stays(path, inside):
                yield Skipped(
                    stage="collect", item=name, why="the link leads out of the folder that is collected",
                    remedy="copy the file itself into the folder",
                )  # fmt: skip
            elif entry.is_dir():
                if entry.is_symlink():
                    continue  # what it leads to lies in the folder and is collected there
                if entry.name not in _OWN_FOLDERS:
                    pending.append(path)
            elif refusal := _refusal(entry, name):
                yield refusal
            else:
                yield Found(path, name, page)


def _stays(path: Path, inside: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(inside)
    except (OSError, RuntimeError):
        return False


def _refusal(entry: os.DirEntry[str], name: str) -> Skipped | None:
    if entry.name.lower() in _LEFTOVERS or entry.name.startswith("._"):
        return _skip(name, "the file is one that a desktop leaves behind, not a report")
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        return _skip(name, f"the file can't be opened ({error.strerror})")
    return None if stat.S_ISREG(mode) else _skip(name, "this is no ordinary file (a pipe, socket or device)")


def _skip(name: str, why: str) -> Skipped:
    return Skipped(stage="collect", item=name, why=why, remedy="leave it out, or put a readable copy in its place")
