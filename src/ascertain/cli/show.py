"""`ascertain show`: what is in a case."""

from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, answer
from ascertain.cli.tables import overview_words, thing_words


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show")(show)


def show(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case's folder.")],
    what: Annotated[
        str, typer.Argument(metavar="[ID]", help="An incident, item, claim or origin; or its first letters.")
    ] = "",
    find: Annotated[str, typer.Option(help="Words to look for in items and claims, in any script.")] = "",
    as_json: bool = JSON_OPTION,
) -> None:
    """Show the case's incidents and run, one thing whole, or the items and claims that hold some words."""
    from ascertain.case import open_case

    opened = open_case(case)
    if find:
        hits = opened.search(find)
        words = "\n".join(f"{hit.kind} {hit.id}: {hit.words}" for hit in hits) or "nothing holds these words"
        answer({"hits": [hit.record() for hit in hits]}, words, as_json)
    elif what:
        thing = opened.find(what)
        answer(thing.record, thing_words(thing), as_json)
    else:
        overview = opened.overview()
        answer(overview.record(), overview_words(overview), as_json)
