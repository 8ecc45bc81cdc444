"""The stage: captures in, sealed captures out, and an entry in the ledger for each.

The bytes are on the disk before the entry that names them, and the entry before anybody is told: a run that is cut
short loses nothing that was acknowledged, and run again it ends the same.
"""

from collections.abc import Iterable, Iterator

from ascertain.integrity.chunks import parts_of
from ascertain.integrity.entry import Act, Entry
from ascertain.integrity.ledger import Ledger
from ascertain.model import Capture, SealedCapture
from ascertain.preserve.following import Following
from ascertain.preserve.interface import Preserved
from ascertain.storage.blobs import BlobVault

_BATCH_CAPTURES = 2_000
_BATCH_BYTES = 64 * 1024 * 1024
_Sighting = tuple[str, str]


def preserve(captures: Iterable[Capture], vault: BlobVault, ledger: Ledger, *, by: str) -> Preserved:
    """Seal captures: the bytes under their SHA-256, who, when and how in the ledger.

    The same bytes under another name are a sighting of their own; the same bytes under the same name are the capture
    that is there already, with its first date. The time comes from the clock that the ledger was opened with.
    """
    known = _SIGHTINGS.of(ledger)
    before, sealed = len(known), []
    for batch in _batches(captures):
        sealed += _seal(batch, known, vault, ledger, by)
    return Preserved(sealed=tuple(sealed), fresh=len(known) - before)


def sealed_captures(ledger: Ledger) -> tuple[SealedCapture, ...]:
    """Return every sighting that the ledger holds, in the order they were sealed."""
    return tuple(_SIGHTINGS.of(ledger).values())


def _seal(
    batch: list[Capture], known: dict[_Sighting, SealedCapture], vault: BlobVault, ledger: Ledger, by: str
) -> list[SealedCapture]:
    digests = vault.seal(capture.content for capture in batch)
    sightings = [(digest, capture.name) for digest, capture in zip(digests, batch, strict=True)]
    fresh = {
        sighting: capture for sighting, capture in zip(sightings, batch, strict=True) if sighting not in known
    }  # a sighting that stands twice in a batch is entered once
    entries = ledger.append([_act(digest, capture, by) for (digest, _), capture in fresh.items()])
    for entry in entries:
        sealed = _from_entry(entry)
        known.setdefault((sealed.digest, sealed.name), sealed)
    return [known[sighting] for sighting in sightings]


def _batches(captures: Iterable[Capture]) -> Iterator[list[Capture]]:
    batch, size = list[Capture](), 0
    for capture in captures:
        batch.append(capture)
        size += len(capture.content)
        if len(batch) >= _BATCH_CAPTURES or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _act(digest: str, capture: Capture, by: str) -> Act:
    args = {
        "name": capture.name,
        "media_type": capture.media_type,
        "how": capture.how,
        "bytes": len(capture.content),
        **parts_of(capture.content),
    }
    stated = {"collected_at": capture.collected_at, "url": capture.url, "status": capture.status}
    return Act(action="seal", by=by, digest=digest, args=args | {k: v for k, v in stated.items() if v is not None})


def _from_entry(entry: Entry) -> SealedCapture:
    args = entry.args
    return SealedCapture(
        digest=entry.digest or "",
        name=args["name"],
        media_type=args["media_type"],
        how=args["how"],
        size=args["bytes"],
        sealed_at=entry.at,
        collected_at=args.get("collected_at"),
        url=args.get("url"),
        status=args.get("status"),
    )


def _sighting(entry: Entry) -> tuple[_Sighting, SealedCapture]:
    sealed = _from_entry(entry)
    return (sealed.digest, sealed.name), sealed


_SIGHTINGS = Following("seal", _sighting)
