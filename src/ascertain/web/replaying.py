"""Captured pages to look at, from a second origin: what they hold can reach neither the desk nor the outside."""

import re
import threading
from collections import OrderedDict
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath

from ascertain.model import AscertainError, SealedCapture
from ascertain.safety.limits import LIMITS
from ascertain.safety.replayed import POLICY
from ascertain.safety.worker import Worker
from ascertain.storage import BlobVault

HOST = "127.0.0.1"
_KINDS = frozenset(("text/html", "application/xhtml+xml", "multipart/related"))
_DIGEST = re.compile(r"/([0-9a-f]{64})")
_KEPT = 16


@dataclass(frozen=True)
class Replays:
    """The captures of a case that can be replayed, and how each is made."""

    vault: BlobVault
    captures: tuple[SealedCapture, ...]

    def digests(self) -> frozenset[str]:
        """Return the digests of the captures that are pages."""
        return frozenset(one.digest for one in self.captures if one.media_type in _KINDS and (one.status or 200) < 400)

    def page(self, digest: str) -> bytes:
        """Return the page that a capture becomes; raises Refused or Broken as its parser does."""
        capture = next(one for one in self.captures if one.digest == digest)
        archive, member = self._archive(capture)
        path = self.vault.path(digest)
        arguments = {
            "path": str(path), "url": capture.url or "", "kind": capture.media_type, "archive": archive,
            "member": member, "parts": self._parts(capture),
        }  # fmt: skip
        size = path.stat().st_size + (Path(archive).stat().st_size if archive else 0)
        with Worker() as worker:
            results = list(worker.call("ascertain.web.replay_page:make", arguments, size, LIMITS))
        return results[0].content

    def _archive(self, capture: SealedCapture) -> tuple[str, int]:
        """Return the path of the web archive that a capture is from, and its member's number in a WACZ."""
        before = capture.name.rpartition("#")[0]
        archive, _, member = before.rpartition("/")
        inside = archive.lower().endswith(".wacz") and member.isdecimal()
        name = archive if inside else before
        holder = next((one for one in self.captures if one.how == "warc" and one.name == name), None)
        return (str(self.vault.path(holder.digest)), int(member) if inside else -1) if holder else ("", -1)

    def _parts(self, capture: SealedCapture) -> list[list[str]]:
        """Return the files that a browser saved beside a page: relative address, media type, path."""
        page = PurePosixPath(capture.name)
        beside = "" if str(page.parent) == "." else f"{page.parent}/"
        stem = f"{beside}{page.stem}"
        return [
            [one.name.removeprefix(beside), one.media_type, str(self.vault.path(one.digest))]
            for one in self.captures
            if one.how == "bytes" and one.name.startswith(stem) and "/" in one.name.removeprefix(stem)
        ]


class ReplayServer:
    """Serves replays on a port of its own, and nothing else; a context manager."""

    def __init__(self, replays: Replays, shown_in: str) -> None:
        """Listen on a free port of loopback; only pages of the origin `shown_in` may show a replay."""
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._replays, self.digests = replays, replays.digests()
        server = self

        class Handler(_Replay):
            owner = server

        self._server = ThreadingHTTPServer((HOST, 0), Handler)
        self.port = self._server.server_port
        self.origin = f"http://{HOST}:{self.port}"
        self.policy = f"{POLICY}; frame-ancestors {shown_in}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def page(self, digest: str) -> bytes:
        """Return the replay of a capture, made once."""
        with self._lock:
            if digest not in self._made:
                self._made[digest] = self._replays.page(digest)
                while len(self._made) > _KEPT:
                    self._made.popitem(last=False)
            return self._made[digest]

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()


class _Replay(BaseHTTPRequestHandler):
    """Answers with a replay under the policy, or not at all."""

    owner: ReplayServer
    server_version = "ascertain"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer with the replay of the digest that is asked for."""
        match = _DIGEST.fullmatch(self.path)
        if self.headers.get("Host") != f"{HOST}:{self.owner.port}":
            self._answer(421, b"This address is not served here")
        elif match is None or match[1] not in self.owner.digests:
            self._answer(404, b"There is no such replay")
        else:
            try:
                self._answer(200, self.owner.page(match[1]))
            except AscertainError as error:
                self._answer(500, f"The capture can't be replayed: {error.what}".encode())

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8" if status == 200 else "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in {
            "Content-Security-Policy": self.owner.policy,
            "X-Content-Type-Options": "nosniff",
            "X-DNS-Prefetch-Control": "off",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "interest-cohort=(), browsing-topics=()",
            "Cache-Control": "no-store",
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep no log of who looked at what."""
