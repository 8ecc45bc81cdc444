"""Where it was in Arabic: not where forces stand or those hurt came from, nor what a quoted name ends with."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "where", "did"),
    [
        ("أصيبت امرأتان، من مهجّري مدينة حلب، جراء قصف القوات التركية بالصواريخ، بلدة تل رفعت.", "بلدة تل رفعت",
         ["القوات التركية"]),
        ("وأفاد مصدر أن القوات التركية المتمركزة على أطراف مدينة حلب، قصفت بلدة تل رفعت.", "بلدة تل رفعت",
         ["القوات التركية المتمركزة"]),
        ("أدى القصف، مساء أمس، على مدينتي دوما وحرستا، إلى مقتل طفلين.", "مدينتي دوما", []),
        ("انفجرت عبوة ناسفة مقابل مطعم “فطائر رشيد” في مدينة دوما.", "مدينة دوما", []),
        ("وقال المدير للأناضول إن القصف على مدينة دوما قتل رجلين.", "مدينة دوما", []),
        ("قتل 15 شخصا في سوق مزدحم بمدينة الفاشر، عاصمة شمال دارفور، جراء غارة بمسيرة.", "مدينة الفاشر", []),
        # what must stay: the only place of those hurt, a quoted town of two words
        ("قتل شاب من أهالي بلدة تل رفعت برصاص مجهولين.", "بلدة تل رفعت", []),
        ("قصفت القوات التركية بلدة \"تل رفعت\".", "بلدة \"تل رفعت", ["القوات التركية"]),
    ],
)  # fmt: skip
def test_where_it_was(text: str, where: str, did: list[str], told: Told) -> None:
    claim = max(told(text), key=lambda one: len(one.counts))  # what is told of several places has its toll once
    assert claim.where is not None
    assert claim.where.text == where
    assert [one.name for one in claim.perpetrators] == did
