"""For every value that can occur exactly one line of bands, levels and tables holds."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scorelang.model.expressions import FieldValue
from scorelang.model.fields import NUMERIC
from scorelang.model.rules import Bands, BySegment, Levels, Table, Within
from scorelang.model.walk import descend
from scorelang.numeric.interval import Interval
from tests.generators.records import is_inside, numbers
from tests.generators.sizes import examples
from tests.strategies import any_rubrics


def holds(cell, value):
    return cell.contains(value) if isinstance(cell, Interval) else value in cell


def values_of(data, field, ends=()):
    """Values of a field: edges and their neighbours on the grid, and random ones."""
    if field.type in NUMERIC:
        step = field.grid.step or Fraction(1, 10**9)
        near = [end + n * step for end in ends for n in (-1, 0, 1)]
        drawn = data.draw(numbers(field, ends)) * field.scale
        return [*(x for x in near if is_inside(field, x)), drawn]
    return [category.name for category in field.categories] or [True, False]


def ends_of(cells):
    intervals = [cell for cell in cells if isinstance(cell, Interval)]
    return sorted({x for each in intervals for x in (each.low, each.high) if x is not None})


def cells_of(node):
    """What the lines of a rule hold; ``None`` for a rule that is none of lines."""
    match node:
        case Bands():
            return [interval for interval, _ in node.bands]
        case Levels():
            return [values for values, _ in node.cases]
        case Within(ranges=ranges):
            return [frozenset({value}) for value, _, _ in ranges]
        case BySegment():
            return [frozenset({value}) for value, _ in node.rules]
    return None


def subject_of(node):
    if isinstance(node, Within):
        return node.level
    return node.segment if isinstance(node, BySegment) else node.subject


@examples(1)
@given(st.data())
def test_exactly_one_line_takes_each_value(data):
    rubric = data.draw(any_rubrics())
    fields = {field.name: field for field in rubric.fields}
    for node in descend(rubric):
        cells = cells_of(node)
        if cells is None or not isinstance(subject_of(node), FieldValue):
            continue
        has_rest = getattr(node, "otherwise", None) is not None
        for value in values_of(data, fields[subject_of(node).name], ends_of(cells)):
            count = sum(holds(cell, value) for cell in cells)
            assert count == 1 or (count == 0 and has_rest), (node, value)


@examples(1)
@given(st.data())
def test_exactly_one_line_of_a_table_holds(data):
    rubric = data.draw(any_rubrics())
    fields = {field.name: field for field in rubric.fields}
    for table in (node for node in descend(rubric) if isinstance(node, Table)):
        if not all(isinstance(key, FieldValue) for key in table.keys):
            continue
        for _ in range(5):
            drawn = [
                data.draw(
                    st.sampled_from(
                        values_of(data, fields[key.name], ends_of(x.cells[at] for x in table.lines))
                    )
                )
                for at, key in enumerate(table.keys)
            ]
            lines = [line for line in table.lines if all(map(holds, line.cells, drawn))]
            assert len(lines) == 1, (table.name, drawn)
