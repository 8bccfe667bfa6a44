"""Progress on standard error: on a terminal only, and only after a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")
_WAIT = 1.0
_EVERY = 256


def with_progress(items: Iterable[_T], words: str) -> Iterator[_T]:
    """Hand on the items and show how many there were."""
    if not sys.stderr.isatty():
        yield from items
        return
    started = time.monotonic()
    iterator = iter(items)
    for number, item in enumerate(iterator, start=1):
        yield item
        if number % _EVERY == 0 and time.monotonic() - started > _WAIT:
            yield from _show(iterator, words, number)


def _show(items: Iterator[_T], words: str, number: int) -> Iterator[_T]:
    from rich.console import Console  # noqa: PLC0415  most runs end before it is needed
    from rich.progress import Progress, SpinnerColumn, TextColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(words, total=None, completed=number)
        for item in items:
            yield item
            progress.advance(task)
