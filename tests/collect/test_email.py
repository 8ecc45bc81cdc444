"""E-mail: messages within messages, headers and parts that are not as they should be."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from ascertain.collect import collect
from ascertain.collect.collectors import email_message as collector
from ascertain.model import Capture, Item, Skipped


def message(words: str, *, sender: str = "a@radar.example", within: EmailMessage | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = sender, "Marat", "Mon, 04 Mar 2019 10:00:00 +0200"
    made.set_content(words)
    if within is not None:
        made.add_attachment(within)
    return made


def collected(folder: Path, content: bytes | EmailMessage) -> tuple[list[Item], list[Skipped]]:
    (folder / "a.eml").write_bytes(bytes(content))
    records = list(collect([folder]))
    assert isinstance(records[0], Capture)
    return [one for one in records if isinstance(one, Item)], [one for one in records if isinstance(one, Skipped)]


def test_a_message_within_a_message_is_an_item_that_the_other_passes_on(tmp_path: Path) -> None:
    inner = message("Two shells fell on Marat.", sender="b@harbour.example")
    (outer, passed_on), skipped = collected(tmp_path, message("See below.", within=inner))
    assert not skipped and outer.shares == passed_on.id
    assert (outer.text.strip(), outer.source) == ("See below.", "a@radar.example")
    assert (passed_on.text.strip(), passed_on.source) == ("Two shells fell on Marat.", "b@harbour.example")
    assert passed_on.published_at == "2019-03-04T10:00:00+02:00"


def test_two_messages_within_are_not_one_that_is_passed_on(tmp_path: Path) -> None:
    outer = message("Both reports.", within=message("Two shells fell."))
    outer.add_attachment(message("A road was closed."))
    items, _ = collected(tmp_path, outer)
    assert [one.text.strip() for one in items] == ["Both reports.", "Two shells fell.", "A road was closed."]
    assert not any(one.shares for one in items) and len({one.id for one in items}) == 3


def test_how_deep_messages_lie_in_each_other_is_bounded_and_told(tmp_path: Path) -> None:
    made = message("The innermost.")
    for number in range(14):
        made = message(f"Number {number}.", within=made)
    items, (skip,) = collected(tmp_path, made)
    assert len(items) == 10 and "a message within 10 others is not read" in skip.why and skip.remedy


def test_parts_over_the_limit_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "_HOW_MANY_PARTS", 3)
    made = message("Photographs.")
    for _ in range(5):
        made.add_attachment(b"x", maintype="application", subtype="octet-stream")
    path = tmp_path / "a.eml"
    path.write_bytes(bytes(made))
    reasons = [one.why for one in collector.collector.read(path, "a.eml") if isinstance(one, Skipped)]
    assert len(reasons) == 4 and "over the limit of 3 parts" in reasons[-1]


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (b"From:a FFroType: text/html; charset=utf-8", "a FFroType: text/html; charset=utf-8"),  # a group with no end
        (b"From: =?utf-8?b?////?= <a@b", None),
        (b"From: \xd9\x82\xff", None),
    ],
)
def test_a_header_that_can_not_be_parsed_costs_no_words(tmp_path: Path, head: bytes, source: str | None) -> None:
    (item,), _ = collected(tmp_path, head + b"\r\nContent-Type: text/plain\r\n\r\nTwo shells fell.")
    assert item.text == "Two shells fell." and (source is None or item.source == source)


@pytest.mark.parametrize("charset", [b"utf\x00-8", b"no-such", b"utf-8;", b"\xff"])
def test_a_charset_that_is_none_costs_no_words(tmp_path: Path, charset: bytes) -> None:
    (item,), _ = collected(tmp_path, b"From: a@b.example\r\nContent-Type: text/plain; charset=" + charset
                           + b"\r\n\r\nTwo shells fell.")  # fmt: skip
    assert "Two shells fell." in item.text
    page = b"Content-Type: text/html; charset=" + charset + b"\r\n\r\n<p>Two shells fell.</p>"
    (tmp_path / "b.mhtml").write_bytes(b"MIME-Version: 1.0\r\n" + page)
    (other,) = (one for one in collect([tmp_path / "b.mhtml"]) if isinstance(one, Item))
    assert "Two shells fell." in other.text
