"""Pictures: screenshots of posts, leaflets, photographs. Words by OCR in English and Arabic, size, hash, metadata."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError

from ascertain.collect.pictures import SUFFIXES, describe, metadata_notes, open_picture, upright
from ascertain.model import Capture, Item, Skipped, content_id
from ascertain.safety.limits import MIB, Limits

_TYPES = {".jpg": "jpeg", ".jpeg": "jpeg", ".tif": "tiff"}
_LANGUAGES = ("eng", "ara")
_READABLE_WIDTH = 1200
_WIDEST = 3000
_SURE = 40.0  # Tesseract's confidence, 0 to 100, under which a word is more often noise than a word
_FEWEST_LETTERS = 3
_OCR_SECONDS = 30
_MOST_PIXELS = 12_000_000
_FLAT = 4  # shades of grey between the darkest and the lightest under which there is nothing to read


class ImageFile:
    """Reads pictures by OCR, where Tesseract is installed; without it the picture is kept and skipped."""

    name = "image"
    priority = 10
    limits = Limits(cpu_seconds=1.5, memory_bytes=640 * MIB, wall_seconds=90.0, open_files=128)

    def accepts(self, path: Path) -> bool:
        """Return whether the name ends as a picture's does."""
        return path.suffix.lower() in SUFFIXES

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
        """Yield the capture and the words in the picture, if there are any."""
        content = path.read_bytes()
        suffix = path.suffix.lower()
        media_type = f"image/{_TYPES.get(suffix, suffix[1:])}"
        yield Capture(content=content, name=name, media_type=media_type, how=self.name)
        try:
            picture = open_picture(content)
            record = describe(picture, name, content)
            notes = metadata_notes(picture)
            words, how = _words_in(picture)
        except UnidentifiedImageError:
            yield _skip(name, "its bytes are no picture of a kind that is read", "open it elsewhere and save it as PNG")
            return
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            yield _skip(name, f"the picture can't be decoded ({error})", "open it elsewhere and save it anew")
            return
        if words is None:
            yield _skip(name, how, "install Tesseract with its `eng` and `ara` data, and collect again")
        elif sum(character.isalpha() for character in words) < _FEWEST_LETTERS:
            yield _skip(name, "OCR finds no words in the picture", "none needed where it shows none; it is kept")
        else:
            yield Item(
                id=content_id("item", record.digest, 0, words), text=words, platform="image", media=(name,),
                pictures=(record,), capture=record.digest, notes=(how, *notes),
            )  # fmt: skip


def _words_in(picture: Image.Image) -> tuple[str | None, str]:
    """Return the words that OCR is sure of, in lines, and how they were read; None where there is no OCR."""
    if shutil.which("tesseract") is None:
        return None, "Tesseract is not installed, so the words in the picture can't be read"
    import pytesseract

    installed = set(pytesseract.get_languages())
    languages = [language for language in _LANGUAGES if language in installed]
    if not languages:
        return None, "Tesseract is installed without the data of English and Arabic"
    readable = _readable(picture)
    darkest, lightest = readable.getextrema()
    if not isinstance(darkest, int | float) or not isinstance(lightest, int | float) or lightest - darkest < _FLAT:
        return "", "the picture is of one shade"
    found = pytesseract.image_to_data(
        readable, lang="+".join(languages), output_type=pytesseract.Output.DICT, timeout=_OCR_SECONDS
    )
    how = f"words read by OCR (Tesseract {pytesseract.get_tesseract_version()}, {'+'.join(languages)}); may be misread"
    return _lines(found), how


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


def _skip(name: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=name, why=why, remedy=remedy)


collector = ImageFile()
