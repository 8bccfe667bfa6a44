"""What kind of value each column of results holds, known from the rubric alone.

In: a layout of results and the rubrics it serves. Out: a ``Kind`` for each column, so that a
typed table has the same schema whatever the records are. A number says how many decimals
its rule leaves; a column that versions give different kinds is text.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from scorelang.model import types
from scorelang.model.rubric import CheckedRubric, Result
from scorelang.numeric.exact import SHOWN_DECIMALS, decimals_of
from scorelang.numeric.rounding import Rounding
from scorelang.records.results_layout import ResultLayout, walk_parts


class Holds(enum.Enum):
    """What the cells of a column are."""

    TEXT = "text"
    COUNT = "count"
    NUMBER = "number"
    YES_NO = "yes/no"
    DATE = "date"


@attrs.frozen
class Kind:
    """What a column holds; ``decimals`` belong to numbers."""

    holds: Holds
    decimals: int = 0


TEXT = Kind(Holds.TEXT)


def kinds_of(layout: ResultLayout, rubrics: Sequence[CheckedRubric]) -> Mapping[str, Kind]:
    """Give the kind of every column of a layout."""
    found: dict[str, Kind] = {}
    for rubric in rubrics:
        for column, kind in _columns(layout, rubric):
            found[column] = kind if column not in found else _both(found[column], kind)
    return {column: found.get(column, TEXT) for column in layout.columns}


def _columns(layout: ResultLayout, rubric: CheckedRubric) -> Iterator[tuple[str, Kind]]:
    yield "row", Kind(Holds.COUNT)
    if rubric.total is not None:
        yield "total", _number(rubric.total.roundings)
    scores, results = dict(layout.scores), dict(layout.results)
    for part in (*walk_parts(rubric.parts), *rubric.scores):
        yield scores[part.name], _number(part.roundings)
    for result in rubric.results:
        yield results[result.name], _result(result)
    for grading in rubric.classes:
        if grading.name is not None and grading.name in results:
            yield results[grading.name], TEXT


def _number(roundings: Sequence[Rounding]) -> Kind:
    if not roundings:
        return Kind(Holds.NUMBER, SHOWN_DECIMALS)
    return Kind(Holds.NUMBER, _decimals(roundings[-1].step))


def _decimals(step: Fraction) -> int:
    try:
        return decimals_of(step)
    except ValueError:  # a step like 1/3 never ends
        return SHOWN_DECIMALS


def _result(result: Result) -> Kind:
    match result.type.kind:
        case types.Kind.NUMBER:
            return _number(() if result.rounding is None else (result.rounding,))
        case types.Kind.YES_NO:
            return Kind(Holds.YES_NO)
        case types.Kind.DATE:
            return Kind(Holds.DATE)
        case types.Kind.CATEGORY | types.Kind.TEXT:
            return TEXT


def _both(first: Kind, second: Kind) -> Kind:
    if first.holds is not second.holds:
        return TEXT
    return Kind(first.holds, max(first.decimals, second.decimals))
