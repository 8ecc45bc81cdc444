"""A new collector, event type, rule set or exporter is one new file and no edit elsewhere."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import ascertain

COLLECTOR = '''
"""A desk's own form: `.note` files."""
import hashlib
from ascertain.model import Capture, Item, content_id


class Note:
    """Notes, one a file."""

    name, priority = "note", 5

    def accepts(self, path):
        return path.suffix == ".note"

    def read(self, path, name):
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        yield Capture(content=content, name=name, media_type="text/plain", how=self.name)
        yield Item(id=content_id("item", digest), text=content.decode(), source="Our own desk", capture=digest)


collector = Note()
'''
EVENT_TYPE = """
label = "flood of a tunnel"
definition = "Water is let into a tunnel."
acled = "Explosions/Remote violence: Other"
plover = "ASSAULT"

[cues.en]
verbs = ["tunnelflood(|s|ed)"]
nouns = ["tunnelflooding(|s)"]

[[example]]
lang = "en"
text = "The army tunnelflooded a shaft on Monday."
"""
RULE_SET = '''
"""A rule set of one rule."""
from ascertain.model import Assessment


class Always:
    """Everything is fair."""

    name, title, source = "always_fair", "Always fair", "made up for a test"

    def assess(self, incident, claims, origins, items):
        return Assessment(rule_set=self.name, grade="fair", because=("the only rule there is",))


rule_set = Always()
'''
EXPORTER = '''
"""Titles, one a line."""


class Titles:
    """One title a line."""

    name, media_type, suffix = "titles", "text/plain", ".txt"

    def write(self, dossier, out):
        out.write_text("".join(f"{incident.title}\\n" for incident in dossier.incidents), encoding="utf-8")


exporter = Titles()
'''


def test_each_kind_of_plugin_is_one_file_and_the_command_line_finds_it(tmp_path):
    package = tmp_path / "src" / "ascertain"
    shutil.copytree(Path(ascertain.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "collect/collectors/note.py").write_text(COLLECTOR)
    (package / "event_types/tunnelflooding.toml").write_text(EVENT_TYPE)
    (package / "weigh/rule_sets/always_fair.py").write_text(RULE_SET)
    (package / "publish/exporters/titles.py").write_text(EXPORTER)
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "src"), "ASCERTAIN_KEYS": str(tmp_path / "keys")}

    def run(*words):
        done = subprocess.run(
            [sys.executable, "-m", "ascertain", *words],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("new", "case")
    (tmp_path / "case/reports/a.note").write_text(
        "The army tunnelflooded a shaft near Kharkiv on 5 May 2023, killing two soldiers."
    )
    built = json.loads(run("build", "case", "--json"))
    assert built["stages"][0]["given"] == 1
    assert [incident["event"] for incident in built["incidents"]] == ["tunnelflooding"]
    assessed = json.loads(run("show", "case", built["incidents"][0]["id"], "--json"))["assessments"]
    assert "always_fair" in {one["rule_set"] for one in assessed}
    [page] = (tmp_path / "case/dossier/incidents").glob("*.html")
    assert "Always fair" in page.read_text("utf-8")
    assert run("export", "case", "--as", "titles", "-o", "titles.txt")
    assert len((tmp_path / "titles.txt").read_text().splitlines()) == 1
