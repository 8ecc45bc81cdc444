"""Fetching from the public network only: resolve, check, connect to the address that was checked, at every redirect.

A name that is checked and then resolved again by the connection may answer differently the second time (rebinding), so
the name is resolved once and the socket opened to that very address, while TLS and the Host header keep the name.
"""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpcore
import httpx

from ascertain.model import Broken, Refused
from ascertain.safety.addresses import Address, is_public

Resolve = Callable[[str, int], Iterable[str]]

_SCHEMES = ("http", "https")
WEB_PORTS = frozenset((80, 443, 8080, 8443))
_MOST_REDIRECTS = 10
_MOST_BYTES = 64 * 1024 * 1024
_TIMEOUT_S = 30.0
_AGENT = "ascertain/0.1 (evidence collection)"


@dataclass(frozen=True)
class Fetched:
    """A response: where it was asked for, where it came from in the end, and its bytes as they were received.

    The names of `headers` are in lower case; `address` is the one that was connected to last.
    """

    url: str
    final_url: str
    status: int
    headers: dict[str, str]
    content: bytes
    address: str


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host, by the system's resolver."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError, OSError) as error:
        raise Broken(f"the name {host!r} can't be resolved", remedy="check the address and the connection") from error
    return [str(entry[4][0]) for entry in found]


class CheckedBackend(httpcore.NetworkBackend):
    """Opens connections to public addresses only.

    `judge` is the table of addresses and `ports` those that may be asked for; tests alone have a reason for others.
    """

    def __init__(
        self,
        resolve: Resolve = resolve,
        judge: Callable[[Address], bool] = is_public,
        ports: frozenset[int] = WEB_PORTS,
    ) -> None:
        """Take a resolver, which is called once a connection, a table and the ports."""
        self.ports = ports
        self._resolve = resolve
        self._judge = judge
        self._inner = httpcore.SyncBackend()
        self.connected: list[str] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to the first address of `host`; raises Refused if any of its addresses is not public.

        One private address among public ones is a rebinding in the making, so it spoils the name.
        """
        addresses = [_plain(address) for address in self._resolve(host, port)]
        if not addresses:
            raise _refused(host, "it has no address")
        for address in addresses:
            if address is None or not self._judge(address):
                raise _refused(host, f"it leads to {address or 'no plain address'}, which is not a public address")
        chosen = str(addresses[0])
        stream = self._inner.connect_tcp(chosen, port, timeout, local_address, socket_options)
        self.connected.append(chosen)
        return stream

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refuse: no socket of this machine is the public's."""
        raise _refused(path, "it is a socket of this machine")

    def sleep(self, seconds: float) -> None:
        """Wait, as the connection pool asks for between attempts."""
        self._inner.sleep(seconds)


def fetch(url: str, *, backend: CheckedBackend | None = None, most_bytes: int = _MOST_BYTES) -> Fetched:
    """Return what `url` gives, following redirects, each checked anew.

    Raises Refused for an address that is not the public's, another scheme or port than the web's, credentials in the
    address, too many redirects and more than `most_bytes`; Broken where the other side fails.
    """
    network = backend or CheckedBackend()
    current = url
    with httpcore.ConnectionPool(network_backend=network, ssl_context=ssl.create_default_context()) as pool:
        for _ in range(_MOST_REDIRECTS + 1):
            target = check_url(current, network.ports)
            try:
                status, headers, content = _one(pool, target, most_bytes)
            except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, ssl.SSLError) as error:
                raise Broken(f"the other side fails ({type(error).__name__})", item=url, remedy="try later") from error
            location = headers.get("location", "")
            if status not in (301, 302, 303, 307, 308) or not location:
                return Fetched(url, current, status, headers, content, network.connected[-1])
            current = _joined(current, location)
    raise _refused(url, f"it redirects more than {_MOST_REDIRECTS} times")


def _joined(url: str, location: str) -> str:
    try:
        return str(httpx.URL(url).join(location))
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise _refused(location, "it redirects to what is no sound address") from error


def check_url(url: str, ports: frozenset[int] = WEB_PORTS) -> httpx.URL:
    """Return `url` parsed, if its form is one that may be fetched; raises Refused otherwise.

    The parser is the one that the request is made with: two parsers that differ are how such checks are passed.
    """
    try:
        parsed = httpx.URL(url)
        host = parsed.raw_host.decode("ascii")
        again = urlsplit(str(parsed)).hostname
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise _refused(url, "it is no sound address") from error
    if parsed.scheme not in _SCHEMES:
        raise _refused(url, "it is neither http nor https")
    if not host or any(character in url for character in "\\\r\n\t\x00 ") or (again or "") != host.lower().strip("[]"):
        raise _refused(url, "its host can be read in two ways")
    if parsed.userinfo:
        raise _refused(url, "it carries a name or password")
    if parsed.port is not None and parsed.port not in ports:
        raise _refused(url, f"port {parsed.port} is not one of the web's")
    if _is_number(host) and not is_plain_address(host):
        raise _refused(url, "its host is a number that is no plain address")
    return parsed


def is_plain_address(host: str) -> bool:
    """Return whether `host` is an address in its usual form: four decimal parts, or IPv6."""
    return _plain(host) is not None


def _plain(address: str) -> Address | None:
    try:
        return ipaddress.ip_address(address.strip("[]"))
    except ValueError:
        return None


def _is_number(host: str) -> bool:
    """Return whether some resolver would take `host` for an address: 127.1, 0x7f000001, 2130706433, 0177.0.0.1."""
    last = host.rstrip(".").rpartition(".")[2].lower()
    return last.isdigit() or last.startswith("0x") or ":" in host


def _one(pool: httpcore.ConnectionPool, url: httpx.URL, most_bytes: int) -> tuple[int, dict[str, str], bytes]:
    headers: dict[bytes | str, bytes | str] = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": _AGENT,
        "Accept-Encoding": "identity",
    }
    timeouts = {"connect": _TIMEOUT_S, "read": _TIMEOUT_S, "write": _TIMEOUT_S, "pool": _TIMEOUT_S}
    with pool.stream("GET", str(url), headers=headers, extensions={"timeout": timeouts}) as response:
        parts, size = [], 0
        for part in response.iter_stream():
            size += len(part)
            if size > most_bytes:
                raise Refused(
                    f"the answer is over the limit most_bytes ({most_bytes:,})", limit="most_bytes", item=str(url),
                    remedy="get the file yourself and collect it from disk",
                )  # fmt: skip
            parts.append(part)
        told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
        return response.status, told, b"".join(parts)


def _refused(url: str, why: str) -> Refused:
    return Refused(
        f"the address is refused: {why}", limit="public_addresses", item=url,
        remedy="if you trust it, save the page yourself and collect the file",
    )  # fmt: skip
