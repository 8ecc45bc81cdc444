"""The commands of `ascertain`, each from its own file in this folder."""

import typer

from ascertain import plugins


def _version(asked: bool) -> None:
    if asked:
        from ascertain import __version__

        typer.echo(f"ascertain {__version__}")
        raise typer.Exit


def commands() -> typer.Typer:
    """Return the command line: each sub-command from its own file in this folder."""
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="Find out what happened, and show how you know.",
    )
    app.callback()(_options)
    for register in plugins.find("ascertain.cli", "register"):
        register(app)
    return app


def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    pass
