"""What an exporter is."""

from pathlib import Path
from typing import Protocol

from ascertain.model import Dossier


class Exporter(Protocol):
    r"""Writes a dossier in one format.

    A module in `publish/exporters/` (or an entry point in the group `ascertain.exporters`) offers one as `exporter`.
    What it is given has passed the gate: places coarsened, names withheld, unreviewed incidents marked.
    Its bytes depend on the dossier alone. `suffix` begins with a full stop.

        class Titles:
            name, media_type, suffix = "titles", "text/plain", ".txt"
            def write(self, dossier: Dossier, out: Path) -> None:
                titles = [incident.title for incident in dossier.incidents]
                out.write_text("\n".join(titles) + "\n", encoding="utf-8")
        exporter = Titles()

    Tables for spreadsheets go through `publish.tables.write_csv`, whose cells never compute. A file that can't be
    written raises OSError, which the command line turns into a remedy.
    """

    name: str
    media_type: str
    suffix: str

    def write(self, dossier: Dossier, out: Path) -> None:
        """Write the dossier to the file `out`."""
        ...
