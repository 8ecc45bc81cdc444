"""PDF: statements, reports and printed pages, by their text layer."""

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ascertain.collect.records import item_from_record
from ascertain.model import Capture, Item, Skipped
from ascertain.safety.limits import Limits

_MOST_PAGES = 2000


class Pdf:
    """Reads the text layer of a PDF, where the extra `pdf` is installed; a scan without one is kept and skipped."""

    name = "pdf"
    priority = 10
    limits = Limits(cpu_seconds_per_mib=3.0, memory_per_byte=32.0)

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a PDF's does."""
        return path.suffix.lower() == ".pdf"

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture and the words of all pages, in order."""
        content = path.read_bytes()
        yield Capture(content=content, name=name, media_type="application/pdf", how=self.name)
        try:
            from pypdf import PdfReader
            from pypdf.errors import PyPdfError
        except ImportError:
            yield _skip(name, "PDF is read with pypdf, which is not installed", "pip install 'ascertain[pdf]'")
            return
        try:
            reader = PdfReader(io.BytesIO(content))
            if reader.is_encrypted and not reader.decrypt(""):
                yield _skip(name, "the PDF asks for a password", "save a copy without one and collect that")
                return
            text = "\n\n".join(page.extract_text() for page in reader.pages[:_MOST_PAGES])
            notes = _notes(reader)
        except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
            yield _skip(name, f"the PDF can't be read ({type(error).__name__})", "open it and print it to a new PDF")
            return
        if not text.strip():
            yield _skip(
                name, "the PDF has no text layer, only pictures of pages", "save its pages as PNG and collect them"
            )
            return
        record = {"text": text, "title": _title(reader), "notes": notes}
        yield item_from_record(record, capture=hashlib.sha256(content).hexdigest(), position=0)


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
