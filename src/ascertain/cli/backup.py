"""`ascertain backup`: a case in one file."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, answer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("backup")(backup)


def backup(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")],
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Put the new backup in the place of a file that is there already.")
    ] = False,
    as_json: bool = JSON_OPTION,
) -> None:
    """Write the whole case, withdrawn decisions too, into one file that restores to the same bytes.

    A file that is there already is left alone, unless --overwrite is given.
    """
    from ascertain.case import open_case
    from ascertain.storage import backup as write

    write(open_case(case).folder, file, overwrite=overwrite)
    answer({"file": str(file)}, f"{file}\nIt restores with: ascertain restore {file} FOLDER", as_json)
