"""A read-only view of a dossier, on loopback."""

import webbrowser
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any

from ascertain.model import Misused

HOST = "127.0.0.1"
# The pages carry the same policy themselves; a header can't be lost by saving a page.
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class _Pages(SimpleHTTPRequestHandler):
    """Files of the dossier, with strict headers; hosts other than loopback's names are refused (DNS rebinding)."""

    server_version = "ascertain"
    sys_version = ""

    def send_head(self) -> Any:
        """Refuse a foreign Host, then answer as usual."""
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        if host not in {"127.0.0.1", "localhost", "[::1]"}:
            self.send_error(421, "This address is not served here")
            return None
        return super().send_head()

    def list_directory(self, path: Any) -> None:
        """List no folder."""
        self.send_error(404)

    def end_headers(self) -> None:
        """Add the strict headers to every answer, errors too."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Keep no log of who read what."""


class DossierServer:
    """Serves one dossier's folder until stopped; a context manager."""

    def __init__(self, folder: Path, port: int) -> None:
        """Listen on `port` of loopback, or on the next free one where it is taken."""
        if not (folder / "index.html").is_file():
            raise Misused(
                "there is no dossier yet", item=str(folder), remedy=f"Build it: ascertain build {folder.parent}"
            )
        pages = partial(_Pages, directory=str(folder))
        try:
            self._server = ThreadingHTTPServer((HOST, port), pages)
        except OSError:
            self._server = ThreadingHTTPServer((HOST, 0), pages)
        self.port = self._server.server_port
        self.address = f"http://{HOST}:{self.port}/"

    def __enter__(self) -> "DossierServer":
        """Return the server, which listens already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening."""
        self._server.server_close()

    def run(self, *, open_browser: bool = False) -> None:
        """Serve until interrupted."""
        if open_browser:
            webbrowser.open(self.address)
        try:
            self._server.serve_forever()
        except KeyboardInterrupt:
            return

    def stop(self) -> None:
        """Stop serving, from another thread."""
        self._server.shutdown()
