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
        ("They took the Syrian town of Zorqabi. Zorqabi was empty.", ["Zorqabi", "Zorqabi"]),
        ("They took the town of Zorqabi. There Omar Zorqabi was hurt.", ["Zorqabi"]),
        ("They took the town of Zorqabi. The Zorqabi Brigade left.", ["Zorqabi"]),
        ("They took the town of Hope. Hope is gone.", ["Hope"]),
        ("The Ukrainian city of Zorqabi was shelled.", ["Zorqabi"]),
    ],
)
def test_a_place_is_known_again_by_its_name(gazetteer, text, names):
    assert [place.text for place in find_places(Document(text), "en", gazetteer)] == names
