"""The door for programs: load a rubric, score records, format text.

Everything public is re-exported by ``scorelang``. A fault in a rubric is raised as
:class:`RubricError` with its diagnostics; a fault in a record is a value, a
:class:`Rejection`, or raised as :class:`RecordError` by :meth:`Rubric.score`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from hashlib import sha256
from os import PathLike
from typing import TYPE_CHECKING

import attrs

from scorelang.compiler.check_history import check_history
from scorelang.diagnostics.language import speaking, spoken, step_by_step
from scorelang.diagnostics.model import Diagnostic, Severity
from scorelang.evaluator.baseline import Baseline
from scorelang.evaluator.batch import score_batch
from scorelang.evaluator.history import choose, date_record, day_rubric
from scorelang.evaluator.interpreter import Evaluator
from scorelang.formatter.format import FormatResult
from scorelang.formatter.format import format_source as _format_source
from scorelang.library.history_files import version_files
from scorelang.loading import Loaded, read_rubric, read_text
from scorelang.model.fields import Record, Rejection
from scorelang.model.history import History, first_day, say_days, version_name
from scorelang.model.outcome import Outcome
from scorelang.model.rubric import CheckedRubric
from scorelang.quick_stream import StreamScorer, can_stream
from scorelang.records.mapping import MappingReader
from scorelang.source.text import SourceText
from scorelang.syntax.ast import VersionDecl, Vocabulary
from scorelang.trials.run import Trial
from scorelang.trials.run import run_examples as _run_examples

if TYPE_CHECKING:  # polars starts slowly and is wanted by one function only
    import polars as pl

    from scorelang.frames import ArrowFrame
    from scorelang.quick import QuickScorer


__all__ = [
    "Loaded",
    "LoadedVersions",
    "NoVersionError",
    "RecordError",
    "Rubric",
    "RubricError",
    "Versions",
    "format_source",
    "load_rubric",
    "load_text",
    "load_versions",
    "normal_digest",
    "read_rubric",
    "read_text",
    "read_versions",
]


class RubricError(Exception):
    """A rubric that cannot be used: ``diagnostics`` say why, ``sources`` hold the texts."""

    def __init__(
        self, diagnostics: tuple[Diagnostic, ...], sources: Mapping[str, SourceText]
    ) -> None:
        super().__init__("; ".join(f"{found.code}: {found.message}" for found in diagnostics))
        self.diagnostics = diagnostics
        self.sources = sources


class RecordError(ValueError):
    """A record that cannot be scored; ``rejection`` holds all its faults."""

    def __init__(self, rejection: Rejection) -> None:
        told = "; ".join(f"{fault.field}: {fault.message}" for fault in rejection.faults)
        super().__init__(told)
        self.rejection = rejection


@attrs.frozen(slots=False)  # without slots, so that the reader is made once and kept
class Rubric:
    """A rubric that compiles. It scores every record whose fields are valid."""

    checked: CheckedRubric
    source: SourceText
    warnings: tuple[Diagnostic, ...] = ()
    lang: str | None = None

    @property
    def name(self) -> str:
        """The name inside the file."""
        return self.checked.name

    @cached_property
    def _reader(self) -> MappingReader:
        return MappingReader(self.checked)

    @cached_property
    def _quick(self) -> QuickScorer | None:
        from scorelang.quick import QuickScorer  # noqa: PLC0415  the command line never needs it

        return QuickScorer.of(self.checked)

    @cached_property
    def _stream(self) -> StreamScorer | None:
        can_stream_it = can_stream(self.checked)
        return StreamScorer(self.checked, self._evaluator) if can_stream_it else None

    @cached_property
    def _evaluator(self) -> Evaluator:
        return Evaluator(self.checked)

    def score(
        self,
        record: Mapping[str, object],
        *,
        baseline: Baseline | None = None,
        as_of: dt.date | None = None,
    ) -> Outcome:
        """Score one record, given as a mapping of field name to value.

        A value is a number (``int``, ``Decimal``, ``Fraction``, or a ``float``, which stands
        for its shortest decimal), a text as it would stand in a CSV cell, a ``bool``, a
        ``date`` or ``None``. A number is in the unit of the field's column.

        Raises :class:`RecordError` with all faults if the record is rejected, and
        :class:`~scorelang.evaluator.baseline.BaselineError` if the rubric compares with a
        population and no baseline is given.
        """
        lang = self.lang or spoken()
        quick = self._quick
        if quick is not None:
            kept = dict(record)  # what is read later belongs to the record as it is now
            scored = quick.score(kept, as_of, lambda: self._interpret(kept, None, as_of, lang))
            if scored is not None:
                return scored
        return self._interpret(record, baseline, as_of, lang)

    def totals(
        self,
        record: Mapping[str, object],
        *,
        baseline: Baseline | None = None,
        as_of: dt.date | None = None,
    ) -> tuple[Fraction | None, str | None]:
        """Score one record for its exact total and its grade alone, the quickest way.

        Both are ``None`` where the record is not ratable. Takes and raises what :meth:`score` does.
        """
        found = None if self._quick is None else self._quick.totals(record, as_of)
        if found is not None:
            return found
        outcome = self.score(record, baseline=baseline, as_of=as_of)
        return outcome.total_exact, outcome.grade

    def _interpret(
        self,
        record: Mapping[str, object],
        baseline: Baseline | None,
        as_of: dt.date | None,
        lang: str,
    ) -> Outcome:
        """Let the interpreter score a record, with all its words."""
        with speaking(lang):
            scored = self._evaluator.score_read(self._reader.read(record), baseline, as_of)
        if isinstance(scored, Rejection):
            raise RecordError(scored)
        return scored

    def score_records(
        self,
        records: Iterable[Record | Rejection],
        *,
        baseline: Baseline | None = None,
        as_of: dt.date | None = None,
    ) -> Iterator[Outcome | Rejection]:
        """Score records in their order.

        Population values are taken over them unless a baseline is given; ``records`` are
        then gone through more than once: hand in something that can be, such as a list or a
        ``RecordSource``.
        """
        if self._stream is not None:
            scored = self._stream.score(records, as_of)
        else:
            scored = score_batch(self.checked, records, baseline=baseline, as_of=as_of)
        return scored if self.lang is None else step_by_step(self.lang, iter(scored))

    def score_frame(
        self,
        frame: pl.DataFrame | ArrowFrame,
        *,
        as_of: dt.date | None = None,
        baseline: Baseline | None = None,
        absent: str | None = None,
        keeps_duplicates: bool = False,
    ) -> pl.DataFrame:
        """Score a polars frame, or anything with the Arrow C interface, row by row.

        Columns out, with types that the rubric alone decides: ``id``, ``row``, ``status``
        (``scored``, ``not ratable``, ``rejected``), ``reason``, ``total`` and ``grade``, every
        score and result (numbers are ``Decimal``), ``flags``, ``overrides``, ``missing``,
        ``undecided``, ``levels``, ``notes``, ``reasons`` where the rubric declares them, and
        ``faults`` (``None`` for a record without any). A name that is taken gets its kind
        before it: ``score_status``. Of a float 15 significant digits count.

        Raises :class:`~scorelang.frames.FrameError` if a column is absent that the rubric
        reads; ``absent="blank"``, or names of fields, goes on without it. As in a file, a row
        whose key stands in an earlier one is rejected (``keeps_duplicates`` scores it), and
        so is one whose key is a word for a total.
        """
        from scorelang.frames import score_frame  # noqa: PLC0415  polars starts slowly

        with speaking(self.lang or spoken()):
            return score_frame(
                self.checked,
                frame,
                as_of=as_of,
                baseline=baseline,
                absent=absent,
                keeps_duplicates=keeps_duplicates,
            )

    def run_examples(self, as_of: dt.date | None = None) -> tuple[Trial, ...]:
        """Run the examples inside the rubric."""
        return _run_examples(self.checked, as_of)

    def digest(self) -> str:
        """Give the SHA-256 of the normal form: formatted, in the English vocabulary."""
        return normal_digest(self.source)


def load_rubric(name: str | PathLike[str], *, lang: str | None = None) -> Rubric:
    """Load a rubric by path or shipped name; raises :class:`RubricError` if it has errors.

    ``lang`` is the language of its messages and notes: ``en``, or ``zh`` for Chinese.
    """
    with speaking(lang or spoken()):
        return _rubric(read_rubric(name), lang)


def load_text(text: str, path: str = "<text>", *, lang: str | None = None) -> Rubric:
    """Load a rubric from a text; ``path`` is its name in messages, ``lang`` their language."""
    with speaking(lang or spoken()):
        return _rubric(read_text(SourceText(path, text)), lang)


def _rubric(loaded: Loaded, lang: str | None) -> Rubric:
    if loaded.checked is None or loaded.source is None:
        raise RubricError(loaded.diagnostics, loaded.sources)
    return Rubric(loaded.checked, loaded.source, loaded.diagnostics, lang)


class NoVersionError(LookupError):
    """No version of a rubric is in force on the day that was asked for."""


@attrs.frozen(slots=False)  # without slots, so that readers are made once and kept
class Versions:
    """The versions of one rubric, oldest first; a single rubric is its own only version."""

    rubrics: tuple[Rubric, ...]
    warnings: tuple[Diagnostic, ...] = ()

    @cached_property
    def history(self) -> History:
        """The versions with the days on which each is in force."""
        return History(tuple(rubric.checked for rubric in self.rubrics))

    @property
    def name(self) -> str:
        """The name all versions have."""
        return self.history.name

    def on(self, day: dt.date) -> Rubric:
        """Give the version in force on a day; raises :class:`NoVersionError` if none is."""
        place = self.history.place_on(day)
        if place is None:
            known = "; ".join(say_days(version) for version in self.history.versions)
            msg = f"no version of `{self.name}` is in force on {day}: {known}"
            raise NoVersionError(msg)
        return self.rubrics[place]

    def score(
        self,
        record: Mapping[str, object],
        *,
        baseline: Baseline | None = None,
        as_of: dt.date | None = None,
    ) -> Outcome:
        """Score one record by the version in force on ``as_of``, else on its own date.

        Raises what :meth:`Rubric.score` raises, :class:`NoVersionError`, and
        :class:`RecordError` if the date of the record is in no version.
        """
        if as_of is not None:
            return self.on(as_of).score(record, baseline=baseline, as_of=as_of)
        if self.history.day_field is None:
            return self._only().score(record, baseline=baseline)
        dated = date_record(self._day_reader.read(record), self.history)
        place = choose(self.history, dated)
        if isinstance(place, Rejection):
            raise RecordError(place)
        outcome = self.rubrics[place].score(record, baseline=baseline, as_of=dated.day)
        version = version_name(self.history.versions[place])
        return attrs.evolve(outcome, version=version) if len(self.rubrics) > 1 else outcome

    @cached_property
    def _day_reader(self) -> MappingReader:
        return MappingReader(day_rubric(self.history))

    def _only(self) -> Rubric:
        if len(self.rubrics) == 1:
            return self.rubrics[0]
        msg = f"`{self.name}` has several versions: say which day counts with `as_of`"
        raise NoVersionError(msg)


@attrs.frozen
class LoadedVersions:
    """The files of a rubric as far as they could be read; ``versions``: where all compile."""

    loaded: tuple[Loaded, ...]
    diagnostics: tuple[Diagnostic, ...]
    versions: Versions | None = None

    @property
    def sources(self) -> Mapping[str, SourceText]:
        """The texts the diagnostics point at, by path."""
        return {path: text for one in self.loaded for path, text in one.sources.items()}


def read_versions(name: str | PathLike[str]) -> LoadedVersions:
    """Read a rubric, or a folder that holds the versions of one; nothing is raised."""
    several = tuple(read_rubric(path) for path in version_files(str(name)))
    if not _are_versions(several):  # a single file, or a folder of rubrics, which is refused
        several = (read_rubric(name),)
    found = tuple(finding for one in several for finding in one.diagnostics)
    rubrics = [
        Rubric(one.checked, one.source, one.diagnostics)
        for one in several
        if one.checked is not None and one.source is not None
    ]
    rubrics.sort(key=lambda rubric: first_day(rubric.checked))
    versions = Versions(tuple(rubrics), found)
    if rubrics:
        found = (*found, *check_history(versions.history))
    is_usable = len(rubrics) == len(several) and all(
        f.severity is not Severity.ERROR for f in found
    )
    return LoadedVersions(
        several, found, attrs.evolve(versions, warnings=found) if is_usable else None
    )


def _are_versions(loaded: tuple[Loaded, ...]) -> bool:
    """Whether files are versions of one rubric: one name, and one of them has days."""
    trees = [one.tree for one in loaded if one.tree is not None]
    items = (item for tree in trees for item in tree.items)
    dated = any(isinstance(i, VersionDecl) and (i.first_day or i.last_day) for i in items)
    return len({tree.name.text for tree in trees}) == 1 and dated


def load_versions(name: str | PathLike[str]) -> Versions:
    """Load all versions of a rubric; raises :class:`RubricError` if one has errors."""
    found = read_versions(name)
    if found.versions is None:
        raise RubricError(found.diagnostics, found.sources)
    return found.versions


def format_source(source: SourceText, vocabulary: Vocabulary | None = None) -> FormatResult:
    """Format a rubric; in another vocabulary if one is named."""
    return _format_source(source, vocabulary=vocabulary)


def normal_digest(source: SourceText) -> str:
    """Give the SHA-256 of a rubric's normal form, so that layout and vocabulary do not count."""
    text = _format_source(source, vocabulary=Vocabulary.ENGLISH).text
    return sha256((source.content if text is None else text).encode()).hexdigest()
