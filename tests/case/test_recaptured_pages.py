"""Several captures of one address, from the archive to the item's page and `show`."""

import io
import json
import re

from ascertain.case import open_case
from ascertain.model import Settings

URL = "https://radar.example/a1"
BEFORE = (
    "<p>Three shells fell on the market of Kherson on 5 May 2023.</p><p>Two traders were killed by the shelling.</p>"
)
AFTER = BEFORE.replace("Two traders", "Four traders")


def archive() -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for day, status, body in ((5, "200 OK", BEFORE), (6, "200 OK", AFTER), (7, "404 Not Found", "<p>Nothing here</p>")):
        http = StatusAndHeaders(status, [("Content-Type", "text/html")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            URL, "response", payload=io.BytesIO(f"<html><body>{body}</body></html>".encode()), http_headers=http,
            warc_headers_dict={"WARC-Date": f"2023-05-0{day}T09:00:00Z"},
        )  # fmt: skip
        writer.write_record(record)
    return out.getvalue()


def test_what_an_address_showed_at_each_time_is_on_the_items_page_and_in_show(make_case, tmp_path, capsys):
    case = make_case(reports={}, settings=Settings(title="A case", time_zone="Europe/Kyiv", reconstruction=True))
    (case.folder / "reports" / "a.warc.gz").write_bytes(archive())
    built = case.build()
    first, second = sorted(case.items(), key=lambda item: item.collected_at)
    pages = {path.read_text(): path for path in (built.out / "items").glob("*.html")}
    page, later = sorted(pages, key=lambda words: "absent in that of" in words)
    told = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "Present in the earlier capture, absent in the later: Two" in told
    assert "In the later capture alone: Four" in told
    assert "Claims that only the later capture makes" in told
    told = " ".join(re.sub(r"<[^>]+>", " ", later).split())
    assert "Present in the capture of 6 May 2023, 12:00; absent in that of 7 May 2023, 12:00" in told
    assert "answered 404" in told and "delet" not in told.lower() + page.lower()

    again = open_case(case.folder).find(second.id).record["captures_of_its_address"]
    assert [one["kind"] for one in again] == ["changed", "absent"]
    assert again[0]["earlier_item"] == first.id and again[0]["present_earlier_absent_later"] == ["Two"]
    assert "captures_of_its_address" in open_case(case.folder).find(first.id).record
    assert "delet" not in json.dumps(again).lower()
    data = json.loads((built.out / "data/dossier.json").read_text())
    assert [one["kind"] for one in data["recaptures"]] == ["changed", "absent"]


def test_a_person_who_withholds_a_report_withholds_what_it_was_compared_with(make_case):
    case = make_case(reports={}, settings=Settings(title="A case", time_zone="Europe/Kyiv"))
    (case.folder / "reports" / "a.warc.gz").write_bytes(archive())
    case.build()
    first, _ = sorted(case.items(), key=lambda item: item.collected_at)
    case.decide("withhold", first.id, because="it names a witness")
    built = case.build()
    pages = [path.read_text() for path in (built.out / "items").glob("*.html")]
    assert len(pages) == 2 and not any("Two" in re.sub(r"<[^>]+>", " ", words) for words in pages)
