"""Which addresses of the network are the public's: our own table, as the standard library's has holes.

`ipaddress.is_global` of Python 3.11 is true for multicast, NAT64 and 6to4 addresses. The table is IANA's registries of
special-purpose addresses (RFC 6890 and its updates, as of 2024), all of it refused, and whatever embeds an IPv4 address
is judged by that address too.
"""

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NOT_PUBLIC_V4 = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "168.63.129.16/32",  # Azure's host, and below the metadata services of other clouds that lie in public ranges
        "100.100.100.200/32", "192.0.0.192/32",
    )
)  # fmt: skip
_PUBLIC_V6 = ipaddress.IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = tuple(
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "3ffe::/16", "2001:10::/28",
        "2001:20::/28",
    )
)  # fmt: skip
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


def is_public(address: Address | str) -> bool:
    """Return whether an address may be connected to; text that is no plain address is not public."""
    try:
        parsed = ipaddress.ip_address(address) if isinstance(address, str) else address
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv4Address):
        return not any(parsed in network for network in _NOT_PUBLIC_V4)
    if parsed.scope_id is not None:
        return False
    # Nothing that carries an IPv4 address inside (mapped, 6to4, Teredo, NAT64, ISATAP) is taken: a site that is the
    # public's is reached without, and where the packet would come out is not ours to know.
    if parsed not in _PUBLIC_V6 or any(parsed in network for network in (*_NOT_PUBLIC_V6, *_NAT64)):
        return False
    return (int(parsed) >> 32) & 0xFFFF_FFFF not in (0x0000_5EFE, 0x0200_5EFE)  # ISATAP, RFC 5214
