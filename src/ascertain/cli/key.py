"""`ascertain key`: the signing key of whoever works here, and the change to a new one."""

import typer

from ascertain.cli.output import JSON_OPTION, answer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("key")(key)


def key(
    rotate: bool = typer.Option(False, "--rotate", help="Make a new key, which signs from now on; old ones are kept."),
    as_json: bool = JSON_OPTION,
) -> None:
    """Print the line by which others check your signatures; give it to them by another way than the evidence."""
    from ascertain.integrity import KeyRing, default_key_folder

    ring = KeyRing(default_key_folder())
    signing = ring.rotate() if rotate else ring.current()
    record = {"key": str(signing.verifier), "folder": str(ring.folder), "new": rotate}
    words = f"{signing.verifier}\nIt lies in {ring.folder}, which only you can read. Keep a copy elsewhere."
    if rotate:
        words += "\nIt signs from the next entry of each case on, and the key before it signs that change too."
    answer(record, words, as_json)
