"""`ascertain timestamp`: someone else's clock over what the ledger holds."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, answer

SERVER = "ASCERTAIN_TIMESTAMP_SERVER"
ROOTS = "ASCERTAIN_TIMESTAMP_ROOTS"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("timestamp")(timestamp)


def timestamp(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case's folder.")],
    server: Annotated[str, typer.Option(envvar=SERVER, help="A timestamp server (RFC 3161) by its address.")],
    roots: Annotated[Path, typer.Option(envvar=ROOTS, help="PEM file of the authority's root certificate.")],
    as_json: bool = JSON_OPTION,
) -> None:
    """Have the newest checkpoint stamped: its entries existed then, by a clock that is not yours."""
    from ascertain.case import open_case
    from ascertain.case.stamping import stamp

    made = stamp(open_case(case), server, roots)
    words = f"the first {made.size} entries existed at {made.at}, by the clock of {made.authority}"
    answer({"size": made.size, "at": made.at, "authority": made.authority}, words, as_json)
