"""`ascertain demo`: the sample case, built and opened."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, Bars, answer, say
from ascertain.cli.tables import built_words


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where to make the case.")] = Path("al-tanf-2017"),
    serve: Annotated[bool, typer.Option(help="Serve the dossier until stopped.")] = True,
    port: Annotated[int, typer.Option(help="The port; 0 takes a free one.")] = 8700,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
    as_json: bool = JSON_OPTION,
) -> None:
    """Make the sample case, build it, and open its dossier: no network, no account."""
    from ascertain.case.ahead import begun_ahead
    from ascertain.case.demo import make_sample

    make_sample(folder)
    with begun_ahead(folder) as ahead:
        from ascertain.case import open_case

        built = open_case(folder).build(progress=Bars(quiet=as_json), ahead=ahead)
    answer(built.record(), built_words(built), as_json)
    if serve:
        from ascertain.web.serving import DossierServer

        with DossierServer(folder / "dossier", port) as server:
            say(f"{server.address}   (Ctrl-C stops it)")
            server.run(open_browser=browser)
