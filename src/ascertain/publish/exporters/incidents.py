"""Incidents as JSON Lines (docs/reference/formats.md, incidents.jsonl)."""

from pathlib import Path

from ascertain.model import Dossier
from ascertain.model.records import incident_line
from ascertain.publish.public_records import line


class Incidents:
    """A line an incident, as the sweep writes them too."""

    name = "incidents"
    media_type = "application/jsonl"
    suffix = ".jsonl"

    def write(self, dossier: Dossier, out: Path) -> None:
        """Write the incidents in the dossier's order."""
        words = "".join(line(incident_line(incident)) for incident in dossier.incidents)
        out.write_text(words, encoding="utf-8", errors="surrogatepass")


exporter = Incidents()
