"""Addresses as they are compared."""


def bare_address(url: str) -> str:
    """Return an address without scheme, www, the query of a share button, fragment and trailing slash."""
    bare = url.split("://", 1)[-1].removeprefix("www.").removeprefix("mobile.")
    return bare.split("?utm_", 1)[0].split("#", 1)[0].rstrip("/").replace("twitter.com/", "x.com/", 1)
