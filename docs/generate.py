"""Write the generated pages of docs/reference/: commands, settings, event types, rule sets, exporters, errors.

`python docs/generate.py` writes them; a test fails where one is out of date, so nothing public lacks its heading.
"""

import inspect
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import typer.main

from ascertain import plugins
from ascertain.model import AscertainError, Settings, errors

FOLDER = Path(__file__).parent / "reference"
NOTE = "<!-- Written by docs/generate.py: change the code, not this page. -->\n"


def pages() -> dict[str, str]:
    """Return the text of each generated page by its file name."""
    return {
        "commands.md": "\n".join(commands()),
        "settings.md": "\n".join(settings()),
        "event-types.md": "\n".join(event_types()),
        "plugins.md": "\n".join(found_plugins()),
        "errors.md": "\n".join(error_tree()),
    }


def commands() -> Iterator[str]:
    """Yield the page on the command line."""
    from ascertain.cli.commands import commands as app

    yield f"{NOTE}\n# Commands\n"
    group = typer.main.get_command(app())
    for name, command in sorted(group.commands.items()):  # type: ignore[attr-defined]
        yield from _command(name, command)


def _command(name: str, command: object) -> Iterator[str]:
    inner = getattr(command, "commands", None)
    if inner:
        for sub, subcommand in sorted(inner.items()):
            yield from _command(f"{name} {sub}", subcommand)
        return
    yield f"## {name}\n\n{inspect.cleandoc(command.help or '')}\n"  # type: ignore[attr-defined]
    for parameter in command.params:  # type: ignore[attr-defined]
        spelled = (
            parameter.metavar or parameter.name
            if parameter.param_type_name == "argument"
            else ", ".join((*parameter.opts, *parameter.secondary_opts))
        )
        default = parameter.default
        shown = (
            f" (default: `{default}`)" if isinstance(default, (str, int, Path)) and default not in ("", False) else ""
        )
        yield f"- `{spelled}`: {parameter.help or 'help'}{shown}"
    yield ""


def settings() -> Iterator[str]:
    """Yield the page on `case.toml`."""
    yield f"{NOTE}\n# Settings: case.toml\n\n{inspect.cleandoc(Settings.__doc__ or '')}\n"
    defaults = Settings()
    for name in Settings.__struct_fields__:
        yield f"## {name}\n\n{_explained(name)}Default: `{getattr(defaults, name)!r}`\n"


def _explained(setting: str) -> str:
    """Return the clauses of the docstring that begin with a setting, as a paragraph."""
    words = " ".join((Settings.__doc__ or "").split())
    clauses = [clause for clause in re.split(r"(?<=[.;]) ", words) if f"`{setting}`" in clause]
    return " ".join(clause.rstrip(".;") + "." for clause in clauses) + "\n\n" if clauses else ""


def event_types() -> Iterator[str]:
    """Yield the page on event types."""
    yield f"{NOTE}\n# Event types\n"
    folder = files("ascertain.event_types")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            table = tomllib.loads(entry.read_text(encoding="utf-8"))
            codes = f"ACLED: {table['acled']}. PLOVER: {table['plover']}."
            yield f"## {entry.name.removesuffix('.toml')}\n\n{table['label']}: {table['definition']}\n\n{codes}\n"


def found_plugins() -> Iterator[str]:
    """Yield the page on what is found by file name."""
    yield f"{NOTE}\n# Plugins found\n"
    for title, package, attribute in (
        ("Collectors", "ascertain.collect.collectors", "collector"),
        ("Extractors", "ascertain.extract.extractors", "extractor"),
        ("Rule sets", "ascertain.weigh.rule_sets", "rule_set"),
        ("Exporters", "ascertain.publish.exporters", "exporter"),
    ):
        yield f"## {title}\n"
        for plugin in plugins.find(package, attribute):
            kind = plugin if inspect.isclass(plugin) else type(plugin)
            summary = inspect.cleandoc(kind.__doc__ or "").splitlines()[0]
            yield f"### {plugin.name}\n\n{summary}\n"


def error_tree() -> Iterator[str]:
    """Yield the page on errors and exit codes."""
    yield f"{NOTE}\n# Errors and exit codes\n\n```\n{inspect.cleandoc(errors.__doc__ or '')}\n```\n"
    for kind in (AscertainError, *_below(AscertainError)):
        yield f"## {kind.__name__}\n\nExit code {kind.exit_code}. {inspect.cleandoc(kind.__doc__ or '')}\n"


def _below(kind: type[AscertainError]) -> Iterator[type[AscertainError]]:
    """Yield the errors under one, each before those under it."""
    for sub in kind.__subclasses__():
        yield sub
        yield from _below(sub)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file_name, text in pages().items():
        (FOLDER / file_name).write_text(text.rstrip() + "\n", encoding="utf-8")
