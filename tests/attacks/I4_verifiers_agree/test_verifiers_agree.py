"""I4: a stranger checks a bundle without our program, and finds what ours finds."""

import json
import random
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ascertain.integrity import Act, KeyRing, Ledger, seal_bundle, verify_bundle
from ascertain.integrity.bundle import standalone_verifier
from ascertain.integrity.canonical import canonical, digest_of

COUNT, COUNT_LONG = 1_000, 5_000


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], str]:
    """Return the standalone verifier's answer, run from a copy in a folder of its own."""
    copy = tmp_path_factory.mktemp("stranger") / "verify.py"
    copy.write_bytes(standalone_verifier())
    parts = runpy.run_path(str(copy))

    def answer(folder: Path) -> str:
        try:
            parts["check"](folder)
        except parts["Broken"]:
            return "broken"
        except parts["CannotTell"]:
            return "cannot_tell"
        return "intact"

    return answer


def new_bundle(folder: Path, seed: int, make_bundle: Callable[..., Path]) -> Path:
    choice = random.Random(seed)
    ledger = Ledger(folder / "case/.ascertain", KeyRing(folder / "keys"), lambda: "2020-05-04T03:02:01Z")
    for n in range(choice.randrange(6)):
        ledger.append([Act(action="note", by="desk", args={"n": n})] * choice.randrange(1, 9))
    if choice.random() < 0.3:
        KeyRing(folder / "keys").rotate()
    return make_bundle(folder / "bundle", ledger, seed)


def flip(bundle: Path, choice: random.Random) -> None:
    path = pick(bundle, choice)
    content = bytearray(path.read_bytes() or b"\0")
    content[choice.randrange(len(content))] ^= 1 << choice.randrange(8)
    path.write_bytes(content if path.stat().st_size else b"\1")


def pick(bundle: Path, choice: random.Random) -> Path:
    return choice.choice(sorted(path for path in bundle.rglob("*") if path.is_file()))


def cut(bundle: Path, choice: random.Random) -> None:
    path = pick(bundle, choice)
    content = path.read_bytes()
    path.write_bytes(content[: choice.randrange(len(content))] if content else b"x")


def append(bundle: Path, choice: random.Random) -> None:
    path = pick(bundle, choice)
    path.write_bytes(path.read_bytes() + choice.choice([b"\n", b" ", b"x", b"\0"]))


def remove(bundle: Path, choice: random.Random) -> None:
    pick(bundle, choice).unlink()


def add(bundle: Path, choice: random.Random) -> None:
    (bundle / choice.choice(["extra.html", "custody/extra", "data2.json", ".hidden"])).write_bytes(b"x")


def rename(bundle: Path, choice: random.Random) -> None:
    path = pick(bundle, choice)
    path.rename(path.with_name(path.name + "x"))


def exchange(bundle: Path, choice: random.Random) -> None:
    one, other = pick(bundle, choice), bundle / "custody/manifest.json"
    if one == other:
        one = bundle / "verify.py"
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)


def link(bundle: Path, choice: random.Random) -> None:
    path = pick(bundle, choice)
    aside = bundle.parent / "aside"
    path.rename(aside)
    path.symlink_to(aside)


def lie_in_manifest(bundle: Path, choice: random.Random) -> None:
    """Change a file and the manifest with it: only the ledger's entry knows better."""
    path = bundle / "verify.py"
    path.write_bytes(b"print('intact')\n")
    manifest = json.loads((bundle / "custody/manifest.json").read_bytes())
    for file in manifest["files"]:
        if file["path"] == "verify.py":
            file.update(bytes=path.stat().st_size, sha256=digest_of(path.read_bytes()))
    (bundle / "custody/manifest.json").write_bytes(canonical(manifest))


def lie_in_entry(bundle: Path, choice: random.Random) -> None:
    """Change the manifest and the entry with it: only the tree knows better."""
    lie_in_manifest(bundle, choice)
    entry = json.loads((bundle / "custody/entry.json").read_bytes())
    entry["digest"] = digest_of((bundle / "custody/manifest.json").read_bytes())
    (bundle / "custody/entry.json").write_bytes(canonical(entry))


def re_space(bundle: Path, choice: random.Random) -> None:
    path = bundle / "custody" / choice.choice(["manifest.json", "entry.json", "proof.json"])
    path.write_text(json.dumps(json.loads(path.read_bytes())))


def other_values(bundle: Path, choice: random.Random) -> None:
    path = bundle / "custody" / choice.choice(["entry.json", "proof.json", "manifest.json"])
    value = json.loads(path.read_bytes())
    key = choice.choice(sorted(value))
    value[key] = choice.choice([None, -1, 0, 1.5, "x", [], {}, True, ["zz"], 10**30])
    path.write_bytes(canonical(value))


def no_json(bundle: Path, choice: random.Random) -> None:
    path = bundle / "custody" / choice.choice(["manifest.json", "entry.json", "proof.json", "keys", "checkpoint"])
    path.write_bytes(choice.choice([b"", b"[]", b"null", b"\xff\xfe", b"[" * 50_000, b'"x"', b"1", b"{}", b"\n\n"]))


def no_custody(bundle: Path, choice: random.Random) -> None:
    shutil.rmtree(bundle / "custody")


def strangers_custody(bundle: Path, choice: random.Random) -> None:
    """Another publisher's seal, right in itself, over other files."""
    other = bundle.parent / "other"
    ledger = Ledger(other / "case/.ascertain", KeyRing(other / "keys"), lambda: "2020-05-04T03:02:01Z")
    (other / "bundle").mkdir(parents=True)
    (other / "bundle/page.html").write_bytes(choice.randbytes(9))
    seal_bundle(other / "bundle", ledger, by="stranger")
    for name in choice.choice([["keys"], ["keys", "checkpoint"], ["keys", "checkpoint", "entry.json", "proof.json"]]):
        shutil.copyfile(other / "bundle/custody" / name, bundle / "custody" / name)


DAMAGES = [
    flip, flip, flip, flip, cut, append, remove, add, rename, exchange, link, lie_in_manifest, lie_in_entry, re_space,
    other_values, other_values, no_json, no_custody, strangers_custody,
]  # fmt: skip


def test_both_verifiers_give_the_same_answers(
    tmp_path: Path,
    stranger: Callable[[Path], str],
    make_bundle: Callable[..., Path],
    long_run: bool,
    record_property: Callable[[str, object], None],
) -> None:
    count = COUNT_LONG if long_run else COUNT
    bundle_of = [new_bundle(tmp_path / f"sound{n}", n, make_bundle) for n in range(min(count, 100))]
    for n in range(count):
        folder = tmp_path / f"{n}"
        shutil.copytree(bundle_of[n % len(bundle_of)], folder / "bundle")
        bundle = folder / "bundle"
        assert (verify_bundle(bundle).state, stranger(bundle)) == ("intact", "intact")
        damage, choice = DAMAGES[n % len(DAMAGES)], random.Random(n)
        damage(bundle, choice)
        ours, theirs = verify_bundle(bundle), stranger(bundle)
        assert ours.state == theirs != "intact", (damage.__name__, n, str(ours), theirs)
        shutil.rmtree(folder)
    record_property("promise", "I4")
    record_property("cases", 2 * count)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(folder / "verify.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_bundle_checks_itself_from_the_command_line(tmp_path: Path, make_bundle: Callable[..., Path]) -> None:
    bundle = new_bundle(tmp_path, 1, make_bundle)
    done = run(bundle)
    assert (done.returncode, done.stdout.split(":")[0]) == (0, "INTACT")
    key = (bundle / "custody/keys").read_text().splitlines()[-1]
    assert run(bundle, str(bundle), "--key", key).returncode == 0
    other = str(KeyRing(tmp_path / "other").current().verifier)
    assert run(bundle, "--key", other).returncode == 3
    assert verify_bundle(bundle, against=key).state == "intact"
    assert verify_bundle(bundle, against=other).state == "broken"
    (bundle / "extra").write_text("x")
    assert run(bundle).returncode == 3
    shutil.rmtree(bundle / "custody")
    assert (run(bundle).returncode, run(bundle).stderr) == (5, "")


def test_the_verifier_is_short_and_needs_one_library_only() -> None:
    text = standalone_verifier().decode()
    assert len(text.splitlines()) < 250
    imported = {
        line.split()[1].split(".")[0] for line in text.splitlines() if line.strip().startswith(("import ", "from "))
    }
    assert imported - set(sys.stdlib_module_names) == {"cryptography"}


def test_the_same_dossier_is_sealed_to_the_same_bytes_and_entered_once(
    tmp_path: Path, make_bundle: Callable[..., Path]
) -> None:
    bundle = new_bundle(tmp_path, 3, make_bundle)
    ledger = Ledger(tmp_path / "case/.ascertain", KeyRing(tmp_path / "keys"), lambda: "2021-01-01T00:00:00Z")
    before = {path: path.read_bytes() for path in bundle.rglob("*") if path.is_file()}
    size = len(ledger)
    ledger.append([Act(action="note", by="desk")])
    seal_bundle(bundle, ledger, by="desk")
    assert {path: path.read_bytes() for path in bundle.rglob("*") if path.is_file()} == before
    assert len(ledger) == size + 1


@pytest.mark.parametrize("hole", ["digest_file", "is_included"])
def test_control_a_verifier_with_a_hole_disagrees(
    tmp_path: Path,
    stranger: Callable[[Path], str],
    make_bundle: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    hole: str,
) -> None:
    """The seeded fault: ours trusts files, or the tree, unseen; the two must come to differ."""
    bundle, ours = new_bundle(tmp_path, 2, make_bundle), sys.modules["ascertain.integrity.verify_bundle"]
    if hole == "digest_file":
        manifest = json.loads((bundle / "custody/manifest.json").read_bytes())
        known = {bundle / file["path"]: (file["sha256"], file["bytes"], {}) for file in manifest["files"]}
        monkeypatch.setattr(ours, "digest_file", lambda path: known[path])
        (bundle / "verify.py").write_bytes(b"x")
    else:
        monkeypatch.setattr(ours, "is_included", lambda *given: True)
        lie_in_entry(bundle, random.Random(1))
    assert (verify_bundle(bundle).state, stranger(bundle)) == ("intact", "broken")


def test_nothing_given_raises(tmp_path: Path, stranger: Callable[[Path], str]) -> None:
    answers: list[Any] = [tmp_path / "none", tmp_path]
    for folder in answers:
        assert (verify_bundle(folder).state, stranger(folder)) == ("cannot_tell", "cannot_tell")


def test_true_is_no_number_in_a_proof(
    tmp_path: Path, stranger: Callable[[Path], str], make_bundle: Callable[..., Path]
) -> None:
    ledger = Ledger(tmp_path / "case/.ascertain", KeyRing(tmp_path / "keys"), lambda: "2020-05-04T03:02:01Z")
    bundle = make_bundle(tmp_path / "bundle", ledger, 1)
    path = bundle / "custody/proof.json"
    proof = json.loads(path.read_bytes())
    assert proof["index"] == 1
    path.write_bytes(canonical(proof | {"index": True}))
    assert (verify_bundle(bundle).state, stranger(bundle)) == ("broken", "broken")
