"""Several inputs of records as one, in the order given.

In: paths and the options that say how they are read. Out: ``RecordFiles``, which can be
gone through as often as needed. Rows count on from file to file, so that a row names one
record; the cells as written are at hand for the record that was handed out last.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping

import attrs

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import CliFailure, fail
from scorelang.diagnostics.model import Diagnostic
from scorelang.model.fields import Field, Record, Rejection
from scorelang.model.rubric import CheckedRubric
from scorelang.records.last_period import LastPeriod, fields_of_last, open_last
from scorelang.records.rater_rows import NO_ROWS, RaterRows, join_rows
from scorelang.records.source import RecordSource, open_records
from scorelang.records.unreadable import UnreadableInput

Read = Record | Rejection


@attrs.frozen
class ReadOptions:
    """How records are read; ``None``: found out."""

    format: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    rater_rows: RaterRows = NO_ROWS
    last: str | None = None


@attrs.define
class RecordFiles:
    """Records of several inputs; remembers cells and values of rows until they are taken."""

    paths: tuple[str, ...]
    sources: tuple[RecordSource, ...]
    keeps_cells: bool = False
    keeps_values: bool = False
    joined: tuple[Field, ...] | None = None
    last: LastPeriod | None = None
    count: int = 0
    _cells: dict[int, Mapping[str, str]] = attrs.field(factory=dict)
    _read: dict[int, Read] = attrs.field(factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns of all inputs, each once."""
        return tuple(dict.fromkeys(name for source in self.sources for name in source.columns))

    @property
    def notices(self) -> tuple[Diagnostic, ...]:
        """What is to be said about the inputs, each thing once."""
        return tuple(dict.fromkeys(found for source in self.sources for found in source.notices))

    def require_unchanged(self) -> None:
        """Refuse inputs that are no longer what was read; asked when a run has ended."""
        for source in self.sources:
            source.require_unchanged()

    def __iter__(self) -> Iterator[Read]:
        """Read all records from the first one on; rows of several raters are joined."""
        if self.joined is None:
            yield from self._single()
            return
        for read in join_rows(self._single(), self.joined):
            if self.keeps_values:
                self._read[read.row] = read
            yield read

    def _single(self) -> Iterator[Read]:
        self.count = 0
        for source in self.sources:
            before = self.count
            for own, texts in self._rows(source):
                read = own if self.last is None else self.last.fill(own)
                row = before + read.row
                self.count = row
                numbered = attrs.evolve(read, row=row) if before else read
                if self.keeps_cells:
                    self._cells[row] = dict(zip(source.columns, texts, strict=False))
                if self.keeps_values:
                    self._read[row] = numbered
                yield numbered

    def cells(self, row: int) -> Mapping[str, str]:
        """Give the cells of a row as written, once."""
        return self._cells.pop(row, {})

    def read(self, row: int) -> Read | None:
        """Give what was read of a row."""
        return self._read.get(row)

    def _rows(self, source: RecordSource) -> Iterator[tuple[Read, tuple[str, ...]]]:
        if self.keeps_cells:
            yield from source.with_texts()
        else:
            yield from ((read, ()) for read in source)


def open_files(  # noqa: PLR0913  as many options as the command line has
    paths: Iterable[str],
    rubric: CheckedRubric,
    options: ReadOptions,
    *,
    keeps_cells: bool = False,
    keeps_values: bool = False,
    stdin: bytes | None = None,
) -> RecordFiles:
    """Open the inputs; one that cannot be read ends the run. ``stdin`` was read already."""
    named = tuple(paths)
    if named.count("-") > 1:
        fail("U0214")
    try:
        last = None
        if options.last is not None and fields_of_last(rubric):
            last = open_last(options.last, rubric, encoding=options.encoding)
        sources = tuple(
            open_records(
                path,
                rubric,
                format=options.format,
                encoding=options.encoding,
                sheet=options.sheet,
                rater_rows=options.rater_rows,
                has_last=last is not None,
                stdin=None if stdin is None else io.BytesIO(stdin),
            )
            for path in named
        )
    except UnreadableInput as problem:
        raise unreadable(problem) from problem
    joined = rubric.fields if options.rater_rows.is_set else None
    return RecordFiles(named, sources, keeps_cells, keeps_values, joined, last)


def unreadable(problem: UnreadableInput) -> CliFailure:
    """Make the failure for an input that cannot be used."""
    return CliFailure(problem.diagnostics, ExitCode.USAGE)
