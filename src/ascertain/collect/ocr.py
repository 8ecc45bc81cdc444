"""Words in pictures, by Tesseract in English and Arabic where it is installed."""

import shutil
from typing import Any, NamedTuple

from PIL import Image

from ascertain.collect.pictures import upright

_LANGUAGES = ("eng", "ara")
_READABLE_WIDTH = 1200
_WIDEST = 3000
_SURE = 40.0  # Tesseract's confidence, 0 to 100, under which a word is more often noise than a word
_FEWEST_LETTERS = 3
_SECONDS = 30
_MOST_PIXELS = 12_000_000
_FLAT = 4  # shades of grey between the darkest and the lightest under which there is nothing to read


class NoOcr(RuntimeError):
    """There is no Tesseract, or it has the data of neither language; the message says which."""


class Words(NamedTuple):
    """The words in a picture, in lines ("" where there are none), and how they were read."""

    text: str
    how: str


def words_in(picture: Image.Image) -> Words:
    """Return the words that OCR is sure of, in lines, and how they were read; raises NoOcr where it can't read."""
    if shutil.which("tesseract") is None:
        raise NoOcr("Tesseract is not installed, so the words in the picture can't be read")
    import pytesseract

    installed = set(pytesseract.get_languages())
    languages = [language for language in _LANGUAGES if language in installed]
    if not languages:
        raise NoOcr("Tesseract is installed without the data of English and Arabic")
    how = f"words read by OCR (Tesseract {pytesseract.get_tesseract_version()}, {'+'.join(languages)}); may be misread"
    readable = _readable(picture)
    darkest, lightest = readable.getextrema()
    if not isinstance(darkest, int | float) or not isinstance(lightest, int | float) or lightest - darkest < _FLAT:
        return Words("", how)
    found = pytesseract.image_to_data(
        readable, lang="+".join(languages), output_type=pytesseract.Output.DICT, timeout=_SECONDS
    )
    text = _lines(found)
    return Words(text if sum(character.isalpha() for character in text) >= _FEWEST_LETTERS else "", how)


def _readable(picture: Image.Image) -> Image.Image:
    """Return the picture in grey, upright, and of a width at which letters have enough pixels."""
    picture.draft("L", (_WIDEST, _WIDEST))
    grey = upright(picture.convert("L"))
    width = min(max(grey.width, _READABLE_WIDTH), _WIDEST)
    height = max(1, grey.height * width // grey.width)
    if width * height > _MOST_PIXELS:
        shrink = (_MOST_PIXELS / (width * height)) ** 0.5
        width, height = max(1, int(width * shrink)), max(1, int(height * shrink))
    return grey.resize((width, height), Image.Resampling.BICUBIC) if (width, height) != grey.size else grey


def _lines(found: dict[str, list[Any]]) -> str:
    lines: dict[tuple[int, int, int], list[str]] = {}
    places = zip(found["block_num"], found["par_num"], found["line_num"], found["text"], found["conf"], strict=True)
    for block, paragraph, line, word, sureness in places:
        if str(word).strip() and float(sureness) >= _SURE:
            lines.setdefault((block, paragraph, line), []).append(str(word))
    return "\n".join(" ".join(words) for _, words in sorted(lines.items()))
