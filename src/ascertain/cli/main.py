"""`ascertain`: how a command begins and how it ends."""

import errno
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from ascertain.cli.ending import Ending
from ascertain.engine.garbage import rarely_collecting
from ascertain.model import AscertainError, Misused, Refused

_INTERRUPTED, _STOPPED = 130, "\nstopped; what was finished is kept\n"


def main() -> None:
    """Run the command line; errors of ours end in words and an exit code, not in a traceback.

    With `--json` the error is one JSON object too, `{"error": {"what", "item", "remedy", "exit_code"}}`.

    Exit codes: 0 done · 1 failed · 2 called wrongly · 3 evidence broken · 4 refused by a limit · 130 interrupted.
    """
    # Before numpy is loaded: it would start a thread for each core in every process, and little here is worth one.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    ending = Ending()
    try:
        with rarely_collecting():
            _begin_ahead(sys.argv[1:])
            from ascertain.cli.commands import commands

            commands()()
    except SystemExit as asked:
        ending.is_well = not asked.code
        if asked.code == _INTERRUPTED:  # the command line has made an exit code of the interrupt
            sys.stderr.write(_STOPPED)
        raise
    except AscertainError as error:
        _end(error)
    except MemoryError:
        _end(_told_by_the_system(OSError(errno.ENOMEM, "")))
    except OSError as error:
        _end(_told_by_the_system(error))
    except KeyboardInterrupt:
        sys.stderr.write(_STOPPED)
        sys.exit(_INTERRUPTED)


def _begin_ahead(words: Sequence[str]) -> None:
    """Begin what a build waits for before the command line itself is loaded, which takes a tenth of a small build."""
    if words[:1] != ["build"]:
        return
    case = None
    with suppress(OSError):  # what is wrong with the words is said when they are read
        case = next((Path(word) for word in words[1:] if (Path(word) / "case.toml").is_file()), None)
    if case is not None:
        from ascertain.case.ahead import begin_ahead

        begin_ahead(case)


def _told_by_the_system(error: OSError) -> AscertainError:
    """Return what the system said no to as an error of ours: which file, and what to do."""
    if error.errno == errno.ENOMEM:
        what = "there was not enough memory. What was finished is kept"
        return Refused(what, limit="memory", remedy="Give it less at once, or more memory.")
    item = str(error.filename) if error.filename is not None else ""
    what = error.strerror or str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE):
        return Refused(
            f"{what}. What was finished is kept", limit="room", item=item,
            remedy="Make room and run the same command again.",
        )  # fmt: skip
    return Misused(what, item=item, remedy="Give yourself the right to read and write there, or choose another folder.")


def _end(error: AscertainError) -> NoReturn:
    """Say what went wrong, for people on standard error and, where JSON was asked for, as JSON too; then end."""
    try:
        if "--json" in sys.argv[1:]:
            record = {"what": error.what, "item": error.item, "remedy": error.remedy, "exit_code": error.exit_code}
            sys.stdout.write(json.dumps({"error": record}, ensure_ascii=False, indent=2) + "\n")
            sys.stdout.flush()
        _complain(str(error))
    except OSError:  # nobody can be told: the exit code tells it
        pass
    sys.exit(error.exit_code)


def _complain(words: str) -> None:
    from rich.console import Console
    from rich.markup import escape

    Console(stderr=True, highlight=False, soft_wrap=True).print(f"[bold red]ascertain:[/] {escape(words)}")
