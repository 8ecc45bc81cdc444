"""`ascertain publish`: a version of the account, for others."""

from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, Bars, answer
from ascertain.cli.tables import change_words, skipped_words


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("publish")(publish)


def publish(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case's folder.")],
    as_json: bool = JSON_OPTION,
) -> None:
    """Build, pass the gate, and write the dossier as a numbered version that anybody can verify."""
    from ascertain.case import open_case

    published = open_case(case).publish(progress=Bars(quiet=as_json))
    words = f"version {published.version} in {published.out}" + skipped_words(published.skipped)
    for change in published.changes:
        words += "\n  " + change_words(change)
    answer(published.record(), words, as_json)
