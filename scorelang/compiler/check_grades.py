"""Checks grades and further gradings: each score has one grade, each grade some score.

Raises E0508 (a score without grade), E0509 (a score with two), E0510 (a grade with two
lines), E0511 (grades out of order), W0502 (a grade no record can get) and W0403 (not
proved, where conditions decide).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import attrs

from scorelang.compiler.cells import cells_of
from scorelang.compiler.check_conditions import never_holds
from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.check_lines import ends_meet
from scorelang.compiler.line_neighbours import find_neighbours
from scorelang.compiler.ranges import truths_of
from scorelang.compiler.record_search import FoundRecord, find_where
from scorelang.compiler.rule_places import MOST_SHOWN, witness_of
from scorelang.compiler.scope import Scope, ScoreReach
from scorelang.compiler.scored_records import ScoredRecords
from scorelang.compiler.scores_that_occur import scores_that_occur
from scorelang.compiler.shown_values import PLAIN
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Label, Witness
from scorelang.model.expressions import (
    Compare,
    Comparison,
    Const,
    Expr,
    Inside,
    PopulationValue,
    ScorePoints,
    TotalValue,
)
from scorelang.model.rubric import CheckedRubric, GradeLine, Grading
from scorelang.numeric.exact import show
from scorelang.numeric.interval import ALL_NUMBERS, Interval
from scorelang.numeric.interval_arithmetic import is_nothing, tighten
from scorelang.numeric.interval_set import gaps, overlaps, union
from scorelang.source.structure import Structure


def check_grades(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check the grades of the rubric and its further gradings."""
    gradings = (*((rubric.grading,) if rubric.grading else ()), *rubric.classes)
    for grading in gradings:
        if grading.value is None and grading.lines:
            for part, known in _segments(grading, scope):
                _check_grading(_Grades(part, known), rubric, collector)


def _segments(grading: Grading, scope: Scope) -> Iterator[tuple[Grading, Scope]]:
    """Give the grading of each column of values, with what is then known."""
    if grading.by is None:
        yield grading, scope
        return
    for values in dict.fromkeys(line.segment for line in grading.lines):
        lines = tuple(line for line in grading.lines if line.segment == values)
        part = attrs.evolve(grading, by=None, lines=lines)
        yield part, scope.among(grading.by, values or frozenset())


_FAR = 10
"""A score that goes so far is no share."""


@attrs.frozen(eq=False, repr=False)
class _Grades(Structure):
    """A grading with the score it reads."""

    grading: Grading
    scope: Scope

    @property
    def score(self) -> ScoreReach | None:
        name = self.grading.score
        return self.scope.total if name is None else self.scope.scores.get(name)

    @property
    def subject(self) -> str:
        return self.grading.score or "total"

    @property
    def lines(self) -> list[tuple[Interval, GradeLine]]:
        """The lines that go by the score."""
        return [(line.interval, line) for line in self.grading.lines if line.interval is not None]

    @property
    def otherwise(self) -> GradeLine | None:
        return next(
            (
                line
                for line in self.grading.lines
                if line.interval is None and line.condition is None and not line.is_missing
            ),
            None,
        )

    @property
    def has_conditions(self) -> bool:
        return any(line.condition is not None for line in self.grading.lines)

    @property
    def name(self) -> str:
        return self.grading.name or "grades"


def _check_grading(grades: _Grades, rubric: CheckedRubric, collector: Collector) -> None:
    _check_names(grades, collector)
    _check_order(grades, collector)
    _check_never(grades, collector)
    _check_rest(grades, collector)
    score = grades.score
    if score is None or not grades.lines:
        if grades.has_conditions:
            _check_conditions(grades, rubric, collector)
        return
    _check_overlaps(grades, score, collector)
    _check_shares(grades, score, collector)
    _check_reach(grades, score, collector)
    left = gaps(score.numbers, [interval for interval, _ in grades.lines], score.grid)
    if grades.otherwise is not None:
        _check_otherwise(grades, score, left, collector)
        return
    if left and grades.has_conditions:
        _search_gap(grades, rubric, collector)
    else:
        _check_gaps(grades, score, _that_occur(left, grades, rubric), collector)
    _check_needs(grades, score, collector)


def _check_shares(grades: _Grades, score: ScoreReach, collector: Collector) -> None:
    """Report limits that all lie between 0 and 1, of a score that goes far beyond."""
    high = score.numbers.high
    ends = {end for interval, _ in grades.lines for end in (interval.low, interval.high)}
    known = {end for end in ends if end}  # neither open nor 0
    if high is None or high < _FAR or not known or any(not 0 < end < 1 for end in known):
        return
    interval, line = grades.lines[0]
    limit = interval.low or interval.high or high
    collector.add(
        WORDS,
        "W0502.shares",
        line.span,
        subject=grades.subject,
        limit=show(limit),
        high=show(high),
        meant=show(limit * high),
    )


def _check_rest(grades: _Grades, collector: Collector) -> None:
    """Nothing stands below the rest that could take a record which fails its needs."""
    line = grades.otherwise
    if line is not None and line.needs:
        collector.add(WORDS, "E0508.needs", line.span, grade=line.name)


def _check_names(grades: _Grades, collector: Collector) -> None:
    seen: dict[str, GradeLine] = {}
    for line in grades.grading.lines:
        first = seen.setdefault(line.name, line)
        # A condition may lead to the same grade as a score does.
        if first is not line and _is_plain(line) and _is_plain(first):
            labels = [Label(first.span, TERMS["the first line"])] if first.span else ()
            collector.add(WORDS, "E0510", line.span, labels=labels, grade=line.name)


def _check_never(grades: _Grades, collector: Collector) -> None:
    """Report lines whose condition contradicts itself."""
    for line in grades.grading.lines:
        if line.condition is not None and never_holds(line.condition, grades.scope):
            collector.add(WORDS, "W0401.never", line.span, part=grades.name)


def _is_plain(line: GradeLine) -> bool:
    """Whether a line goes by the score, or is for the rest."""
    return line.condition is None and not line.is_missing


def _check_order(grades: _Grades, collector: Collector) -> None:
    """Limits must go down from line to line, or up where little is good."""
    lines = grades.lines
    falls = [_lies_below(second, first) for (first, _), (second, _) in _pairs(lines)]
    rises = [_lies_below(first, second) for (first, _), (second, _) in _pairs(lines)]
    if not (any(falls) and any(rises)):
        return
    wrong = rises if sum(falls) >= sum(rises) else falls
    for is_wrong, ((_, other), (_, line)) in zip(wrong, _pairs(lines), strict=True):
        if is_wrong:
            side = "above" if wrong is rises else "below"
            labels = [Label(other.span, TERMS["its limits"])] if other.span else ()
            collector.add(
                WORDS,
                "E0511",
                line.span,
                labels=labels,
                grade=line.name,
                side=TERMS[side],
                other=other.name,
            )


_Line = tuple[Interval, GradeLine]


def _pairs(lines: Sequence[_Line]) -> list[tuple[_Line, _Line]]:
    return list(itertools.pairwise(lines))


def _lies_below(first: Interval, second: Interval) -> bool:
    return first.high is not None and second.low is not None and first.high <= second.low


def _after_ladders(lines: Sequence[_Line]) -> list[_Line]:
    """Give what each line holds by itself, where a ladder gives it what the lines above left.

    As with bands: limits of one direction make a ladder, falling and rising ones one each. A
    line with ``needs`` takes nothing away, as it may pass a score on.
    """
    above: dict[bool, Interval] = {}
    found: list[_Line] = []
    for interval, line in lines:
        is_up, held = interval.high is None, interval
        if is_up or interval.low is None:
            taken = above.get(is_up)
            if taken is not None:
                held = interval.intersect(_outside(taken))
            if not line.needs:
                above[is_up] = interval
        if not line.needs:
            found.append((held, line))
    return found


def _outside(taken: Interval) -> Interval:
    """Give the other side of a one-sided limit."""
    if taken.low is not None:
        return Interval(None, taken.low, high_open=not taken.low_open)
    return Interval(taken.high, None, low_open=not taken.high_open)


def _check_overlaps(grades: _Grades, score: ScoreReach, collector: Collector) -> None:
    """No two lines may hold the same score."""
    lines = [
        (tighten(interval.intersect(score.numbers), score.grid), line)
        for interval, line in _after_ladders(grades.lines)
    ]
    for first, second, common in overlaps([interval for interval, _ in lines], score.grid)[
        :MOST_SHOWN
    ]:
        one, other = lines[first][1], lines[second][1]
        collector.add(
            WORDS,
            "E0509.end" if ends_meet(lines[first][0], lines[second][0]) else "E0509",
            other.span,
            labels=[Label(one.span, TERMS["takes it, too"])] if one.span else (),
            witness=_witness(grades, common, score, TERMS["two lines take it"]),
            first=one.name,
            second=other.name,
            value=PLAIN.show(PLAIN.sample(common, score.grid)),
            region=PLAIN.values(common),
        )


def _check_reach(grades: _Grades, score: ScoreReach, collector: Collector) -> None:
    """Report grades for scores that do not occur, or that lines above take away."""
    above: tuple[Interval, ...] = ()  # joined, so that a long ladder stays one interval
    for interval, line in grades.lines:
        inside = interval.intersect(score.numbers)
        out_of_range = is_nothing(tighten(inside, score.grid))
        left = () if out_of_range else gaps(inside, above, score.grid)
        if not left and not interval.is_empty(ALL_NUMBERS):
            _add_never(grades, line, score, collector)
        if not line.needs:
            above = union(above, (interval,), score.grid)


def _add_never(grades: _Grades, line: GradeLine, score: ScoreReach, collector: Collector) -> None:
    collector.add(
        WORDS,
        "W0502.score" if grades.grading.score else "W0502",
        line.span or grades.grading.span,
        grade=line.name,
        subject=grades.subject,
        region=PLAIN.region(score.numbers),
    )


def _check_otherwise(
    grades: _Grades, score: ScoreReach, left: Sequence[Interval], collector: Collector
) -> None:
    line = grades.otherwise
    may_miss = score.missing or any(found.needs for _, found in grades.lines)
    if line is not None and not left and not may_miss:
        _add_never(grades, line, score, collector)


def _that_occur(
    left: Sequence[Interval], grades: _Grades, rubric: CheckedRubric
) -> Sequence[Interval]:
    """Leave out gaps in which no score lies, such as 7 among products of 1 to 5."""
    found = scores_that_occur(rubric, grades.scope, grades.grading.score) if left else None
    if found is None:
        return left
    inside = [[value for value in found if gap.contains(value)] for gap in left]
    return [Interval(min(values), max(values)) for values in inside if values]


def _check_gaps(
    grades: _Grades, score: ScoreReach, left: Sequence[Interval], collector: Collector
) -> None:
    if collector.leaves_records_out:
        # The lowest scores are those of records that no line of a part takes.
        left = [gap for gap in left if gap.low is None or gap.low != score.numbers.low]
    for gap in left[:MOST_SHOWN]:
        below, above = find_neighbours(grades.lines, gap)
        labels = [
            Label(line.span, text)
            for line, text in ((above, TERMS["begins above it"]), (below, TERMS["ends below it"]))
            if line is not None and line.span is not None
        ]
        span = labels[0].span if labels else grades.grading.span
        collector.add(
            WORDS,
            "E0508.score" if grades.grading.name or grades.grading.score else "E0508",
            span,
            labels=[label for label in labels if label.span != span],
            witness=_witness(grades, gap, score, TERMS["no line takes it"]),
            grading=grades.name,
            subject=grades.subject,
            value=PLAIN.show(PLAIN.sample(gap, score.grid)),
            region=PLAIN.values(gap),
        )
    if len(left) > MOST_SHOWN:
        count = len(left) - MOST_SHOWN
        collector.add(WORDS, "E0508.more", grades.grading.span, count=count)


def _check_needs(grades: _Grades, score: ScoreReach, collector: Collector) -> None:
    """A record that fails the needs of a line must find a grade further down."""
    if grades.has_conditions:
        return
    below: tuple[Interval, ...] = ()
    for interval, line in reversed(grades.lines):
        if not line.needs:
            open_above = Interval(interval.low, None, interval.low_open)
            below = union(below, (open_above,), score.grid)
            continue
        inside = interval.intersect(score.numbers)
        if not is_nothing(tighten(inside, score.grid)) and gaps(inside, below, score.grid):
            collector.add(WORDS, "E0508.needs", line.span, grade=line.name)


def _is_whole_share(condition: Expr) -> bool:
    """Whether a condition is the last of the shares of a ranking, which add up to 100%."""
    match condition:
        case Compare(Comparison.AT_MOST, PopulationValue(), Const(value)):
            return value == 1
        case _:
            return False


def _check_conditions(grades: _Grades, rubric: CheckedRubric, collector: Collector) -> None:
    """Grades by conditions alone need an ``otherwise``, unless some condition must hold."""
    if grades.otherwise is not None:
        return
    conditions = [line.condition for line in grades.grading.lines if line.condition is not None]
    if any(_is_whole_share(condition) for condition in conditions):
        return
    cells = cells_of(conditions, grades.scope)
    if cells is None or not all(
        any(truths_of(condition, known) == {True} for condition in conditions)
        for known in cells.scopes
    ):
        _search_gap(grades, rubric, collector)


def _search_gap(grades: _Grades, rubric: CheckedRubric, collector: Collector) -> None:
    """Look for a record that finds no line; else it is not proved that there is none."""
    lines, scope = grades.grading.lines, grades.scope
    conditions = [expr for line in lines for expr in (line.condition, *line.needs) if expr]
    scored = ScoredRecords(rubric, scope)

    def finds_none(record: FoundRecord) -> bool:
        known = scored.scope_at(record)
        return all(_fails(line, grades.grading.score, known) for line in lines)

    limits = list(conditions) + [
        Inside(TotalValue(), line.interval) for line in lines if line.interval is not None
    ]
    record = find_where(finds_none, scored.exprs(conditions), scope, limits)
    if record is not None:
        witness = witness_of(record, scope, TERMS["no line holds"])
        key = "E0508.conditions"
        collector.add(WORDS, key, grades.grading.span, witness=witness, grading=grades.name)
        return
    key = "W0403.work" if scope.work.gave_up else "W0403"
    collector.add(WORDS, key, grades.grading.span, part=grades.name)


def _fails(line: GradeLine, score: str | None, known: Scope) -> bool:
    """Whether a line surely does not hold for a record."""
    needs = any(truths_of(need, known) == {False} for need in line.needs)
    if line.interval is not None:
        subject = TotalValue() if score is None else ScorePoints(score)
        return needs or truths_of(Inside(subject, line.interval), known) == {False}
    return needs or (line.condition is not None and truths_of(line.condition, known) == {False})


def _witness(grades: _Grades, region: Interval, score: ScoreReach, outcome: str) -> Witness:
    value = PLAIN.show(PLAIN.sample(region, score.grid))
    return Witness(((grades.subject, value),), outcome)
