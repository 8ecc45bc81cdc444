"""What every extractor keeps: spans that quote the text, no state between items, nothing read that nobody can see."""

from pathlib import Path

import pytest

from ascertain import plugins
from ascertain.extract.interface import Extractor
from ascertain.extract.stage import fault, find_extractors
from ascertain.knowledge import Knowledge, load
from ascertain.model import Claim, Item, Mention

TEXTS = [
    "Rebels shelled the town of Orda on Monday, killing two men, the ministry said.",
    "قصفت مدفعية الثوار بلدة عردة مساء أمس، ما أدى إلى مقتل رجلين وإصابة طفل.",
    "No words of war here: the bakery opens at seven.",
    "💥 #Orda — ١٢ قتيلاً… «قال» the spokesman\u200f\n\n(@orda) http://example.org",
    "\u202e\u0640\u064b " * 40,
]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize("extractor", find_extractors(), ids=lambda extractor: extractor.name)
class TestExtractor:
    def test_it_has_a_name_and_a_version(self, extractor: Extractor) -> None:
        assert extractor.name and extractor.version

    @pytest.mark.parametrize("text", TEXTS)
    def test_its_proposals_quote_the_text(self, extractor: Extractor, text: str, knowledge: Knowledge) -> None:
        item = Item(id="x", text=text)
        for proposal in extractor.claims(item, knowledge):
            assert isinstance(proposal, Mention | Claim)
            assert fault(proposal, item) is None

    def test_it_keeps_nothing_between_items(self, extractor: Extractor, knowledge: Knowledge) -> None:
        items = [Item(id=str(number), text=text) for number, text in enumerate(TEXTS)]
        forwards = {item.id: list(extractor.claims(item, knowledge)) for item in items}
        backwards = {item.id: list(extractor.claims(item, knowledge)) for item in reversed(items)}
        assert forwards == backwards

    def test_it_reads_nothing_hidden(self, extractor: Extractor, knowledge: Knowledge) -> None:
        text = TEXTS[0]
        item = Item(id="x", text=text, hidden=((0, len(text)),))
        assert list(extractor.claims(item, knowledge)) == []


def test_an_extractor_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import ascertain.extract.extractors as folder

    (tmp_path / "mine.py").write_text(
        "class Mine:\n    name, version = 'mine', '1'\n    def claims(self, item, knowledge):\n        yield from ()\n"
        "extractor = Mine()\n"
    )
    monkeypatch.setattr(folder, "__path__", [*folder.__path__, str(tmp_path)])
    plugins.find.cache_clear()
    try:
        assert "mine" in {extractor.name for extractor in find_extractors()}
    finally:
        plugins.find.cache_clear()
