"""How words are folded, split and looked up, for every stage and every pack.

The layer under `languages`, `knowledge` and `event_types`: a name in a pack and a word in a report must be
folded by the same rules or they never meet.
"""

from ascertain.text.document import Document, words_of_phrase, words_of_phrases
from ascertain.text.fold import fold_characters, fold_word
from ascertain.text.lexicon import Hit, Lexicon

__all__ = ["Document", "Hit", "Lexicon", "fold_characters", "fold_word", "words_of_phrase", "words_of_phrases"]
