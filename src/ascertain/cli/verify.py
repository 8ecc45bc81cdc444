"""`ascertain verify`: whether the evidence is what was sealed."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, answer
from ascertain.cli.timestamp import ROOTS


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify")(verify)


def verify(
    what: Annotated[Path, typer.Argument(metavar="CASE|BUNDLE", help="A case's folder or a published dossier.")],
    against: Annotated[
        str | None,
        typer.Option(help="A checkpoint kept elsewhere (a file), which catches a rolled-back state, or a key's line."),
    ] = None,
    roots: Annotated[
        Path | None, typer.Option(envvar=ROOTS, help="PEM file of root certificates, by which timestamps are judged.")
    ] = None,
    as_json: bool = JSON_OPTION,
) -> None:
    """Say intact, broken (what, which bytes) or cannot tell (why); exit code 0, 3 or 1."""
    from ascertain.case.verifying import verify as run

    verdict = run(what, against, roots)
    answer(verdict.record(), verdict.words(), as_json)
    raise typer.Exit(verdict.exit_code)
