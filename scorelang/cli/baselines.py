"""Baselines: population values kept from one run for another; faults said with ``U0216``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs

from scorelang.api import Rubric
from scorelang.cli.errors import WORDS
from scorelang.cli.failure import fail, reason_of
from scorelang.cli.record_files import RecordFiles
from scorelang.diagnostics.collector import make
from scorelang.diagnostics.model import Diagnostic, Severity
from scorelang.diagnostics.system_words import say_reason
from scorelang.evaluator.baseline import Baseline, BaselineError, from_json, to_json
from scorelang.records.stamp import digest_file


def read(path: str | None) -> Baseline | None:
    """Read a baseline; one that is none ends the run."""
    if path is None:
        return None
    try:
        text = Path(path).read_text("utf-8-sig")
    except OSError as error:
        fail("U0202", path=path, reason=reason_of(error))
    except UnicodeDecodeError:
        fail("U0216", path=path, reason=say_reason("it is not UTF-8 text"))
    with told(path):
        return from_json(text)


def say_state(
    baseline: Baseline | None, rubric: Rubric, path: str | None
) -> tuple[Diagnostic, ...]:
    """Say it where a baseline was made by another state of the rubric than scores now."""
    if baseline is None or baseline.digest == rubric.digest():
        return ()
    found = make(WORDS, "U0216.state", None, path=path or "")
    return (attrs.evolve(found, severity=Severity.NOTE),)


@contextmanager
def told(path: str | None) -> Iterator[None]:
    """Say what is wrong with a baseline, or that one is needed."""
    try:
        yield
    except BaselineError as error:
        key = "U0216" if path is not None else "U0216.none"
        fail(key, path=path, reason=str(error))


def take(rubric: Rubric, files: RecordFiles, as_of: dt.date | None) -> Baseline:
    """Take the population values of a run."""
    from scorelang.evaluator.batch import take_baseline  # noqa: PLC0415  for one option only

    return take_baseline(rubric.checked, files, digest=rubric.digest(), as_of=as_of)


def to_bytes(baseline: Baseline) -> bytes:
    """Write a baseline as a file holds it."""
    return to_json(baseline).encode()


def digest(path: str | None) -> str | None:
    """Give the digest of a baseline's file."""
    return None if path is None else digest_file(Path(path))
