"""One walk over every record, so that a rule of the gate reaches each field, also those that are added later."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

Record = TypeVar("Record")


def rewrite(
    value: Record,
    *,
    text: Callable[[str], str] | None = None,
    record: Callable[[Any], Any] | None = None,
) -> Record:
    """Return `value` with `text` applied to every string in it, keys of mappings too, and `record` to every record.

    Records are visited from the inside out; one in which nothing changes is returned as it is.
    """
    return _rewrite(value, text, record)  # type: ignore[no-any-return]


def _rewrite(value: Any, text: Callable[[str], str] | None, record: Callable[[Any], Any] | None) -> Any:
    if isinstance(value, str):
        return text(value) if text else value
    if isinstance(value, msgspec.Struct):
        changes = {}
        for field in value.__struct_fields__:
            old = getattr(value, field)
            if old is None or isinstance(old, (int, float)):
                continue
            new = _rewrite(old, text, record)
            if new is not old:
                changes[field] = new
        changed = msgspec.structs.replace(value, **changes) if changes else value
        return record(changed) if record else changed
    if isinstance(value, (tuple, list)):
        parts = [_rewrite(part, text, record) for part in value]
        if all(new is old for new, old in zip(parts, value, strict=True)):
            return value
        return tuple(parts) if isinstance(value, tuple) else parts
    if isinstance(value, dict):
        return {_rewrite(key, text, record): _rewrite(part, text, record) for key, part in value.items()}
    return value
