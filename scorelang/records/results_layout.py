"""What a result holds, known from the rubric alone: names, columns, how numbers are written.

In: a checked rubric. Out: a ``ResultLayout``. The same layout serves every format, so
that a score reads alike in JSON, CSV and XLSX, whatever the records are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from scorelang.model.expressions import LetValue
from scorelang.model.history import version_name
from scorelang.model.needs import has_actions
from scorelang.model.rubric import CheckedRubric, Grading, Group, Part, Result
from scorelang.numeric.rounding import Rounding

LEADING = ("id", "total", "grade")
TRAILING = (
    "flags",
    "overrides",
    "missing",
    "undecided",
    "levels",
    "notes",
    "reasons",
    "actions",
    "row",
    "status",
    "reason",
    "version",
)


@attrs.frozen
class Shown:
    """How a number is written.

    ``rounding`` still has to be applied; ``is_rounded`` says that its decimals are final;
    an unrounded number is written so that it stays on its side of ``limits``.
    """

    rounding: Rounding | None = None
    is_rounded: bool = False
    limits: tuple[Fraction, ...] = ()


@attrs.frozen
class ResultLayout:
    """Names in the order in which they are written, each with its column and its number form.

    ``scores`` and ``results`` are pairs of name and column. Parts stand before the group
    they belong to, as in a sum; named scores and classes come last. ``rated`` are the fields
    with raters, each with what its numbers are divided by to be those of its column. ``used``
    are the layouts of used rubrics by alias. ``has_versions``: several versions wrote results.
    """

    scores: tuple[tuple[str, str], ...]
    results: tuple[tuple[str, str], ...]
    shown: Mapping[tuple[str, str], Shown]
    total: Shown
    has_reasons: bool
    version: str | None = None
    rated: tuple[tuple[str, Fraction], ...] = ()
    has_actions: bool = False
    used: tuple[tuple[str, ResultLayout], ...] = ()
    has_versions: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns of a table of results, in order."""
        named = (column for pairs in (self.scores, self.results) for _, column in pairs)
        there = {
            "reasons": self.has_reasons,
            "actions": self.has_actions,
            "version": self.has_versions,
        }
        trailing = (name for name in TRAILING if there.get(name, True))
        return (*LEADING, *named, *trailing)


def plan_results(rubric: CheckedRubric) -> ResultLayout:
    """Lay out the results of a rubric."""
    scores = tuple(part.name for part in walk_parts(rubric.parts)) + tuple(
        score.name for score in rubric.scores
    )
    results = tuple(result.name for result in rubric.results) + tuple(
        grading.name for grading in rubric.classes if grading.name is not None
    )
    scores, results = tuple(dict.fromkeys(scores)), tuple(dict.fromkeys(results))
    return ResultLayout(
        scores=_name_columns(scores, results, "score"),
        results=_name_columns(results, scores, "result"),
        shown=_shown(rubric),
        total=Shown(
            is_rounded=bool(rubric.total and rubric.total.roundings),
            limits=_limits_of(rubric.grading),
        ),
        has_reasons=rubric.reasons is not None,
        version=rubric.version,
        rated=tuple((field.name, field.scale) for field in rubric.fields if field.raters),
        has_actions=has_actions(rubric),
        used=tuple((used.alias, plan_results(used.rubric)) for used in rubric.used),
    )


def plan_versions(rubrics: Sequence[CheckedRubric]) -> Mapping[str | None, ResultLayout]:
    """Lay out the results of several versions of a rubric, newest first, in the same columns.

    A column is there for every name that any of them knows; where a version lacks it, its
    cells are empty. Numbers are written as each version says.
    """
    layouts = [plan_results(rubric) for rubric in rubrics]
    scores = dict.fromkeys(name for layout in layouts for name, _ in layout.scores)
    results = dict.fromkeys(name for layout in layouts for name, _ in layout.results)
    named = _name_columns(tuple(scores), tuple(results), "score")
    given = _name_columns(tuple(results), tuple(scores), "result")
    has_reasons = any(layout.has_reasons for layout in layouts)
    has_actions = any(layout.has_actions for layout in layouts)
    return {
        version_name(rubric): attrs.evolve(
            layout,
            scores=named,
            results=given,
            has_reasons=has_reasons,
            has_actions=has_actions,
            has_versions=True,
        )
        for rubric, layout in zip(rubrics, layouts, strict=True)
    }


def walk_parts(parts: Iterable[Part]) -> Iterator[Part]:
    """Give every part, children before their group."""
    for part in parts:
        if isinstance(part, Group):
            yield from walk_parts(part.children)
        yield part


def name_kept(
    columns: Iterable[str], layout: ResultLayout, headings: Iterable[str] = ()
) -> tuple[tuple[str, str], ...]:
    """Give input columns with the names they are kept under: ours never change, theirs give way."""
    taken = {*layout.columns, *headings}
    named: list[tuple[str, str]] = []
    for column in columns:
        name = column
        while name in taken:
            name = f"in_{name}"
        taken.add(name)
        named.append((column, name))
    return tuple(named)


def _name_columns(
    names: tuple[str, ...], others: tuple[str, ...], kind: str
) -> tuple[tuple[str, str], ...]:
    """Give each name its column: itself, or with its kind before it where it is taken twice."""
    taken = {*LEADING, *TRAILING, *others}
    return tuple(
        (name, _free_name(name, kind, taken | set(names))) if name in taken else (name, name)
        for name in names
    )


def _free_name(name: str, kind: str, taken: set[str]) -> str:
    found = f"{kind}_{name}"
    while found in taken:
        found = f"{kind}_{found}"
    return found


def _shown(rubric: CheckedRubric) -> Mapping[tuple[str, str], Shown]:
    """Give the number form of every score and result by kind and name."""
    limits: dict[str, tuple[Fraction, ...]] = {}
    for grading in (rubric.grading, *rubric.classes):
        if grading is not None and grading.score is not None:
            limits[grading.score] = (*limits.get(grading.score, ()), *_limits_of(grading))
    found: dict[tuple[str, str], Shown] = {}
    for part in (*walk_parts(rubric.parts), *rubric.scores):
        is_rounded = bool(part.roundings)
        found["score", part.name] = Shown(None, is_rounded, limits.get(part.name, ()))
    for result in rubric.results:
        found["result", result.name] = Shown(
            result.rounding, result.rounding is not None, _limits_of_let(result, rubric)
        )
    return found


def _limits_of(grading: Grading | None) -> tuple[Fraction, ...]:
    """Give the numbers that a grading compares its score with."""
    intervals = (line.interval for line in grading.lines) if grading else ()
    ends = (end for interval in intervals if interval for end in (interval.low, interval.high))
    return tuple(sorted({end for end in ends if end is not None}))


def _limits_of_let(result: Result, rubric: CheckedRubric) -> tuple[Fraction, ...]:
    """A result that only hands on a derived value stays on its side of that value's limits."""
    match result.value:
        case LetValue(name):
            return next((let.limits for let in rubric.lets if let.name == name), ())
        case _:
            return ()
