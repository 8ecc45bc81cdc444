"""`ascertain diff`: what the account says now that the last published version did not."""

from typing import Annotated

import msgspec
import typer

from ascertain.cli.output import JSON_OPTION, answer
from ascertain.cli.tables import change_words


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("diff")(diff)


def diff(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case's folder.")],
    as_json: bool = JSON_OPTION,
) -> None:
    """Show each change since the last published version, with its reason."""
    from ascertain.case import open_case

    number, changes = open_case(case).changes()
    if number == 0:
        words = "nothing has been published yet: everything is new"
    else:
        head = (
            f"{len(changes)} changes since version {number}" if changes else f"nothing changed since version {number}"
        )
        words = "\n".join([head, *(f"  {change_words(change)}" for change in changes)])
    answer({"since_version": number, "changes": msgspec.to_builtins(changes)}, words, as_json)
