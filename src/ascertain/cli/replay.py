"""`ascertain replay`: the case made again from its ledger and sealed bytes alone."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, answer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("replay")(replay)


def replay(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case's folder.")],
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to make.")],
    as_json: bool = JSON_OPTION,
) -> None:
    """Make the case again from ledger and sealed bytes alone; exit code 0 where it is the same, else 3."""
    from ascertain.case import open_case

    made = open_case(case).replay(folder)
    words = f"{made.captures} captures and {made.decisions} decisions made {folder} again: "
    words += "the same, to the byte" if made.same else f"NOT the same: {made.why}"
    answer(made.record(), words, as_json)
    raise typer.Exit(0 if made.same else 3)
