"""A text with blanks for some of it, so that offsets stay."""

from collections.abc import Iterable


def blanked(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """Return `text` with blanks in the `ranges` [start, end): as long as it was."""
    for start, end in ranges:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text
