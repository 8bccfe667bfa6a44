"""Ranges of groups hold what the evaluator gives, for every way of combining and leaving out."""

import itertools
from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from scorelang.compiler.part_points import points_at
from scorelang.compiler.part_ranges import all_parts, group_range, indicator_range
from scorelang.compiler.scope import Scope
from scorelang.evaluator.interpreter import Evaluator
from scorelang.model.expressions import Const, FieldValue, IsMissing, Not
from scorelang.model.fields import Field, FieldType, Record
from scorelang.model.outcome import Outcome
from scorelang.model.rubric import (
    Applies,
    CheckedRubric,
    Combine,
    Group,
    IfMissing,
    IfNotApplying,
    Indicator,
    MissingPolicy,
    Total,
)
from scorelang.model.rules import Formula
from scorelang.numeric.interval import Interval
from scorelang.numeric.rounding import DEFAULT_POINTS

ENDS = st.tuples(st.integers(-5, 10), st.integers(0, 10)).map(
    lambda pair: Interval(Fraction(pair[0]), Fraction(pair[0] + pair[1]))
)
POLICIES = st.sampled_from(
    [
        MissingPolicy(IfMissing.POINTS),
        MissingPolicy(IfMissing.POINTS, Fraction(3)),
        MissingPolicy(IfMissing.LEAVE_OUT),
    ]
)
APPLIES = st.sampled_from([None, None, *IfNotApplying])


@st.composite
def rubrics(draw):
    """A rubric with one group of up to four given scores."""
    count = draw(st.integers(1, 4))
    combine = draw(st.sampled_from(list(Combine)))
    fields = tuple(
        Field(f"f{n}", FieldType.NUMBER, domain=draw(ENDS), required=draw(st.booleans()))
        for n in range(count)
    )
    scope = Scope.of(fields)
    parts = tuple(indicator(draw, field, combine, count, scope) for field in fields)
    high = draw(st.one_of(st.none(), st.integers(1, 20).map(Fraction)))
    full = draw(st.one_of(st.none(), st.integers(1, 30).map(Fraction)))
    if combine is Combine.WEIGHTED and full is None:
        high = None  # a limit would have to be told from the full marks
    found = group_range(parts, combine, full, scope, high=high)
    group = Group("g", parts, combine, found, full or marks(parts, combine, high), high=high)
    root = Group("total", (group,), Combine.SUM, found, found.high)
    return CheckedRubric("r", fields, (group,), total=Total(found, (DEFAULT_POINTS,), root))


def marks(parts, combine, high):
    """What full children come to."""
    full = [part.full for part in parts]
    rubric_marks = {
        Combine.SUM: sum(full),
        Combine.MEAN: Fraction(sum(full), len(full)),
        Combine.LOWEST: min(full),
        Combine.HIGHEST: max(full),
        Combine.WEIGHTED: Fraction(100),
    }
    if combine not in rubric_marks:
        return group_range(parts, combine, None, Scope(), high=high).high
    return rubric_marks[combine] if high is None else min(rubric_marks[combine], high)


def indicator(draw, field, combine, count, scope):
    rule = Formula(FieldValue(field.name), field.name)
    missing, instead = draw(POLICIES), draw(APPLIES)
    found = indicator_range(rule, (DEFAULT_POINTS,), missing, scope)
    weight = Const(Fraction(1, count)) if combine is Combine.WEIGHTED else None
    condition = Not(IsMissing(FieldValue(field.name)))
    applies = Applies(condition, instead) if instead else None
    return Indicator(
        f"i_{field.name}",
        rule,
        found,
        found.high,
        (DEFAULT_POINTS,),
        missing,
        weight=weight,
        applies=applies,
    )


def records(rubric):
    """The corners, and what is missing."""
    choices = [
        [field.domain.low, field.domain.high, *([] if field.required else [None])]
        for field in rubric.fields
    ]
    for values in itertools.product(*choices):
        yield dict(zip((field.name for field in rubric.fields), values, strict=True))


@given(rubrics())
def test_points_of_each_record_lie_in_the_range(rubric):
    (group,) = rubric.parts
    evaluator, scope = Evaluator(rubric), Scope.of(rubric.fields)
    for row, values in enumerate(records(rubric)):
        outcome = evaluator.score(Record(row, None, values))
        if not isinstance(outcome, Outcome):
            continue
        for part in all_parts((group,)):
            points = outcome.scores.get(part.name)
            if points is not None:
                assert within(points, part.range), (values, part.name, points, part.range)
        points = outcome.scores.get("g")
        if points is not None and not any(value is None for value in values.values()):
            at = points_at(group, scope.at(values))
            assert within(points, at), (values, points, at)


def within(points, found):
    low_fits = found.low is None or points >= found.low
    return low_fits and (found.high is None or points <= found.high)


def test_leaving_out_is_rescaled_to_the_full_marks():
    fields = tuple(
        Field(f"f{n}", FieldType.NUMBER, domain=Interval(Fraction(low), Fraction(10)))
        for n, low in enumerate((5, 0))
    )
    scope = Scope.of(fields)
    policy = MissingPolicy(IfMissing.LEAVE_OUT)
    parts = tuple(
        Indicator(
            f"i{n}",
            rule := Formula(FieldValue(field.name), ""),
            found := indicator_range(rule, (), policy, scope),
            found.high,
            (),
            policy,
        )
        for n, field in enumerate(fields)
    )
    found = group_range(parts, Combine.SUM, None, scope)
    assert (found.low, found.high) == (0, 20)
    only_first = (parts[0], attrs.evolve(parts[1], missing=MissingPolicy(IfMissing.POINTS)))
    found = group_range(only_first, Combine.SUM, None, scope)
    assert (found.low, found.high) == (0, 20)
