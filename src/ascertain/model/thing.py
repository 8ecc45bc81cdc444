"""The base of every record."""

import msgspec


class Thing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A frozen record; a key without a value is left out when it is written."""
