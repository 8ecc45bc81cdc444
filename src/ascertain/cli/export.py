"""`ascertain export`: the dossier's records in another format."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, answer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case's folder.")],
    form: Annotated[str, typer.Option("--as", help="The format: json, csv, geojson, xlsx, ucdp, airwars, ...")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The file to write; else CASE/exports/...")] = None,
    as_json: bool = JSON_OPTION,
) -> None:
    """Write what has passed the gate as one file in the format asked for."""
    from ascertain.case import open_case

    path = open_case(case).export(form, out)
    answer({"file": str(path)}, str(path), as_json)
