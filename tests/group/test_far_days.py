"""Days that lie months apart are never one event's."""

from ascertain.group.agglomerate import SEASON_DAYS, Clusters, asked_of
from ascertain.group.days import Days


def test_undated_reports_tie_no_two_events_of_different_years_together() -> None:
    first, second = Days(738000, 738000), Days(738000 + SEASON_DAYS + 1, 738000 + SEASON_DAYS + 1)
    clusters = Clusters(range(3), {0: first, 1: second}, asked_of(10_000))
    clusters.link(0, 2, 3.0)
    clusters.link(1, 2, 3.0)
    merged = clusters.merge(0, 2)
    assert not clusters.allowed(merged, 1)
    near = Clusters(range(2), {0: first, 1: Days(738020, 738020)}, asked_of(10_000))
    assert near.allowed(0, 1)
