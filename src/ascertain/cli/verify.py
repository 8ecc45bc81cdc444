"""`ascertain verify`: whether the evidence is what was sealed."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, answer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify")(verify)


def verify(
    what: Annotated[Path, typer.Argument(metavar="CASE|BUNDLE", help="A case's folder or a published dossier.")],
    against: Annotated[
        Path | None, typer.Option(help="A checkpoint kept elsewhere: catches a rolled-back state.")
    ] = None,
    as_json: bool = JSON_OPTION,
) -> None:
    """Say intact, broken (what, which bytes) or cannot tell (why); exit code 0, 3 or 1."""
    from ascertain.case.verifying import verify as run

    verdict = run(what, against)
    answer(verdict.record(), verdict.words(), as_json)
    raise typer.Exit(verdict.exit_code)
