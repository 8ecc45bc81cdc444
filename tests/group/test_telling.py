"""A telling: what follows from what it gives, in as little memory as can be."""

from dataclasses import replace

from ascertain.group.days import Days
from ascertain.group.telling import LEAST_DAY, About, Said, Telling
from ascertain.model import Place

ORDA = Place(id="orda", name="Orda", lat=35.0, lon=38.0, klass="town")


def test_what_follows_is_worked_out_anew_when_it_is_changed():
    one = Telling(number=0, item="a", claims=(), starts=True, event="shelling", published=9, worth={9: 3.0, 5: 2.0})
    assert (one.day, one.reported, one.worth_of_day) == (9, About(9, 9, 0.0), 3.0)
    dated = replace(one, days=Days(5, 5, sharp=True), places=(ORDA,))
    assert (dated.day, dated.reported, dated.worth_of_day) == (5, About(5, 6, 0.0), 2.0)
    assert dated.located == (((35.0, 38.0), ORDA),)


def test_an_undated_one_goes_by_when_it_was_said():
    one = Telling(number=0, item="a", claims=(), starts=True, event="shelling", said=Said(7.2, 0.4), worth={7: 4.0})
    assert (one.day, one.reported, one.worth_of_day) == (None, About(7.2, 7.2, 0.4), 4.0)
    assert replace(one, said=None).worth_of_day == LEAST_DAY


def test_it_carries_no_mapping_of_its_names():
    assert not hasattr(Telling(number=0, item="a", claims=(), starts=True, event="shelling"), "__dict__")
