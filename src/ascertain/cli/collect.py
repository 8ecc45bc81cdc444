"""`ascertain collect`: take reports into a case and seal them."""

from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, Bars, answer
from ascertain.cli.tables import skipped_words


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("collect")(collect)


def collect(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case's folder.")],
    what: Annotated[
        list[str], typer.Argument(metavar="WHAT...", help="Files, folders, archives, exports or addresses.")
    ],
    as_json: bool = JSON_OPTION,
) -> None:
    """Copy reports into the case, seal their bytes and say what each became."""
    from ascertain.case import open_case

    taken = open_case(case).collect(what, progress=Bars(quiet=as_json))
    words = f"{taken.captures} captures sealed, {taken.items} items" + skipped_words(taken.skipped)
    answer(taken.record(), words, as_json)
