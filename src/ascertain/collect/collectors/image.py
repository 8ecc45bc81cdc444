"""Pictures: screenshots of posts, leaflets, photographs. Words by OCR in English and Arabic, size, hash, metadata."""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from ascertain.collect.ocr import NoOcr, Words, words_in
from ascertain.collect.pictures import SUFFIXES, describe, metadata_notes, open_picture
from ascertain.model import Capture, Item, Skipped, content_id
from ascertain.safety.limits import MIB, Limits

_TYPES = {".jpg": "jpeg", ".jpeg": "jpeg", ".tif": "tiff"}


class ImageFile:
    """Reads pictures by OCR, where Tesseract is installed; one without words is an item too, known by its looks."""

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
            words = _words(picture)
        except UnidentifiedImageError:
            yield _skip(name, "its bytes are no picture of a kind that is read", "open it elsewhere and save it as PNG")
            return
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            yield _skip(name, f"the picture can't be decoded ({error})", "open it elsewhere and save it anew")
            return
        yield Item(
            id=content_id("item", record.digest, 0, words.text), text=words.text, platform="image", media=(name,),
            pictures=(record,), capture=record.digest, notes=(words.how, *notes),
        )  # fmt: skip


def _words(picture: Image.Image) -> Words:
    """Return the words in a picture; without Tesseract none, and the reason as how they were read."""
    try:
        return words_in(picture)
    except NoOcr as error:
        return Words("", f"{error}: install it with its `eng` and `ara` data, and collect again")


def _skip(name: str, why: str, remedy: str) -> Skipped:
    return Skipped(stage="collect", item=name, why=why, remedy=remedy)


collector = ImageFile()
