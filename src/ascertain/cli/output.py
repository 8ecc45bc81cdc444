"""What commands print: words for people, JSON for programs, bars for whoever waits."""

import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

import typer

Thing = TypeVar("Thing")
PATIENCE_S = 2.0
JSON_OPTION = typer.Option(False, "--json", help="Print JSON.")


def say(words: str) -> None:
    """Print words for a person to standard output; a reader that goes away (`| head`) is no error."""
    try:
        sys.stdout.write(words + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()
        raise typer.Exit(0) from None


def answer(record: Mapping[str, Any], words: str, as_json: bool) -> None:
    """Print the same answer as one JSON object or in words."""
    say(json.dumps(record, ensure_ascii=False, indent=2) if as_json else words)


class Bars:
    """A bar for each stage that takes longer than two seconds: how many, at what rate, how long yet."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Print nothing where standard error is no terminal or `quiet` is set."""
        self._quiet = quiet or not sys.stderr.isatty()

    def follow(self, stage: str, things: Iterable[Thing], total: int | None = None) -> Iterator[Thing]:
        """Yield the things on, counting them."""
        if self._quiet:
            yield from things
            return
        yield from self._followed(stage, things, total)

    def _followed(self, stage: str, things: Iterable[Thing], total: int | None) -> Iterator[Thing]:
        from rich.console import Console  # seldom needed, and it takes long to load
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        started, console = time.monotonic(), Console(stderr=True)
        with Progress(
            TextColumn("{task.description:>9}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}/s"),
            TimeElapsedColumn(), TimeRemainingColumn(), console=console, transient=True, refresh_per_second=4,
        ) as bars:  # fmt: skip
            task = bars.add_task(stage, total=total, visible=False, rate="–")
            for done, thing in enumerate(things, 1):
                yield thing
                waited = time.monotonic() - started
                bars.update(task, advance=1, visible=waited > PATIENCE_S, rate=f"{done / max(waited, 1e-6):.0f}")
