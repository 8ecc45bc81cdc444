"""What an exporter is."""

from pathlib import Path
from typing import Protocol

from ascertain.model import Dossier


class Exporter(Protocol):
    """Writes a dossier in one format.

    A module in `publish/exporters/` (or an entry point in the group `ascertain.exporters`) offers one as `exporter`.
    What it is given has passed the gate: places coarsened, names withheld, unreviewed incidents marked.
    Its bytes depend on the dossier alone.
    """

    name: str
    media_type: str
    suffix: str

    def write(self, dossier: Dossier, out: Path) -> None:
        """Write the dossier to the file `out`."""
        ...
