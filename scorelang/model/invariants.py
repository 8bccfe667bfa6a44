"""What holds of every rubric that compiles, by name.

In: a checked rubric. Out: the broken invariants, each with its name and what breaks it;
none for a rubric from the compiler. Tests run them after every compilation; engines may
rely on them and cite them by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from scorelang.model import expressions as ex
from scorelang.model.rubric import CheckedRubric, Combine, Group, IfMissing, Indicator, Part, Range
from scorelang.model.rules import Bands, Lookup, Table
from scorelang.model.walk import descend
from scorelang.numeric.interval import ALL_NUMBERS, Grid
from scorelang.numeric.interval_set import overlaps


def check_invariants(rubric: CheckedRubric) -> tuple[str, ...]:
    """Name every invariant that is broken, with what breaks it."""
    return tuple(f"{name}: {fault}" for name, find in INVARIANTS for fault in find(rubric))


def _names_resolved(rubric: CheckedRubric) -> Iterator[str]:
    """Every name that an expression reads is there."""
    known: dict[type, set[str]] = {
        ex.FieldValue: {field.name for field in rubric.fields},
        ex.LetValue: {let.name for let in rubric.lets},
        ex.ScorePoints: {*_part_names(rubric), *(score.name for score in rubric.scores)},
        ex.ScoreLevel: set(_part_names(rubric)),
        ex.ApplicableFull: set(_part_names(rubric)),
        ex.DoesApply: set(_part_names(rubric)),
        ex.ScoreShare: set(_part_names(rubric)),
        ex.HasFullMarks: set(_part_names(rubric)),
        ex.TableValue: {table.name for table in rubric.tables},
        ex.PopulationValue: {population.name for population in rubric.populations},
        ex.ClassValue: {grading.name for grading in rubric.classes if grading.name},
        ex.UsedValue: {used.alias for used in rubric.used},
        ex.ResultValue: {result.name for result in rubric.results},
    }
    for node in descend(rubric):
        names = known.get(type(node))
        name = node.alias if isinstance(node, ex.UsedValue) else getattr(node, "name", "")
        if names is not None and name not in names:
            yield f"{type(node).__name__} of `{name}`"


def _tables_known(rubric: CheckedRubric) -> Iterator[str]:
    """Each lookup has its table, whose values number its branches; lines have a cell a key."""
    tables = {table.name: table for table in rubric.tables}
    for node in descend(rubric):
        if isinstance(node, Lookup):
            yield from _lookup_faults(node, tables.get(node.table))
    for table in rubric.tables:
        if any(len(line.cells) != len(table.keys) for line in table.lines):
            yield f"lines of `{table.name}`"


def _lookup_faults(rule: Lookup, table: Table | None) -> Iterator[str]:
    if table is None:
        yield f"no table `{rule.table}`"
        return
    branches = {Fraction(index) for index in range(len(rule.branches))}
    if {line.value for line in table.lines} - branches:
        yield f"branches of `{rule.table}`"


def _only_earlier_read(rubric: CheckedRubric) -> Iterator[str]:
    """Derived values, named scores and results read only earlier ones of their kind."""
    yield from _late(ex.LetValue, ((let.name, let.value) for let in rubric.lets))
    yield from _late(ex.ResultValue, ((each.name, each.value) for each in rubric.results))
    scores = {score.name for score in rubric.scores}
    seen: set[str] = set()
    for score in rubric.scores:
        for name in _read(ex.ScorePoints, score.value):
            if name in scores and name not in seen:
                yield f"`{score.name}` reads `{name}`"
        seen.add(score.name)


def _late(kind: type, values: Iterable[tuple[str, ex.Expr]]) -> Iterator[str]:
    seen: set[str] = set()
    for name, value in values:
        yield from (f"`{name}` reads `{each}`" for each in _read(kind, value) if each not in seen)
        seen.add(name)


def _read(kind: type, value: ex.Expr) -> Iterator[str]:
    yield from (str(getattr(node, "name", "")) for node in descend(value) if isinstance(node, kind))


def _bands_disjoint(rubric: CheckedRubric) -> Iterator[str]:
    """The intervals of bands have no number in common that can occur."""
    grids = {field.name: field.grid for field in rubric.fields}
    for node in descend(rubric):
        if isinstance(node, Bands):
            grid = ALL_NUMBERS
            if isinstance(node.subject, ex.FieldValue):
                grid = grids.get(node.subject.name, Grid(None))
            intervals = [interval for interval, _ in node.bands]
            for first, second, _ in overlaps(intervals, grid):
                yield f"`{node.bands[first][1].text}` and `{node.bands[second][1].text}`"


def _ranges_in_order(rubric: CheckedRubric) -> Iterator[str]:
    """No range has its low end above its high end."""
    for part in all_parts(rubric.parts):
        if _is_crossed(part.range):
            yield f"range of `{part.name}`"
    if rubric.total is not None and _is_crossed(rubric.total.range):
        yield "range of the total"


def _is_crossed(found: Range) -> bool:
    return found.low is not None and found.high is not None and found.low > found.high


def _weighted_complete(rubric: CheckedRubric) -> Iterator[str]:
    """Each child of a weighted group has a weight and full marks."""
    groups = [part for part in all_parts(rubric.parts) if isinstance(part, Group)]
    if rubric.total is not None and rubric.total.root is not None:
        groups.append(rubric.total.root)
    for group in groups:
        for child in group.children if group.combine is Combine.WEIGHTED else ():
            if child.weight is None or child.full is None:
                yield f"`{child.name}` in `{group.name}`"


def _policies_complete(rubric: CheckedRubric) -> Iterator[str]:
    """What is given for a missing value lies in the range of the points."""
    for part in all_parts(rubric.parts):
        if isinstance(part, Indicator) and part.missing.policy is IfMissing.WORST:
            low = part.range.low
            if low is None or part.missing.points < low:
                yield f"worst of `{part.name}`"


def _grades_ordered(rubric: CheckedRubric) -> Iterator[str]:
    """Every grade that a line or an override gives stands in the order, once."""
    gradings = [*rubric.classes, *([rubric.grading] if rubric.grading else [])]
    for grading in gradings:
        if len(set(grading.order)) != len(grading.order):
            yield f"order of `{grading.name or 'grade'}`"
        yield from (f"`{x.name}`" for x in grading.lines if x.name not in grading.order)
    order = rubric.grading.order if rubric.grading else ()
    for override in rubric.overrides:
        for grade in (override.grade, override.cap, override.floor):
            if grade is not None and grade not in order:
                yield f"`{grade}` of `{override.name}`"


def _one_total(rubric: CheckedRubric) -> Iterator[str]:
    """A total is either a group of parts or a named score."""
    total = rubric.total
    if total is not None and (total.root is None) == (total.score is None):
        yield "total"


Finder = Callable[[CheckedRubric], Iterator[str]]

INVARIANTS: tuple[tuple[str, Finder], ...] = (
    ("names-resolved", _names_resolved),
    ("tables-known", _tables_known),
    ("only-earlier-read", _only_earlier_read),
    ("bands-disjoint", _bands_disjoint),
    ("ranges-in-order", _ranges_in_order),
    ("weighted-complete", _weighted_complete),
    ("policies-complete", _policies_complete),
    ("grades-ordered", _grades_ordered),
    ("one-total", _one_total),
)


def all_parts(parts: Iterable[Part]) -> Iterator[Part]:
    """Give all parts, each before its children."""
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from all_parts(part.children)


def _part_names(rubric: CheckedRubric) -> Iterator[str]:
    yield from (part.name for part in all_parts(rubric.parts))
