"""Exporters, found by file name in `exporters/` and by entry point."""

from ascertain.model import Misused
from ascertain.plugins import find
from ascertain.publish.interface import Exporter


def exporters() -> dict[str, Exporter]:
    """Return every exporter by its name."""
    return {exporter.name: exporter for exporter in find("ascertain.publish.exporters", "exporter")}


def exporter_named(name: str) -> Exporter:
    """Return an exporter; raises Misused with the names that there are where there is none of that name."""
    found = exporters()
    if name not in found:
        raise Misused(f"there is no exporter {name!r}", item=name, remedy=f"Choose one of: {', '.join(sorted(found))}.")
    return found[name]
