"""I2: no item or entry can be dropped, added, swapped, re-ordered, re-dated or re-addressed unnoticed."""

import hashlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ascertain.integrity import KeyRing, verify
from ascertain.integrity.checkpoint import Checkpoint, read_checkpoint, split_notes
from ascertain.integrity.entry import Entry, read_entry
from ascertain.integrity.merkle import CompactRange, leaf_hash

Lines = list[bytes]
Edit = Callable[[Lines, int, random.Random], Lines | None]


def changed(**fields: Any) -> Edit:
    def edit(lines: Lines, n: int, choice: random.Random) -> Lines | None:
        entry = read_entry(lines[n])
        if all(getattr(entry, name) == value for name, value in fields.items()):
            return None
        return [*lines[:n], msgspec.structs.replace(entry, **fields).line, *lines[n + 1 :]]

    return edit


def with_args(**args: Any) -> Edit:
    def edit(lines: Lines, n: int, choice: random.Random) -> Lines | None:
        entry = read_entry(lines[n])
        if not args.keys() & entry.args.keys():
            return None
        return [*lines[:n], msgspec.structs.replace(entry, args=entry.args | args).line, *lines[n + 1 :]]

    return edit


def dropped(lines: Lines, n: int, choice: random.Random) -> Lines:
    return lines[:n] + lines[n + 1 :]


def doubled(lines: Lines, n: int, choice: random.Random) -> Lines:
    return [*lines[: n + 1], *lines[n:]]


def swapped(lines: Lines, n: int, choice: random.Random) -> Lines | None:
    other = choice.randrange(len(lines))
    if other == n:
        return None
    made = [*lines]
    made[n], made[other] = made[other], made[n]
    return made


def moved(lines: Lines, n: int, choice: random.Random) -> Lines | None:
    made = lines[:n] + lines[n + 1 :]
    made.insert(choice.randrange(len(lines)), lines[n])
    return None if made == lines else made


def cut_after(lines: Lines, n: int, choice: random.Random) -> Lines | None:
    return lines[:n]


def rechained(edit: Edit) -> Edit:
    """Make the forger careful: numbers and roots are made anew after the edit, as far as that goes without the key."""

    def careful(lines: Lines, n: int, choice: random.Random) -> Lines | None:
        made = edit(lines, n, choice)
        if made is None:
            return None
        tree, forged = CompactRange(), []
        for number, line in enumerate(made):
            entry = msgspec.structs.replace(read_entry(line), n=number, prev=tree.root().hex())
            forged.append(entry.line)
            tree.append(leaf_hash(entry.line))
        return forged

    return careful


def invented(lines: Lines, n: int, choice: random.Random) -> Lines:
    template = msgspec.structs.replace(read_entry(lines[n]), n=n + 1, action="note", args={"name": "never happened"})
    return [*lines[: n + 1], template.line, *lines[n + 1 :]]


CARELESS: dict[str, Edit] = {
    "dropped": dropped, "doubled": doubled, "swapped": swapped, "moved": moved, "cut": cut_after, "invented": invented,
    "re-dated": changed(at="2019-01-01T00:00:00Z"), "under another name": changed(by="somebody else"),
    "with another tool": changed(tool="another 9"), "of another digest": changed(digest="0" * 64),
    "of another kind": changed(action="note"), "of another size": with_args(bytes=7),
    "renamed": with_args(name="reports/other.txt"), "re-addressed": with_args(url="https://example.net/other"),
}  # fmt: skip
EDITS = CARELESS | {f"{name}, rechained": rechained(edit) for name, edit in CARELESS.items()}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, make_case: Callable[..., Any]) -> Path:
    folder = tmp_path_factory.mktemp("edits") / "case"
    make_case(folder)
    return folder


def state_with(path: Path, content: bytes, case: Path) -> str:
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        return verify(case).state
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize("kind", sorted(EDITS))
def test_no_edit_of_an_entry_goes_unnoticed(
    case: Path, kind: str, record_property: Callable[[str, object], None]
) -> None:
    path = case / ".ascertain/ledger.jsonl"
    lines, choice, tried = path.read_bytes().splitlines(), random.Random(kind), 0
    for n in range(len(lines)):
        for _ in range(6 if "swapped" in kind or "moved" in kind else 1):
            made = EDITS[kind](lines, n, choice)
            content = b"".join(line + b"\n" for line in made) if made is not None else path.read_bytes()
            if content == path.read_bytes():
                continue  # the careful forger has undone the edit itself
            assert state_with(path, content, case) != "intact", (kind, n)
            tried += 1
    record_property("promise", "I2")
    record_property("cases", tried)
    assert tried > 0
    assert verify(case).state == "intact"


def test_no_edit_of_the_checkpoints_goes_unnoticed(case: Path) -> None:
    path = case / ".ascertain/checkpoints"
    notes, tried = split_notes(path.read_text()), 0
    stranger = KeyRing(case.parent / "stranger").current()
    for n, note in enumerate(notes):
        read = read_checkpoint(note)
        others = [[*notes[:n], *notes[n + 1 :]], [*notes[: n + 1], *notes[n:]]]
        others += [[*notes[:m], note, *[x for x in notes[m:] if x != note]] for m in range(n)]
        signed_anew = Checkpoint(origin=read.origin, size=read.size, root=read.root).signed_by([stranger])
        earlier = Checkpoint(origin=read.origin, size=read.size - 1, root=read.root, signatures=read.signatures)
        others += [[*notes[:n], str(forged), *notes[n + 1 :]] for forged in (signed_anew, earlier)]
        for made in others:
            assert state_with(path, "".join(made).encode(), case) != "intact"
            tried += 1
    assert tried > 40


def test_no_edit_of_the_blobs_goes_unnoticed(case: Path, tmp_path: Path) -> None:
    blobs = sorted(path for path in (case / ".ascertain/blobs").rglob("*") if path.is_file())
    aside = tmp_path / "aside"
    for n, path in enumerate(blobs):
        other = blobs[(n + 1) % len(blobs)]
        path.rename(aside)
        assert verify(case).state == "broken", "gone"
        shutil.copyfile(other, path)
        assert verify(case).state == "broken", "another's bytes"
        path.unlink()
        path.symlink_to(aside)
        assert verify(case).state == "broken", "not a file of its own"
        path.unlink()
        aside.rename(path)
        stranger = path.with_name("0" * 62)
        shutil.copyfile(path, stranger)
        assert verify(case).state == "broken", "added under a name that is not its own"
        stranger.unlink()
        digest = hashlib.sha256(b"%d" % n).hexdigest()
        stranger = path.parent.parent / digest[:2] / digest[2:]
        stranger.parent.mkdir(exist_ok=True)
        stranger.write_bytes(b"%d" % n)
        assert verify(case).state == "cannot_tell", "added under its own name"
        stranger.unlink()
    assert verify(case).state == "intact"


def forge_with_key(case: Path, lines: Lines) -> None:
    """Write a history and sign it with the case's own keys: what only the holder of the keys can do."""
    keys = KeyRing(case.parent / "keys")
    tree = CompactRange([leaf_hash(line) for line in lines])
    origin = f"ascertain.local/case/{leaf_hash(lines[0]).hex()[:16]}"
    note = Checkpoint(origin=origin, size=tree.size, root=tree.root()).signed_by([keys.current()])
    (case / ".ascertain/ledger.jsonl").write_bytes(b"".join(line + b"\n" for line in lines))
    (case / ".ascertain/checkpoints").write_text(str(note))


def test_control_who_holds_the_key_can_rewrite_history_and_only_an_outside_copy_tells(
    case: Path, tmp_path: Path
) -> None:
    """The seeded fault: the forger has the key. Inside the folder nothing tells; a checkpoint kept elsewhere does."""
    kept = verify(case).checkpoint
    copy = tmp_path / "case"
    shutil.copytree(case, copy)
    shutil.copytree(case.parent / "keys", tmp_path / "keys")
    lines = (case / ".ascertain/ledger.jsonl").read_bytes().splitlines()
    place = next(n for n, line in enumerate(lines) if b"example.org/5" in line)
    entries = [read_entry(line) for line in lines]
    entries[place] = msgspec.structs.replace(
        entries[place], args=entries[place].args | {"url": "https://example.net/other"}
    )
    forged: list[Entry] = []
    tree = CompactRange()
    for entry in entries:
        forged.append(msgspec.structs.replace(entry, since=0, prev=tree.root().hex()))
        tree.append(leaf_hash(forged[-1].line))
    forge_with_key(copy, [entry.line for entry in forged])
    assert verify(copy).state == "intact"
    assert verify(copy, against=kept).state == "broken"
