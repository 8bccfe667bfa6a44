"""The command line of ``score``, and what it asks for: formats and limits are settled first.

Codes ``U0204``, ``U0205``, ``U0208``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import attrs

from scorelang.cli.failure import fail
from scorelang.cli.output import STANDARD, check_output
from scorelang.cli.page_formats import ending_of
from scorelang.cli.record_options import RecordOptions
from scorelang.cli.reject_limit import RejectLimit, read_limit
from scorelang.records.write_results import HEADED_FORMATS, RESULT_FORMATS


@attrs.frozen(kw_only=True)
class ScoreOptions(RecordOptions):
    """The command line of ``score``."""

    to: str | None
    as_of_field: str | None
    keep_columns: bool
    rejects: str | None
    max_rejects: str | None
    save_baseline: str | None
    stamp: str | None
    headings: str | None

    @property
    def inputs(self) -> tuple[str, ...]:
        """Everything that is read."""
        extra = (each for each in (self.baseline, self.last) if each is not None)
        return (*self.records, self.rubric, *extra)


def settle(options: ScoreOptions) -> tuple[str, RejectLimit]:
    """Check all options that can be checked before anything is read."""
    limit = read_limit(options.max_rejects)
    written = [options.output, options.rejects, options.stamp, options.save_baseline]
    paths = [path for path in written if path not in {None, STANDARD}]
    for number, path in enumerate(paths):
        assert path is not None
        check_output(path, options.inputs)
        if Path(path).resolve() in {Path(str(other)).resolve() for other in paths[:number]}:
            fail("U0204.twice", path=path)
    _check_endings(options)
    return _result_format(options), limit


def _check_endings(options: ScoreOptions) -> None:
    """Refuse names whose ending says another format than the one that is written."""
    if options.rejects is not None and format_of(options.rejects) not in {*RESULT_FORMATS, ""}:
        fail("U0205.plain", path=options.rejects, known=_known_formats())
    for path in (options.stamp, options.save_baseline):
        if path is not None and ending_of(path) not in {"json", ""}:
            fail("U0205.plain", path=path, known="`json`")


def _result_format(options: ScoreOptions) -> str:
    """Choose the format: as asked, by the ending, a table on a terminal, else JSON Lines."""
    to_standard = options.output in {None, STANDARD}
    if options.to is not None:
        found = options.to
    elif to_standard:
        found = "table" if sys.stdout.isatty() else "jsonl"
    else:
        found = format_of(str(options.output))
    if found not in {*RESULT_FORMATS, "table"}:
        fail("U0205", path=options.output, option="--to", known=_known_formats())
    if found in {"xlsx", "parquet"} and to_standard and sys.stdout.isatty():
        fail("U0205.terminal", format=found)
    if options.headings == "labels" and found not in {*HEADED_FORMATS, "table"}:
        fail("U0205.headings", format=found)
    return found


def format_of(path: str) -> str:
    """Give the format of records that the ending of a path names."""
    ending = ending_of(path)
    return {"ndjson": "jsonl"}.get(ending, ending)


def _known_formats() -> str:
    return ", ".join(f"`{name}`" for name in RESULT_FORMATS)
