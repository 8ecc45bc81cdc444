"""Where records are kept: sealed bytes by their digest, derived records in a database that can be made again."""

from ascertain.storage.backup import backup, restore
from ascertain.storage.blobs import BlobVault
from ascertain.storage.interface import Hit, Query, Reader, Store, UnitOfWork, key_of
from ascertain.storage.opening import open_store, read_store
from ascertain.storage.settled import Settled, enter_build, last_build

__all__ = [
    "BlobVault",
    "Hit",
    "Query",
    "Reader",
    "Settled",
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
