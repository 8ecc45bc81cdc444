"""Whatever somebody can type, set, catch or plug in has its heading in docs/reference, and every link leads somewhere.

What there is is counted here from the program's own files, not by docs/generate.py: a page that forgot a kind fails.
"""

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest
import typer.main

from ascertain.model import Settings

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "ascertain"
REFERENCE = ROOT / "docs" / "reference"
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def headings(page: str) -> set[str]:
    text = (REFERENCE / page).read_text(encoding="utf-8")
    return {match[1].strip() for match in re.finditer(r"^#{2,4} +(.+)$", text, re.MULTILINE)}


def modules(folder: str, attribute: str) -> list[str]:
    """Return the `name` that each module of a plug-in folder offers, read from its source."""
    found = []
    for path in sorted((SOURCE / folder).glob("*.py")):
        source = path.read_text(encoding="utf-8")
        if re.search(rf"^{attribute}\b.* = ", source, re.MULTILINE):
            found += re.findall(r'^    name(?:: \w+)? = "([^"]+)"', source, re.MULTILINE) or [path.stem]
    assert found, f"{folder} offers no {attribute}"
    return found


def commands() -> dict[str, object]:
    from ascertain.cli.commands import commands as app

    found: dict[str, object] = {}

    def gather(prefix: str, command: object) -> None:
        below = getattr(command, "commands", None)
        if not below:
            found[prefix] = command
        for name, sub in (below or {}).items():
            gather(f"{prefix} {name}".strip(), sub)

    gather("", typer.main.get_command(app()))
    return found


COMMANDS = commands()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_has_its_heading_and_each_option_its_line(name):
    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    assert name in headings("commands.md")
    section = text.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]
    for parameter in COMMANDS[name].params:
        words = parameter.opts if parameter.param_type_name == "option" else [parameter.metavar or parameter.name]
        assert all(word in section for word in words), words


@pytest.mark.parametrize("name", Settings.__struct_fields__)
def test_a_setting_has_its_heading(name):
    assert name in headings("settings.md")


def variables() -> list[str]:
    """Return every variable of the environment that the program's source names."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py")))
    return sorted({name for text in texts for name in re.findall(r"\bASCERTAIN_[A-Z_]+", text)})


@pytest.mark.parametrize("name", variables())
def test_a_variable_of_the_environment_has_its_heading(name):
    assert name in headings("environment.md")


EVENT_TYPES = sorted(
    entry.name.removesuffix(".toml")
    for entry in files("ascertain.event_types").iterdir()
    if entry.name.endswith(".toml")
)


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_an_event_type_has_its_heading(name):
    assert name in headings("event-types.md")


PLUGINS = [
    (folder, name)
    for folder, attribute in (
        ("collect/collectors", "collector"),
        ("extract/extractors", "extractor"),
        ("weigh/rule_sets", "rule_set"),
        ("publish/exporters", "exporter"),
    )
    for name in modules(folder, attribute)
]


@pytest.mark.parametrize(("folder", "name"), PLUGINS, ids=["/".join(pair) for pair in PLUGINS])
def test_a_plugin_has_its_heading(folder, name):
    assert name in headings("plugins.md")


def errors() -> list[str]:
    """Return every class under the package whose base is an error of ours."""
    ours, found = {"AscertainError"}, {"AscertainError"}
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))]
    kinds = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    while True:
        more = {kind.name for kind in kinds if {getattr(base, "id", "") for base in kind.bases} & ours} - found
        if not more:
            return sorted(found)
        ours |= more
        found |= more


@pytest.mark.parametrize("name", errors())
def test_an_error_has_its_heading(name):
    assert name in headings("errors.md")


@pytest.mark.parametrize(
    "kind", ["collector", "event-type", "exporter", "extractor", "gazetteer", "language", "rule-set"]
)
def test_an_extension_point_has_its_how_to(kind):
    article = "an" if kind[0] in "aeiou" else "a"
    assert (ROOT / "docs" / "how-to" / f"add-{article}-{kind}.md").exists()


PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=[path.relative_to(ROOT).as_posix() for path in PAGES])
def test_every_link_leads_to_a_file(page):
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for link in LINK.findall(text):
        target = link.split("#")[0]
        if target and "://" not in target and not target.startswith("mailto:"):
            assert (page.parent / target).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=[path.relative_to(ROOT).as_posix() for path in PAGES])
def test_every_page_of_the_documentation_is_reached_from_its_index(page):
    index = ROOT / "docs" / "README.md"
    reached = {
        (index.parent / link.split("#")[0]).resolve() for link in LINK.findall(index.read_text(encoding="utf-8"))
    }
    written_by_the_attacks = ROOT / "docs" / "promises.md"  # only where somebody has run them at length
    assert page in {index, ROOT / "README.md", written_by_the_attacks} or page.resolve() in reached


def test_each_decision_says_what_it_costs():
    for page in sorted((ROOT / "docs" / "adr").glob("*.md")):
        assert "**What it costs.**" in page.read_text(encoding="utf-8"), page.name
