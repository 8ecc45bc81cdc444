"""The example of docs/how-to/add-a-collector.md works as it stands."""

import importlib.util
import re
from pathlib import Path

from ascertain.model import Capture, Item, Skipped

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-collector.md"


def test_the_example_reads_a_note(tmp_path: Path) -> None:
    code = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[1]
    (tmp_path / "field_notes.py").write_text(code, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("field_notes", tmp_path / "field_notes.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    note = tmp_path / "a.note"
    note.write_text("source=Radar\ndate=4 March 2019\n\nTwo shells fell.", encoding="utf-8")
    assert module.collector.accepts(note)
    capture, item = module.collector.read(note, "a.note")
    assert isinstance(capture, Capture) and isinstance(item, Item)
    assert (item.text, item.source, item.published_at) == ("Two shells fell.", "Radar", "2019-03-04")
    note.write_text("source=Radar", encoding="utf-8")
    assert isinstance(list(module.collector.read(note, "a.note"))[1], Skipped)
