"""Nothing public lacks its heading: the generated pages are those in the repository."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _generator():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PAGES = _generator().pages()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_is_up_to_date(name):
    written = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert written == PAGES[name].rstrip() + "\n", "run: .venv/bin/python docs/generate.py"


def test_every_setting_is_explained():
    from ascertain.model import Settings

    for name in Settings.__struct_fields__:
        assert f"`{name}`" in (Settings.__doc__ or "") or name in {"title", "summary"}, name
