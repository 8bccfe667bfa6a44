"""Which version of a rubric scores: the one of a day, or for each record that of its own date.

Codes ``U0305`` (no version on that day) and ``U0306`` (nothing says which day counts).
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Mapping
from typing import NoReturn

import attrs

from scorelang.api import Rubric, Versions, read_versions
from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import CliFailure
from scorelang.cli.record_files import RecordFiles, open_files
from scorelang.cli.record_options import ReadOptions
from scorelang.cli.rubrics import STANDARD, is_about_use, is_chinese
from scorelang.diagnostics.collector import make
from scorelang.diagnostics.model import Diagnostic, Severity
from scorelang.diagnostics.quoting import write_as
from scorelang.evaluator.baseline import Baseline
from scorelang.evaluator.history import (
    Dated,
    Read,
    date_record,
    day_rubric,
    places_of,
    score_history,
)
from scorelang.library.errors import WORDS
from scorelang.model.fields import Field, FieldType, Place, Rejection
from scorelang.model.history import History, say_days, version_name
from scorelang.model.outcome import Outcome
from scorelang.records.stamp import InputDigest

_UNREAD = "U0121"


def load_versions(name: str) -> Versions:
    """Load a rubric or all versions of one; errors end the run."""
    found = read_versions(name)
    write_as(is_chinese=any(map(is_chinese, found.loaded)))
    if found.versions is None:
        errors = tuple(d for d in found.diagnostics if d.severity is Severity.ERROR)
        is_use = any(map(is_about_use, errors or found.diagnostics))
        code = ExitCode.USAGE if is_use else ExitCode.FINDINGS
        raise CliFailure(errors or found.diagnostics, code, found.sources)
    return found.versions


def choose(versions: Versions, day: dt.date | None, field: str | None) -> Rubric | History:
    """Give the rubric that scores all records, or the history whose versions share them."""
    history = versions.history
    if day is not None:
        place = history.place_on(day)
        if place is None:
            key = "U0305" if len(versions.rubrics) > 1 else "U0305.single"
            _fail(key, history, day=day)
        return versions.rubrics[place]
    if field is not None:
        return _by_field(history, field)
    if history.day_field is not None:
        return history
    if len(versions.rubrics) > 1:
        _fail("U0306", history)
    return versions.rubrics[0]


def _by_field(history: History, field: str) -> History:
    for version in history.versions:
        kinds = {each.name: each.type for each in version.fields}
        if kinds.get(field) is not FieldType.DATE:
            _fail("U0306.field", history, field=field)
    chosen = (attrs.evolve(version, day_field=field) for version in history.versions)
    return History(tuple(chosen))


def _fail(key: str, history: History, **arguments: object) -> NoReturn:
    known = "; ".join(say_days(version) for version in history.versions)
    said: dict[str, str] = {name: str(value) for name, value in arguments.items()}
    found: Diagnostic = make(WORDS, key, None, name=history.name, known=known, **said)  # type: ignore[arg-type]
    raise CliFailure((found,), ExitCode.USAGE)


def digests_of(name: str) -> tuple[InputDigest, ...]:
    """Give each version of a rubric with the SHA-256 of its normal form."""
    return tuple(
        InputDigest(version_name(rubric.checked), rubric.digest())
        for rubric in load_versions(name).rubrics
    )


@attrs.define
class HistoryFiles:
    """Records of several inputs, each read by the version of its own day."""

    history: History
    rows: tuple[Dated, ...]
    files: Mapping[int, RecordFiles]
    days: RecordFiles
    places: Mapping[int, int]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns of all inputs, each once."""
        return self.days.columns

    @property
    def place_columns(self) -> tuple[str, ...]:
        """What rejects have to say of a place besides file and line."""
        return self.days.place_columns

    @property
    def blank(self) -> tuple[Field, ...]:
        """The fields that some version reads and that are blank for want of a column."""
        return tuple(dict.fromkeys(one for files in self.files.values() for one in files.blank))

    @property
    def blank_in(self) -> Mapping[str, tuple[Field, ...]]:
        """The fields that are blank in the records of some files only."""
        found: dict[str, tuple[Field, ...]] = {}
        for files in self.files.values():
            for path, fields in files.blank_in.items():
                found[path] = tuple(dict.fromkeys((*found.get(path, ()), *fields)))
        return found

    @property
    def notices(self) -> tuple[Diagnostic, ...]:
        """What is to be said about the inputs, each thing once."""
        each = [files.notices for files in self.files.values()]
        found = dict.fromkeys(notice for notices in each for notice in notices)
        # A column that some version reads is nothing to wonder at.
        return tuple(
            notice
            for notice in found
            if notice.code != _UNREAD or all(notice in notices for notices in each)
        )

    @property
    def paths(self) -> tuple[str, ...]:
        """The inputs by the names they were given under."""
        return self.days.paths

    @property
    def digests(self) -> tuple[str, ...]:
        """The SHA-256 of each input, in the order of ``paths``."""
        return self.days.digests

    @property
    def closing(self) -> tuple[Diagnostic, ...]:
        """What is known of the inputs when they have been read."""
        each = (files.closing for files in self.files.values())
        return tuple(dict.fromkeys(notice for notices in each for notice in notices))

    def require_unchanged(self) -> None:
        """Refuse inputs that are no longer what was read; asked when a run has ended."""
        self.days.require_unchanged()

    def cells(self, row: int) -> Mapping[str, str]:
        """Give the cells of a row as written, once."""
        place = self.places.get(row)
        return {} if place is None else self.files[place].cells(row)

    def cells_at(self, place: Place | None) -> Mapping[str, str] | None:
        """Give the cells of a rater's row that stands there, as written; ``None``: of none."""
        found = (files.cells_at(place) for files in self.files.values())
        return next((cells for cells in found if cells is not None), None)

    def place(self, row: int) -> Place | None:
        """Give where a record stands that is scored without some of its ratings."""
        version = self.places.get(row)
        return None if version is None else self.files[version].place(row)

    def score(self, baseline: Baseline | None) -> Iterator[Outcome | Rejection]:
        """Score all records in their order."""
        own = {place: _Own(files, self.places, place) for place, files in self.files.items()}
        return score_history(self.history, self.rows, own, baseline=baseline)


@attrs.frozen
class _Own:
    """The records of one version, which can be gone through several times."""

    files: RecordFiles
    places: Mapping[int, int]
    place: int

    def __iter__(self) -> Iterator[Read]:
        for read in self.files:
            if self.places.get(read.row) == self.place:
                yield read
            else:
                self.files.cells(read.row)  # nobody will ask for them


def open_history(
    paths: tuple[str, ...], history: History, options: ReadOptions, *, keeps_cells: bool = False
) -> HistoryFiles:
    """Open the inputs: first for the days, then for each version that is in force on one."""
    given = sys.stdin.buffer.read() if STANDARD in paths else None
    days = open_files(paths, day_rubric(history), options, stdin=given)
    rows = tuple(date_record(read, history) for read in days)
    places = places_of(history, rows)
    files = {
        place: open_files(
            paths, history.versions[place], options, keeps_cells=keeps_cells, stdin=given
        )
        for place in sorted(set(places.values()))
    }
    return HistoryFiles(history, rows, files, days, places)
