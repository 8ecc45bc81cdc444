"""Asking a language model about items, where `case.toml` names one: its answers are kept with the case and sealed.

What is kept is never asked again, so that a build from the kept answers gives the same bytes on any machine, without a
network. What could not be got is not kept, and is asked again by the next build.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ascertain.case.progress import Progress, Silent
from ascertain.integrity.canonical import digest_of
from ascertain.integrity.disk import Disk, write_whole
from ascertain.model import Broken, Item, Misused, Refused, Settings

if TYPE_CHECKING:  # the reader and the libraries for a network take long to load, and most cases name no server
    from ascertain.extract.language_model.extractor import LanguageModel
    from ascertain.safety.asking import Server

ANSWERS_FILE = "answers.jsonl"
_BATCH = 20  # answers written at a time
_FAILURES = 3  # in a row, after which a server is left alone


@dataclass(frozen=True)
class Model:
    """A model that a case names; without a `server` it answers from what is kept alone."""

    name: str
    path: Path
    server: "Server | None" = None
    answers: dict[str, str] = field(default_factory=dict)

    def extractor(self, items: Sequence[Item], progress: Progress | None = None) -> "LanguageModel":
        """Return the extractor over all answers, those about `items` that were missing asked for and kept."""
        from ascertain.extract.language_model.extractor import LanguageModel
        from ascertain.extract.language_model.question import question_id

        self.answers.update(read_answers(self.path))
        missing = {question_id(item, self.name): item for item in items if self._is_missing(item)}
        if self.server is not None and missing:
            self._ask(missing, self.server, progress or Silent())
        return LanguageModel(self.name, self.answers)

    def key(self, item: Item) -> str:
        """Return what of the model decides how an item is read: the digest of the question and its answer."""
        from ascertain.extract.language_model.question import question_id

        asked = question_id(item, self.name)
        return digest_of(f"{asked} {self.answers.get(asked, '')}".encode())

    def _is_missing(self, item: Item) -> bool:
        from ascertain.extract.language_model.question import LONGEST_TEXT, question_id

        asked = len(item.text.strip()) > 0 and len(item.text) <= LONGEST_TEXT
        return asked and question_id(item, self.name) not in self.answers

    def _ask(self, missing: Mapping[str, Item], server: "Server", progress: Progress) -> None:
        from ascertain.extract.language_model.question import question
        from ascertain.safety.asking import ask

        failures, waiting = 0, 0
        for asked, item in progress.follow("ask the model", iter(missing.items()), total=len(missing)):
            try:
                self.answers[asked] = content_of(ask(server, "/chat/completions", question(item, self.name)))
            except (Broken, Refused):
                failures += 1
                if failures >= _FAILURES:
                    break
                continue
            failures, waiting = 0, waiting + 1
            if waiting >= _BATCH:
                write_answers(self.path, self.answers)
                waiting = 0
        if waiting:
            write_answers(self.path, self.answers)


def model_of(settings: Settings, folder: Path, *, asks: bool) -> Model | None:
    """Return the model that a case's settings name, or nothing where they name none.

    With `asks`, what is not kept is asked for. Raises Misused where the settings are not whole, or the environment
    lacks the key that they name.
    """
    if not settings.model_url:
        return None
    item = str(folder / "case.toml")
    if not settings.model_name:
        raise Misused("model_url names a server and no model_name a model", item=item, remedy="add model_name")
    path = folder / ANSWERS_FILE
    if not asks:
        return Model(settings.model_name, path)
    key = os.environ.get(settings.model_key_from, "") if settings.model_key_from else ""
    if settings.model_key_from and not key:
        raise Misused(
            f"the environment has no {settings.model_key_from}, which model_key_from names", item=item,
            remedy=f"set {settings.model_key_from}, or leave model_key_from empty where the server wants no key",
        )  # fmt: skip
    from ascertain.safety.asking import Server

    return Model(settings.model_name, path, Server(settings.model_url, key))


def content_of(reply: bytes) -> str:
    """Return the words in a server's reply; raises Broken where it is not of the form of chat completions."""
    from ascertain.extract.language_model.answer import LONGEST_ANSWER

    try:
        content = json.loads(reply)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise _formless() from error
    if not isinstance(content, str):
        raise _formless()
    return content[: LONGEST_ANSWER + 1]  # what is longer is refused when it is read


def _formless() -> Broken:
    return Broken("the server's reply is no chat completion", item="", remedy="name an OpenAI-compatible server")


def read_answers(path: Path) -> dict[str, str]:
    """Return the kept answers by the digest of what was asked; Misused, with its line, for one that is not whole."""
    answers: dict[str, str] = {}
    if not path.is_file():
        return answers
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            asked, content = row["asked"], row["answer"]
        except (ValueError, KeyError, TypeError) as error:
            raise Misused(
                "this line is no kept answer",
                item=f"{path}:{number}",
                remedy="delete it: the next build asks again",
            ) from error
        answers[str(asked)] = str(content)
    return answers


def write_answers(path: Path, answers: Mapping[str, str]) -> None:
    """Write all answers, in order of their digests, whole or not at all."""
    rows = (json.dumps({"asked": key, "answer": answers[key]}, ensure_ascii=False) for key in sorted(answers))
    write_whole(Disk(), path, "".join(f"{row}\n" for row in rows).encode())
