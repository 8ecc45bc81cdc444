"""`ascertain publish`: a version of the account, for others."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, Bars, answer
from ascertain.cli.tables import change_words, skipped_words
from ascertain.cli.timestamp import ROOTS, SERVER
from ascertain.model import Misused


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("publish")(publish)


def publish(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case's folder.")],
    server: Annotated[str | None, typer.Option(envvar=SERVER, help="Have it stamped there (RFC 3161).")] = None,
    roots: Annotated[Path | None, typer.Option(envvar=ROOTS, help="PEM file of its root certificate.")] = None,
    as_json: bool = JSON_OPTION,
) -> None:
    """Build, pass the gate, and write the dossier as a numbered version that anybody can verify."""
    from ascertain.case import open_case

    if server and not roots:
        raise Misused(
            "its timestamps can't be judged without a root certificate", item=server, remedy="Give --roots FILE."
        )
    opened = open_case(case)
    published = opened.publish(progress=Bars(quiet=as_json))
    words = f"version {published.version} in {published.out}" + skipped_words(published.skipped)
    for change in published.changes:
        words += "\n  " + change_words(change)
    if server and roots:
        from ascertain.case.stamping import stamp

        made = stamp(opened, server, roots)
        words += f"\nstamped at {made.at} by {made.authority}"
    answer(published.record(), words, as_json)
