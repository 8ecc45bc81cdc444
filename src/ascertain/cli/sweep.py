"""`ascertain sweep`: many items to incidents, without a case."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from ascertain.cli.output import JSON_OPTION, Bars, answer
from ascertain.cli.tables import counted


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sweep")(sweep)


def sweep(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...", help="items.jsonl files, reports or folders.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder to write into.")],
    knowledge: Annotated[
        list[Path] | None, typer.Option("--knowledge", help="A pack: places.geojson, actors.toml, sources.toml ...")
    ] = None,
    zone: Annotated[
        str, typer.Option(help="The time zone where a text tells none (IANA); left out, that of most reports.")
    ] = "",
    country: Annotated[
        list[str] | None, typer.Option(help="A country the items are about (ISO 3166, two letters).")
    ] = None,
    engine: Annotated[
        str, typer.Option(help="Where it runs: `one` process, a `pool` of them, or a plug-in's.")
    ] = "pool",
    processes: Annotated[int, typer.Option(min=0, help="Worker processes; 0 takes every core.")] = 0,
    as_json: bool = JSON_OPTION,
) -> None:
    """Read items in any number and write extracted.jsonl, incidents.jsonl, origins.jsonl and skipped.jsonl."""
    from ascertain.case.settings import checked_places
    from ascertain.case.sweep import sweep as run
    from ascertain.engine.named import engine_named
    from ascertain.knowledge import load
    from ascertain.model import Settings

    tally = run(
        inputs,
        out,
        knowledge=load(packs=knowledge or ()),
        settings=checked_places(Settings(time_zone=zone, countries=tuple(country or ())), "the options"),
        engine=engine_named(engine, processes or None),
        progress=Bars(),
    )
    words = (
        f"{counted(tally.items, 'item')}: {counted(tally.claims, 'claim')} of {counted(tally.origins, 'origin')} in "
        f"{counted(tally.incidents, 'incident')}; "
        f"{tally.skipped} skipped, {out / 'skipped.jsonl'} says why"
    )
    answer(msgspec.to_builtins(tally), words, as_json)
