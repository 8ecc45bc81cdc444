"""The extractor: it reads answers that are kept, and asks nobody."""

from collections.abc import Iterator, Mapping

from ascertain.extract.events.finders import find_mentions
from ascertain.extract.language_model.answer import read_answer
from ascertain.extract.language_model.question import LONGEST_TEXT, VERSION, question_id
from ascertain.extract.languages import languages_of
from ascertain.knowledge import Knowledge
from ascertain.model import Claim, Item, Mention, Skipped
from ascertain.text import Document


class LanguageModel:
    """Proposes what a model answered about an item; `answers` are its words by the digest of what was asked.

    The answers are got beforehand and kept with the case (`case.asking`), so that reading an item needs no network and
    gives the same claims on every machine.
    """

    name = "language_model"
    version = VERSION

    def __init__(self, model: str, answers: Mapping[str, str]) -> None:
        """Take the model's name, as it was asked by, and its answers."""
        self.model, self.answers = model, answers

    def claims(self, item: Item, knowledge: Knowledge) -> Iterator[Mention | Claim | Skipped]:
        """Yield the claims that quote the text, then why each other proposal was refused."""
        if len(item.text) > LONGEST_TEXT:
            yield self._refusal(item, f"is not asked about texts of more than {LONGEST_TEXT:,} characters")
            return
        content = self.answers.get(question_id(item, self.model))
        if content is None:
            yield self._refusal(item, "has given no answer about this item")
            return
        mentions = find_mentions(Document(item.text), languages_of(item)[0], knowledge)
        proposals = read_answer(content, item, mentions)
        yield from proposals.claims
        for why in proposals.refused:
            yield self._refusal(item, why)

    def _refusal(self, item: Item, why: str) -> Skipped:
        remedy = "nothing: what else is read of the item stands"
        return Skipped(stage="extract", item=item.id, why=f"{self.name} {why}", remedy=remedy)
