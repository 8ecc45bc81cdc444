import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascertain.integrity.canonical import canonical, read_canonical
from ascertain.model import Misused

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(JSON)
def test_what_is_written_reads_back_and_is_written_the_same(value: object) -> None:
    written = canonical(value)
    assert read_canonical(written) == value
    assert canonical(read_canonical(written)) == written


@given(st.dictionaries(st.text(), st.integers()))
def test_the_order_of_keys_does_not_matter(value: dict[str, int]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


@pytest.mark.parametrize("value", [math.nan, math.inf, {1, 2}, b"bytes", {"a": object()}])
def test_what_is_not_json_is_refused(value: object) -> None:
    with pytest.raises(Misused):
        canonical(value)


def test_half_of_a_surrogate_pair_is_written_as_an_escape() -> None:
    assert canonical({"name": "a\udc80.txt"}) == b'{"name":"a\\udc80.txt"}'
    assert read_canonical(b'{"name":"a\\udc80.txt"}') == {"name": "a\udc80.txt"}


@pytest.mark.parametrize(
    "spelled",
    [
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b'{"a":1,"a":1}',
        b'{"a":1}\n',
        b'"\\u00e9"',
        b"1.0e0",
        b"[" * 100_000,
        b"\xff",
        b"",
    ],
)
def test_another_spelling_is_not_canonical(spelled: bytes) -> None:
    with pytest.raises(ValueError):
        read_canonical(spelled)
