"""The whole dossier as one JSON object."""

from pathlib import Path

from ascertain.model import Dossier
from ascertain.publish.public_records import dossier_words


class Json:
    """Everything that is published, in the words of the public formats."""

    name = "json"
    media_type = "application/json"
    suffix = ".json"

    def write(self, dossier: Dossier, out: Path) -> None:
        """Write one object, a line a record."""
        out.write_text(dossier_words(dossier), encoding="utf-8", errors="surrogatepass")


exporter = Json()
