"""`ascertain new`: an empty case."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, answer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("new")(new)


def new(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The folder to make.")],
    title: Annotated[str, typer.Option(help="What the case is about.")] = "",
    zone: Annotated[
        str,
        typer.Option(help="The time zone of the events (IANA), such as Asia/Damascus; left out, that of most reports."),
    ] = "",
    country: Annotated[list[str] | None, typer.Option(help="A country of the events (ISO 3166, two letters).")] = None,
    as_json: bool = JSON_OPTION,
) -> None:
    """Make a case: a folder with case.toml and an empty reports/, into which reports are dropped."""
    from ascertain.case import Case
    from ascertain.model import Settings

    settings = Settings(title=title or case.name, time_zone=zone, countries=tuple(country or ()))
    made = Case.new(case, settings)
    answer(
        {"case": str(made.folder)},
        f"made {made.folder}\nDrop reports into {made.folder / 'reports'}, then: ascertain build {made.folder}",
        as_json,
    )
