"""Every place where bytes of strangers come in and are parsed in this process, each with sound bytes to start from."""

import gzip
import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tests.attacks.I9_offsets_hold.test_every_collector_keeps_the_words import FORMS, Form, pdf

from ascertain import extract_text
from ascertain.collect.dates import stated_date
from ascertain.collect.decoding import decode
from ascertain.collect.fragments import text_of_fragment
from ascertain.collect.front_matter import read_front_matter
from ascertain.plugins import find
from ascertain.safety.archives import members_of, open_zip, unzip_stream
from ascertain.safety.codings import decoded
from ascertain.safety.fetch import check_url
from ascertain.safety.html import clean_html
from ascertain.safety.replayed import replayed_page
from ascertain.safety.text import display, isolate, oddities
from ascertain.safety.xml import parse_xml


class EntryPoint(NamedTuple):
    """A parser, and sound bytes that it reads."""

    parse: Callable[[bytes], Any]
    sound: bytes


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/b.txt", "words " * 50)
        archive.writestr("c.json", json.dumps({"a": [1, 2]}))
    return out.getvalue()


def _words(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")


TEXT = "source: Radar\ndate: 4 March 2019\n\nTwo shells fell on Marat at 16:19, killing about 12; قتل رجلان.\n".encode()
PAGE = b"<html><head><style>p{color:red}</style></head><body><p hidden>x</p><p>Two &amp; three<br>shells</body></html>"

ENTRY_POINTS = {
    "archive": EntryPoint(lambda one: list(members_of(open_zip(one))), _zip()),
    "coding": EntryPoint(lambda one: decoded(one, "gzip", limit=100_000), gzip.compress(TEXT)),
    "date": EntryPoint(lambda one: stated_date(_words(one)), b"Mon, 04 Mar 2019 10:00:00 +0200"),
    "decoding": EntryPoint(decode, TEXT),
    "display": EntryPoint(lambda one: (display(_words(one)), isolate(_words(one)), oddities(_words(one))), TEXT),
    "fragment": EntryPoint(lambda one: text_of_fragment(_words(one)), PAGE),
    "front matter": EntryPoint(lambda one: read_front_matter(_words(one)), TEXT),
    "gzip": EntryPoint(unzip_stream, gzip.compress(TEXT) * 2),
    "html": EntryPoint(lambda one: clean_html(one.decode("utf-8", "replace")), PAGE),
    "reader": EntryPoint(lambda one: extract_text(_words(one)), TEXT),
    "replay": EntryPoint(lambda one: replayed_page(one, "https://radar.example/a", {}), PAGE),
    "url": EntryPoint(lambda one: check_url(_words(one)), b"https://radar.example:443/a?b=c#d"),
    "xml": EntryPoint(parse_xml, b"<rss><channel><item><title>Two shells</title></item></channel></rss>"),
}


class _Collector:
    """A collector, called here and not in the worker, so that whatever it raises is seen as it is."""

    def __init__(self, form: Form) -> None:
        self._form, self._folder = form, tempfile.TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None)
        self._read = next(
            one for one in find("ascertain.collect.collectors", "collector") if one.name == form.collector
        )

    def __call__(self, content: bytes) -> Any:
        path = Path(self._folder.name) / self._form.name
        path.write_bytes(content)
        try:
            return list(self._read.read(path, self._form.name))
        except RecursionError:  # the worker makes `Refused(nesting)` of it
            return None


_IN_MEMORY = Path("/dev/shm")
_FORMS = {**FORMS, "PDF": Form("pdf", "a.pdf", pdf, 1)}
COLLECTORS = {
    f"collector, {kind}": EntryPoint(_Collector(form), form.write([TEXT.decode()] * min(form.together, 2)))
    for kind, form in _FORMS.items()
}
