"""An address that is collected is kept with where it led, when, and what answered; twice, and it is compared."""

from ascertain.model import Settings
from ascertain.safety import fetch
from ascertain.safety.fetch import Fetched

URL = "https://radar.example/a1"
AT = ["2023-05-05T09:00:00Z", "2023-05-06T09:00:00Z"]


def test_an_address_is_an_item_with_its_url_and_time(make_case, monkeypatch):
    words = ["Three shells fell on the market of Kherson.", "Four shells fell on the market of Kherson."]
    pages = iter(f"<html><body><p>{one}</p></body></html>".encode() for one in words)

    def fetched(url: str) -> Fetched:
        headers = {"content-type": "text/html; charset=utf-8", "transfer-encoding": "chunked"}
        return Fetched(url, f"{url}?lang=en", 200, headers, next(pages), "93.184.216.34")

    monkeypatch.setattr(fetch, "fetch", fetched)
    case = make_case(reports={}, settings=Settings(title="A case", time_zone="Europe/Kyiv"))
    for at in AT:
        object.__setattr__(case, "clock", lambda at=at: at)
        taken = case.collect([URL])
        assert (taken.items, taken.skipped) == (1, ()), taken
    case.build()
    items = sorted(case.items(), key=lambda item: item.collected_at or "")
    assert [item.text.strip() for item in items] == words
    assert {item.url for item in items} == {f"{URL}?lang=en"}
    assert [item.collected_at for item in items] == ["2023-05-05T09:00:00+00:00", "2023-05-06T09:00:00+00:00"]
    (again,) = case.find(items[0].id).record["captures_of_its_address"]
    assert again["present_earlier_absent_later"] == ["Three"] and again["in_the_later_alone"] == ["Four"]


def test_an_answer_that_there_is_nothing_is_kept_too(make_case, monkeypatch):
    nothing = Fetched(URL, URL, 404, {"content-type": "text/html"}, b"<p>nothing here</p>", "93.184.216.34")
    monkeypatch.setattr(fetch, "fetch", lambda url: nothing)
    taken = make_case(reports={}).collect([URL])
    assert taken.items == 0 and any("answered 404" in one.why for one in taken.skipped)
