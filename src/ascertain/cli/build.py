"""`ascertain build`: from reports to a draft of the dossier."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, Bars, answer
from ascertain.cli.tables import built_words


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("build")(build)


def build(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case's folder.")],
    processes: Annotated[int, typer.Option(min=0, help="Worker processes; 0 takes every core.")] = 0,
    as_json: bool = JSON_OPTION,
) -> None:
    """Run the eight stages, redoing only what changed, and write the dossier as a draft."""
    from ascertain.case.ahead import begun_ahead

    with begun_ahead(Path(case)) as ahead:
        from ascertain.case import open_case
        from ascertain.engine.local import Pool

        engine, progress = Pool(processes or None), Bars(quiet=as_json)
        built = open_case(case).build(engine=engine, progress=progress, ahead=ahead)
    answer(built.record() if as_json else {}, "" if as_json else built_words(built), as_json)
