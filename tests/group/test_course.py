"""Days moved on by a gap are the same however they are reckoned."""

import numpy as np
import pytest

from ascertain.group import course


@pytest.mark.parametrize("expected", [3.0, 700.0])
def test_long_stretches_of_days_move_on_as_short_ones_do(monkeypatch: pytest.MonkeyPatch, expected: float) -> None:
    many = course._LONG + 500
    chance = np.random.default_rng(1)
    days = chance.random((2, many)) ** 40
    days /= days.sum()
    gaps = [course._gap(expected, many), course._gap(2 * expected, many)]
    by_frequencies = course._moved(days, gaps)
    monkeypatch.setattr(course, "_LONG", many)
    assert np.allclose(by_frequencies, course._moved(days, gaps), rtol=0, atol=1e-15)
    assert by_frequencies.min() >= 0
