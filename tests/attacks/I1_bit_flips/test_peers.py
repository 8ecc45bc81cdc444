"""I1 and I2 beside a peer: the same items in a WARC and in a case and a bundle of ours, damaged alike, in one run."""

import io
import json
import random
import re
import shutil
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from warcio import checker as warcio_check

from ascertain.integrity import KeyRing, Ledger, canonical, seal_bundle, verify, verify_bundle
from ascertain.model import Capture
from ascertain.preserve import preserve
from ascertain.storage import BlobVault


def make_warc(path: Path, contents: list[bytes]) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=False)
        for n, content in enumerate(contents):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.0")
            url = f"https://example.org/{n}"
            writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(content), http_headers=headers))


def make_bundle(folder: Path, ledger: Ledger, contents: list[bytes]) -> None:
    (folder / "items").mkdir(parents=True)
    for n, content in enumerate(contents):
        (folder / f"items/{n:02}.txt").write_bytes(content)
    seal_bundle(folder, ledger, by="desk")


def warcio_says_valid(path: Path) -> bool:
    """Run what `warcio check FILE` runs; a traceback counts as noticed."""
    checker = warcio_check.Checker(type("Options", (), {"inputs": [str(path)], "verbose": False}))
    try:
        checker.process_one(str(path))
    except Exception:  # noqa: BLE001  # whatever the peer raises
        return False
    return not checker.exit_value


def test_the_peer_misses_what_ours_finds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], record_property: Callable[[str, object], None]
) -> None:
    choice = random.Random(5)
    contents = [f"Report {n}: ".encode() + choice.randbytes(120) for n in range(40)]
    warc = tmp_path / "items.warc"
    make_warc(warc, contents)
    assert warcio_says_valid(warc)
    whole, missed, count = warc.read_bytes(), 0, 150
    for _ in range(count):
        damaged = bytearray(whole)
        damaged[choice.randrange(len(whole))] ^= 1 << choice.randrange(8)
        warc.write_bytes(damaged)
        missed += warcio_says_valid(warc)
    ledger = Ledger(tmp_path / "case/.ascertain", KeyRing(tmp_path / "keys"), lambda: "2020-05-04T03:02:01Z")
    captures = [
        Capture(content=content, name=f"{n}.txt", media_type="text/plain", how="test")
        for n, content in enumerate(contents)
    ]
    preserve(captures, BlobVault(tmp_path / "case/.ascertain"), ledger, by="desk")
    files = sorted(path for path in (tmp_path / "case").rglob("*") if path.is_file() and path.stat().st_size)
    ours = 0
    for _ in range(count):
        (path,) = choice.choices(files, weights=[file.stat().st_size for file in files])
        content, place = path.read_bytes(), choice.randrange(path.stat().st_size)
        path.chmod(0o644)
        path.write_bytes(content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :])
        ours += verify(tmp_path / "case").state == "intact"
        path.write_bytes(content)
    bundle = tmp_path / "bundle"
    make_bundle(bundle, ledger, contents)
    files = sorted(path for path in bundle.rglob("*") if path.is_file())
    for _ in range(count):
        (path,) = choice.choices(files, weights=[file.stat().st_size for file in files])
        content, place = path.read_bytes(), choice.randrange(path.stat().st_size)
        path.write_bytes(content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :])
        ours += verify_bundle(bundle).state == "intact"
        path.write_bytes(content)
    assert verify_bundle(bundle).state == "intact"
    capsys.readouterr()
    record_property("promise", "I1")
    record_property("peer", f"warcio check {version('warcio')} misses {100 * missed / count:.0f} % of flips")
    record_property("cases", 2 * count)
    assert ours == 0
    assert missed > 0.2 * count, "the peer has become better: say so in docs/promises.md"


Edit = Callable[[list[bytes], int], list[bytes]]
WARC_EDITS: dict[str, Edit] = {
    "dropped": lambda records, n: records[:n] + records[n + 1 :],
    "doubled": lambda records, n: [*records[: n + 1], *records[n:]],
    "swapped": lambda records, n: [*records[:n], *records[n : n + 2][::-1], *records[n + 2 :]],
    "moved to the end": lambda records, n: [*records[:n], *records[n + 1 :], records[n]],
    "cut after": lambda records, n: records[:n],
    "re-dated": lambda records, n: edited(records, n, rb"WARC-Date: \d{4}", b"WARC-Date: 2001"),
    "re-addressed": lambda records, n: edited(records, n, rb"example\.org/", b"example.net/"),
    "another record's words": lambda records, n: edited(
        records,
        n,
        rb"(?s)WARC-Target-URI: [^\r]*",
        re.search(rb"WARC-Target-URI: [^\r]*", records[n - 1])[0],  # type: ignore[index]
    ),
}


def edited(records: list[bytes], n: int, old: bytes, new: bytes) -> list[bytes]:
    return [*records[:n], re.sub(old, new, records[n], count=1), *records[n + 1 :]]


def bundle_edits(bundle: Path, n: int) -> dict[str, Callable[[], object]]:
    """Return the like of those edits on a bundle, each with what a careful forger can mend without the key."""
    first, second = bundle / f"items/{n:02}.txt", bundle / f"items/{n + 1:02}.txt"
    manifest = bundle / "custody/manifest.json"

    def listing(change: Callable[[list[dict[str, object]]], list[dict[str, object]]]) -> None:
        listed = json.loads(manifest.read_bytes())
        manifest.write_bytes(canonical({**listed, "files": change(listed["files"])}))

    def swap() -> None:
        one, other = first.read_bytes(), second.read_bytes()
        first.write_bytes(other)
        second.write_bytes(one)

    def drop() -> None:
        first.unlink()
        listing(lambda files: [file for file in files if file["path"] != f"items/{n:02}.txt"])

    def redate() -> None:
        path = bundle / "custody/entry.json"
        path.write_bytes(path.read_bytes().replace(b'"at":"2020', b'"at":"2001'))

    return {
        "dropped": drop, "doubled": lambda: shutil.copyfile(first, bundle / "items/more.txt"), "swapped": swap,
        "moved to the end": lambda: first.rename(bundle / "items/zz.txt"),
        "cut after": lambda: [path.unlink() for path in sorted((bundle / "items").iterdir())[n:]],
        "re-dated": redate,
        "re-addressed": lambda: listing(lambda files: [*files[1:], files[0]]),
        "another record's words": lambda: first.write_bytes(second.read_bytes()),
    }  # fmt: skip


def test_the_peer_passes_structural_edits_that_ours_find(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], record_property: Callable[[str, object], None]
) -> None:
    contents = [f"Report {n}: words".encode() for n in range(12)]
    warc, bundle = tmp_path / "items.warc", tmp_path / "bundle"
    make_warc(warc, contents)
    records = [b"WARC/1.0" + part for part in warc.read_bytes().split(b"WARC/1.0")[1:]]
    ledger = Ledger(tmp_path / "case/.ascertain", KeyRing(tmp_path / "keys"), lambda: "2020-05-04T03:02:01Z")
    make_bundle(bundle, ledger, contents)
    passed, ours, tried = 0, list[str](), 0
    for kind, edit in WARC_EDITS.items():
        for n in (2, 5, 9):
            warc.write_bytes(b"".join(edit(records, n)))
            passed += warcio_says_valid(warc)
            copy = tmp_path / f"{kind}{n}"
            shutil.copytree(bundle, copy)
            bundle_edits(copy, n)[kind]()
            tried += 1
            if verify_bundle(copy).state == "intact":
                ours.append(f"{kind} {n}")
    capsys.readouterr()
    assert ours == []
    assert verify_bundle(bundle).state == "intact"
    record_property("promise", "I2")
    record_property("peer", f"warcio check {version('warcio')} passes {passed} of {tried} structural edits")
    record_property("cases", tried)
    assert passed > tried / 2, "the peer has become better: say so in docs/promises.md"
