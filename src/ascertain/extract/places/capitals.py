"""Runs of capitalised words, as names are written in Latin letters."""

from ascertain.extract.places.halves import joins_parts
from ascertain.extract.places.reader import Reader
from ascertain.text import Document


def capitals_after(document: Document, reader: Reader, first: int, closed: set[int]) -> int:
    """Return the word after the capitalised words that begin at `first`."""
    last = at = first
    while at < len(document) and at not in closed and at - first < 6:
        word = document.words[at]
        if at > first and "\n" in document.text[document.ends[at - 1] : document.starts[at]]:
            break
        if reader.is_capital(at) and word.isalpha():
            last = at + 1
        elif not (
            word in ("al", "el", "ez", "az", "de", "del")
            or (word == "-" and document.touches(at))
            or word == "'"
            or joins_parts(document, at)
        ):
            break
        at += 1
    return last
