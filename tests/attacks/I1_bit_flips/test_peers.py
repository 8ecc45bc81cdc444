"""I1 beside a peer: the same items in a WARC, the same flips, judged by `warcio check` and by ours in one run."""

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from ascertain.integrity import KeyRing, Ledger, verify
from ascertain.model import Capture
from ascertain.preserve import preserve
from ascertain.storage import BlobVault

warcio_check = pytest.importorskip("warcio.checker", reason="the extra `warc` is not installed")


def make_warc(path: Path, contents: list[bytes]) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=False)
        for n, content in enumerate(contents):
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.0")
            url = f"https://example.org/{n}"
            writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(content), http_headers=headers))


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
    capsys.readouterr()
    record_property("promise", "I1")
    record_property("peer", f"warcio check misses {100 * missed / count:.0f} % of flips")
    assert ours == 0
    assert missed > 0.2 * count, "the peer has become better: say so in docs/promises.md"
