"""Someone else's clock: RFC 3161 timestamps over checkpoints, asked for when a server is configured, checked offline.

A checkpoint says what the ledger held and not when. A timestamp authority signs that it saw the checkpoint's hash at a
time of its own clock: the entries existed at that time at the latest. The answer is kept as it came, and entered.
"""

import hashlib
import warnings
from collections.abc import Callable, Sequence
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ascertain.integrity.canonical import digest_of
from ascertain.integrity.checkpoint import Checkpoint
from ascertain.integrity.disk import Disk, in_words, make_folders, write_whole
from ascertain.integrity.entry import Act, Entry
from ascertain.integrity.ledger import Ledger
from ascertain.model import Misused, Refused
from ascertain.model.thing import Thing

if TYPE_CHECKING:  # takes long to load, and is seldom needed
    from cryptography import x509

Send = Callable[[bytes], bytes]
"""Hands a request (DER, `application/timestamp-query`) to a server and returns its answer."""

_LIMIT_BYTES = 1 << 16
_REMEDY = "Nothing was entered. Try another server, or give the root certificate of this one."


class Stamp(Thing, frozen=True, kw_only=True):
    """That the first `size` entries existed `at` a time (RFC 3339, UTC), by the clock of `authority`."""

    size: int
    at: str
    authority: str


class NoProof(Exception):
    """An answer that does not prove a time; the message says why."""


def timestamp(
    ledger: Ledger, send: Send, roots: "Sequence[x509.Certificate]", *, server: str, by: str, disk: Disk | None = None
) -> Stamp:
    """Have the newest checkpoint stamped, keep the answer and enter it.

    `roots` are the certificates that the authority's must lead to. `Refused` where the answer proves nothing.
    """
    client = _client()
    checkpoint = ledger.checkpoint
    if checkpoint is None:
        raise Misused("there is nothing to stamp", remedy="Collect something first.")
    request = client.TimestampRequestBuilder().data(checkpoint.text).nonce(nonce=True).cert_request(
        cert_request=True
    ).build()  # fmt: skip
    answer = send(request.as_bytes())
    if len(answer) > _LIMIT_BYTES:
        raise Refused("its answer is too long", limit=f"{_LIMIT_BYTES} bytes", item=server, remedy=_REMEDY)
    try:
        stamp = prove(answer, checkpoint, roots, nonce=request.nonce)
    except NoProof as error:
        raise Refused(f"its answer proves no time: {error}", limit="RFC 3161", item=server, remedy=_REMEDY) from error
    digest = digest_of(answer)
    path = ledger.places.timestamps / digest
    with in_words(path):
        make_folders(disk or Disk(), path.parent)
        write_whole(disk or Disk(), path, answer)
    args = {"bytes": len(answer), "size": checkpoint.size, "server": server, "nonce": str(request.nonce)}
    ledger.append([Act(action="timestamp", by=by, digest=digest, args=args)])
    return stamp


def prove(answer: bytes, checkpoint: Checkpoint, roots: "Sequence[x509.Certificate]", *, nonce: int | None) -> Stamp:
    """Return what an answer proves about a checkpoint; `NoProof` where that is nothing.

    The certificates must lead to one of `roots`, be valid at the time that is claimed and be for timestamps only; the
    nonce and the hash must be those that were asked for.
    """
    client = _client()
    if not roots:
        raise NoProof("no root certificate is given to judge it by")
    try:
        response = client.decode_timestamp_response(answer)
        builder = client.VerifierBuilder(roots=list(roots), nonce=nonce)
        builder.build().verify(response, hashlib.new(_algorithm(response), checkpoint.text).digest())
        at = response.tst_info.gen_time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        authority = _authority(response)
    except (client.VerificationError, ValueError, TypeError, OverflowError) as error:
        raise NoProof(str(error) or type(error).__name__) from error
    return Stamp(size=checkpoint.size, at=at, authority=authority)


def check_entry(
    entry: Entry, folder: Path, checkpoints: Sequence[Checkpoint], roots: "Sequence[x509.Certificate]"
) -> Stamp:
    """Return what a timestamp that the ledger names proves; `NoProof` where that is nothing."""
    checkpoint = next((note for note in checkpoints if note.size == entry.args.get("size")), None)
    if checkpoint is None:
        raise NoProof("the checkpoint it is over is not there")
    try:
        answer, nonce = (folder / str(entry.digest)).read_bytes(), int(entry.args["nonce"])
    except (OSError, KeyError, ValueError) as error:
        raise NoProof(f"it can't be read: {error}") from error
    return prove(answer, checkpoint, roots, nonce=nonce)


def read_roots(path: Path) -> "list[x509.Certificate]":
    """Return the certificates in a PEM file; `Misused` where it holds none."""
    from cryptography import x509

    try:
        with warnings.catch_warnings():  # of odd serial numbers, in bundles that systems carry: not for who stamps
            warnings.simplefilter("ignore")
            return x509.load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as error:
        reason = f" ({error.strerror})" if isinstance(error, OSError) else ""
        raise Misused(f"no certificates can be read from it{reason}", item=path.name,
                      remedy="Give a PEM file of the authority's root certificate.") from error  # fmt: skip


def _algorithm(response: Any) -> str:
    names = {"2.16.840.1.101.3.4.2.1": "sha256", "2.16.840.1.101.3.4.2.2": "sha384", "2.16.840.1.101.3.4.2.3": "sha512"}
    oid = response.tst_info.message_imprint.hash_algorithm.dotted_string
    if oid not in names:
        raise NoProof(f"it is over a hash that is not used here ({oid})")
    return names[oid]


def _authority(response: Any) -> str:
    """Return the name on the certificate that signed."""
    from cryptography import x509

    (signer,) = response.signed_data.signer_infos
    for content in response.signed_data.certificates:
        certificate = x509.load_der_x509_certificate(content)
        if certificate.issuer == signer.issuer and certificate.serial_number == signer.serial_number:
            return certificate.subject.rfc4514_string()
    raise NoProof("the certificate that signed it is not in it")


def _client() -> Any:
    try:
        import rfc3161_client
    except ImportError as error:
        raise Misused("timestamps need one more library", item="rfc3161-client",
                      remedy="pip install 'ascertain[timestamps]'") from error  # fmt: skip
    return rfc3161_client
