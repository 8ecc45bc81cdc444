"""docs/path.md says what happens: it is run."""

import doctest
from pathlib import Path


def test_the_path_page_runs_as_written():
    page = Path(__file__).parents[2] / "docs" / "path.md"
    result = doctest.testfile(str(page), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.attempted > 30
    assert result.failed == 0
