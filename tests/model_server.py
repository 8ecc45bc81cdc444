"""A small OpenAI-compatible server on loopback, answering what a test tells it to; it counts what it is asked."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

# From a request's body to a status and the raw bytes of the reply.
Answer = Callable[[dict[str, Any]], tuple[int, bytes]]


@dataclass
class Served:
    """Where the server is, and every request's path, headers and body."""

    url: str
    requests: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)


def completion(content: Any) -> bytes:
    """A reply in the form of chat completions; what is no text is written as JSON."""
    words = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode()


def report(body: dict[str, Any]) -> str:
    """The report that a request shows."""
    return str(json.loads(body["messages"][-1]["content"])["report"])


@contextmanager
def serving(answer: Answer) -> Iterator[Served]:
    """Serve until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            served.requests.append((self.path, dict(self.headers), body))
            status, content = answer(body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            if status == 302:
                self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.end_headers()
            with suppress(ConnectionError):  # who asked may not have waited
                self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Served(f"http://127.0.0.1:{server.server_address[1]}/v1")
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
