"""A case whose settings name a language model: asked once, kept, sealed, and never again for the same words."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.model_server import completion, report, serving

from ascertain.case.asking import ANSWERS_FILE, content_of, model_of, read_answers
from ascertain.case.case import Case, open_case
from ascertain.integrity.canonical import digest_of
from ascertain.model import Broken, Misused, Refused, Settings
from ascertain.safety.asking import Server, ask

TEXT = "A shell fell on the market of Marat on 3 June 2021, killing three traders, the mayor said."
# What no word of our packs tells: the model alone finds it.
QUIET = "On 4 June 2021 the bread queue of Marat was visited by iron rain; nine neighbours will not come home."


def finds(body: dict[str, Any]) -> tuple[int, bytes]:
    """Propose one claim that quotes the report, and one that does not."""
    quote = next(line for line in report(body).splitlines() if line.strip())
    row = {"quote": quote, "event": "shelling", "place": "Marat"}
    return 200, completion({"claims": [row, {**row, "quote": "Forty were executed."}]})


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASCERTAIN_KEYS", str(tmp_path / "keys"))


def made(folder: Path, url: str, **settings: Any) -> Case:
    case = Case.new(folder, Settings(title="t", model_url=url, model_name="small", **settings))
    (folder / "reports" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "reports" / "b.txt").write_text(QUIET, encoding="utf-8")
    return case


def database(case: Case) -> str:
    return digest_of((case.evidence / "case.db").read_bytes())


def test_off_unless_the_settings_name_a_server(tmp_path: Path) -> None:
    assert model_of(Settings(), tmp_path, asks=True) is None
    assert "model_url" in (made(tmp_path / "case", "").folder / "case.toml").read_text(encoding="utf-8")


def test_what_is_answered_is_kept_and_sealed_and_not_asked_again(tmp_path: Path) -> None:
    with serving(finds) as served:
        case = made(tmp_path / "case", served.url)
        built = case.build()
        assert len(served.requests) == 2
        again = open_case(case.folder).build()
        assert len(served.requests) == 2
    assert {one.id for one in built.incidents} == {one.id for one in again.incidents}
    assert any("not in the text" in one.why for one in built.skipped)
    kept = read_answers(case.folder / ANSWERS_FILE)
    assert len(kept) == 2
    sealed = [entry.digest for entry in case.ledger.entries(action="own_file") if entry.args["name"] == ANSWERS_FILE]
    assert sealed[-1] == digest_of((case.folder / ANSWERS_FILE).read_bytes())


def test_a_build_from_nothing_gives_the_same_bytes_with_the_server_gone(tmp_path: Path) -> None:
    with serving(finds) as served:
        case = made(tmp_path / "case", served.url)
        case.build()
    before = database(case)
    (case.evidence / "case.db").unlink()
    open_case(case.folder).build()
    assert database(case) == before
    replayed = case.replay(tmp_path / "again")
    assert replayed.same, replayed.why


def test_the_model_adds_a_claim_that_no_pack_has_words_for(tmp_path: Path) -> None:
    with serving(finds) as served:
        case = made(tmp_path / "case", served.url)
        case.build()
    claims = {found.id for found in case.search("iron rain") if found.kind == "claim"}
    assert claims


def test_a_server_that_is_gone_costs_its_proposals_alone(tmp_path: Path) -> None:
    case = made(tmp_path / "case", "http://127.0.0.1:9/v1")
    built = case.build()
    assert built.incidents
    assert sum("has given no answer" in one.why for one in built.skipped) == 2
    assert not (case.folder / ANSWERS_FILE).exists()


@pytest.mark.parametrize(
    "reply", [b"", b"{}", b"[]", b'{"choices": []}', b'{"choices": [{"message": {"content": 4}}]}', b"\xff"]
)
def test_a_reply_of_another_form_is_not_kept(reply: bytes) -> None:
    with pytest.raises(Broken):
        content_of(reply)


def test_the_key_is_sent_and_never_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MODEL_KEY", "s3cret-words")
    with serving(finds) as served:
        case = made(tmp_path / "case", served.url, model_key_from="MODEL_KEY")
        case.build()
        assert {headers["Authorization"] for _, headers, _ in served.requests} == {"Bearer s3cret-words"}
    everything = b"".join(path.read_bytes() for path in case.folder.rglob("*") if path.is_file())
    assert b"s3cret-words" not in everything


def test_wrong_settings_say_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_SUCH_KEY", raising=False)
    with pytest.raises(Misused, match="model_name"):
        model_of(Settings(model_url="http://127.0.0.1:1/v1"), tmp_path, asks=True)
    with pytest.raises(Misused, match="NO_SUCH_KEY"):
        model_of(Settings(model_url="http://x", model_name="m", model_key_from="NO_SUCH_KEY"), tmp_path, asks=True)
    (tmp_path / ANSWERS_FILE).write_text('{"asked": "a"}\n', encoding="utf-8")
    with pytest.raises(Misused, match="no kept answer"):
        read_answers(tmp_path / ANSWERS_FILE)


class TestAsking:
    """The transport: one host, a few tries, bounded."""

    def test_it_tries_again_where_the_server_is_busy(self) -> None:
        statuses = iter([503, 429, 200])
        pauses: list[float] = []
        with serving(lambda _: (next(statuses), b"{}")) as served:
            assert ask(Server(served.url, pause=pauses.append), "/chat/completions", b"{}") == b"{}"
            assert len(served.requests) == 3
        assert pauses == [0.5, 2.0]

    def test_it_does_not_insist_where_it_is_refused(self) -> None:
        with serving(lambda _: (401, b"{}")) as served:
            with pytest.raises(Broken, match="401"):
                ask(Server(served.url, pause=lambda _: None), "/chat/completions", b"{}")
            assert len(served.requests) == 1

    def test_it_follows_no_redirect(self) -> None:
        with serving(lambda _: (302, b"")) as served, pytest.raises(Broken, match="302"):
            ask(Server(served.url, pause=lambda _: None), "/chat/completions", b"{}")

    def test_it_takes_no_more_than_the_limit(self) -> None:
        with serving(lambda _: (200, b"x" * 5000)) as served, pytest.raises(Refused, match="most_bytes"):
            ask(Server(served.url, most_bytes=1000), "/chat/completions", b"{}")

    def test_it_waits_no_longer_than_it_may(self) -> None:
        import time

        def slow(_: dict[str, Any]) -> tuple[int, bytes]:
            time.sleep(1.5)
            return 200, b"{}"

        with serving(slow) as served, pytest.raises(Broken, match="Timeout"):
            ask(Server(served.url, timeout_s=0.2, pause=lambda _: None), "/chat/completions", b"{}")

    @pytest.mark.parametrize("url", ["ftp://127.0.0.1/v1", "http://user:word@127.0.0.1:1/v1", "file:///etc/x", "x"])
    def test_an_unsound_address_is_a_setting_to_mend(self, url: str) -> None:
        with pytest.raises(Misused):
            ask(Server(url), "/chat/completions", b"{}")

    @pytest.mark.parametrize("address", ["93.184.216.34", "169.254.169.254", "0.0.0.0"])
    def test_words_travel_in_the_clear_to_no_public_address(self, address: str) -> None:
        server = Server("http://models.example:8000/v1", resolve=lambda *_: [address], pause=lambda _: None)
        with pytest.raises(Refused):
            ask(server, "/chat/completions", b"{}")


def test_a_case_that_does_not_ask_asks_nobody(tmp_path: Path) -> None:
    with serving(finds) as served:
        case = replace(made(tmp_path / "case", served.url), asks=False)
        case.build()
        assert served.requests == []


def test_two_questions_differ_only_by_words_and_model(tmp_path: Path) -> None:
    with serving(finds) as served:
        made(tmp_path / "case", served.url).build()
        bodies = [body for _, _, body in served.requests]
    assert {body["model"] for body in bodies} == {"small"} and {body["temperature"] for body in bodies} == {0}
    assert len({json.dumps(body["messages"][0]) for body in bodies}) == 1
