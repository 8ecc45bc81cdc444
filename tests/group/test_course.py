"""Days moved on by a gap are the same however they are reckoned."""

import numpy as np
import pytest

from ascertain.group import course


@pytest.mark.parametrize("expected", [3.0, 700.0])
def test_long_stretches_of_days_move_on_as_short_ones_do(monkeypatch: pytest.MonkeyPatch, expected: float) -> None:
    many = 1_500
    days = np.random.default_rng(1).random((len(course._PACES), many)) ** 40
    days /= days.sum()
    by_frequencies = course._moving(expected, many)(days)
    monkeypatch.setattr(course, "_LONG", many)
    assert np.allclose(by_frequencies, course._moving(expected, many)(days), rtol=0, atol=1e-15)
    assert by_frequencies.min() >= 0
