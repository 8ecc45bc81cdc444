"""Whatever the pages tell a reader to type exists: the sub-command and each of its options."""

import re
import shlex
from pathlib import Path

import pytest
import typer.main

from ascertain.cli.commands import commands

ROOT = Path(__file__).parents[2]
TYPED = re.compile(
    r"(?:^|`|&& |    )(?:\.venv/bin/|\$\(BIN\)/)?ascertain ((?:[a-z]+)(?: [^`\n]*)?)(?:`|$)", re.MULTILINE
)
APP = typer.main.get_command(commands())


def typed() -> list[tuple[str, str]]:
    found = []
    for page in sorted([ROOT / "README.md", ROOT / "Makefile", *(ROOT / "docs").rglob("*.md")]):
        text = page.read_text(encoding="utf-8")
        lines = [line.split(" && ")[0].strip() for line in TYPED.findall(text)]
        found += [(page.relative_to(ROOT).as_posix(), line) for line in lines]
    return sorted(set(found))


LINES = typed()


@pytest.mark.parametrize(("page", "line"), LINES, ids=[f"{page}: {line}" for page, line in LINES])
def test_what_is_typed_exists(page, line):
    words = [word for word in shlex.split(line.replace("[", " ").replace("]", " "), comments=True) if word]
    command = APP
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]
    assert not getattr(command, "commands", None), f"no such command: {line}"
    known = {opt for parameter in command.params for opt in (*parameter.opts, *parameter.secondary_opts)} | {"--help"}
    assert {word.split("=")[0] for word in words if word.startswith("-")} <= known


def test_the_pages_tell_much_to_type():
    assert len(LINES) > 25
