"""Where records are kept: sealed bytes by their digest, derived records in a database that can be made again."""

from ascertain.storage.backup import backup, restore
from ascertain.storage.blobs import BlobVault
from ascertain.storage.interface import Hit, Query, Store, UnitOfWork, key_of
from ascertain.storage.settled import Settled, enter_build, last_build
from ascertain.storage.sqlite import SqliteStore, open_store, read_store

__all__ = [
    "BlobVault",
    "Hit",
    "Query",
    "Settled",
    "SqliteStore",
    "Store",
    "UnitOfWork",
    "backup",
    "enter_build",
    "key_of",
    "last_build",
    "open_store",
    "read_store",
    "restore",
]
