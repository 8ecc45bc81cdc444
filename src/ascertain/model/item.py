"""The readable words of a capture."""

from ascertain.model.thing import Thing

# How the note begins that says from which words of a page its day of publication is.
READ_OFF = "no date is stated beside the text: the day of publication is read from "
IN_ADDRESS = "its address"


class Picture(Thing, frozen=True, kw_only=True):
    """An image that belongs to an item: the digest of its bytes, size in pixels and perceptual hash.

    Its bytes are sealed as a file of their own, or within the capture that it is a part of.

    `phash` is a 64-bit DCT hash in hexadecimal: two pictures whose hashes differ in few bits look alike
    (Zauner 2010). It does not survive crops or mirroring, so a difference proves nothing; `marks` do, in base64
    (`ascertain.pictures.marks`). Either is empty where a picture shows too little to be known by.
    """

    name: str
    digest: str
    width: int
    height: int
    phash: str = ""
    marks: str = ""


class Item(Thing, frozen=True, kw_only=True):
    """One report as it was published (docs/reference/formats.md, items.jsonl).

    `text` is kept exactly as captured and every offset in the program counts its code points.
    `furniture` are ranges [start, end) of `text` that are the page's and not the author's (buttons, counters,
    menus); `hidden` are ranges that a reader could not see. Extraction reads neither.
    `shares` is the item, address or account that this one passes on, `answers` the one that it replies to.
    `capture` is the digest of the sealed bytes. `published_at` is RFC 3339 with offset, or a plain date;
    `published_day` is the day and month (ISO 8601, "--05-18") where a page prints them without a year.
    """

    id: str
    text: str
    source: str | None = None
    author: str | None = None
    title: str | None = None
    url: str | None = None
    platform: str | None = None
    published_at: str | None = None
    published_day: str | None = None
    collected_at: str | None = None
    lang: str | None = None
    shares: str | None = None
    answers: str | None = None
    media: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    hidden: tuple[tuple[int, int], ...] = ()
    capture: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_dated_by_page(self) -> bool:
        """Return whether its day of publication is one that its page shows, and not its address."""
        return any(note.startswith(READ_OFF) and not note.endswith(IN_ADDRESS) for note in self.notes)
