"""`ascertain knowledge`: bigger gazetteers and further packs."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, answer

packs = typer.Typer(no_args_is_help=True, help="Add places and see which packs are installed.")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(packs, name="knowledge")


@packs.command("add")
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A GeoNames dump (SY.zip), OSM extract, CSV or GeoJSON.")
    ],
    kind: Annotated[
        str, typer.Argument(metavar="[KIND]", help="geonames, osm, csv or geojson; else told by the file.")
    ] = "",
    as_json: bool = JSON_OPTION,
) -> None:
    """Compile a pack of places into this user's own gazetteer, which every case then uses.

    `ascertain knowledge add SY.zip`, or with its kind first as in `ascertain knowledge add geonames SY.zip`.
    """
    from ascertain.knowledge.gazetteer import add_pack

    if kind and not file.exists() and Path(kind).exists():
        file, kind = Path(kind), str(file)
    summary = add_pack(file, kind)
    words = f"{summary.name}: {summary.places} places, {summary.names} names"
    answer({"pack": summary.name, "places": summary.places, "names": summary.names}, words, as_json)
