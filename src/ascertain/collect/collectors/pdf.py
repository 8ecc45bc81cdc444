"""PDF: statements, reports and printed pages, by their text layer, and by OCR where a page is only a picture."""

import hashlib
import io
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
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            yield _skip(name, "the PDF asks for a password", "save a copy without one and collect that")
            return
        pages = _Pages(reader)
        notes = _notes(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        yield _skip(name, f"the PDF can't be read ({type(error).__name__})", "open it and print it to a new PDF")
        return
    if not pages.text.strip():
        remedy = "install Tesseract with its `eng` and `ara` data, or save its pages as PNG and collect them"
        yield _skip(name, f"the PDF has no text layer{pages.why_not or ', and OCR finds no words in it'}", remedy)
        return
    record = {"text": pages.text, "title": _title(reader), "notes": [*notes, *pages.notes]}
    yield item_from_record(record, capture=capture, position=position)


class _Pages:
    """The words of the pages, and how those were read that have no text layer."""

    def __init__(self, reader: Any) -> None:
        self.why_not = ""
        self._by_ocr: list[int] = []
        self._how = ""
        texts = [
            self._words(page, number, page.extract_text()) for number, page in enumerate(reader.pages[:_MOST_PAGES], 1)
        ]
        self.text = "\n\n".join(texts)

    @property
    def notes(self) -> list[str]:
        """What to tell of pages that were read by OCR, or could not be."""
        numbers = ", ".join(str(number) for number in self._by_ocr)
        told = [f"pages {numbers}: {self._how}"] if numbers else []
        return [*told, f"some pages have no text layer{self.why_not}"] if self.why_not else told

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


def _title(reader: Any) -> str:
    return str((reader.metadata or {}).get("/Title") or "")


def _notes(reader: Any) -> list[str]:
    """Return what the PDF's metadata says: its date is of the file and not of the words."""
    told = {"/CreationDate": "made", "/Producer": "written by", "/Author": "author"}
    given = reader.metadata or {}
    return [f"PDF metadata, {label}: {str(given[key])[:120]}" for key, label in told.items() if given.get(key)]


def _skip(name: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=name, why=why, remedy=remedy)


collector = Pdf()
