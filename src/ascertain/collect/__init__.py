"""The stage: collect. From files, folders, exports and archives to captures and readable items."""

from ascertain.collect.stage import collect, read_items

__all__ = ["collect", "read_items"]
