"""A feed of more entries than any desk follows costs little, and what is left out is said."""

from pathlib import Path

from ascertain.collect import collect
from ascertain.collect.collectors.feed import MOST_ENTRIES
from ascertain.model import Item, Skipped


def test_entries_over_the_limit_are_skipped_and_counted(tmp_path: Path) -> None:
    entries = "".join(f"<item><title>Report {n}</title></item>" for n in range(MOST_ENTRIES + 3))
    (tmp_path / "a.rss").write_text(f"<rss><channel>{entries}</channel></rss>")
    records = list(collect([tmp_path]))
    assert sum(isinstance(record, Item) for record in records) == MOST_ENTRIES
    assert [record.why[:9] for record in records if isinstance(record, Skipped)] == ["3 entries"]
