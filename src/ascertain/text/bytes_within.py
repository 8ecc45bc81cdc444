"""Where words lie in the bytes that were sealed, for formats that hold a text as it is."""

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def byte_range(content: bytes, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the bytes [first, last) of `content` that are `text[start:end]`.

    Nothing where the text does not stand in the bytes whole and once: a format that escapes, packs or marks it up.
    """
    for encoding in _ENCODINGS:
        try:
            whole = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        at = content.find(whole) if whole else -1
        if at >= 0 and content.find(whole, at + 1) < 0:
            first = at + len(text[:start].encode(encoding))
            return first, first + len(text[start:end].encode(encoding))
    return None
