"""Evidence that holds: canonical JSON, digests, the ledger and its verification (docs/reference/ledger.md)."""

from ascertain.integrity.bundle import seal_bundle
from ascertain.integrity.canonical import canonical, digest_of, read_canonical
from ascertain.integrity.checkpoint import Checkpoint, read_checkpoint
from ascertain.integrity.clock import Clock, system_clock
from ascertain.integrity.disk import Disk
from ascertain.integrity.entry import Act, Entry
from ascertain.integrity.keys import KeyRing, default_key_folder
from ascertain.integrity.ledger import Ledger
from ascertain.integrity.timestamps import timestamp
from ascertain.integrity.verdict import Damage, Doubt, Verdict
from ascertain.integrity.verify_bundle import is_bundle, verify_bundle
from ascertain.integrity.verify_case import EVIDENCE_FOLDER, verify

__all__ = [
    "EVIDENCE_FOLDER",
    "Act",
    "Checkpoint",
    "Clock",
    "Damage",
    "Disk",
    "Doubt",
    "Entry",
    "KeyRing",
    "Ledger",
    "Verdict",
    "canonical",
    "default_key_folder",
    "digest_of",
    "is_bundle",
    "read_canonical",
    "read_checkpoint",
    "seal_bundle",
    "system_clock",
    "timestamp",
    "verify",
    "verify_bundle",
]
