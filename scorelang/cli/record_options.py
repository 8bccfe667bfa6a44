"""How records are read: what a command line says of it, and what that means.

Every verb that reads records takes the same options; its own class adds what is its own.
"""

from __future__ import annotations

import attrs

from scorelang.model.needs import fields_read
from scorelang.model.rubric import CheckedRubric
from scorelang.records.absent import Expected, read_absent
from scorelang.records.layout import NO_LAYOUT, Layout
from scorelang.records.rater_rows import NO_ROWS, RaterRows


@attrs.frozen(kw_only=True)
class RecordOptions:
    """What the command line of a verb that reads records may say, as it is written there."""

    rubric: str
    records: tuple[str, ...]
    output: str | None
    from_: str | None
    encoding: str | None
    sheet: str | None
    delimiter: str | None
    header_row: int | None
    decimal: str | None
    skip_last: int
    rater_column: str | None
    rater_group_column: str | None
    rater_files: bool
    last: str | None
    absent: str | None
    duplicates: str
    join: bool
    as_of: str | None
    baseline: str | None
    lang: str | None
    color: str


@attrs.frozen
class ReadOptions:
    """How records are read; ``None``: found out."""

    format: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    rater_rows: RaterRows = NO_ROWS
    last: str | None = None
    absent: str | None = None
    keeps: bool | None = None
    keeps_duplicates: bool = False
    joins: bool = False
    layout: Layout = NO_LAYOUT

    def expected(self, rubric: CheckedRubric, *, has_last: bool) -> Expected:
        """Say which columns the records of a rubric must have."""
        # A rubric that is one of several versions may not know a name that another one does.
        return Expected(
            fields_read(rubric),
            read_absent(self.absent, rubric.fields, is_strict=False),
            has_last=has_last,
            keeps=self.keeps,
        )


def read_options(options: RecordOptions, *, keeps: bool | None = None) -> ReadOptions:
    """Say how records are read; ``keeps``: whether results carry their columns along."""
    return ReadOptions(
        format=options.from_,
        encoding=options.encoding,
        sheet=options.sheet,
        rater_rows=RaterRows(options.rater_column, options.rater_group_column, options.rater_files),
        last=options.last,
        absent=options.absent,
        keeps=keeps,
        keeps_duplicates=options.duplicates == "keep",
        joins=options.join,
        layout=Layout.of(options.delimiter, options.header_row, options.decimal, options.skip_last),
    )
