"""Exporters, one file each, found by file name: see docs/how-to/add-an-exporter.md."""
