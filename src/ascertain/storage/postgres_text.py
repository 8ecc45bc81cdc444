"""Texts as PostgreSQL can hold them: it knows no NUL, which an id or a text of ours may have."""


def kept(text: str) -> str:
    """Return `text` without NUL; what is kept sorts, byte by byte, as the texts themselves do."""
    return text.replace("\x01", "\x01\x02").replace("\0", "\x01\x01")


def plain(text: str) -> str:
    """Return the text that `kept` was made from."""
    return text.replace("\x01\x01", "\0").replace("\x01\x02", "\x01") if "\x01" in text else text
