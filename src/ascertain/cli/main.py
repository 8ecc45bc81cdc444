"""`ascertain`: the commands, each from its own file in this folder."""

import errno
import os
import sys

import typer

from ascertain import plugins
from ascertain.cli.ending import Ending
from ascertain.engine.garbage import rarely_collecting
from ascertain.model import AscertainError


def _version(asked: bool) -> None:
    if asked:
        from ascertain import __version__

        typer.echo(f"ascertain {__version__}")
        raise typer.Exit


def commands() -> typer.Typer:
    """Return the command line: each sub-command from its own file in this folder."""
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="Find out what happened, and show how you know.",
    )
    app.callback()(_options)
    for register in plugins.find("ascertain.cli", "register"):
        register(app)
    return app


def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    pass


def main() -> None:
    """Run the command line; errors of ours end in words and an exit code, not in a traceback.

    Exit codes: 0 done · 1 failed · 2 called wrongly · 3 evidence broken · 4 refused by a limit · 130 interrupted.
    """
    # Before numpy is loaded: it would start a thread for each core in every process, and little here is worth one.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    ending = Ending()
    try:
        with rarely_collecting():
            commands()()
    except SystemExit as asked:
        ending.is_well = not asked.code
        raise
    except AscertainError as error:
        _complain(str(error))
        sys.exit(error.exit_code)
    except (MemoryError, OSError) as error:
        if isinstance(error, OSError) and error.errno != errno.ENOMEM:  # the system, too, can be the one to say so
            raise
        words = "there was not enough memory. What was finished is kept; give it less at once, or more memory."
        _complain(words)
        sys.exit(4)
    except KeyboardInterrupt:
        sys.stderr.write("\nstopped; what was finished is kept\n")
        sys.exit(130)


def _complain(words: str) -> None:
    from rich.console import Console
    from rich.markup import escape

    Console(stderr=True, highlight=False, soft_wrap=True).print(f"[bold red]ascertain:[/] {escape(words)}")
