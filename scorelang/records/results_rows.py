"""An outcome as one object of JSON or one line of a table.

In: an outcome and the layout of its rubric. Out: the text of a JSON object with the keys
of the result in their order, or the cells below the columns of the layout. Names are
quoted once for a run: a large file is mostly names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

import attrs

from scorelang.model.outcome import AppliedOverride, GivenReason, Outcome, Status
from scorelang.model.types import Value
from scorelang.records.cell_words import PLAIN, CellWords
from scorelang.records.results_layout import ResultLayout, Shown
from scorelang.records.results_ratings import ratings_object
from scorelang.records.results_values import (
    Cell,
    NumberText,
    make_number_writer,
    number_text,
    quote,
    to_cell,
    to_json_text,
)

_SEPARATOR = ";"
_NOTHING = Shown()


@attrs.frozen
class _Named:
    """A score or result: its name, the name as a key of JSON, how its numbers are written."""

    name: str
    key: str
    write: Callable[[Fraction], NumberText]

    def to_json(self, value: Value) -> str:
        """Write a value with its key."""
        if type(value) is Fraction:
            return self.key + self.write(value)
        return self.key + to_json_text(value)

    def to_cell(self, value: Value) -> Cell:
        """Write a value for a cell."""
        return self.write(value) if type(value) is Fraction else to_cell(value)


class ResultRows:
    """Writes the outcomes of one rubric."""

    def __init__(self, layout: ResultLayout, words: CellWords = PLAIN) -> None:
        self._words = words
        self._scores = _name_all(layout, "score", layout.scores)
        self._results = _name_all(layout, "result", layout.results)
        self._total = make_number_writer(layout.total)
        self._has_reasons = layout.has_reasons
        self._has_actions = layout.has_actions
        self._rated = layout.rated
        self._used = [(alias, ResultRows(inner)) for alias, inner in layout.used]
        self._has_versions = layout.has_versions

    def to_object(self, outcome: Outcome, kept: Mapping[str, str] | None = None) -> str:
        """Write one outcome as a JSON object on one line; kept input columns come last."""
        total = outcome.total_exact
        not_ratable = outcome.status is Status.NOT_RATABLE
        written = [
            f'{{"row": {outcome.row}, "id": {_text(outcome.id)}, ',
            f'"status": {quote(outcome.status.value)}, ',
            f'"reason": {_text(outcome.reason)}, ' if not_ratable else "",
            f'"total": {"null" if total is None else self._total(total)}, ',
            f'"grade": {_text(outcome.grade)}, ',
            f'"scores": {_values_object(outcome.scores, self._scores)}, ',
            f'"results": {_values_object(outcome.results, self._results)}, ',
            f'"flags": {_list(map(quote, outcome.flags))}, ',
            f'"overrides": {_list(map(_override_object, outcome.overrides))}, ',
            f'"missing": {_list(map(quote, outcome.missing))}, ',
            f'"undecided": {_list(map(quote, outcome.undecided))}, ',
            f'"levels": {_texts_object(outcome.levels)}, ',
            f'"notes": {_texts_object(outcome.notes)}',
        ]
        if self._has_reasons:
            written.append(f', "reasons": {_list(map(_reason_object, outcome.reasons or ()))}')
        if self._has_actions:
            written.append(f', "actions": {_list(map(quote, outcome.actions or ()))}')
        if self._rated:
            written.append(f', "ratings": {ratings_object(outcome.ratings, self._rated)}')
        if self._used:
            written.append(f', "used": {self._used_object(outcome)}')
        if self._has_versions:
            written.append(f', "version": {_text(outcome.version)}')
        written += (f", {quote(name)}: {quote(text)}" for name, text in (kept or {}).items())
        return "".join(written) + "}"

    def to_cells(self, outcome: Outcome, kept: Iterable[str | None] = ()) -> tuple[Cell, ...]:
        """Give the cells of one outcome; those of kept input columns come last."""
        total, words = outcome.total_exact, self._words
        scores, results, called = outcome.scores, outcome.results, words.called
        reasons = (self._reasons(outcome),) if self._has_reasons else ()
        return (
            outcome.id,
            None if total is None else self._total(total),
            outcome.grade,
            *(named.to_cell(scores.get(named.name)) for named in self._scores),
            *(self._result(named, results.get(named.name)) for named in self._results),
            _join(outcome.flags),
            _join(_override_text(each, called(each.name)) for each in outcome.overrides),
            _join(map(called, outcome.missing)),
            _join(map(called, outcome.undecided)),
            _join(f"{called(name)}: {level}" for name, level in outcome.levels.items()),
            _join(f"{called(name)}: {words.note(note)}" for name, note in outcome.notes.items()),
            *reasons,
            *((_join(outcome.actions or ()),) if self._has_actions else ()),
            NumberText(outcome.row),
            words.word(outcome.status.value),
            outcome.reason,
            *((outcome.version,) if self._has_versions else ()),
            *kept,
        )

    def _result(self, named: _Named, value: Value) -> Cell:
        """Write a result; yes and no in the words of the reader."""
        cell = named.to_cell(value)
        return self._words.word(str(cell)) if isinstance(value, bool) else cell

    def _reasons(self, outcome: Outcome) -> str | None:
        called = self._words.called
        return _join(_reason_text(each, called(each.indicator)) for each in outcome.reasons or ())

    def _used_object(self, outcome: Outcome) -> str:
        """Write what the used rubrics gave, by alias."""
        found = {each.alias: each.outcome for each in outcome.used}
        inner = (
            f"{quote(alias)}: {rows.to_object(found[alias])}"
            for alias, rows in self._used
            if alias in found
        )
        return "{" + ", ".join(inner) + "}"


class VersionRows:
    """Writes the outcomes of several versions of a rubric, each as its version says."""

    def __init__(
        self, layouts: Mapping[str | None, ResultLayout], words: CellWords = PLAIN
    ) -> None:
        self._rows = {version: ResultRows(layout, words) for version, layout in layouts.items()}

    def to_object(self, outcome: Outcome, kept: Mapping[str, str] | None = None) -> str:
        """Write one outcome as a JSON object on one line."""
        return self._rows[outcome.version].to_object(outcome, kept)

    def to_cells(self, outcome: Outcome, kept: Iterable[str | None] = ()) -> tuple[Cell, ...]:
        """Give the cells of one outcome, in the columns that all versions share."""
        return self._rows[outcome.version].to_cells(outcome, kept)


def _name_all(
    layout: ResultLayout, kind: str, names: tuple[tuple[str, str], ...]
) -> tuple[_Named, ...]:
    return tuple(
        _Named(
            name, f"{quote(name)}: ", make_number_writer(layout.shown.get((kind, name), _NOTHING))
        )
        for name, _ in names
    )


def _values_object(
    values: Mapping[str, Value] | Mapping[str, Fraction | None], names: tuple[_Named, ...]
) -> str:
    """Write named values in the order of the layout; what an outcome lacks stays away."""
    pairs = [named.to_json(values[named.name]) for named in names if named.name in values]
    return "{" + ", ".join(pairs) + "}"


def _texts_object(texts: Mapping[str, str]) -> str:
    if not texts:
        return "{}"
    return "{" + ", ".join(f"{quote(name)}: {quote(text)}" for name, text in texts.items()) + "}"


def _list(items: Iterable[str]) -> str:
    return "[" + ", ".join(items) + "]"


def _text(text: str | None) -> str:
    return "null" if text is None else quote(text)


def _override_object(applied: AppliedOverride) -> str:
    pairs = {
        "name": applied.name,
        "from": applied.before,
        "to": applied.after,
        "reason": applied.reason,
    }
    return "{" + ", ".join(f"{quote(key)}: {_text(text)}" for key, text in pairs.items()) + "}"


def _reason_object(given: GivenReason) -> str:
    difference = number_text(given.difference)
    return (
        f'{{"code": {quote(given.code)}, "indicator": {quote(given.indicator)}, '
        f'"difference": {difference}}}'
    )


def _override_text(applied: AppliedOverride, name: str) -> str:
    if applied.before is None and applied.after is None:
        return name
    return f"{name}: {applied.before or '-'} -> {applied.after or '-'}"


def _reason_text(given: GivenReason, indicator: str) -> str:
    return f"{given.code} ({indicator} {number_text(given.difference)})"


def _join(texts: Iterable[str]) -> str | None:
    return _SEPARATOR.join(texts) or None
