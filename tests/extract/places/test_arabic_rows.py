"""Arabic names in a row behind a plural of what they are, known or not."""

import pytest

from ascertain.extract.places import find_places
from ascertain.knowledge import load
from ascertain.text import Document


@pytest.fixture(scope="module")
def gazetteer():
    return load().gazetteer


ROWS = [
    ("قصف على بلدات سمسومة، صفصافة، سرجونة الواقعة في جبل الزاوية", ["سمسومة", "صفصافة", "سرجونة"]),
    ("قصف على قرى تدمر وسمسومة والفطيرة وسرجونة", ["تدمر", "سمسومة", "الفطيرة", "سرجونة"]),  # "the pie" among names
    ("قصف على قرى (سمسومة، وتل الورد) بقذائف", ["سمسومة", "تل الورد"]),
    ("هجوم على قرى سمسومة بالريف الجنوبي وكفر تعال", []),
    ("قرى صغيرة وفقيرة ونائية", []),
    ("قصف على مدينتي تدمر ومحيطها", ["مدينتي تدمر"]),
    ("قصف على مدينتي تدمر وسمسم لقصف", ["مدينتي تدمر", "سمسم"]),
    ("قصف على قريتي سمسم وصفصافة واستهداف المدنيين", ["قريتي سمسم", "صفصافة"]),
    ("قصفت القوات سراقب وسمسومة بريف إدلب", ["سراقب", "سمسومة"]),
    ("قصفت القوات سراقب وسمسومة فجرا", ["سراقب"]),
]


@pytest.mark.parametrize(("text", "names"), ROWS)
def test_names_of_a_row_are_places(gazetteer, text, names):
    lands = ("جبل الزاوية", "إدلب", "ريف إدلب")
    assert [place.text for place in find_places(Document(text), "ar", gazetteer) if place.text not in lands] == names
