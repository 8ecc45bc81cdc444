"""What was sent compressed is unpacked as far as the limit and no further."""

import gzip
import zlib

import brotli
import pytest

from ascertain.model import Broken, Refused
from ascertain.safety.codings import decoded

WORDS = "Two shells fell on Marat. قتل رجلان.".encode() * 50
RAW = zlib.compressobj(wbits=-15)
SENT = {
    "": WORDS,
    "identity": WORDS,
    "gzip": gzip.compress(WORDS),
    "x-gzip": gzip.compress(WORDS),
    "deflate": zlib.compress(WORDS),
    "Deflate": RAW.compress(WORDS) + RAW.flush(),
    "br": brotli.compress(WORDS),
    "br, gzip": gzip.compress(brotli.compress(WORDS)),
}


@pytest.mark.parametrize("coding", SENT)
def test_each_coding_gives_the_words_back(coding: str) -> None:
    assert decoded(SENT[coding], coding, limit=len(WORDS)) == WORDS


def test_a_coding_that_was_only_named_changes_nothing() -> None:
    assert decoded(WORDS, "gzip", limit=len(WORDS)) == WORDS


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_what_unpacks_to_more_than_the_limit_is_refused(coding: str) -> None:
    zeros = bytes(50_000_000)
    sent = {"gzip": gzip.compress, "deflate": zlib.compress, "br": lambda one: brotli.compress(one, quality=2)}[coding]
    with pytest.raises(Refused) as refusal:
        decoded(sent(zeros), coding, limit=1_000_000)
    assert refusal.value.limit == "output_bytes"


@pytest.mark.parametrize(
    ("coding", "sent"), [("gzip", b"\x1f\x8bno"), ("deflate", b"\x78no"), ("br", b"\xffno"), ("zz", b"x")]
)
def test_what_is_damaged_or_not_known_is_broken(coding: str, sent: bytes) -> None:
    with pytest.raises(Broken):
        decoded(sent, coding, limit=1000)
