"""What a file may cost grows with its size, from the second MiB on at a rate of its own."""

import pytest

from ascertain.collect.collectors.pdf import collector as pdf
from ascertain.safety import limits
from ascertain.safety.limits import MIB, Limits


@pytest.mark.parametrize(("size", "seconds"), [(0, 1.0), (MIB, 1.5), (3 * MIB, 2.5)])
def test_by_default_every_mib_counts_alike(size: int, seconds: float) -> None:
    assert Limits().cpu_for(size) == pytest.approx(seconds)


@pytest.mark.parametrize(("size", "seconds"), [(MIB // 2, 1.25), (MIB, 1.5), (3 * MIB, 5.5)])
def test_further_mibs_may_cost_more_than_the_first(size: int, seconds: float) -> None:
    assert Limits(cpu_seconds_per_further_mib=2.0).cpu_for(size) == pytest.approx(seconds)


def test_a_pdf_of_one_mib_stays_within_what_is_promised() -> None:
    assert pdf.limits.cpu_for(MIB) <= 2.0  # promise H4


@pytest.mark.parametrize(("seconds", "times"), [(0.001, 1.0), (0.0042, 2.0), (9.0, 3.0)])
def test_a_slow_machine_gets_more_time_and_no_machine_gets_less(
    seconds: float, times: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "_counting", lambda: seconds)
    assert limits.slowness.__wrapped__() == pytest.approx(times)
