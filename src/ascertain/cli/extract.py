"""`ascertain extract`: the reader alone."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from ascertain.cli.output import JSON_OPTION, Bars, answer
from ascertain.cli.tables import counted, skipped_words


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("extract")(extract)


def extract(
    items: Annotated[Path, typer.Argument(metavar="ITEMS.jsonl", help="One item a line (docs/reference/formats.md).")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The file to write.")],
    knowledge: Annotated[list[Path] | None, typer.Option("--knowledge", help="A pack, such as places.geojson.")] = None,
    zone: Annotated[str, typer.Option(help="The time zone where a text tells none (IANA); UTC, left out.")] = "",
    country: Annotated[
        list[str] | None, typer.Option(help="A country the items are about (ISO 3166, two letters).")
    ] = None,
    processes: Annotated[int, typer.Option(min=0, help="Worker processes; 0 takes every core.")] = 0,
    as_json: bool = JSON_OPTION,
) -> None:
    """Write each item's mentions and claims, one line an item, every span exact."""
    from ascertain.case.extracting import extract_items
    from ascertain.case.settings import checked_places
    from ascertain.engine.local import Pool
    from ascertain.knowledge import load
    from ascertain.model import Settings

    tally = extract_items(
        items,
        out,
        knowledge=load(packs=knowledge or ()),
        settings=checked_places(Settings(time_zone=zone, countries=tuple(country or ())), "the options"),
        engine=Pool(processes or None),
        progress=Bars(),
    )
    answer(
        msgspec.to_builtins(tally),
        f"{counted(tally.items, 'item')}, {counted(tally.claims, 'claim')}, {tally.skipped} skipped: {out}"
        + skipped_words(tally.reasons),
        as_json,
    )
