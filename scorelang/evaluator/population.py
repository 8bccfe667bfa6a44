"""Population values: taken over scored records, read for one record.

A rank is one more than the number of records that come before; equal keys share it
(1, 2, 2, 4; dense: 1, 2, 2, 3; average: 1, 2.5, 2.5, 4). A percent rank is the rank less one
over the number of records less one. A cumulative share is what the records at or before this
one have of the sum
of the first key. Records that lack a key or the category are not counted and have neither.
Against a baseline both are asked of the records in the baseline.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Any

import attrs

from scorelang.evaluator.baseline import Baseline, BaselineError, Figure, Keys, PopulationFigures
from scorelang.evaluator.errors import SAID
from scorelang.evaluator.expressions import evaluate, keys_of
from scorelang.evaluator.scope import Scope
from scorelang.evaluator.statistics import summarise
from scorelang.model.rubric import PLACES, CheckedRubric, Manner, Population, PopulationKind
from scorelang.model.types import Value


class Sample:
    """Collects what population values are taken over, record by record."""

    def __init__(self, populations: Iterable[Population]) -> None:
        self.populations = tuple(populations)
        self._keys: list[dict[Value, list[Keys]]] = [{} for _ in self.populations]
        self.records = 0

    def add(self, scope: Scope) -> None:
        """Take in one scored record."""
        self.records += 1
        for population, found in zip(self.populations, self._keys, strict=True):
            by = None if population.by is None else evaluate(population.by, scope)
            keys = keys_of(population, scope)
            is_known = (population.by is None or by is not None) and None not in keys
            if is_known:
                found.setdefault(by, []).append(keys)

    def figures(self) -> tuple[PopulationFigures, ...]:
        """Give the population values over all records taken in."""
        return tuple(
            PopulationFigures(
                population.name, tuple(_figure(population, by, found[by]) for by in _sorted(found))
            )
            for population, found in zip(self.populations, self._keys, strict=True)
        )


def _figure(population: Population, by: Value, keys: list[Keys]) -> Figure:
    if population.kind in PLACES:
        return Figure(by, len(keys), keys=tuple(_sorted(keys)))
    if population.kind is PopulationKind.COUNT:
        return Figure(by, len(keys), Fraction(len(keys)))
    values = [first for first, *_ in keys if isinstance(first, Fraction)]
    return Figure(by, len(keys), summarise(population, values))


def _sorted(values: Iterable[Any]) -> list[Any]:
    return sorted(values)


class NoFigures:
    """Reads every population value as missing: before the first pass."""

    def value(self, name: str, by: Value, keys: Callable[[], Keys]) -> Value:  # noqa: ARG002
        """Nothing is known yet."""
        return None


@attrs.frozen
class AssumedFigures:
    """Population values that an example states: by category, else for all."""

    assumed: Mapping[str, Mapping[Value, Value]]

    def value(self, name: str, by: Value, keys: Callable[[], Keys]) -> Value:  # noqa: ARG002
        """Give what is assumed."""
        values = self.assumed.get(name, {})
        return values.get(by, values.get(None))


class BaselineFigures:
    """Reads population values from a baseline."""

    def __init__(self, rubric: CheckedRubric, baseline: Baseline) -> None:
        kinds = {population.name: population for population in rubric.populations}
        self._counted = {p.name for p in kinds.values() if p.kind is PopulationKind.COUNT}
        self._values: dict[tuple[str, Value], Fraction | None] = {}
        self._standings: dict[tuple[str, Value], _Standing] = {}
        for each in baseline.populations:
            for figure in each.figures:
                self._values[each.name, figure.by] = figure.value
                if figure.keys and each.name in kinds:
                    kind = kinds[each.name]
                    keys: list[Any] = [kind.ranked(each) for each in figure.keys]
                    keys.sort()
                    standing = _Standing(kind, keys)
                    self._standings[each.name, figure.by] = standing

    def value(self, name: str, by: Value, keys: Callable[[], Keys]) -> Value:
        """Give the figure of the category, or where this record stands in it."""
        standing = self._standings.get((name, by))
        if standing is None:
            none = Fraction(0) if name in self._counted else None
            return self._values.get((name, by), none)
        own = keys()
        return None if None in own else standing.of(own)


class _Standing:
    """Where a record stands among sorted keys."""

    def __init__(self, population: Population, keys: Sequence[Keys]) -> None:
        self._population = population
        self._keys: Sequence[Any] = keys
        is_dense = population.manner is Manner.DENSE
        self._different: Sequence[Any] = tuple(dict.fromkeys(keys)) if is_dense else ()
        amounts = (first if isinstance(first, Fraction) else Fraction(0) for first, *_ in keys)
        self._running = [Fraction(0)]
        if population.kind is PopulationKind.CUMULATIVE_SHARE:
            self._running = list(accumulate(amounts, initial=Fraction(0)))

    def of(self, own: Keys) -> Fraction | None:
        """Give the rank, or the share up to this record."""
        below, upto = bisect_left(self._keys, own), bisect_right(self._keys, own)
        if self._population.kind is PopulationKind.CUMULATIVE_SHARE:
            total = self._running[-1]
            highest_first = self._population.highest_first
            reached = total - self._running[below] if highest_first else self._running[upto]
            return reached / total if total else None
        before = len(self._keys) - upto if self._population.highest_first else below
        if self._population.kind is PopulationKind.PERCENT_RANK:
            # Beside a baseline a record may come behind all of them; that is the end, too.
            return min(Fraction(before, max(len(self._keys) - 1, 1)), Fraction(1))
        if self._population.kind is PopulationKind.PLACE:
            last = self._population.manner is Manner.TIES_DOWN
            place = before + (max(upto - below, 1) if last else 1)
            return min(Fraction(place, len(self._keys)), Fraction(1))
        match self._population.manner:
            case Manner.DENSE:
                return Fraction(1 + self._levels_before(own))
            case Manner.AVERAGE:
                return before + Fraction(max(upto - below, 1) + 1, 2)
            case _:
                return Fraction(1 + before)

    def _levels_before(self, own: Keys) -> int:
        """Count the different keys that come before these."""
        if self._population.highest_first:
            return len(self._different) - bisect_right(self._different, own)
        return bisect_left(self._different, own)


def check_fits(rubric: CheckedRubric, baseline: Baseline) -> None:
    """Refuse a baseline that was taken by another rubric, or lacks a population value."""
    if baseline.rubric != rubric.name:
        msg = SAID["baseline of other"].format(other=baseline.rubric, name=rubric.name)
        raise BaselineError(msg)
    known = {each.name for each in baseline.populations}
    for population in rubric.populations:
        if population.name not in known:
            msg = SAID["baseline lacks"].format(name=population.said)
            raise BaselineError(msg)
