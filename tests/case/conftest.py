"""Cases in folders of the test's own, signed with keys of the test's own."""

import pytest

from ascertain.case import Case
from ascertain.model import Settings

REPORTS = {
    "first.txt": "source: Town Desk\ndate: 2023-05-06\n\n"
    "At least three people were killed and five others wounded when shelling hit a market in Kherson on 5 May 2023, "
    "the regional governor said.\n",
    "second.md": "---\nsource: River News\ndate: 2023-05-06\n---\n"
    "Russian forces shelled a market in Kherson on Friday, 5 May 2023. Four civilians were killed.\n",
    "ar.txt": "source: شبكة محلية\nlang: ar\ndate: 2021-03-22\n\n"
    "مقتل مدنيين اثنين وإصابة طفل جراء قصف مدفعي على بلدة أريحا أمس.\n",
}


@pytest.fixture(autouse=True)
def keys(tmp_path, monkeypatch):
    monkeypatch.setenv("ASCERTAIN_KEYS", str(tmp_path / "keys"))
    monkeypatch.setenv("ASCERTAIN_USER", "tester")


@pytest.fixture
def make_case(tmp_path):
    def make(name="case", reports=REPORTS, settings=None):
        case = Case.new(tmp_path / name, settings or Settings(title="A case", time_zone="Europe/Kyiv"))
        for file, text in reports.items():
            (case.folder / "reports" / file).write_text(text, encoding="utf-8")
        return case

    return make
