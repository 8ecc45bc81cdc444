"""`ascertain serve`: the dossier on loopback, to look at."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve)


def serve(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")],
    port: Annotated[int, typer.Option(min=0, max=65_535, help="The port; 0 takes a free one.")] = 8700,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
) -> None:
    """Serve the dossier to this machine only, until stopped with Ctrl-C; captured pages come from a second port."""
    from ascertain.case import open_case
    from ascertain.preserve import sealed_captures
    from ascertain.storage import BlobVault
    from ascertain.web.replaying import Replays
    from ascertain.web.serving import DossierServer

    if not case.is_dir():
        open_case(case)
    replays = None
    if (case / "case.toml").is_file():
        opened = open_case(case)
        replays = Replays(BlobVault(opened.evidence), sealed_captures(opened.ledger))
    with DossierServer(case / "dossier", port, replays) as server:
        say(f"{server.address}   (Ctrl-C stops it)")
        server.run(open_browser=browser)
