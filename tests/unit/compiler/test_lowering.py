"""What the constructs of a rubric become."""

from fractions import Fraction

import pytest

from scorelang.compiler.pipeline import compile_rubric
from scorelang.diagnostics.collector import Collector
from scorelang.model import expressions as ex
from scorelang.model.rubric import IfMissing
from scorelang.model.rules import Bands, Formula, Levels
from scorelang.model.walk import descend
from scorelang.numeric.interval import Grid, Interval
from scorelang.numeric.rounding import RoundingMode
from scorelang.source.text import SourceText
from scorelang.syntax.parser import parse

RECORD = """
  record {
    sales money >= 0 in 万元
    rate percent 0..100% in %
    late integer 0..400 in days
    age period 0..50 in years
    kind good > fair > poor
    score number 0..100 step 0.5
    open yes/no
  }
"""


def compiled(items):
    collector = Collector()
    tree = parse(SourceText("t", f"rubric t {{\n{items}\n{RECORD}\n}}\n"), collector)
    rubric = compile_rubric(tree, collector) if tree else None
    errors = [each.message for each in collector.sorted() if each.code.startswith("E")]
    assert rubric is not None, errors
    return rubric


def rule(items):
    return compiled(items).parts[0].rule


def intervals(found):
    assert isinstance(found, Bands)
    return [interval for interval, _ in found.bands]


def test_fields_are_in_base_units():
    fields = {field.name: field for field in compiled("indicator a, max 100 = score").fields}
    assert fields["sales"].scale == 10_000
    assert fields["rate"].domain == Interval(Fraction(0), Fraction(1))
    assert fields["rate"].scale == Fraction(1, 100)
    assert fields["late"].grid == Grid(Fraction(1))
    assert fields["age"].domain == Interval(Fraction(0), Fraction(600))
    assert fields["score"].grid == Grid(Fraction(1, 2))
    assert fields["kind"].ordered


def test_each_line_of_a_ladder_takes_what_those_above_left():
    found = rule("indicator a of score {\n >= 80 : 2\n > 60 : 1\n <= 60 : 0\n }")
    assert intervals(found) == [
        Interval(Fraction(80), None),
        Interval(Fraction(60), Fraction(80), True, True),
        Interval(None, Fraction(60)),
    ]


def test_a_rising_ladder():
    found = rule("indicator a of score {\n < 60 : 0\n < 80 : 1\n >= 80 : 2\n }")
    assert intervals(found)[1] == Interval(Fraction(60), Fraction(80), False, True)


def test_limits_of_an_ordered_category_become_sets():
    found = rule("indicator a of kind {\n >= fair : 2\n poor : 0\n }")
    assert isinstance(found, Levels)
    assert [values for values, _ in found.cases] == [{"good", "fair"}, {"poor"}]


@pytest.mark.parametrize(
    ("word", "mode"), [("started", RoundingMode.CEILING), ("full", RoundingMode.FLOOR)]
)
def test_steps_are_rounded_as_their_word_says(word, mode):
    found = rule(
        f"indicator a of sales, max 10 = 10, less 1 for each {word} 10万 below 100万, at least 0"
    )
    assert isinstance(found, Formula)
    (rounded,) = [n for n in walk(found.value) if isinstance(n, ex.Rounded)]
    assert rounded.rounding.mode is mode


def test_pro_rata_steps_are_not_rounded():
    line = "less 0.6 for each day above 0 pro rata, at least 0"
    found = rule(f"indicator a of late, max 10 = 10, {line}")
    assert not [n for n in walk(found.value) if isinstance(n, ex.Rounded)]


def test_whole_steps_need_no_word():
    assert isinstance(rule("indicator a, max 10 = 10, less 1 for each late, at least 0"), Formula)


def test_a_formula_with_a_unit_left_reads_the_plain_numbers_of_columns():
    found = rule("indicator a, at most 10 = sales * 2")
    (division,) = [
        n
        for n in walk(found.value)
        if isinstance(n, ex.Calculation) and n.op is ex.Arithmetic.DIVIDE
    ]
    assert division.right == ex.Const(Fraction(10_000))


def test_amounts_beside_money_cancel():
    found = rule("indicator a, at most 10 = 30 * sales / 100万")
    assert ex.FieldValue("sales") in set(walk(found.value))
    assert ex.Const(Fraction(10**6)) in set(walk(found.value))


def test_missing_policies_are_inherited():
    rubric = compiled(
        "if missing: leave out\n indicator a, max 100 = score\n"
        " indicator b, max 100, if missing: 3 = score"
    )
    first, second = rubric.parts
    assert first.missing.policy is IfMissing.LEAVE_OUT
    assert not first.missing.is_default
    assert second.missing.points == 3


def test_examples_are_written_as_cells():
    rubric = compiled(
        "indicator a, max 100 = score\n example e {\n"
        " given sales = 4995000元, rate = 12.5%, late = 3, age = 2 years, kind = good, open = yes\n"
        " expect a = 0\n }"
    )
    assert dict(rubric.examples[0].texts) == {
        "sales": "499.5",
        "rate": "12.5",
        "late": "3",
        "age": "2",
        "kind": "good",
        "open": "yes",
    }


def test_examples_build_on_others():
    rubric = compiled(
        "indicator a, max 100 = score\n"
        " example one {\n given score = 5, late = 3\n expect a = 5\n }\n"
        " examples from one {\n | case | score || a |\n | six | 6 || 6 |\n | blank | || 5 |\n }"
    )
    assert [dict(each.texts) for each in rubric.examples] == [
        {"score": "5", "late": "3"},
        {"late": "3", "score": "6"},
        {"score": "5", "late": "3"},
    ]


def test_populations_are_named_by_their_text():
    rubric = compiled("indicator a, max 100 = score\n result r = rank of total, highest first")
    (population,) = rubric.populations
    assert population.name == "rank of total, highest first"
    assert population.after_scores


def walk(expr):
    return descend(expr)
