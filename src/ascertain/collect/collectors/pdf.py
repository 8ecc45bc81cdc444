"""PDF: statements, reports and printed pages, by their text layer, and by OCR where a page is only a picture."""

import hashlib
import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ascertain.collect.ocr import NoOcr, words_in
from ascertain.collect.pictures import open_picture
from ascertain.collect.records import item_from_record
from ascertain.model import Capture, Item, Refused, Skipped
from ascertain.safety.limits import MIB, Limits

_MOST_PAGES = 2000
_MOST_SCANS = 60  # pages that are read by OCR, a second or two each
_SCAN_PIXELS = 300_000  # a picture smaller than this is a logo or a stamp, not a page


class Pdf:
    """Reads the words of a PDF; scanned pages by OCR where Tesseract is installed."""

    name = "pdf"
    priority = 10
    # Tesseract runs as a process of its own, which the clock bounds and not the limit on this one's processor time.
    limits = Limits(cpu_seconds_per_mib=3.0, memory_bytes=320 * MIB, memory_per_byte=32.0, wall_seconds=300.0)

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a PDF's does."""
        return path.suffix.lower() == ".pdf"

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture and the words of all pages, in order."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="application/pdf", how=self.name)
        yield from items_of_pdf(content, name, hashlib.sha256(content).hexdigest())


def items_of_pdf(content: bytes, name: str, capture: str, *, position: int = 0) -> Iterator[Item | Skipped]:
    """Yield the words of a PDF as one item, or the reason why there are none."""
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            yield _skip(name, "the PDF asks for a password", "save a copy without one and collect that")
            return
        pages = _Pages(reader)
        title, notes = _said_of_itself(reader)
    except _faults() as error:
        yield _unreadable(name, error)
        return
    if pages.fault and not pages.text.strip():
        yield _unreadable(name, pages.fault)
        return
    if not pages.text.strip():
        remedy = "install Tesseract with its `eng` and `ara` data, or save its pages as PNG and collect them"
        yield _skip(name, f"the PDF has no text layer{pages.why_not or ', and OCR finds no words in it'}", remedy)
        return
    record = {"text": pages.text, "title": title, "notes": [*notes, *pages.notes]}
    yield item_from_record(record, capture=capture, position=position)


def _faults() -> tuple[type[Exception], ...]:
    """Return what pypdf raises on files that are not as they should be: found by fuzzing, most of it undocumented."""
    from pypdf.errors import PyPdfError

    own = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, AssertionError, NotImplementedError)
    return PyPdfError, *own, OSError, zlib.error, struct.error


def _unreadable(name: str, error: Exception) -> Skipped:
    return _skip(name, f"the PDF can't be read ({type(error).__name__})", "open it and print it to a new PDF")


class _Pages:
    """The words of the pages, how those were read that have no text layer, and which can't be read at all."""

    def __init__(self, reader: Any) -> None:
        self.why_not = ""
        self.fault: Exception | None = None
        self._by_ocr: list[int] = []
        self._unread: list[int] = []
        self._how = ""
        self._left_out = max(0, len(reader.pages) - _MOST_PAGES)
        self.text = "\n\n".join(self._page(reader, number) for number in range(len(reader.pages) - self._left_out))

    @property
    def notes(self) -> list[str]:
        """What to tell of pages that were read by OCR, or could not be."""
        told = [f"pages {', '.join(map(str, self._by_ocr))}: {self._how}"] if self._by_ocr else []
        told += [f"some pages have no text layer{self.why_not}"] if self.why_not else []
        told += [f"left out, since it can't be read: page {number}" for number in self._unread[:20]]
        more = f"only the first {_MOST_PAGES:,} pages are read, and {self._left_out:,} more are not"
        return [*told, more] if self._left_out else told

    def _page(self, reader: Any, index: int) -> str:
        """Return a page's words; one that is broken does not take the others with it."""
        try:
            page = reader.pages[index]
            return self._words(page, index + 1, page.extract_text())
        except _faults() as error:
            self.fault = error
            self._unread.append(index + 1)
            return ""

    def _words(self, page: Any, number: int, text: str) -> str:
        if text.strip():
            return text
        scans = _scans(page)
        if not scans or len(self._by_ocr) >= _MOST_SCANS:
            self.why_not = f", and only {_MOST_SCANS} pages are read by OCR" if scans else self.why_not
            return text
        try:
            found = [words_in(scan) for scan in scans]
        except NoOcr as error:
            self.why_not = f", and {error}"
            return text
        self._by_ocr.append(number)
        self._how = found[0].how
        return "\n".join(one.text for one in found)


def _scans(page: Any) -> list[Any]:
    """Return the pictures of a page that are large enough to be the page itself."""
    found = []
    for image in page.images:
        try:
            picture = open_picture(image.data)
        except (OSError, SyntaxError, ValueError, Refused):
            continue
        if picture.width * picture.height >= _SCAN_PIXELS:
            found.append(picture)
    return found


def _said_of_itself(reader: Any) -> tuple[str, list[str]]:
    """Return the title, and what the metadata says: its date is of the file and not of the words."""
    told = {"/CreationDate": "made", "/Producer": "written by", "/Author": "author"}
    try:
        given = reader.metadata or {}
        notes = [f"PDF metadata, {label}: {str(given[key])[:120]}" for key, label in told.items() if given.get(key)]
        return str(given.get("/Title") or ""), notes + _active_parts(reader)
    except _faults():
        return "", ["its metadata can't be read"]


def _active_parts(reader: Any) -> list[str]:
    """Return what the document holds besides pages (ISO 32000-2, 7.7.4 and 12.6.4.17): told, never run or opened."""
    catalog = reader.trailer["/Root"]
    names, action = catalog.get("/Names") or {}, catalog.get("/OpenAction")
    opens = isinstance(action.get_object(), dict) if hasattr(action, "get_object") else False
    told = {
        "it holds a script, which is not run": "/JavaScript" in names or (opens and "/JS" in action.get_object()),
        "it holds files within, which are not read": "/EmbeddedFiles" in names,
    }
    return [words for words, is_so in told.items() if is_so]


def _skip(name: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=name, why=why, remedy=remedy)


collector = Pdf()
