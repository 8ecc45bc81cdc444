"""Wrong input gets an error that says what, which item and what to do; never a traceback."""

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture
def run(tmp_path):
    def run(*words, code=0, cwd=tmp_path):
        environment = os.environ | {"ASCERTAIN_KEYS": str(tmp_path / "keys"), "COLUMNS": "200"}
        done = subprocess.run(
            [sys.executable, "-m", "ascertain", *map(str, words)],
            env=environment,
            cwd=cwd,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == code, (done.returncode, done.stderr, done.stdout)
        return done

    return run


def test_a_missing_folder(run):
    assert "ascertain new" in run("build", "nowhere", code=2).stderr


def test_a_folder_that_is_no_case(run, tmp_path):
    assert "no case here" in run("build", tmp_path, code=2).stderr


def test_an_empty_case_builds_and_says_so(run):
    run("new", "case")
    built = json.loads(run("build", "case", "--json").stdout)
    assert built["incidents"] == []


def test_settings_that_are_not_known(run, tmp_path):
    run("new", "case")
    (tmp_path / "case/case.toml").write_text('titel = "x"\n')
    error = run("build", "case", code=2).stderr
    assert "titel" in error and "title" in error


def test_a_broken_line_among_good_ones(run, tmp_path):
    good = [json.dumps({"id": str(n), "text": f"{n + 2} people were killed in a strike in Aleppo."}) for n in range(3)]
    (tmp_path / "items.jsonl").write_text("\n".join([good[0], "{broken", good[1], '{"id": "no text"}', good[2]]) + "\n")
    tally = json.loads(run("sweep", "items.jsonl", "-o", "out", "--json").stdout)
    assert (tally["items"], tally["skipped"]) == (3, 2)
    skipped = [json.loads(line) for line in (tmp_path / "out/skipped.jsonl").read_text().splitlines()]
    assert any("2" in one["item"] for one in skipped)


def test_two_items_with_one_id(run, tmp_path):
    lines = [
        {"id": "a", "text": "Two people were killed in Homs."},
        {"id": "a", "text": "Three people were killed in Hama."},
    ]
    (tmp_path / "items.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    tally = json.loads(run("sweep", "items.jsonl", "-o", "out", "--json").stdout)
    assert tally["items"] == 2 and tally["skipped"] == 1


def test_a_binary_file_is_kept_and_said(run, tmp_path):
    run("new", "case")
    (tmp_path / "case/reports/x.bin").write_bytes(os.urandom(4096))
    built = json.loads(run("build", "case", "--json").stdout)
    assert [one["item"] for one in built["skipped"]] == ["x.bin"]


def test_a_folder_without_the_right_to_write(run, tmp_path):
    (tmp_path / "file").write_text("x")
    assert "file" in run("new", "file/case", code=2).stderr


def test_an_unknown_export(run, tmp_path):
    run("new", "case")
    assert "geojson" in run("export", "case", "--as", "shapefile", code=2).stderr


def test_an_unknown_id(run, tmp_path):
    run("new", "case")
    run("build", "case")
    assert "nothing is called so" in run("show", "case", "incident-zzz", code=2).stderr


def test_help_and_version(run):
    assert "sweep" in run("--help").stdout
    assert run("--version").stdout.startswith("ascertain ")


def test_a_case_is_backed_up_and_restored_to_the_same_bytes(run, tmp_path):
    run("new", "case")
    (tmp_path / "case/reports/a.txt").write_text("Two people were killed in Homs.")
    run("build", "case")
    run("backup", "case", "case.backup")
    assert "intact" in run("restore", "case.backup", "again").stdout
    files = {path.relative_to(tmp_path / "case"): path for path in (tmp_path / "case").rglob("*") if path.is_file()}
    again = {path.relative_to(tmp_path / "again"): path for path in (tmp_path / "again").rglob("*") if path.is_file()}
    kept = {name for name in files if name.parts[0] != "dossier" and not name.name.endswith("lock")}
    kept -= {name for name in kept if name.name.startswith("remembered.db")}  # what any run can do without
    assert kept <= set(again)
    assert all(files[name].read_bytes() == again[name].read_bytes() for name in kept)


def test_a_second_backup_does_not_take_the_place_of_the_first(run, tmp_path):
    run("new", "case")
    assert "nothing is sealed" in run("backup", "case", "first.backup", code=2).stderr
    (tmp_path / "case/reports/b.txt").write_text("A road was closed.")
    run("build", "case")
    run("backup", "case", "first.backup")
    before = (tmp_path / "first.backup").read_bytes()
    (tmp_path / "case/reports/c.txt").write_text("Two shells fell.")
    error = run("backup", "case", "first.backup", code=2).stderr
    assert "first.backup" in error and "--overwrite" in error
    assert (tmp_path / "first.backup").read_bytes() == before
    run("backup", "case", "first.backup", "--overwrite")
    assert (tmp_path / "first.backup").read_bytes() != before


def test_an_error_is_json_where_json_was_asked_for(run):
    error = json.loads(run("build", "nowhere", "--json", code=2).stdout)["error"]
    assert (error["item"], error["exit_code"]) == ("nowhere", 2) and "ascertain new" in error["remedy"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
def test_what_the_system_refuses_is_said_in_words(run, tmp_path):
    (tmp_path / "items.jsonl").write_text('{"id": "a", "text": "Two people were killed in Homs."}\n', "utf-8")
    (tmp_path / "file").write_text("x")
    assert "file" in run("sweep", "items.jsonl", "-o", "file/out", code=2).stderr
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "ascertain", "--help"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 4 and "Traceback" not in done.stderr and "Make room" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_a_folder_of_keys_that_is_not_ours(tmp_path):
    (tmp_path / "keys").mkdir(mode=0o000)
    program = (
        "import os, sys\nfrom pathlib import Path\n"
        "from ascertain.integrity import KeyRing\nfrom ascertain.model import Misused\n"
        "import ascertain.integrity.keys\n"
        "os.setuid(65534) if os.geteuid() == 0 else None\n"
        "try:\n    KeyRing(Path(sys.argv[1])).current()\nexcept Misused as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "keys" / "mine")], capture_output=True, text=True, check=False
    )
    assert "ASCERTAIN_KEYS" in done.stdout, done.stderr


def test_whoever_stops_a_command_is_told_what_is_kept():
    program = (
        "import typer, ascertain.cli.commands as shown\nfrom ascertain.cli.main import main\n"
        "app = typer.Typer()\n@app.command()\ndef stop():\n    raise KeyboardInterrupt\n"
        "shown.commands = lambda: app\nmain()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 130 and done.stderr.strip() == "stopped; what was finished is kept"


def test_what_an_empty_case_wants(run):
    run("new", "case")
    assert "drop reports into case/reports" in run("build", "case").stdout


def test_the_toll_comes_first_and_a_thing_is_shown_in_lines(run, tmp_path):
    run("new", "case", "--zone", "Asia/Damascus")
    (tmp_path / "case/reports/a.txt").write_text(
        "date: 2020-05-04\n\nFour soldiers were killed, three were wounded and two tanks were destroyed when aircraft "
        "struck a base near Homs on 3 May 2020. Five trucks, six cars, a radar and seven houses were also destroyed."
    )
    told = run("build", "case").stdout
    assert told.index("killed 4 combatants") < told.index("destroyed 2 tanks")
    shown = run("show", "case", "incident-").stdout
    assert "{'" not in shown and "('" not in shown


def test_what_nobody_reviewed_stays_in_and_the_error_says_what_to_type(run, tmp_path):
    run("new", "case")
    (tmp_path / "case/reports/a.txt").write_text("Two people were killed in shelling of Homs on 3 May 2020.")
    run("build", "case")
    assert "decide CASE review" in run("publish", "case", code=2).stderr
    assert "review incident-" in run("decide", "case", "review", "all", "--because", "read by two of us").stdout
    assert "version 1" in run("publish", "case").stdout


def test_every_stage_gives_what_it_took_or_says_why_not(run, tmp_path):
    run("new", "case")
    lines = ['{"id": "a", "text": "Two people were killed in Homs."}', "{broken", '{"id": "b", "text": "x"}', "{}"]
    (tmp_path / "case/reports/items.jsonl").write_text("\n".join(lines))
    (tmp_path / "case/reports/x.bin").write_bytes(os.urandom(4096))
    stages = json.loads(run("build", "case", "--json").stdout)["stages"]
    assert all(row["taken"] == row["given"] + row["skipped"] for row in stages), stages
    assert stages[0]["taken"] == 5


def test_extract_says_why_it_skips(run, tmp_path):
    items = tmp_path / "items.jsonl"
    items.write_text('not json\n{"id": "a", "text": "Shelling killed two men in Aleppo."}\n{"id": "b"}\n', "utf-8")
    told = run("extract", items, "-o", tmp_path / "out.jsonl").stdout
    assert "1 item," in told and "2 skipped" in told
    assert "items.jsonl:1" in told and "not JSON" in told and "mend the line" in told
    assert "items.jsonl:3" in told and "no `text`" in told
    tally = json.loads(run("extract", items, "-o", tmp_path / "out.jsonl", "--json").stdout)
    assert [one["item"] for one in tally["reasons"]] == ["items.jsonl:1", "items.jsonl:3"]
    assert tally["skipped"] == len(tally["reasons"])
