"""I5: the time claimed is bounded by someone else's clock; an authority that the test runs itself, by openssl."""

import random
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from ascertain.integrity import Act, KeyRing, Ledger, verify
from ascertain.integrity.timestamps import NoProof, Stamp, prove, read_roots, timestamp
from ascertain.model import Misused, Refused

pytest.importorskip("rfc3161_client", reason="the extra `timestamps` is not installed")
if shutil.which("openssl") is None:
    pytest.skip("openssl is not installed: no authority can be run", allow_module_level=True)

NOW = datetime.now(UTC)
CONFIG = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
"""


def clock() -> str:
    return "2020-05-04T03:02:01Z"


def name(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


class Authority:
    """A timestamp authority with a root of its own."""

    def __init__(self, folder: Path, *, days: tuple[int, int] = (-9, 9), purpose: bool = True) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        key = rsa.generate_private_key(65537, 2048)
        self.root = self._certificate("Root", key, "Root", key, (-99, 99), is_root=True, purpose=False)
        own = rsa.generate_private_key(65537, 2048)
        self.own = self._certificate("Authority", own, "Root", key, days, is_root=False, purpose=purpose)
        private = own.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        (folder / "key.pem").write_bytes(private)
        (folder / "own.pem").write_bytes(self.own.public_bytes(serialization.Encoding.PEM))
        (folder / "root.pem").write_bytes(self.root.public_bytes(serialization.Encoding.PEM))
        (folder / "serial").write_text("01\n")
        (folder / "config").write_text(CONFIG.format(folder=folder))

    @staticmethod
    def _certificate(
        subject: str, key: rsa.RSAPrivateKey, issuer: str, signer: rsa.RSAPrivateKey, days: tuple[int, int], *,
        is_root: bool, purpose: bool,
    ) -> x509.Certificate:  # fmt: skip
        builder = (
            x509.CertificateBuilder().subject_name(name(subject)).issuer_name(name(issuer)).public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW + timedelta(days[0])).not_valid_after(NOW + timedelta(days[1]))
            .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        )  # fmt: skip
        if is_root:
            builder = builder.add_extension(x509.KeyUsage(
                digital_signature=True, content_commitment=False, key_encipherment=False, data_encipherment=False,
                key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
            ), critical=True)  # fmt: skip
        if purpose:
            usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            builder = builder.add_extension(usage, critical=True)
        return builder.sign(signer, hashes.SHA256())

    def __call__(self, request: bytes) -> bytes:
        (self.folder / "query").write_bytes(request)
        command = ["openssl", "ts", "-reply", "-config", "config", "-queryfile", "query", "-inkey", "key.pem",
                   "-signer", "own.pem", "-out", "answer"]  # fmt: skip
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        return (self.folder / "answer").read_bytes()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority") / "a")


def stamped(case: Path, send: Callable[[bytes], bytes], roots: Sequence[x509.Certificate]) -> tuple[Ledger, Stamp]:
    ledger = Ledger(case / ".ascertain", KeyRing(case.parent / "keys"), clock)
    ledger.append([Act(action="note", by="desk")])
    return ledger, timestamp(ledger, send, roots, server="here", by="desk")


def test_a_timestamp_is_kept_entered_and_judged_offline(tmp_path: Path, authority: Authority) -> None:
    ledger, stamp = stamped(tmp_path / "case", authority, [authority.root])
    assert (stamp.size, stamp.authority) == (2, "CN=Authority")
    assert abs(datetime.fromisoformat(stamp.at) - NOW) < timedelta(hours=1)
    verdict = verify(tmp_path / "case", roots=read_roots(authority.folder / "root.pem"))
    assert verdict.state == "intact"
    assert verdict.notes == (f"the first 2 entries existed at {stamp.at}, by the clock of CN=Authority",)
    assert "to have it judged" in verify(tmp_path / "case").notes[0]
    (answer,) = ledger.places.timestamps.iterdir()
    answer.write_bytes(answer.read_bytes()[:-1] + b"\0")
    assert verify(tmp_path / "case").state == "broken"
    answer.unlink()
    assert verify(tmp_path / "case").state == "broken"


REASONS = {
    "wrong nonce": "Nonce", "wrong hash": "Mismatch between messages", "expired": "certificate",
    "not yet valid": "certificate", "stranger": "certificate", "purpose": "", "injected certificate": "signer",
    "no answer": "ASN.1", "noise": "ASN.1",
    "too long": "too long", "no root": "no root",
}  # fmt: skip


@pytest.mark.parametrize("fault", sorted(REASONS))
def test_no_wrong_time_is_accepted(tmp_path: Path, authority: Authority, fault: str) -> None:
    roots = [authority.root]
    other = authority
    if fault in ("expired", "not yet valid"):
        other = Authority(tmp_path / "other", days=(-9, -3) if fault == "expired" else (3, 9))
        roots = [other.root]
    elif fault == "purpose":
        other = Authority(tmp_path / "other", purpose=False)
        roots = [other.root]
    elif fault in ("stranger", "injected certificate"):
        other = Authority(tmp_path / "other")
    elif fault == "no root":
        roots = []

    def send(request: bytes) -> bytes:
        if fault == "wrong nonce":
            changed = bytearray(request)
            changed[-8] ^= 1  # within the nonce, which ends the request but for `certReq`
            return other(bytes(changed))
        if fault == "wrong hash":
            changed = bytearray(request)
            changed[request.index(b"\x04\x40" if b"\x04\x40" in request else b"\x04\x20") + 2] ^= 1
            return other(bytes(changed))
        if fault == "injected certificate":
            own, theirs = (one.own.public_bytes(serialization.Encoding.DER) for one in (authority, other))
            answer = other(request)
            return answer.replace(theirs, own) if len(own) == len(theirs) else answer
        answers = {"no answer": b"", "noise": random.Random(1).randbytes(900), "too long": bytes(70_000)}
        return answers[fault] if fault in answers else other(request)

    try:
        with pytest.raises(Refused) as refused:
            stamped(tmp_path / "case", send, roots)
        assert REASONS[fault] in refused.value.what
    except subprocess.CalledProcessError:
        assert fault == "purpose", "openssl itself won't sign with a certificate of another purpose"
    ledger = Ledger(tmp_path / "case/.ascertain", KeyRing(tmp_path / "keys"), clock)
    assert [entry.action for entry in ledger.entries()] == ["found", "note"]
    assert not ledger.places.timestamps.exists()
    assert verify(tmp_path / "case").state == "intact"


def test_no_flip_of_an_answer_gives_another_time(
    tmp_path: Path, authority: Authority, long_run: bool, record_property: Callable[[str, object], None]
) -> None:
    ledger, stamp = stamped(tmp_path / "case", authority, [authority.root])
    (path,) = ledger.places.timestamps.iterdir()
    answer, checkpoint = path.read_bytes(), ledger.checkpoint_over(1)
    nonce = int(next(entry for entry in ledger.entries() if entry.action == "timestamp").args["nonce"])
    assert prove(answer, checkpoint, [authority.root], nonce=nonce) == stamp
    wrong, cases = 0, 0
    for place in range(0, len(answer), 1 if long_run else 5):
        for bit in range(8) if long_run else (place % 8,):
            damaged = bytearray(answer)
            damaged[place] ^= 1 << bit
            cases += 1
            try:
                wrong += prove(bytes(damaged), checkpoint, [authority.root], nonce=nonce) != stamp
            except NoProof:
                continue
    assert wrong == 0
    record_property("promise", "I5")
    record_property("cases", cases)


def test_a_timestamp_is_over_its_own_checkpoint_only(tmp_path: Path, authority: Authority) -> None:
    ledger, _ = stamped(tmp_path / "case", authority, [authority.root])
    (path,) = ledger.places.timestamps.iterdir()
    newest = ledger.checkpoint
    assert newest is not None
    with pytest.raises(NoProof):
        prove(path.read_bytes(), newest, [authority.root], nonce=None)


def test_control_without_a_nonce_an_answer_to_another_request_passes(tmp_path: Path, authority: Authority) -> None:
    """The seeded fault: the nonce is not compared, and an answer to an earlier request must pass."""
    ledger, stamp = stamped(tmp_path / "case", authority, [authority.root])
    (path,) = ledger.places.timestamps.iterdir()
    checkpoint = ledger.checkpoint_over(1)
    assert prove(path.read_bytes(), checkpoint, [authority.root], nonce=None) == stamp
    with pytest.raises(NoProof, match="Nonce"):
        prove(path.read_bytes(), checkpoint, [authority.root], nonce=7)


def test_calls_that_can_not_be_carried_out_say_what_to_do_instead(tmp_path: Path, authority: Authority) -> None:
    ledger = Ledger(tmp_path / "case/.ascertain", KeyRing(tmp_path / "keys"), clock)
    with pytest.raises(Misused, match="nothing to stamp"):
        timestamp(ledger, authority, [authority.root], server="here", by="desk")
    (tmp_path / "text").write_text("no certificate")
    with pytest.raises(Misused, match="no certificates"):
        read_roots(tmp_path / "text")
