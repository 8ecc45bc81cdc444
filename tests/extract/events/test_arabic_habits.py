"""What Arabic says somebody does as a rule is no event of a day."""

from collections.abc import Callable

import pytest

from ascertain.model import Claim

Told = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("text", "moods"),
    [
        ("وكثيراً ما يشن التحالف الدولي عمليات إنزال في ريف دير الزور.", []),
        ("تقصف القوات مواقع في ريف دير الزور، ما يسفر في غالب الأحيان عن سقوط قتلى مدنيين.", []),
        # what must stay: with a day, and what is told behind a comma
        ("كثيراً ما تقصف القوات البلدة، وقتل رجلان أمس بقصف على بلدة أوردا.", ["actual"]),
        ("قتل رجلان بقصف مدفعي على بلدة أوردا.", ["actual"]),
    ],
)
def test_what_is_done_as_a_rule(text: str, moods: list[str], told: Told) -> None:
    assert [one.mood for one in told(text)] == moods
