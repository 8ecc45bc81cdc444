"""A language is a folder of data: one that is dropped in is read, and no line of code knows of it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import ascertain

PACKAGE = Path(ascertain.__file__).parent
# A few words of Esperanto, which nobody reports in: enough for one sentence.
FILES = {
    "grammar": """
        language = "eo"
        name = "Esperanto"
        script = "latin"
        order = "svo"
        [words]
        determiners = ["la"]
        prepositions = ["en", "de", "sur"]
        conjunctions = ["kaj"]
        passive_auxiliaries = ["estis"]
        [marks]
        place = ["en"]
        target = ["sur"]
        """,
    "people": """
        [[people]]
        group = "civilians"
        singular = ["vilaĝano"]
        plural = ["vilaĝanoj", "vilaĝanojn"]
        [[people]]
        group = "combatants"
        body = true
        singular = ["armeo"]
        """,
    "outcomes": """
        [[outcomes]]
        outcome = "killed"
        verbs = ["mortigis"]
        """,
    "speech": """
        [[speech]]
        act = "say"
        verbs = ["diris"]
        """,
    "numbers": """
        [cardinals]
        "sep" = 7
        [grammar]
        outcomes = []
        [ranges]
        pairs = []
        [durations]
        words = []
        """,
    "events": """
        [killing]
        verbs = ["mortigis"]
        [[example]]
        event = "killing"
        text = "La armeo mortigis sep vilaĝanojn."
        perpetrators = ["armeo"]
        counts = ["killed 7 civilians"]
        """,
}


def test_a_folder_of_data_is_a_language(tmp_path: Path) -> None:
    house = tmp_path / "ascertain"
    house.mkdir()
    for entry in PACKAGE.iterdir():
        if entry.name not in {"languages", "__pycache__"}:
            (house / entry.name).symlink_to(entry)
    (house / "languages" / "eo").mkdir(parents=True)
    for entry in (PACKAGE / "languages").iterdir():
        if entry.name != "__pycache__":
            (house / "languages" / entry.name).symlink_to(entry)
    for name, text in FILES.items():
        (house / "languages" / "eo" / f"{name}.toml").write_text(text, encoding="utf-8")
    text = "La armeo mortigis sep vilaĝanojn."
    (tmp_path / "items.jsonl").write_text(json.dumps({"id": "one", "text": text, "lang": "eo"}), encoding="utf-8")
    command = [sys.executable, "-m", "ascertain", "extract", "items.jsonl", "-o", "out.jsonl", "--processes", "1"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    (claim,) = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["claims"]
    assert claim["event"] == "killing"
    assert [party["name"] for party in claim["perpetrators"]] == ["armeo"]
    assert [(count["outcome"], count["low"], count["group"]) for count in claim["counts"]] == [
        ("killed", 7, "civilians")
    ]
