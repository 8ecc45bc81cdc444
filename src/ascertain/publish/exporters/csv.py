"""Incidents as a table, comma-separated."""

from pathlib import Path

from ascertain.model import Dossier
from ascertain.publish.tables import incident_table, write_csv


class Csv:
    """A row an incident; ranges as two columns each."""

    name = "csv"
    media_type = "text/csv"
    suffix = ".csv"

    def write(self, dossier: Dossier, out: Path) -> None:
        """Write the table of incidents."""
        columns, rows = incident_table(dossier)
        write_csv(columns, rows, out)


exporter = Csv()
