"""Where the points of bands rise (or fall) with a field, so do those of any two records."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from scorelang.model.expressions import Const, FieldValue
from scorelang.model.rules import Bands
from scorelang.numeric.exact import to_text
from tests.generators.records import numbers
from tests.generators.scoring import parts_of, points_of
from tests.generators.sizes import examples
from tests.strategies import any_rubrics, compile_text, records_for


def direction(rule):
    """1 where points rise with the field, -1 where they fall, 0 where neither is certain."""
    if not isinstance(rule, Bands) or not isinstance(rule.subject, FieldValue) or rule.otherwise:
        return 0
    lines = sorted(rule.bands, key=lambda band: (band[0].low is not None, band[0].low or 0))
    if not all(branch.points and isinstance(branch.points, Const) for _, branch in lines):
        return 0
    points = [branch.points.value for _, branch in lines]
    if all(a <= b for a, b in pairwise(points)):
        return 1
    return -1 if all(a >= b for a, b in pairwise(points)) else 0


@examples(0.5)
@given(st.data())
def test_points_of_monotone_bands_are_monotone(data):
    rubric = data.draw(any_rubrics())
    found = [part for part in parts_of(rubric) if direction(getattr(part, "rule", None))]
    assume(found and not rubric.populations)
    part = data.draw(st.sampled_from(found))
    field = next(each for each in rubric.fields if each.name == part.rule.subject.name)
    ends = {end for band, _ in part.rule.bands for end in (band.low, band.high) if end is not None}
    texts = data.draw(records_for(rubric))
    low, high = sorted(data.draw(numbers(field, sorted(ends))) for _ in range(2))
    one = points_of(rubric, texts | {field.name: to_text(low)}).get(part.name)
    other = points_of(rubric, texts | {field.name: to_text(high)}).get(part.name)
    zeroed = any(override.part == part.name for override in rubric.overrides)
    if None not in {one, other} and not zeroed and part.applies is None:
        assert (other - one) * direction(part.rule) >= 0


@st.composite
def ladders(draw):
    """A ladder with rising limits and points of one direction, and which that is."""
    steps = draw(st.integers(2, 6))
    limits = sorted(draw(st.lists(st.integers(1, 99), min_size=steps, max_size=steps, unique=True)))
    points = sorted(draw(st.lists(st.integers(-40, 40), min_size=steps + 1, max_size=steps + 1)))
    way = draw(st.sampled_from((1, -1)))
    lines = [f"< {limit} : {value}" for limit, value in zip(limits, points[::way], strict=False)]
    lines.append(f">= {limits[-1]} : {points[::way][-1]}")
    rule = "\n".join(lines)
    record = "record { x number 0..100 }"
    return f"rubric r {{\nindicator i of x {{\n{rule}\n}}\ntotal sum\n{record}\n}}\n", way


@examples(0.5)
@given(ladders(), st.lists(st.integers(0, 1000), min_size=2, max_size=8))
def test_the_total_of_a_ladder_follows_its_field(ladder, values):
    text, way = ladder
    rubric = compile_text(text)
    cells = [to_text(Fraction(value, 10)) for value in sorted(values)]
    totals = [points_of(rubric, {"x": cell})["total"] for cell in cells]
    assert all((b - a) * way >= 0 for a, b in pairwise(totals))
