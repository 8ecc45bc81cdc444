"""The whole dossier as one JSON object."""

import json
from pathlib import Path

from ascertain.model import Dossier
from ascertain.publish.public_records import dossier_record


class Json:
    """Everything that is published, in the words of the public formats."""

    name = "json"
    media_type = "application/json"
    suffix = ".json"

    def write(self, dossier: Dossier, out: Path) -> None:
        """Write one object, indented."""
        words = json.dumps(dossier_record(dossier), ensure_ascii=False, indent=1) + "\n"
        out.write_text(words, encoding="utf-8", errors="surrogatepass")


exporter = Json()
