"""Several inputs of records as one, in the order given.

In: paths and the options that say how they are read. Out: ``RecordFiles``, which can be
gone through as often as needed. Rows count on from file to file, so that a row names one
record; the cells as written are at hand for the record that was handed out last.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

import attrs

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import CliFailure, fail
from scorelang.diagnostics.model import Diagnostic
from scorelang.model.fields import Field, Record, Rejection
from scorelang.model.needs import fields_read
from scorelang.model.rubric import CheckedRubric
from scorelang.records.absent import Expected, read_absent, refuse_absent
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
    absent: str | None = None
    keeps: bool | None = None

    def expected(self, rubric: CheckedRubric, *, has_last: bool) -> Expected:
        """Say which columns the records of a rubric must have."""
        # A rubric that is one of several versions may not know a name that another one does.
        return Expected(
            fields_read(rubric),
            read_absent(self.absent, rubric.fields, is_strict=False),
            has_last=has_last,
            keeps=self.keeps,
        )


class RecordOptions(Protocol):
    """The options of a command line that say how records are read."""

    @property
    def from_(self) -> str | None: ...  # noqa: D102  as on the command line, each of them
    @property
    def encoding(self) -> str | None: ...  # noqa: D102
    @property
    def sheet(self) -> str | None: ...  # noqa: D102
    @property
    def rater_column(self) -> str | None: ...  # noqa: D102
    @property
    def rater_group_column(self) -> str | None: ...  # noqa: D102
    @property
    def rater_files(self) -> bool: ...  # noqa: D102
    @property
    def last(self) -> str | None: ...  # noqa: D102
    @property
    def absent(self) -> str | None: ...  # noqa: D102


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
    )


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
    def blank(self) -> tuple[Field, ...]:
        """The fields that are read and blank in every record for want of a column."""
        return tuple(dict.fromkeys(field for source in self.sources for field in source.blank))

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
        expected = options.expected(rubric, has_last=last is not None)
        sources = tuple(
            open_records(
                path,
                rubric,
                format=options.format,
                encoding=options.encoding,
                sheet=options.sheet,
                rater_rows=options.rater_rows,
                expected=expected,
                stdin=None if stdin is None else io.BytesIO(stdin),
            )
            for path in named
        )
        if options.rater_rows.by_file:
            _require_somewhere(rubric, sources, expected)
    except UnreadableInput as problem:
        raise unreadable(problem) from problem
    joined = rubric.fields if options.rater_rows.is_set else None
    return RecordFiles(named, sources, keeps_cells, keeps_values, joined, last)


def _require_somewhere(
    rubric: CheckedRubric, sources: Sequence[RecordSource], expected: Expected
) -> None:
    """Each rater's file may lack what another one has; what none has is absent."""
    nowhere = set.intersection(*(set(source.blank) for source in sources))
    lacking = [f for f in rubric.fields if f in nowhere and not expected.absent.allows(f)]
    if lacking:
        columns = dict.fromkeys(name for source in sources for name in source.columns)
        refuse_absent(lacking, sources[0].name, tuple(columns), ())


def unreadable(problem: UnreadableInput) -> CliFailure:
    """Make the failure for an input that cannot be used."""
    return CliFailure(problem.diagnostics, ExitCode.USAGE)
