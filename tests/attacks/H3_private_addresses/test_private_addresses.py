"""H3: the fetcher never touches a private address.

More than 400 addresses in odd spellings, redirects and names that answer differently the second time, against listeners
on loopback that count who connects. The controls are the guards in use elsewhere: each lets some of these through.
"""

import http.server
import ipaddress
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx
import pytest

from ascertain.model import AscertainError, Refused
from ascertain.safety.addresses import is_public
from ascertain.safety.fetch import CheckedBackend, check_url, fetch

SPECIAL_V4 = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "239.255.0.0/16",
    "240.0.0.0/4",
    "255.255.255.255/32",
    "169.254.169.254/32",
    "100.100.100.200/32",
    "168.63.129.16/32",
]
SPECIAL_V6 = [
    "::/128",
    "::1/128",
    "fe80::/10",
    "fec0::/10",
    "fc00::/7",
    "fd00:ec2::254/128",
    "ff00::/8",
    "ff02::1/128",
    "2001:db8::/32",
    "2001::/32",
    "2001:10::/28",
    "2001:20::/28",
    "2002::/16",
    "64:ff9b::/96",
    "64:ff9b:1::/48",
    "100::/64",
    "3fff::/20",
    "5f00::/16",
    "4000::/3",
    "::ffff:0:0/96",
    "::/96",
    "0400::/6",
]
PUBLIC = ["1.1.1.1", "8.8.8.8", "93.184.216.34", "151.101.1.69", "2606:4700:4700::1111", "2a00:1450:4001:81b::200e"]


def _some(network: str) -> list[str]:
    net = ipaddress.ip_network(network)
    places = {0, 1, net.num_addresses // 2, net.num_addresses - 1}
    return sorted({str(net[place]) for place in places if place < net.num_addresses})


PLAIN_V4 = sorted({address for network in SPECIAL_V4 for address in _some(network)})
PLAIN_V6 = sorted({address for network in SPECIAL_V6 for address in _some(network)})


def _embedded(address: str) -> list[str]:
    four = int(ipaddress.IPv4Address(address))
    high, low = f"{four >> 16:x}", f"{four & 0xFFFF:x}"
    return [
        f"::ffff:{address}",
        f"::{high}:{low}",
        f"64:ff9b::{address}",
        f"64:ff9b:1::{high}:{low}",
        f"2002:{high}:{low}::1",
        f"2001:0:{high}:{low}::1",
        f"2001:0:4136:e378:8000:63bf:{high}:{low}",
        f"::ffff:0:{high}:{low}",
        f"2606:4700::5efe:{high}:{low}",
        f"2606:4700::200:5efe:{high}:{low}",
        f"fe80::5efe:{high}:{low}",
    ]


EMBEDDED = sorted({spelt for address in PLAIN_V4[::4] for spelt in _embedded(address)})
ODD_HOSTS = [
    "127.1",
    "127.0.1",
    "0",
    "0.0",
    "0x7f.0.0.1",
    "0x7f000001",
    "0X7F000001",
    "2130706433",
    "017700000001",
    "0177.0.0.1",
    "0177.0.0.01",
    "127.0.0.1.",
    "127.00.0.1",
    "127.0.0.0x1",
    "0x7f.1",
    "10.1",
    "192.168.257",
    "3232235777",
    "0xc0a80101",
    "0300.0250.01.01",
    "169.16689662",
    "0xa9fea9fe",
    "2852039166",
    "0251.0376.0251.0376",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[fe80::1]",
    "[fe80::1%25lo]",
    "[64:ff9b::7f00:1]",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "127．0．0．1",
    "%31%32%37.0.0.1",
    "127.0.0.1%00.example.org",
    "127.0.0.1%0a.example.org",
    "localhost",
    "localhost.",
    "LOCALHOST",
    "ip6-localhost",
    "127.0.0.1.nip.io",
    "999.999.999.999",
    "1.2.3",
    "0x",
    "٠.٠.٠.٠",
    "１２７.0.0.1",
]
ODD_URLS = [
    "http://public.example@127.0.0.1/",
    "http://127.0.0.1@public.example/",
    "http://public.example\\@127.0.0.1/",
    "http://127.0.0.1\\@public.example/",
    "http://public.example:80@127.0.0.1/",
    "http://127.0.0.1 public.example/",
    "http://public.example\t@127.0.0.1/",
    "http://public.example\r\nHost: 127.0.0.1/",
    "http:///127.0.0.1/",
    "http:127.0.0.1",
    "//127.0.0.1/",
    "file:///etc/passwd",
    "ftp://127.0.0.1/",
    "gopher://127.0.0.1:6379/_x",
    "dict://127.0.0.1:11211/",
    "unix:///var/run/docker.sock",
    "http+unix://%2Fvar%2Frun%2Fdocker.sock/",
    "jar:http://127.0.0.1!/",
    "data:text/html,x",
    "javascript:1",
    "http://public.example:22/",
    "http://public.example:6379/",
    "http://public.example:0/",
    "http://public.example:99999/",
    "http://[::1",
    "http://[127.0.0.1]/",
    "http://user:pass@public.example/",
    "",
    "http://",
    "http://./",
    "http://../",
    "http://127.0.0.1:80:80/",
    "http://1.1.1.1 &@127.0.0.1# @3.3.3.3/",
]


@dataclass
class Listener:
    """A server on loopback that counts who connects and answers as told."""

    address: str
    redirect_to: str = ""
    connections: int = 0
    port: int = 0
    _server: http.server.ThreadingHTTPServer | None = field(default=None, repr=False)

    def start(self, port: int = 0) -> None:
        listener = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def setup(self) -> None:
                listener.connections += 1
                super().setup()

            def do_GET(self) -> None:
                if listener.redirect_to:
                    self.send_response(302)
                    self.send_header("Location", listener.redirect_to)
                    self.end_headers()
                else:
                    self.send_response(200)
                    self.end_headers()
                    self.wfile.write(b"private" if listener.address != "127.0.0.1" else b"public")

            def log_message(self, *arguments: object) -> None:
                return

        self._server = http.server.ThreadingHTTPServer((self.address, port), Handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self) -> None:
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def public() -> Iterator[Listener]:
    listener = Listener("127.0.0.1")
    listener.start()
    yield listener
    listener.stop()


@pytest.fixture
def private(public: Listener) -> Iterator[Listener]:
    listener = Listener("127.0.0.2")
    listener.start(public.port)
    yield listener
    listener.stop()


def only_first_loopback(address: object) -> bool:
    """Stand in for the table, so that a public server can be had on loopback: 127.0.0.1 is public, all else is not."""
    return str(address) == "127.0.0.1"


def test_there_are_at_least_400_cases() -> None:
    assert len(PLAIN_V4) + len(PLAIN_V6) + len(EMBEDDED) + len(ODD_HOSTS) + len(ODD_URLS) >= 400


@pytest.mark.parametrize("address", [*PLAIN_V4, *PLAIN_V6, *EMBEDDED])
def test_no_special_address_is_public_in_whatever_form(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address), "a table that refuses everything proves nothing"


@pytest.mark.parametrize("address", [*PLAIN_V4, *PLAIN_V6, *EMBEDDED][::7])
def test_a_name_that_leads_to_a_special_address_is_not_connected_to(address: str) -> None:
    backend = CheckedBackend(resolve=lambda host, port: ["1.1.1.1", address])
    with pytest.raises(Refused):
        fetch("http://public.example/", backend=backend)
    assert backend.connected == []


@pytest.mark.parametrize("host", ODD_HOSTS)
def test_no_odd_spelling_reaches_loopback(host: str, public: Listener) -> None:
    backend = CheckedBackend(ports=frozenset((public.port,)))
    with pytest.raises(AscertainError):
        fetch(f"http://{host}:{public.port}/", backend=backend)
    assert backend.connected == [] and public.connections == 0


@pytest.mark.parametrize("url", ODD_URLS)
def test_no_odd_address_is_fetched(url: str) -> None:
    backend = CheckedBackend(resolve=lambda host, port: ["127.0.0.1"])
    with pytest.raises(AscertainError):
        fetch(url, backend=backend)
    assert backend.connected == []


def test_a_public_server_is_fetched(public: Listener) -> None:
    backend = CheckedBackend(lambda host, port: ["127.0.0.1"], only_first_loopback, frozenset((public.port,)))
    got = fetch(f"http://public.example:{public.port}/page", backend=backend)
    assert (got.status, got.content, got.address) == (200, b"public", "127.0.0.1")


REDIRECTS = [
    "http://127.0.0.2:{port}/",
    "http://private.example:{port}/",
    "//private.example:{port}/",
    "http://127.2:{port}/",
    "http://2130706434:{port}/",
    "http://0x7f000002:{port}/",
    "http://[::ffff:127.0.0.2]:{port}/",
    "http://0177.0.0.2:{port}/",
    "file:///etc/passwd",
    "http://public.example@127.0.0.2:{port}/",
    "ftp://127.0.0.2:{port}/",
]


def _names(host: str, port: int) -> list[str]:
    return {"public.example": ["127.0.0.1"], "private.example": ["127.0.0.2"]}.get(host) or [host]


@pytest.mark.parametrize("target", REDIRECTS)
def test_no_redirect_leads_to_a_private_address(target: str, public: Listener, private: Listener) -> None:
    public.redirect_to = target.format(port=public.port)
    backend = CheckedBackend(_names, only_first_loopback, frozenset((public.port,)))
    with pytest.raises(AscertainError):
        fetch(f"http://public.example:{public.port}/", backend=backend)
    assert private.connections == 0 and set(backend.connected) == {"127.0.0.1"}


def test_redirects_come_to_an_end(public: Listener) -> None:
    public.redirect_to = f"http://public.example:{public.port}/again"
    backend = CheckedBackend(_names, only_first_loopback, frozenset((public.port,)))
    with pytest.raises(Refused):
        fetch(f"http://public.example:{public.port}/", backend=backend)


class Rebinding:
    """A name server that answers with a public address first and a private one from then on."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked += 1
        return ["127.0.0.1"] if self.asked == 1 else ["127.0.0.2"]


def test_a_name_that_answers_differently_the_second_time_gains_nothing(public: Listener, private: Listener) -> None:
    names = Rebinding()
    backend = CheckedBackend(names, only_first_loopback, frozenset((public.port,)))
    got = fetch(f"http://rebinding.example:{public.port}/", backend=backend)
    assert got.content == b"public" and private.connections == 0 and names.asked == 1
    public.redirect_to = "/once-more"
    with pytest.raises(Refused):
        fetch(f"http://rebinding.example:{public.port}/", backend=CheckedBackend(Rebinding(), only_first_loopback))


def test_control_check_then_connect_by_name_is_rebound(public: Listener, private: Listener) -> None:
    """Control: the usual guard, which checks the name's address and then lets the client resolve it again."""
    names = Rebinding()
    assert only_first_loopback(names("rebinding.example", public.port)[0]), "the guard is content"
    got = httpx.get(f"http://{names('rebinding.example', public.port)[0]}:{public.port}/", trust_env=False)
    assert got.content == b"private" and private.connections == 1, "and the private server has been reached"


def test_control_the_standard_librarys_table_lets_some_through() -> None:
    """Control: `ipaddress.is_global`, as used by guards elsewhere, on the same addresses."""
    passed = [one for one in [*PLAIN_V4, *PLAIN_V6, *EMBEDDED] if ipaddress.ip_address(one).is_global]
    assert len(passed) >= 10


def test_control_a_guard_that_looks_for_plain_private_addresses_is_passed_by_spellings() -> None:
    """Control: a guard on the text of the host, against what the system's resolver makes of the same spelling."""
    reached = []
    for host in ODD_HOSTS[:24]:
        try:
            told = socket.getaddrinfo(host, 80, type=socket.SOCK_STREAM)[0][4][0]
        except OSError:
            continue
        if not host.startswith(("127.0.0.1", "10.", "192.168.")) and not is_public(str(told)):
            reached.append(host)
    assert len(reached) >= 8


def test_checking_a_form_does_not_need_the_network() -> None:
    assert check_url("https://public.example/a?b=c#d").raw_host == b"public.example"
