"""What a build waits for, begun at once: the parser's process, and a reader that has everything loaded.

To load the gazetteer and to build the lexicons takes half as long as all the rest of a build to which one report was
added, and nothing of it depends on the report. So where few files are new, a process of its own gets ready on another
core while this one loads the command line, opens the case and takes them in; it reads them exactly as this one would.
"""

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path

from ascertain.model import Item, Reading, Settings
from ascertain.safety.worker import worker_of_thread

FEW = 32  # files, or items: of more, the cores are better used by reading them side by side
_PREPARE = "ascertain.collect.reading:be_ready"
# Words of both languages, so that what is loaded when it is first needed is loaded.
_WORDS = "Two people were killed in an air strike on Homs on Monday, officials said. قتل مدنيان في قصف على حمص أمس."


class ReadingAhead:
    """A process that reads few items; its reader gets ready from the moment that it is made."""

    def __init__(self, folder: Path) -> None:
        """Start the process for the case in `folder`."""
        forking = multiprocessing.get_context("fork")
        self._here, there = forking.Pipe()
        self._process = forking.Process(target=_serve, args=(folder, there, self._here), daemon=True)
        self._process.start()
        there.close()

    def ask(self, items: Sequence[Item], settings: Settings, knowledge: str) -> None:
        """Have items read; `knowledge` is the digest of what must be known beforehand."""
        with suppress(OSError):
            self._here.send((items, settings, knowledge))

    def readings(self) -> list[Reading] | None:
        """Return the readings in the order of the items, or nothing where the process can't give them.

        It gives none where it knows something else than was asked for.
        """
        from ascertain.storage.records import decode

        try:
            answered: list[bytes] | None = self._here.recv()
        except (OSError, EOFError):
            return None
        return None if answered is None else [decode(content, Reading) for content in answered]

    def close(self) -> None:
        """End the process."""
        self._here.close()
        self._process.kill()
        self._process.join()
        self._process.close()


_begun: dict[Path, ReadingAhead | None] = {}


def begin_ahead(folder: Path) -> None:
    """Begin what a build of the case in `folder` will wait for, as far as files are newer than the last build.

    For programs of one thread: processes are forked. What is begun is taken up by `begun_ahead`.
    """
    new = _new_files(folder) if len(os.sched_getaffinity(0)) > 1 else 0
    able = "fork" in multiprocessing.get_all_start_methods()
    if new:
        worker_of_thread().start(_PREPARE)
    _begun[folder] = None
    if 0 < new < FEW and able:
        import ascertain.case.reading  # what both processes need is loaded once, before there are two
        import ascertain.storage.records  # noqa: F401

        gc.disable()  # a short run: it ends before there is much garbage in cycles, which takes a thirtieth to look for
        _begun[folder] = ReadingAhead(folder)


@contextmanager
def begun_ahead(folder: Path) -> Iterator[ReadingAhead | None]:
    """Give what was begun for the case in `folder`, begun now where it was not, and end it."""
    if folder not in _begun:
        begin_ahead(folder)
    ahead = _begun.pop(folder)
    try:
        yield ahead
    finally:
        if ahead is not None:
            ahead.close()
            gc.enable()


def _new_files(folder: Path) -> int:
    """Return how many reports were put into the folder, or changed, since the last build; it need not be exact."""
    try:
        built = (folder / ".ascertain" / "case.db").stat().st_mtime_ns
    except OSError:
        built = 0
    count = 0
    for parent, _, names in os.walk(folder / "reports"):
        for name in names:
            try:
                about = os.stat(os.path.join(parent, name))  # noqa: PTH116, PTH118 - a folder may hold many thousands
            except OSError:
                continue
            count += max(about.st_mtime_ns, about.st_ctime_ns) > built
    return count


def _serve(folder: Path, requests: Connection, other_end: Connection) -> None:
    """Get ready, answer one request, and end; whatever goes wrong, the one who asks reads for himself."""
    other_end.close()  # else the end of the asking process would never be noticed
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        from ascertain.case.reading import reader, without_parsed
        from ascertain.case.settings import load_settings
        from ascertain.knowledge import load
        from ascertain.storage.records import encode_as_it_is

        known = load(folder)
        reader(known, load_settings(folder), few=True)(Item(id="", text=_WORDS))
        items, settings, knowledge = requests.recv()
        if known.digest != knowledge:
            requests.send(None)
            return
        read = reader(known, settings, few=True)
        requests.send([encode_as_it_is(without_parsed(read(item))) for item in items])
    except EOFError:  # nothing was to be read
        pass
    except Exception:  # noqa: BLE001 - the asking process reads, and meets the same fault where it can be told
        requests.close()
