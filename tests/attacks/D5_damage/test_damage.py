"""D5: verify finds every kind of damage and says what is lost and what is not."""

import gzip
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ascertain.integrity import Act, KeyRing, Ledger, Verdict, verify
from ascertain.model import AscertainError
from ascertain.storage import BlobVault

PLACES, PLACES_LONG = 4, 20
Damaging = Callable[[bytes, random.Random], bytes]


def at(change: Callable[[bytearray, int, random.Random], None]) -> Damaging:
    def damaging(content: bytes, choice: random.Random) -> bytes:
        changed = bytearray(content)
        change(changed, choice.randrange(len(content)), choice)
        return bytes(changed)

    return damaging


def flip_bit(content: bytearray, place: int, choice: random.Random) -> None:
    content[place] ^= 1 << choice.randrange(8)


def flip_byte(content: bytearray, place: int, choice: random.Random) -> None:
    content[place] ^= 0xFF


def zero_sector(content: bytearray, place: int, choice: random.Random) -> None:
    content[place : place + 512] = bytes(len(content[place : place + 512]))


def random_sector(content: bytearray, place: int, choice: random.Random) -> None:
    content[place : place + 512] = choice.randbytes(len(content[place : place + 512]))


def insert_byte(content: bytearray, place: int, choice: random.Random) -> None:
    content.insert(place, 0x41)


def remove_byte(content: bytearray, place: int, choice: random.Random) -> None:
    del content[place]


def remove_run(content: bytearray, place: int, choice: random.Random) -> None:
    del content[place : place + 64]


def repeat_run(content: bytearray, place: int, choice: random.Random) -> None:
    content[place:place] = content[place : place + 64] or b"x"


def swap_bytes(content: bytearray, place: int, choice: random.Random) -> None:
    other = (place + 1) % len(content)
    content[place], content[other] = content[other], content[place]


def add_nul(content: bytearray, place: int, choice: random.Random) -> None:
    content[place:place] = bytes(choice.randrange(1, 5))


CONTENT_DAMAGES: dict[str, Damaging] = {
    "a bit": at(flip_bit), "a byte": at(flip_byte), "a sector of zeros": at(zero_sector),
    "a sector of noise": at(random_sector), "a byte more": at(insert_byte), "a byte less": at(remove_byte),
    "a run less": at(remove_run), "a run twice": at(repeat_run), "two bytes swapped": at(swap_bytes),
    "NULs between": at(add_nul),
    "emptied": lambda content, choice: b"",
    "cut short": lambda content, choice: content[: choice.randrange(len(content))],
    "the front gone": lambda content, choice: content[choice.randrange(1, len(content)) :],
    "longer": lambda content, choice: content + choice.randbytes(9),
    "a line feed more": lambda content, choice: content + b"\n",
    "a byte order mark": lambda content, choice: b"\xef\xbb\xbf" + content,
    "line ends of Windows": lambda content, choice: content.replace(b"\n", b"\r\n"),
    "another encoding": lambda content, choice: content.decode("latin-1").encode("utf-16"),
    "zeros of the same length": lambda content, choice: bytes(len(content)),
    "noise of the same length": lambda content, choice: choice.randbytes(len(content)),
    "packed": lambda content, choice: gzip.compress(content),
    "doubled": lambda content, choice: content + content,
    "reversed": lambda content, choice: content[::-1],
    "rotated": lambda content, choice: content[7:] + content[:7],
}  # fmt: skip


def to_folder(path: Path, choice: random.Random) -> None:
    path.unlink()
    path.mkdir()


def to_link(path: Path, choice: random.Random) -> None:
    aside = path.parents[3] / "aside"
    path.rename(aside)
    path.symlink_to(aside)


def to_broken_link(path: Path, choice: random.Random) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def to_other_name(path: Path, choice: random.Random) -> None:
    path.rename(path.with_name(path.name + "~"))


def to_nothing(path: Path, choice: random.Random) -> None:
    path.unlink()


def to_upper_case(path: Path, choice: random.Random) -> None:
    path.rename(path.with_name(path.name.upper() + "X"))


FILE_DAMAGES = {
    "a folder in its place": to_folder, "a link in its place": to_link, "a broken link": to_broken_link,
    "renamed": to_other_name, "removed": to_nothing, "renamed in upper case": to_upper_case,
}  # fmt: skip


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory, make_case: Callable[..., Any]) -> Path:
    folder = tmp_path_factory.mktemp("damage") / "case"
    make_case(folder, 10)
    return folder


def targets(case: Path, count: int, choice: random.Random) -> list[Path]:
    """Return files to damage: ledger, checkpoints and database each time, then captures."""
    evidence = case / ".ascertain"
    blobs = sorted(path for path in (evidence / "blobs").rglob("*") if path.is_file())
    return [evidence / "ledger.jsonl", evidence / "checkpoints", evidence / "case.db", *choice.sample(blobs, count)]


def check(verdict: Verdict, path: Path, what: str) -> None:
    assert verdict.state != "intact", what
    named = [*verdict.damages, *verdict.doubts]
    assert any(path.name in found.item for found in named), (what, str(verdict))
    assert all(damage.lost for damage in verdict.damages), "it says what is lost and what is not"
    if path.parent.parent.name == "blobs":
        blamed = {damage.item for damage in verdict.damages}
        assert all(path.name in item.lower() for item in blamed), "no other capture is blamed"


@pytest.mark.parametrize("kind", sorted([*CONTENT_DAMAGES, *FILE_DAMAGES]))
def test_every_kind_of_damage_is_found(
    pristine: Path, tmp_path: Path, kind: str, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    choice, cases = random.Random(kind), 0
    for repeat in range(5 if long_run else 1):
        for number, original in enumerate(targets(pristine, 5 if long_run else PLACES, choice)):
            case = tmp_path / f"{repeat}-{number}" / "case"
            shutil.copytree(pristine, case)
            path = case / original.relative_to(pristine)
            path.chmod(0o644)
            if kind in CONTENT_DAMAGES:
                content = CONTENT_DAMAGES[kind](path.read_bytes(), choice)
                if content == path.read_bytes():
                    continue
                path.write_bytes(content)
            else:
                FILE_DAMAGES[kind](path, choice)
            cases += 1
            verdict = verify(case)
            if path.name == "case.db" and not path.exists() and not path.is_symlink():
                assert verdict.state == "intact"
                assert any("case.db" in note for note in verdict.notes), "it is derived, and said to be gone"
                continue
            check(verdict, path, f"{kind} of {original.name}")
    record_property("promise", "D5")
    record_property("cases", cases)


@pytest.mark.parametrize("lost", ["ledger.jsonl", "checkpoints", "blobs", "case.db"])
def test_a_whole_part_that_is_gone(pristine: Path, tmp_path: Path, lost: str) -> None:
    case = tmp_path / "case"
    shutil.copytree(pristine, case)
    path = case / ".ascertain" / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    verdict = verify(case)
    expected = {"ledger.jsonl": "broken", "checkpoints": "cannot_tell", "blobs": "broken", "case.db": "intact"}
    assert verdict.state == expected[lost], str(verdict)


@pytest.mark.parametrize("content", [None, b"", b"text", b"{}\n"])
def test_what_is_no_case_is_said_to_be_none(tmp_path: Path, content: bytes | None) -> None:
    assert verify(tmp_path / "none").state == "cannot_tell"
    if content is not None:
        (tmp_path / "file").write_bytes(content)
        (tmp_path / ".ascertain").mkdir()
        (tmp_path / ".ascertain/ledger.jsonl").write_bytes(content)
    assert verify(tmp_path).state == "cannot_tell"
    assert verify(tmp_path / "file").state == "cannot_tell"


def test_the_record_of_a_version_is_kept_like_a_capture(tmp_path: Path) -> None:
    evidence = tmp_path / "case/.ascertain"
    ledger = Ledger(evidence, KeyRing(tmp_path / "keys"), lambda: "2020-05-04T03:02:01Z")
    vault = BlobVault(evidence)
    (digest,) = vault.seal([b"{}"])
    assert verify(tmp_path / "case").state == "cannot_tell", "nothing names it yet"
    ledger.append([Act(action="version", by="desk", digest=digest, args={"number": 1, "bytes": 2})])
    assert verify(tmp_path / "case").state == "intact"
    vault.path(digest).chmod(0o644)
    vault.path(digest).write_bytes(b"[]")
    assert "the published version 1" in str(verify(tmp_path / "case"))
    vault.path(digest).unlink()
    assert verify(tmp_path / "case").state == "broken"


ODD = st.one_of(
    st.none(), st.integers(), st.text(max_size=5), st.sampled_from(["../../../etc/passwd", "0" * 64, "", "a/b", "\0"]),
    st.lists(st.integers(), max_size=2), st.dictionaries(st.sampled_from(["bytes", "digests", "x"]), st.integers()),
)  # fmt: skip
ACTS = st.builds(
    lambda action, digest, args: Act(action=action, by="forger", digest=digest, args=args),
    st.sampled_from(["seal", "build", "publish", "recover", "timestamp", "decision", "key", "found", "other"]),
    st.one_of(st.none(), st.sampled_from(["../../../etc/passwd", "0" * 64, "", "a/b", "x" * 300, "\0"])),
    st.dictionaries(st.sampled_from(["bytes", "parts", "name", "size", "nonce", "decision"]), ODD),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(acts=st.lists(ACTS, min_size=1, max_size=4))
def test_whatever_is_signed_is_answered_in_words(tmp_path_factory: pytest.TempPathFactory, acts: list[Act]) -> None:
    case = tmp_path_factory.mktemp("forged")
    ledger = Ledger(case / ".ascertain", KeyRing(case / "keys"), lambda: "2020-05-04T03:02:01Z")
    (case / ".ascertain").mkdir()
    (case / ".ascertain/case.db").write_bytes(b"x")
    for act in acts:
        try:
            ledger.append([act])
        except AscertainError:
            break
    verdict = verify(case)
    assert str(verdict)
    if any(act.action in ("seal", "recover", "timestamp") and act.digest for act in acts):
        assert verdict.state != "intact"


def test_control_a_sound_case_is_not_accused(pristine: Path, tmp_path: Path) -> None:
    """The seeded fault is none at all: nothing may be found, or the tests above would find it everywhere."""
    verdict = verify(pristine)
    assert (verdict.state, verdict.damages, verdict.doubts) == ("intact", (), ())
    shutil.copytree(pristine, tmp_path / "moved")
    assert verify(tmp_path / "moved").state == "intact"
