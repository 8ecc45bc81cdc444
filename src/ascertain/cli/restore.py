"""`ascertain restore`: a case from its backup."""

from pathlib import Path
from typing import Annotated

import typer

from ascertain.cli.output import JSON_OPTION, answer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("restore")(restore)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `ascertain backup` wrote.")],
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The folder to make.")],
    as_json: bool = JSON_OPTION,
) -> None:
    """Make the case again, equal to the byte, and say whether its evidence is intact."""
    from ascertain.case.verifying import Answer
    from ascertain.storage import restore as read

    answered = Answer(read(file, case))
    answer(answered.record(), answered.words(), as_json)
    raise typer.Exit(answered.exit_code)
