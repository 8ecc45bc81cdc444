"""Asking a server that the desk has named: its host and port alone, no redirect, no proxy, bounded in time and size."""

import ipaddress
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass

import httpcore
import httpx

from ascertain.model import Broken, Misused, Refused
from ascertain.safety.addresses import Address
from ascertain.safety.fetch import CheckedBackend, Resolve, check_url, resolve

_AGAIN = frozenset((408, 429, 500, 502, 503, 504))
_PAUSES_S = (0.5, 2.0)  # before the second and third try
_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True)
class Server:
    """Where to ask: the base address, such as http://127.0.0.1:8000/v1, and how long and how much to wait for."""

    base_url: str
    key: str = ""
    timeout_s: float = 60.0
    most_bytes: int = 1_000_000
    pause: Callable[[float], None] = time.sleep
    resolve: Resolve = resolve


def ask(server: Server, path: str, body: bytes) -> bytes:
    """Return what the server answers to `body`, posted as JSON to `path` below its base address.

    Tries three times where it is busy or silent. Raises Misused for an address that may not be asked, Refused for an
    answer over `most_bytes`, Broken where no good answer comes. Words travel in the clear to no public address.
    """
    url = _target(server, path)
    last = Broken("the server gives no answer", item=server.base_url, remedy="see that it runs later")
    for pause in (0.0, *_PAUSES_S):
        if pause:
            server.pause(pause)
        try:
            status, content = _post(server, url, body)
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, ssl.SSLError) as error:
            last = Broken(
                f"the server fails ({type(error).__name__})",
                item=server.base_url,
                remedy="see that it runs; build again",
            )
            continue
        if status == 200:
            return content
        last = Broken(
            f"the server answers with status {status}",
            item=server.base_url,
            remedy="see the key and the model's name",
        )
        if status not in _AGAIN:
            break
    raise last


def _target(server: Server, path: str) -> httpx.URL:
    port = httpx.URL(server.base_url).port or _PORTS.get(httpx.URL(server.base_url).scheme, 0)
    try:
        return check_url(server.base_url.rstrip("/") + path, frozenset((port,)))
    except Refused as why:
        raise Misused(str(why), item=server.base_url, remedy="name it as https://host/v1") from why


def _post(server: Server, url: httpx.URL, body: bytes) -> tuple[int, bytes]:
    clear = url.scheme == "http"

    def judge(address: Address) -> bool:
        return not clear or _is_near(address)

    port = url.port or _PORTS[url.scheme]
    network = CheckedBackend(server.resolve, judge, frozenset((port,)))
    headers: dict[bytes | str, bytes | str] = {
        "Host": url.netloc.decode("ascii"),
        "Content-Type": "application/json",
        "Accept-Encoding": "identity",
        "Content-Length": str(len(body)),
    }
    if server.key:
        headers["Authorization"] = f"Bearer {server.key}"
    timeouts = dict.fromkeys(("connect", "read", "write", "pool"), server.timeout_s)
    until = time.monotonic() + server.timeout_s
    with (
        httpcore.ConnectionPool(network_backend=network, ssl_context=ssl.create_default_context()) as pool,
        pool.stream("POST", str(url), headers=headers, content=body, extensions={"timeout": timeouts}) as response,
    ):
        parts, size = [], 0
        for part in response.iter_stream():
            size += len(part)
            if size > server.most_bytes:
                raise Refused(
                    f"the answer is over the limit most_bytes ({server.most_bytes:,})", limit="most_bytes",
                    item=server.base_url, remedy="nothing: the item is read without it",
                )  # fmt: skip
            if time.monotonic() > until:
                raise httpcore.ReadTimeout("the answer takes too long")
            parts.append(part)
        return response.status, b"".join(parts)


def _is_near(address: Address) -> bool:
    """Whether an address is this machine or its own network, where words may travel in the clear."""
    plain = ipaddress.ip_address(str(address))
    return plain.is_loopback or (plain.is_private and not plain.is_link_local and not plain.is_unspecified)
