"""A command that went well ends at once; what else is done at the end is done before, and no printed word is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import atexit, sys
from ascertain.cli.ending import Ending

class TakenApart:
    def __del__(self):
        print("taken apart")

ending = Ending()
atexit.register(print, "a worker is closed")
kept = TakenApart()
print("words without a line's end", end="; ")
ending.is_well = {well}
sys.exit({code})
"""


@pytest.mark.parametrize(
    ("well", "code", "expected"),
    [
        (True, 0, "words without a line's end; a worker is closed\n"),
        (False, 3, "words without a line's end; a worker is closed\ntaken apart\n"),
    ],
)
def test_what_is_registered_later_is_done_before(well: bool, code: int, expected: str) -> None:
    program = [sys.executable, "-c", PROGRAM.format(well=well, code=code)]
    done = subprocess.run(program, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (code, expected, "")


def test_words_that_nobody_reads_are_told_of() -> None:
    program = [sys.executable, "-c", PROGRAM.format(well=True, code=0)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(program, check=False, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode != 0
    assert "No space left" in done.stderr
