"""A read-only view of a dossier, on loopback."""

import re
import webbrowser
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any

from ascertain.model import Misused
from ascertain.publish.site.environment import script_source
from ascertain.web.replaying import Replays, ReplayServer

HOST = "127.0.0.1"
# What the pages say themselves, their one script by its digest and the fonts of the style sheet, and that nobody frames
# them; a header can't be lost by saving a page.
POLICY = (
    f"default-src 'none'; style-src 'self'; script-src {script_source()}; img-src 'self' data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_REPLAY = re.compile(r"/replay/([0-9a-f]{64})")
_ITEM = re.compile(r"/items/[A-Za-z0-9._-]+\.html")
_DIGEST = re.compile(r"<code>([0-9a-f]{64})</code>")
_FRAME = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A captured page</title>
<link rel="stylesheet" href="/assets/site.css"></head><body class="replay">
<p class="banner" role="note"><strong>A captured page, as far as it was captured.</strong> Nothing in it runs, its links
lead nowhere, and nothing is fetched. <span class="muted">SHA-256 {digest}</span></p>
<iframe sandbox="" referrerpolicy="no-referrer" title="The captured page" width="100%" height="900"
src="{address}"></iframe></body></html>"""


class _Pages(SimpleHTTPRequestHandler):
    """Files of the dossier, with strict headers; hosts other than loopback's names are refused (DNS rebinding)."""

    server_version = "ascertain"
    sys_version = ""
    replays: ReplayServer | None = None
    _frames = ""

    def do_GET(self) -> None:
        """Answer with a file, with an item's page that leads on to its replay, or with the frame of a replay."""
        path = self.path.partition("?")[0].partition("#")[0]
        if self.replays is None or not self._is_ours():
            super().do_GET()
        elif match := _REPLAY.fullmatch(path):
            self._frame(match[1])
        elif _ITEM.fullmatch(path) and (file := Path(self.translate_path(path))).is_file():
            self._send(_DIGEST.sub(self._led_on, file.read_text(encoding="utf-8", errors="surrogatepass")))
        else:
            super().do_GET()

    def send_head(self) -> Any:
        """Refuse a foreign Host, then answer as usual."""
        if not self._is_ours():
            self.send_error(421, "This address is not served here")
            return None
        return super().send_head()

    def _is_ours(self) -> bool:
        return (self.headers.get("Host") or "").rsplit(":", 1)[0] in {"127.0.0.1", "localhost", "[::1]"}

    def _led_on(self, match: re.Match[str]) -> str:
        if self.replays is None or match[1] not in self.replays.digests:
            return match[0]
        return f'{match[0]} <a href="/replay/{match[1]}">Look at the page as it was captured</a>'

    def _frame(self, digest: str) -> None:
        if self.replays is None or digest not in self.replays.digests:
            self.send_error(404, "There is no such replay")
            return
        self._frames = self.replays.origin
        self._send(_FRAME.format(digest=digest, address=escape(f"{self.replays.origin}/{digest}")))

    def _send(self, page: str) -> None:
        body = page.encode("utf-8", "surrogatepass")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def list_directory(self, path: Any) -> None:
        """List no folder."""
        self.send_error(404)

    def end_headers(self) -> None:
        """Add the strict headers to every answer, errors too; only the frame of a replay may show one."""
        for name, value in HEADERS.items():
            framed = f"{value}; frame-src {self._frames}" if self._frames and value == POLICY else value
            self.send_header(name, framed)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Keep no log of who read what."""


def _beside(replays: Replays, port: int) -> ReplayServer:
    return ReplayServer(replays, f"http://{HOST}:{port} http://localhost:{port}")


class DossierServer:
    """Serves one dossier's folder, and replays of its captures from a second origin; a context manager."""

    def __init__(self, folder: Path, port: int, replays: Replays | None = None) -> None:
        """Listen on `port` of loopback, or on the next free one where it is taken."""
        if not (folder / "index.html").is_file():
            raise Misused(
                "there is no dossier yet", item=str(folder), remedy=f"Build it: ascertain build {folder.parent}"
            )

        class Pages(_Pages):
            def __init__(self, *arguments: Any) -> None:
                super().__init__(*arguments, directory=str(folder))

        try:
            self._server = ThreadingHTTPServer((HOST, port), Pages)
        except OSError:
            self._server = ThreadingHTTPServer((HOST, 0), Pages)
        self.port = self._server.server_port
        self.address = f"http://{HOST}:{self.port}/"
        self.replays = Pages.replays = _beside(replays, self.port) if replays else None

    def __enter__(self) -> "DossierServer":
        """Return the server, which listens already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening."""
        self._server.server_close()
        if self.replays:
            self.replays.close()

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
