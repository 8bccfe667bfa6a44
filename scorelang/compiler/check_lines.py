"""Checks bands, levels and ranges: each value has exactly one line.

Raises E0402 (a gap), E0403 (an overlap), E0404 (a value of a category without a line),
W0401 (a line outside of all values), W0402 (``otherwise`` that is never reached), W0403
(not proved). Missing is not looked at: it has its own branch or policy.
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.compiler.check_errors import WORDS
from scorelang.compiler.grids import grid_of
from scorelang.compiler.line_neighbours import find_neighbours
from scorelang.compiler.ranges import bounds, can_be, reach_of
from scorelang.compiler.record_search import FoundRecord, find_inside
from scorelang.compiler.rule_places import (
    MOST_SHOWN,
    RulePlace,
    first_span,
    is_field,
    is_simple,
    rules_of,
    witness_of,
)
from scorelang.compiler.scope import Scope
from scorelang.compiler.shown_values import Display, display_of, field_of, listed, name_of
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Label, Witness
from scorelang.model.expressions import Expr
from scorelang.model.fields import Field, FieldType
from scorelang.model.rubric import CheckedRubric
from scorelang.model.rules import Bands, Branch, BySegment, Levels, Within
from scorelang.model.types import Value
from scorelang.numeric.exact import places_of
from scorelang.numeric.interval import ALL_NUMBERS, Grid, Interval
from scorelang.numeric.interval_arithmetic import is_nothing, only, tighten
from scorelang.numeric.interval_set import gaps, overlaps


def check_lines(rubric: CheckedRubric, scope: Scope, collector: Collector) -> None:
    """Check the lines of every rule that goes by a value."""
    for place in rules_of(rubric, scope):
        match place.rule:
            case Bands() as rule:
                _check_bands(rule, place, collector)
            case Levels() as rule:
                _check_levels(rule, place, collector)
            case Within(_, level, ranges):
                _check_values(level, {name for name, _, _ in ranges}, place, collector)
            case BySegment(segment, rules, otherwise):
                if otherwise is None:
                    _check_values(segment, {value for value, _ in rules}, place, collector)
            case _:
                pass


def _check_bands(rule: Bands, place: RulePlace, collector: Collector) -> None:
    display = _display(rule, place)
    found, grid = bounds(rule.subject, place.scope), grid_of(rule.subject, place.scope)
    if is_nothing(found):
        return
    _check_overlaps(rule, place, found, collector)
    for interval, branch in rule.bands:
        inside = tighten(found.intersect(interval), grid)
        # A band that holds nothing at all is out of order, which is told elsewhere.
        if is_nothing(inside) and not interval.is_empty(ALL_NUMBERS):
            _add_never_taken(branch, rule.subject, display.region(found), place, collector)
    left = gaps(found, [interval for interval, _ in rule.bands], grid)
    if rule.otherwise is None:
        _check_gaps(rule, place, left, collector)
    elif not left:
        span = rule.otherwise.span or place.indicator.span
        collector.add(WORDS, "W0402", span, part=place.name)


def _add_never_taken(
    branch: Branch, subject: Expr, region: str, place: RulePlace, collector: Collector
) -> None:
    span = branch.span or place.indicator.span
    collector.add(
        WORDS,
        "W0401",
        span,
        part=place.name,
        subject=name_of(subject),
        region=TERMS["always {region}"].format(region=region),
    )


def _display(rule: Bands, place: RulePlace) -> Display:
    return display_of(rule.subject, place.scope, (branch.text for _, branch in rule.bands))


def _check_overlaps(rule: Bands, place: RulePlace, found: Interval, collector: Collector) -> None:
    display = _display(rule, place)
    grid = grid_of(rule.subject, place.scope)
    pairs = overlaps([interval for interval, _ in rule.bands], grid)
    for first, second, everywhere in pairs[:MOST_SHOWN]:
        one, other = rule.bands[first][1], rule.bands[second][1]
        inside = tighten(found.intersect(everywhere), grid)
        # Both lines hold it, whether or not a record comes to it.
        can_come = not is_nothing(inside)
        common = inside if can_come else everywhere
        value = display.sample(common, grid)
        witness = _witness(rule.subject, value, {}, place, TERMS["two lines take it"])
        collector.add(
            WORDS,
            "E0403.end" if ends_meet(rule.bands[first][0], rule.bands[second][0]) else "E0403",
            first_span((other.span, one.span), place.indicator.span),
            labels=[Label(one.span, TERMS["takes it, too"])] if one.span and other.span else (),
            witness=witness if can_come else None,
            part=place.name,
            subject=name_of(rule.subject),
            value=display.show(value),
            region=display.values(common),
        )
    if len(pairs) > MOST_SHOWN:
        count = len(pairs) - MOST_SHOWN
        collector.add(WORDS, "E0403.more", place.indicator.span, count=count, part=place.name)


def ends_meet(one: Interval, other: Interval) -> bool:
    """Whether two ranges have no more in common than where one ends and the other begins."""
    meets = one.low == other.high is not None or one.high == other.low is not None
    return meets and one.low != one.high and other.low != other.high


def _check_gaps(
    rule: Bands, place: RulePlace, left: tuple[Interval, ...], collector: Collector
) -> None:
    if _add_step(rule, place, left, collector):
        return
    shown = 0
    is_proved = is_field(rule.subject, place.scope) or is_simple(rule.subject, place.scope)
    for gap in left[:MOST_SHOWN]:
        record = {} if is_proved else find_inside(rule.subject, gap, place.scope, _ends(rule))
        if record is None:
            key = "W0403.work" if place.scope.work.gave_up else "W0403"
            collector.add(WORDS, key, place.indicator.span, part=place.name)
            continue
        _add_gap(rule, place, gap, record, collector)
        shown += 1
    if shown == MOST_SHOWN and len(left) > MOST_SHOWN:
        count = len(left) - MOST_SHOWN
        collector.add(WORDS, "E0402.more", place.indicator.span, count=count, part=place.name)


def _add_step(
    rule: Bands, place: RulePlace, left: tuple[Interval, ...], collector: Collector
) -> bool:
    """Say once that a field needs its decimals, where with them no gap would be left."""
    field = field_of(rule.subject, place.scope)
    if not left or field is None or field.grid.step is not None:
        return False
    places = [places_of(end / field.scale) for end in _ends(rule)]
    known = [place for place in places if place is not None]
    # A percentage has the decimals of a ratio.
    is_whole = not any(known) and field.type is FieldType.NUMBER
    if not (any(known) or is_whole) or len(known) < len(places) or field.type is FieldType.PERCENT:
        return False
    grid, found = Grid(field.scale / 10 ** max(known)), bounds(rule.subject, place.scope)
    if gaps(found, [interval for interval, _ in rule.bands], grid):
        return False
    display = _display(rule, place)
    value = display.sample(left[0], Grid(None))
    below, above = find_neighbours(rule.bands, left[0])
    spans = [branch.span for branch in (below, above) if branch is not None]
    collector.add(
        WORDS,
        "E0402.whole" if is_whole else "E0402.step",
        first_span(spans, place.indicator.span),
        witness=_witness(rule.subject, value, {}, place, TERMS["no line takes it"]),
        part=place.name,
        subject=name_of(rule.subject),
        value=display.show(value),
        decimals=max(known),
        regions="; ".join(display.values(gap) for gap in left),
    )
    return True


def _ends(rule: Bands) -> set[Fraction]:
    ends = {end for interval, _ in rule.bands for end in (interval.low, interval.high)}
    return {end for end in ends if end is not None}


def _add_gap(
    rule: Bands,
    place: RulePlace,
    gap: Interval,
    record: FoundRecord,
    collector: Collector,
) -> None:
    display = _display(rule, place)
    below, above = find_neighbours(rule.bands, gap)
    value = display.sample(gap, grid_of(rule.subject, place.scope))
    if record:
        reached = reach_of(rule.subject, place.scope.at(record)).single
        value = reached if isinstance(reached, Fraction) else value
    labels = (
        Label(branch.span, text)
        for branch, text in ((below, TERMS["ends below it"]), (above, TERMS["begins above it"]))
        if branch is not None and branch.span is not None
    )
    spans = [branch.span for branch in (below, above) if branch is not None]
    span = first_span(spans, place.indicator.span)
    collector.add(
        WORDS,
        "E0402",
        span,
        labels=[label for label in labels if label.span != span],
        witness=_witness(rule.subject, value, record, place, TERMS["no line takes it"]),
        part=place.name,
        subject=name_of(rule.subject),
        value=display.show(value),
        region=display.values(gap),
    )


def _witness(
    subject: Expr, value: Fraction, record: FoundRecord, place: RulePlace, outcome: str
) -> Witness | None:
    field: Field | None = field_of(subject, place.scope)
    if field is not None:
        record = {field.name: value}
    return witness_of(record, place.scope, outcome) if record else None


def _check_levels(rule: Levels, place: RulePlace, collector: Collector) -> None:
    reached = reach_of(rule.subject, place.scope)
    named: set[Value] = set()
    for values, branch in rule.cases:
        named |= values
        # An unknown name is told elsewhere; here it is a number out of reach.
        is_number = not is_nothing(reached.numbers)
        if is_number and not any(can_be(reached, value) for value in values):
            region = display_of(rule.subject, place.scope).region(reached.numbers)
            _add_never_taken(branch, rule.subject, region, place, collector)
    if rule.otherwise is None:
        _check_values(rule.subject, named, place, collector)
    elif not _values_left(rule.subject, named, place) and reached.values is not None:
        span = rule.otherwise.span or place.indicator.span
        collector.add(WORDS, "W0402", span, part=place.name)


def _check_values(subject: Expr, named: set[Value], place: RulePlace, collector: Collector) -> None:
    """Report values of the subject that nobody named."""
    span = place.indicator.span
    if reach_of(subject, place.scope).values is None:
        collector.add(WORDS, "W0403", span, part=place.name)
        return
    left = _values_left(subject, named, place)
    if left:
        field = field_of(subject, place.scope)
        record: FoundRecord = {field.name: left[0]} if field else {}
        collector.add(
            WORDS,
            "E0404",
            span,
            witness=witness_of(record, place.scope, TERMS["no line takes it"]) if record else None,
            part=place.name,
            subject=name_of(subject),
            values=listed([_text(value) for value in left]),
        )


def _values_left(subject: Expr, named: set[Value], place: RulePlace) -> list[Value]:
    """Give the values nobody named: for numbers, one out of each gap."""
    reached = reach_of(subject, place.scope)
    field = field_of(subject, place.scope)
    order = [category.name for category in field.categories] if field else []
    left = sorted((reached.values or frozenset()) - named, key=lambda value: _place(value, order))
    if is_nothing(reached.numbers):
        return left
    grid: Grid = grid_of(subject, place.scope)
    taken = [only(value) for value in named if isinstance(value, Fraction)]
    return [*left, *(gap.sample(grid) for gap in gaps(reached.numbers, taken, grid))]


def _place(value: Value, order: list[str]) -> tuple[int, str]:
    name = str(value)
    return (order.index(name) if name in order else len(order), name)


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
