"""Several inputs of records as one, in the order given.

In: paths and the options that say how they are read. Out: ``RecordFiles``, which can be
gone through as often as needed. Rows count on from file to file, so that a row names one
record; the cells as written are at hand for the record that was handed out last.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Any

import attrs

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import CliFailure, fail
from scorelang.cli.record_options import ReadOptions
from scorelang.diagnostics.model import Diagnostic
from scorelang.model.fields import Field, Place, Record, Rejection
from scorelang.model.needs import fields_read
from scorelang.model.rubric import CheckedRubric
from scorelang.records.absent import Expected, refuse_absent
from scorelang.records.inputs import STDIN as STANDARD
from scorelang.records.keys import SeenKeys, is_no_record, is_repeated, key_of, reject_twice
from scorelang.records.last_period import LastMatches, LastPeriod, fields_of_last, open_last
from scorelang.records.names import list_names, said_name
from scorelang.records.rater_rows import join_rows
from scorelang.records.source import RecordSource, open_joined, open_records
from scorelang.records.stated_units import require_one_unit
from scorelang.records.unreadable import UnreadableInput, note, refuse
from scorelang.records.write_rejects import PLACE_COLUMNS

Read = Record | Rejection
_LOOKED_AT = 1000


@attrs.define
class RecordFiles:
    """Records of several inputs; remembers cells and values of rows until they are taken."""

    paths: tuple[str, ...]
    sources: tuple[RecordSource, ...]
    keeps_cells: bool = False
    keeps_values: bool = False
    joined: tuple[Field, ...] | None = None
    last: LastPeriod | None = None
    key: Field | None = None
    keeps_duplicates: bool = False
    count: int = 0
    matches: LastMatches | None = None
    _cells: dict[int, Mapping[str, str]] = attrs.field(factory=dict)
    _read: dict[int, Read] = attrs.field(factory=dict)
    _places: dict[int, Place | None] = attrs.field(factory=dict)
    _rows_of_raters: dict[Place, int] = attrs.field(factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns of all inputs, each once."""
        return tuple(dict.fromkeys(name for source in self.sources for name in source.columns))

    @property
    def place_columns(self) -> tuple[str, ...]:
        """What rejects have to say of a place besides file and line."""
        sheet = any(source.has_sheets for source in self.sources)
        number = len(self.paths) > 1 and any(source.is_numbered for source in self.sources)
        needed = zip(PLACE_COLUMNS, (sheet, number), strict=True)
        return tuple(name for name, is_needed in needed if is_needed)

    @property
    def blank(self) -> tuple[Field, ...]:
        """The fields that are read and blank in every record for want of a column."""
        blank = dict.fromkeys(field for source in self.sources for field in source.blank)
        return tuple(one for one in blank if all(one in each.blank for each in self.sources))

    @property
    def blank_in(self) -> Mapping[str, tuple[Field, ...]]:
        """The fields that are blank in the records of some files only."""
        if self.joined is not None:
            return {}  # what one rater leaves out another may say
        everywhere = self.blank
        found = {
            source.name: tuple(field for field in source.blank if field not in everywhere)
            for source in self.sources
        }
        return {name: fields for name, fields in found.items() if fields}

    @property
    def notices(self) -> tuple[Diagnostic, ...]:
        """What is to be said about the inputs, each thing once."""
        last = () if self.last is None else self.last.notices
        own = (found for source in self.sources for found in source.notices)
        if self.blank_in:
            own = (found for source in self.sources for found in _of_one_file(source))
        return tuple(dict.fromkeys((*own, *last)))

    @property
    def digests(self) -> tuple[str, ...]:
        """The SHA-256 of each input, in the order of ``paths``."""
        return tuple(digest for source in self.sources for digest in source.digests)

    @property
    def closing(self) -> tuple[Diagnostic, ...]:
        """What is known of the inputs when they have been read."""
        matched = () if self.matches is None else (self.matches.notice(),)
        columns = (notice for source in self.sources for notice in source.closing)
        return (*matched, *dict.fromkeys(columns))

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
        matches = self.matches = None if self.last is None else LastMatches(self.last)
        seen = None if self.keeps_duplicates or self.joined else SeenKeys(self.key)
        for source in self.sources:
            before = self.count
            for own, texts in self._rows(source):
                read = own if self.last is None else self.last.fill(own)
                row = before + read.row
                self.count = row
                numbered = attrs.evolve(read, row=row) if before else read
                if seen is not None:
                    numbered = self._once(numbered, seen)
                if matches is not None and not is_no_record(numbered):
                    matches.count(numbered)
                if self.keeps_cells:
                    self._cells[row] = dict(zip(source.columns, texts, strict=False))
                    if self.joined is not None and read.place is not None:
                        self._rows_of_raters[read.place] = row
                if isinstance(numbered, Record) and numbered.left_out:
                    self._places[row] = numbered.place
                if self.keeps_values:
                    self._read[row] = numbered
                yield numbered

    def _once(self, read: Read, seen: SeenKeys) -> Read:
        """Turn away a record whose key stands in an earlier one."""
        if is_no_record(read) or is_repeated(read):
            return read
        first = seen.first(read)
        if first is None:
            return read
        row, place = first
        if len(self.sources) > 1 and read.place is not None:
            self._refuse_parts(read.id or "", place.file, read.place.file)
        return reject_twice(read, row, place)

    def _refuse_parts(self, key: str, path: str, other: str) -> None:
        """End the run where two files hold different columns of the same records."""
        by_name = {source.name: source for source in self.sources}
        if path in by_name and other in by_name and _are_parts(by_name[path], by_name[other]):
            refuse("U0162.rows", path=path, other=other, id=key)

    def cells(self, row: int) -> Mapping[str, str]:
        """Give the cells of a row as written, once."""
        return self._cells.pop(row, {})

    def cells_at(self, place: Place | None) -> Mapping[str, str] | None:
        """Give the cells of a rater's row that stands there, as written; ``None``: of none."""
        row = None if place is None else self._rows_of_raters.get(place)
        return None if row is None else self._cells.get(row)

    def place(self, row: int) -> Place | None:
        """Give where a record stands that is scored without some of its ratings."""
        return self._places.get(row)

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
    if named.count(STANDARD) > 1:
        fail("U0214")
    key = next((field for field in rubric.fields if field.is_key), None)
    try:
        _check_join(named, options)
        last = None
        if options.last is not None and fields_of_last(rubric):
            sign = options.layout.decimal
            last = open_last(options.last, rubric, encoding=options.encoding, decimal=sign)
        expected = options.expected(rubric, has_last=last is not None)
        sources = _open_sources(named, rubric, options, expected, stdin)
        require_one_unit(
            one
            for stated in (
                *(source.stated for source in sources),
                () if last is None else last.stated,
            )
            for one in stated
        )
        if not options.rater_rows.is_set:
            _refuse_parts(sources, key)
        if options.rater_rows.by_file:
            _require_somewhere(rubric, sources, expected)
    except UnreadableInput as problem:
        raise unreadable(problem) from problem
    joined = rubric.fields if options.rater_rows.is_set else None
    return RecordFiles(
        named,
        sources,
        keeps_cells,
        keeps_values,
        joined,
        last,
        key,
        options.keeps_duplicates and not options.joins,
    )


def _check_join(paths: tuple[str, ...], options: ReadOptions) -> None:
    if not options.joins:
        return
    rows = options.rater_rows
    if rows.is_set:
        option = "--rater-files" if rows.by_file else "--rater-column"
        refuse("U0163.raters", option=option)
    if len(paths) < 2:
        refuse("U0163.one")


def _open_sources(
    paths: tuple[str, ...],
    rubric: CheckedRubric,
    options: ReadOptions,
    expected: Expected,
    stdin: bytes | None,
) -> tuple[RecordSource, ...]:
    """Open each input, or all of them as one table."""
    how: dict[str, Any] = {
        "format": options.format,
        "encoding": options.encoding,
        "sheet": options.sheet,
        "layout": options.layout,
    }
    if options.joins:
        given = None if stdin is None else io.BytesIO(stdin)
        return (open_joined(paths, rubric, expected=expected, stdin=given, **how),)
    sources = []
    for path in paths:
        given = None if stdin is None else io.BytesIO(stdin)
        rows = options.rater_rows
        try:
            source = open_records(
                path, rubric, rater_rows=rows, expected=expected, stdin=given, **how
            )
        except UnreadableInput as problem:
            if STANDARD not in paths and len(paths) > 1:
                _offer_join(problem, path, paths, rubric, how)
            raise
        sources.append(source)
    return tuple(sources)


def _offer_join(
    problem: UnreadableInput,
    path: str,
    paths: tuple[str, ...],
    rubric: CheckedRubric,
    how: Mapping[str, Any],
) -> None:
    """Say that the columns one file lacks are in another one, if that is so."""
    if {found.code for found in problem.diagnostics} != {"U0107"}:
        return
    part = Expected(fields_read(rubric), is_part=True)
    all_ = {one: open_records(one, rubric, expected=part, **how) for one in paths}
    lacking = {field.name: field for field in all_[path].blank if not field.is_key}
    for other, source in all_.items():
        if other != path and lacking.keys() & source.held and not source.held & all_[path].held:
            names = list_names(said_name(f) for name, f in lacking.items() if name in source.held)
            refuse("U0162", path=path, other=other, fields=names)


def _of_one_file(source: RecordSource) -> Iterator[Diagnostic]:
    """Give the notices of one file of several: what it lacks is blank there only."""
    for found in source.notices:
        if found.key == "U0122":
            yield note(
                "U0122.file", path=source.name, fields=list_names(map(said_name, source.blank))
            )
        else:
            yield found


def _are_parts(first: RecordSource, second: RecordSource) -> bool:
    """Whether two files have no field in common, so that each may be a part of the records."""
    return bool(first.held and second.held) and not first.held & second.held


def _refuse_parts(sources: Sequence[RecordSource], key: Field | None) -> None:
    """End the run before it begins where the first records show that files are parts."""
    for first, second in combinations(sources, 2):
        if _are_parts(first, second):
            keys = {key_of(read, key) for read in islice(first, _LOOKED_AT)}
            for read in islice(second, _LOOKED_AT):
                if read.id is not None and key_of(read, key) in keys and not is_no_record(read):
                    refuse("U0162.rows", path=first.name, other=second.name, id=read.id)


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
