"""PDF: statements, reports and printed pages, by their text layer, and by OCR where a page is only a picture."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ascertain.collect.ocr import NoOcr, words_in
from ascertain.collect.pdf_lines import RTL_LETTER, words_of_page
from ascertain.collect.records import item_from_record
from ascertain.model import Capture, Item, Skipped
from ascertain.safety.limits import MIB, Limits

_MOST_PAGES = 2000
_MOST_SCANS = 60  # pages that are read by OCR, a second or two each
_SCAN_PIXELS = 300_000  # a picture smaller than this is a logo or a stamp, not a page
_MOST_OBJECTS = 200  # of a page without text, among which a picture of that size is looked for
_SCAN_SCALE, _MOST_PIXELS = 200 / 72, 4_500_000  # how a page is drawn for OCR: 200 dots an inch, A4 and a little more
# What is read of a PDF, in characters, so that reading stops by itself and tells where well before the limit on
# processor time stops it, on a slower machine too: 1.3 to 1.7 millionths of a second each. One of a page that is read
# from where its glyphs stand counts as several, and a page itself as some. Of a file of up to one MiB no more is read
# than two seconds allow (promise H4); from there on as much as densely printed pages hold.
_CHARACTERS, _CHARACTERS_PER_MIB, _CHARACTERS_PER_FURTHER_MIB = 330_000, 580_000, 1_160_000
_RTL_CHARACTER, _PAGE = 4.2, 200


class Pdf:
    """Reads the words of a PDF; scanned pages by OCR where Tesseract is installed."""

    name = "pdf"
    priority = 10
    # Tesseract runs as a process of its own, which the clock bounds and not the limit on this one's processor time.
    limits = Limits(
        cpu_seconds=0.8,
        cpu_seconds_per_mib=1.2,
        cpu_seconds_per_further_mib=6.0,
        memory_bytes=170 * MIB,
        wall_seconds=300.0,
    )

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a PDF's does."""
        return path.suffix.lower() == ".pdf"

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture and the words of all pages, in order."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="application/pdf", how=self.name)
        yield from items_of_pdf(content, name, hashlib.sha256(content).hexdigest())


def items_of_pdf(content: bytes, name: str, capture: str, *, position: int = 0) -> Iterator[Item | Skipped]:
    """Yield the words of a PDF as one item, or the reason why there are none, and what of it is over the limits."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except _faults() as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD:
            yield _skip(name, "the PDF asks for a password", "save a copy without one and collect that")
        else:
            yield _unreadable(name, error)
        return
    try:
        pages = _Pages(document, len(content))
        title, notes = _said_of_itself(document, content)
    finally:
        document.close()
    if pages.fault and not pages.text.strip():
        yield _unreadable(name, pages.fault)
        return
    if not pages.text.strip():
        remedy = "install Tesseract with its `eng` and `ara` data, or save its pages as PNG and collect them"
        yield _skip(name, f"the PDF has no text layer{pages.why_not or ', and OCR finds no words in it'}", remedy)
        return
    record = {"text": pages.text, "title": title, "notes": [*notes, *pages.notes]}
    yield item_from_record(record, capture=capture, position=position)
    if pages.left_out:
        remedy = "split it and collect the parts"
        yield _skip(f"{name}, from page {pages.count - pages.left_out + 1}", pages.left_out_in_words, remedy)


def _faults() -> tuple[type[Exception], ...]:
    """Return what pypdfium2 raises on files that are not as they should be."""
    from pypdfium2 import PdfiumError

    return PdfiumError, ValueError, OSError


def _unreadable(name: str, error: Exception) -> Skipped:
    return _skip(name, f"the PDF can't be read ({type(error).__name__})", "open it and print it to a new PDF")


class _Pages:
    """The words of the pages, how those were read that have no text layer, and which can't be read at all."""

    def __init__(self, document: Any, size: int) -> None:
        self.why_not = ""
        self.fault: Exception | None = None
        self._by_ocr: list[int] = []
        self._unread: list[int] = []
        self._without: list[int] = []
        self._how = ""
        self.count = len(document)
        further = _CHARACTERS_PER_FURTHER_MIB * max(size - MIB, 0)
        left = _CHARACTERS + (_CHARACTERS_PER_MIB * min(size, MIB) + further) / MIB
        read: list[str] = []
        while len(read) < min(self.count, _MOST_PAGES) and left > 0:
            text = self._page(document, len(read))
            left -= len(text) * (_RTL_CHARACTER if RTL_LETTER.search(text) else 1) + _PAGE
            read.append(text)
        self.left_out = self.count - len(read)
        self.text = "\n\n".join(read)

    @property
    def left_out_in_words(self) -> str:
        """What is over the limits, in words."""
        return f"only the first {self.count - self.left_out:,} pages are read, and {self.left_out:,} more are not"

    @property
    def notes(self) -> list[str]:
        """What to tell of pages that were read by OCR, or could not be."""
        told = [f"pages {', '.join(map(str, self._by_ocr))}: {self._how}"] if self._by_ocr else []
        told += [f"some pages have no text layer{self.why_not}"] if self.why_not else []
        told += [f"left out, since it can't be read: page {number}" for number in self._unread[:20]]
        if self._without:
            more = f" and {len(self._without) - 20:,} more" if len(self._without) > 20 else ""
            told.append(f"no words are found on: page {', '.join(map(str, self._without[:20]))}{more}")
        return [*told, self.left_out_in_words] if self.left_out else told

    def _page(self, document: Any, index: int) -> str:
        """Return a page's words; one that is broken does not take the others with it."""
        try:
            page = document[index]
            text_page = page.get_textpage()
            text = words_of_page(text_page)
            text_page.close()
            if not text.strip():
                text = self._scanned(page, index + 1)
            if not text.strip():
                self._without.append(index + 1)
            page.close()
        except _faults() as error:
            self.fault = error
            self._unread.append(index + 1)
            return ""
        return text

    def _scanned(self, page: Any, number: int) -> str:
        is_scan = _holds_a_scan(page)
        if not is_scan or len(self._by_ocr) >= _MOST_SCANS:
            self.why_not = f", and only {_MOST_SCANS} pages are read by OCR" if is_scan else self.why_not
            return ""
        try:
            found = words_in(_drawn(page))
        except NoOcr as error:
            self.why_not = f", and {error}"
            return ""
        self._by_ocr.append(number)
        self._how = found.how
        return found.text


def _holds_a_scan(page: Any) -> bool:
    """Return whether a page holds a picture that is large enough to be the page itself."""
    from ctypes import byref, c_uint

    from pypdfium2 import raw

    width, height = c_uint(), c_uint()
    for place in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        one = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_FORM and raw.FPDFFormObj_CountObjects(one) > 0:
            one = raw.FPDFFormObj_GetObject(one, 0)  # scanners and printers put the picture into a form of its own
        if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_IMAGE:
            raw.FPDFImageObj_GetImagePixelSize(one, byref(width), byref(height))
            if width.value * height.value >= _SCAN_PIXELS:
                return True
    return False


def _drawn(page: Any) -> Any:
    """Return a page as a picture in grey, as it would be printed."""
    width, height = page.get_size()
    scale = min(_SCAN_SCALE, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    return page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()


def _said_of_itself(document: Any, content: bytes) -> tuple[str, list[str]]:
    """Return the title, and what the metadata says: its date is of the file and not of the words."""
    told = {"CreationDate": "made", "Producer": "written by", "Author": "author"}
    try:
        given = document.get_metadata_dict(skip_empty=True)
    except _faults():
        return "", ["its metadata can't be read", *_active_parts(document, content)]
    notes = [f"PDF metadata, {label}: {given[key][:120]}" for key, label in told.items() if given.get(key)]
    return given.get("Title") or "", notes + _active_parts(document, content)


def _active_parts(document: Any, content: bytes) -> list[str]:
    """Return what the document holds besides pages (ISO 32000-2, 7.7.4 and 12.6.4.17): told, never run or opened."""
    from pypdfium2 import raw

    told = {
        "it holds a script, which is not run": raw.FPDFDoc_GetJavaScriptActionCount(document) > 0
        or b"/JavaScript" in content,
        "it holds files within, which are not read": document.count_attachments() > 0 or b"/EmbeddedFiles" in content,
    }
    return [words for words, is_so in told.items() if is_so]


def _skip(name: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=name, why=why, remedy=remedy)


collector = Pdf()
