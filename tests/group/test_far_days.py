"""Days that lie months apart are never one event's."""

from dataclasses import replace

from ascertain.group.agglomerate import SEASON_DAYS, Clusters, asked_of
from ascertain.group.days import Days
from ascertain.group.telling import Said, Telling, told_or_about


def test_undated_reports_tie_no_two_events_of_different_years_together() -> None:
    first, second = Days(738000, 738000), Days(738000 + SEASON_DAYS + 1, 738000 + SEASON_DAYS + 1)
    clusters = Clusters(range(3), {0: first, 1: second}, asked_of(10_000))
    clusters.link(0, 2, 3.0)
    clusters.link(1, 2, 3.0)
    merged = clusters.merge(0, 2)
    assert not clusters.allowed(merged, 1)
    near = Clusters(range(2), {0: first, 1: Days(738020, 738020)}, asked_of(10_000))
    assert near.allowed(0, 1)


def test_two_reports_of_another_year_are_no_look_back() -> None:
    told, later = Days(738000, 738000), Days(738400, 738400, sharp=False)
    one = Clusters(range(2), {0: told, 1: later}, asked_of(10_000))
    assert one.allowed(0, 1)
    two = Clusters(range(3), {0: told, 1: later, 2: later}, asked_of(10_000))
    two.link(1, 2, 3.0)
    assert not two.allowed(0, two.merge(1, 2))


def test_a_report_counts_by_the_day_about_which_its_address_says_it_was_said() -> None:
    bare = Telling(number=0, item="a", claims=(), starts=True, event="shelling")
    assert told_or_about(bare) is None
    assert told_or_about(replace(bare, said=Said(738400.0, 0.6))) == Days(738399, 738401, sharp=False)
    assert told_or_about(replace(bare, said=Said(738400.0, 9.0))) is None
    assert told_or_about(replace(bare, published=738300, said=Said(738400.0, 0.6))) == Days(738300, 738300, sharp=False)
