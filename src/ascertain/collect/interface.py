"""What a collector is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from ascertain.model import Capture, Item, Skipped
from ascertain.model.item import Picture
from ascertain.model.thing import Thing


class Looks(Thing, frozen=True, kw_only=True):
    """What a file tells of others: what pictures look like that belong to the item with the id `item`, given before.

    Without it, the file is itself such a picture, or names the `account` whose archive the folder is that it lies in.

    They come after the items, so that pictures that cost more than they may take no words with them. `beside` names
    files that lie beside the item's file and are pictures of it too.
    """

    item: str = ""
    pictures: tuple[Picture, ...] = ()
    beside: tuple[str, ...] = ()
    account: str = ""


class Collector(Protocol):
    """Reads one kind of file, folder or address.

    A module in `collect/collectors/` (or an entry point in the group `ascertain.collectors`) offers one as
    `collector`. `name` is the module's; `priority` decides among several that accept (higher first). `read` runs in a
    worker without network, under limits, unless the collector says `in_worker = False`; `limits` may state its own.

        class PlainText:
            name, priority = "plain_text", 0
            def accepts(self, path: Path) -> bool: return path.suffix == ".txt"
            def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped]:
                content = path.read_bytes()
                yield Capture(content=content, name=name, media_type="text/plain", how=self.name)
                yield Item(id=..., text=content.decode(), capture=hashlib.sha256(content).hexdigest())
        collector = PlainText()
    """

    name: str
    priority: int

    def accepts(self, path: Path) -> bool:
        """Return whether this collector reads `path`; looks at the name and at most the first bytes."""
        ...

    def read(self, path: Path, name: str) -> Iterator[Capture | Item | Skipped | Looks]:
        """Yield each capture before the items made of it; whatever can't be read as `Skipped`, never silently.

        `name` is what the path is called in the case: relative, with forward slashes.
        """
        ...
