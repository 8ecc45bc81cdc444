"""Archives: members without a name, streams that are cut, damaged or followed by something else."""

import gzip
import io
import random
import zipfile

import pytest

from ascertain.model import Refused
from ascertain.safety.archives import members_of, open_zip, unzip_stream
from ascertain.safety.limits import Limits

WORDS = b"Two shells fell on Marat. " * 400


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, WORDS)
    return out.getvalue()


def test_a_member_without_a_name_is_a_member() -> None:
    content = zipped("abc", "b/").replace(b"abc", b"\0bc")  # Python's own reader ends a name at its first zero
    members = list(members_of(open_zip(content)))
    assert [member.content for member in members] == [WORDS] and members[0].name == ""


def test_streams_one_after_another_are_unpacked() -> None:
    assert unzip_stream(gzip.compress(WORDS) * 3) == (WORDS * 3, "")
    assert unzip_stream(b"") == (b"", "")


@pytest.mark.parametrize("piece", [1, 7, 4096])
def test_a_stream_gives_what_is_sound_of_it(monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    monkeypatch.setattr("ascertain.safety.archives._PIECE", piece)
    one = gzip.compress(WORDS)
    assert unzip_stream(one + one[:30]).content[: len(WORDS)] == WORDS
    assert "cut off" in unzip_stream(one[:-3]).fault and unzip_stream(one[:-3]).content == WORDS
    assert "damaged" in unzip_stream(one + b"garbage").fault and unzip_stream(one + b"garbage").content == WORDS


@pytest.mark.parametrize("place", [12, 3_000, 15_000, -6, -2])
def test_nothing_of_a_member_that_is_damaged_is_given(place: int) -> None:
    noise = random.Random(1).randbytes(20_000)
    packed = bytearray(gzip.compress(noise))
    packed[place] ^= 0xFF
    found = unzip_stream(gzip.compress(WORDS) + bytes(packed))
    assert found.content == WORDS and "damaged" in found.fault


def test_more_than_the_limit_is_refused_and_not_unpacked() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    with pytest.raises(Refused, match="output_bytes"):
        unzip_stream(bomb, limits=Limits(output_bytes=1_000_000, output_per_byte=0))
    with pytest.raises(Refused, match="output_bytes"):
        unzip_stream(gzip.compress(bytes(600_000)) * 2, limits=Limits(output_bytes=1_000_000, output_per_byte=0))
