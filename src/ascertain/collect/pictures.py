"""What can be said of a picture without looking at it: size, metadata, and a hash that survives small changes."""

import hashlib
import io
from typing import Any

from PIL import ExifTags, Image, ImageOps

from ascertain.model import Picture, Refused
from ascertain.safety.limits import LIMITS

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP")
SUFFIXES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp"))
_TOLD = {"DateTimeOriginal": "taken", "DateTime": "changed", "Make": "camera", "Model": "camera model",
         "Software": "written by", "ImageDescription": "described as", "Artist": "by"}  # fmt: skip
_SIDE = 32
_FLAT = 8.0  # shades of grey


def open_picture(content: bytes) -> Image.Image:
    """Return the picture, not decoded yet; raises Refused where it has more pixels than the limit allows."""
    Image.MAX_IMAGE_PIXELS = LIMITS.image_pixels
    width, height = _webp_size(content)  # its decoder takes the memory for all pixels as soon as it is opened
    if width * height > LIMITS.whole_image_pixels // 2:
        raise _too_many(f"it is {width} by {height} pixels", LIMITS.whole_image_pixels // 2)
    try:
        picture = Image.open(io.BytesIO(content), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_many("its header states too many pixels") from error
    most = LIMITS.image_pixels if picture.format == "JPEG" else LIMITS.whole_image_pixels
    if picture.width * picture.height > most:
        raise _too_many(f"it is {picture.width} by {picture.height} pixels", most)
    return picture


def _webp_size(content: bytes) -> tuple[int, int]:
    """Return width and height as a WebP file's first chunk states them (RFC 9649); zeros for any other file."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP" or len(content) < 30:
        return 0, 0
    kind = content[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return int.from_bytes(content[26:28], "little") & 0x3FFF, int.from_bytes(content[28:30], "little") & 0x3FFF


def describe(picture: Image.Image, name: str, content: bytes) -> Picture:
    """Return the record of a picture; a large JPEG is decoded at a fraction of its size."""
    from ascertain.pictures.marks import LONGEST, marks_of  # with numpy, see `perceptual_hash`

    width, height = picture.size
    small = Image.open(io.BytesIO(content), formats=FORMATS)
    small.draft("L", (LONGEST, LONGEST))  # of use to JPEG only; others are decoded whole
    small.thumbnail((16 * _SIDE, 16 * _SIDE), Image.Resampling.BOX)  # in place: one decoded copy at a time
    grey = upright(small).convert("L")
    return Picture(
        name=name, digest=hashlib.sha256(content).hexdigest(), width=width, height=height, phash=perceptual_hash(grey),
        marks=marks_of(grey),
    )  # fmt: skip


def perceptual_hash(picture: Image.Image) -> str:
    """Return a 64-bit hash of the low frequencies of the picture's brightness, in hexadecimal (Zauner 2010).

    "" for a picture of one shade, whose hash would be that of any other such.
    """
    import numpy as np  # it takes as long to load as all else that collects, and few files are pictures

    cosines = np.cos(np.pi / _SIDE * np.outer(np.arange(8), np.arange(_SIDE) + 0.5))
    grey = np.asarray(picture.convert("L").resize((_SIDE, _SIDE), Image.Resampling.BOX), dtype=np.float64)
    if float(grey.max() - grey.min()) < _FLAT:
        return ""
    low = cosines @ grey @ cosines.T
    bits = (low > np.median(low)).flatten()
    return f"{int(''.join('1' if bit else '0' for bit in bits), 2):016x}"


def upright(picture: Image.Image) -> Image.Image:
    """Return the picture turned as its metadata says that it was held."""
    return ImageOps.exif_transpose(picture)


def metadata_notes(picture: Image.Image) -> tuple[str, ...]:
    """Return what the picture's metadata says, for a reader; it can be forged and never becomes a fact by itself.

    A position is mentioned and not repeated: it may betray who took the picture.
    """
    exif: Any = picture.getexif()
    values = {ExifTags.TAGS.get(tag, ""): value for tag, value in exif.items()}
    values.update({ExifTags.TAGS.get(tag, ""): value for tag, value in exif.get_ifd(ExifTags.IFD.Exif).items()})
    notes = [
        f"picture metadata, {label}: {' '.join(str(values[tag]).split())[:120]}"
        for tag, label in _TOLD.items()
        if isinstance(values.get(tag), str) and str(values[tag]).strip("\x00 ")
    ]
    if exif.get_ifd(ExifTags.IFD.GPSInfo):
        notes.append("picture metadata holds a position; it stays in the sealed file and is not repeated here")
    return tuple(note.replace("\x00", "") for note in notes)


def _too_many(what: str, most: int = LIMITS.image_pixels) -> Refused:
    return Refused(
        f"the picture is over the limit image_pixels ({most:,}): {what}", limit="image_pixels",
        remedy="its bytes are kept; make a smaller copy and collect that",
    )  # fmt: skip
