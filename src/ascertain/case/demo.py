"""The sample case, as a folder of one's own."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

from ascertain.model import Misused

SAMPLE = "al-tanf-2017"


def make_sample(folder: Path) -> None:
    """Copy the sample case to `folder`; a folder that holds another case is left alone.

    Raises Misused where `folder` exists and is not this sample.
    """
    marker = folder / "case.toml"
    if folder.exists() and any(folder.iterdir()):
        if marker.is_file() and "al-Tanf" in marker.read_text(encoding="utf-8"):
            return
        raise Misused(
            "this folder holds something else", item=str(folder), remedy="Name another: ascertain demo FOLDER"
        )
    with as_file(files("ascertain.sample") / SAMPLE) as sample:
        shutil.copytree(sample, folder, dirs_exist_ok=True)
