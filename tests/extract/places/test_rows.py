"""Names in a row behind a plural of what they are."""

import pytest

from ascertain.extract.places import find_places
from ascertain.knowledge import load
from ascertain.text import Document


@pytest.fixture(scope="module")
def gazetteer():
    return load().gazetteer


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The army shelled the villages of Kundova, Morvana and Teskel.", ["Kundova", "Morvana", "Teskel"]),
        ("They took the towns of Sarmin, Qardul and Beit Olur.", ["Sarmin", "Qardul", "Beit Olur"]),
        ("They left the villages of Kundova and Morvana; Teskel Ltd stayed.", ["Kundova", "Morvana"]),
        ("They left the villages of Kundova, Prime Minister Olur said.", ["Kundova"]),
    ],
)
def test_every_name_of_a_row_is_a_place(gazetteer, text, names):
    assert [place.text for place in find_places(Document(text), "en", gazetteer)] == names
