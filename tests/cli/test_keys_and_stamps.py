"""Keys, timestamps and outside copies, by the command line."""

import json
import shutil
import stat
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tests.attacks.I5_timestamps.test_timestamps import Authority
from typer.testing import CliRunner

from ascertain.case import Case
from ascertain.cli.commands import commands
from ascertain.integrity import Act, seal_bundle
from ascertain.model import AscertainError, Broken, Misused, Refused, Settings


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASCERTAIN_KEYS", str(tmp_path / "keys"))
    return tmp_path / "keys"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = Case.new(tmp_path / "case", Settings(title="A case"))
    made.ledger.append([Act(action="note", by="desk")])
    return made


def run(*arguments: str | Path) -> dict[str, object]:
    done = CliRunner().invoke(commands(), [*map(str, arguments), "--json"])
    if isinstance(done.exception, AscertainError):
        raise done.exception
    return dict(json.loads(done.output), exit=done.exit_code)


def test_a_key_is_made_on_first_use_and_rotated_with_the_old_ones_kept(keys: Path, case: Case) -> None:
    first = str(run("key")["key"])
    assert run("key")["key"] == first
    second = str(run("key", "--rotate")["key"])
    assert second != first
    assert run("key")["key"] == second
    assert [path.name for path in sorted(keys.iterdir())] == ["key-0001.pem", "key-0002.pem"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in keys.iterdir()} == {0o600}
    assert stat.S_IMODE(keys.stat().st_mode) == 0o700
    case.ledger.append([Act(action="note", by="desk")])
    assert case.ledger.checkpoint
    assert len(case.ledger.checkpoint.signatures) == 2, "the key before signs for the change"
    case.ledger.append([Act(action="note", by="desk")])
    assert run("verify", case.folder, "--against", second)["exit"] == 0
    assert run("verify", case.folder, "--against", first)["exit"] == 3


def test_an_older_state_is_caught_by_a_checkpoint_kept_elsewhere(case: Case, tmp_path: Path) -> None:
    shutil.copytree(case.folder, tmp_path / "older")
    case.ledger.append([Act(action="note", by="desk")])
    (tmp_path / "kept").write_text(str(case.ledger.checkpoint))
    assert run("verify", case.folder, "--against", tmp_path / "kept")["exit"] == 0
    assert run("verify", tmp_path / "older")["exit"] == 0
    assert run("verify", tmp_path / "older", "--against", tmp_path / "kept")["exit"] == 3


def test_a_bundle_is_compared_with_a_key_and_with_checkpoints(case: Case, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "index.html").write_text("x")
    (tmp_path / "before").write_text(str(case.ledger.checkpoint))
    seal_bundle(bundle, case.ledger, by="desk")
    (tmp_path / "same").write_text(str(case.ledger.checkpoint))
    other = Case.new(tmp_path / "other", Settings(title="Another"))
    other.ledger.append([Act(action="note", by="another desk")])
    (tmp_path / "other ledger").write_text(str(other.ledger.checkpoint))
    (tmp_path / "noise").write_text("no checkpoint")
    states = {"same": "intact", "before": "cannot_tell", "other ledger": "broken", "noise": "cannot_tell"}
    for name, state in states.items():
        assert run("verify", bundle, "--against", tmp_path / name)["state"] == state, name
    assert run("verify", bundle, "--against", str(run("key")["key"]))["state"] == "intact"
    assert run("verify", bundle, "--against", str(run("key", "--rotate")["key"]))["state"] == "broken"
    assert run("verify", case.folder, "--against", bundle / "custody/checkpoint")["state"] == "intact"


class Answers(BaseHTTPRequestHandler):
    """A timestamp server on loopback; its `answer` makes each answer."""

    def do_POST(self) -> None:
        request = self.rfile.read(int(self.headers["Content-Length"]))
        assert self.headers["Content-Type"] == "application/timestamp-query"
        status, content = self.server.answer(request)  # type: ignore[attr-defined]
        self.send_response(status)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *given: object) -> None: ...


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    listening = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=listening.serve_forever, daemon=True).start()
    yield listening
    listening.shutdown()
    listening.server_close()


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed: no authority can be run")
    return Authority(tmp_path / "authority")


def test_a_timestamp_is_asked_for_entered_and_verified_offline(
    case: Case, tmp_path: Path, server: ThreadingHTTPServer, authority: Authority
) -> None:
    server.answer = lambda request: (200, authority(request))  # type: ignore[attr-defined]
    address, roots = f"http://127.0.0.1:{server.server_port}/", authority.folder / "root.pem"
    made = run("timestamp", case.folder, "--server", address, "--roots", roots)
    assert (made["size"], made["authority"]) == (2, "CN=Authority")
    server.shutdown()
    answered = run("verify", case.folder, "--roots", roots)
    assert answered["state"] == "intact"
    assert f"existed at {made['at']}" in str(answered["notes"])
    other = Authority(tmp_path / "another")
    assert run("verify", case.folder, "--roots", other.folder / "root.pem")["state"] == "cannot_tell"


def test_a_server_that_fails_is_told_in_words_and_nothing_is_entered(
    case: Case, server: ThreadingHTTPServer, authority: Authority
) -> None:
    roots, address = authority.folder / "root.pem", f"http://127.0.0.1:{server.server_port}/"
    for answer, error in (((500, b""), Broken), ((200, b"no answer"), Refused), ((200, bytes(1 << 18)), Refused)):
        server.answer = lambda request, answer=answer: answer  # type: ignore[attr-defined]
        with pytest.raises(error) as raised:
            run("timestamp", case.folder, "--server", address, "--roots", roots)
        assert raised.value.remedy
    with pytest.raises(Broken, match="reached"):
        run("timestamp", case.folder, "--server", "http://127.0.0.1:9/", "--roots", roots)
    with pytest.raises(Misused, match="web address"):
        run("timestamp", case.folder, "--server", "file:///etc/passwd", "--roots", roots)
    assert [entry.action for entry in case.ledger.entries()] == ["found", "note"]
