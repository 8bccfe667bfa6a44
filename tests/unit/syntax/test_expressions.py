"""Expressions and conditions: what each form reads as, and how tightly it binds."""

import datetime as dt

import pytest

from scorelang.source.span import Span
from scorelang.syntax import ast

NOWHERE = Span("test.rubric", 0, 0)
OP, CMP = ast.BinaryOp, ast.CompareOp


def name(text):
    return ast.NameExpr(ast.Name(text, span=NOWHERE), span=NOWHERE)


def number(digits, multiplier=None, unit=None):
    from fractions import Fraction  # noqa: PLC0415  only here

    return ast.NumberExpr(Fraction(digits), digits, multiplier, unit, span=NOWHERE)


def binary(op, left, right):
    return ast.BinaryExpr(op, left, right, span=NOWHERE)


def compare(op, left, right):
    return ast.CompareExpr(op, left, right, span=NOWHERE)


A, B, C = name("a"), name("b"), name("c")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a + b - c", binary(OP.SUBTRACT, binary(OP.ADD, A, B), C)),
        ("a - b * c", binary(OP.SUBTRACT, A, binary(OP.MULTIPLY, B, C))),
        ("a × b ÷ c", binary(OP.DIVIDE, binary(OP.MULTIPLY, A, B), C)),
        ("-a * b", binary(OP.MULTIPLY, ast.NegateExpr(A, span=NOWHERE), B)),
        ("a ^ b", ast.PowerExpr(A, B, span=NOWHERE)),
        ("(a + b) * c", binary(OP.MULTIPLY, binary(OP.ADD, A, B), C)),
        ("a or b and c", binary(OP.OR, A, binary(OP.AND, B, C))),
        ("not a and b", binary(OP.AND, ast.NotExpr(A, span=NOWHERE), B)),
        ("a + b > c", compare(CMP.ABOVE, binary(OP.ADD, A, B), C)),
        ("a is b", ast.IsExpr(A, (B,), span=NOWHERE)),
        ("a is not b", ast.IsExpr(A, (B,), negated=True, span=NOWHERE)),
        ("a is any of (b, c)", ast.IsExpr(A, (B, C), span=NOWHERE)),
        ("a is not any of (b, c)", ast.IsExpr(A, (B, C), negated=True, span=NOWHERE)),
        ("a is missing", ast.IsMissingExpr(A, span=NOWHERE)),
        ("a is not missing", ast.IsMissingExpr(A, negated=True, span=NOWHERE)),
        ("if a then b else c", ast.IfExpr(A, B, C, span=NOWHERE)),
        ("yes", ast.YesNoExpr(value=True, span=NOWHERE)),
        ('"a"', ast.TextExpr("a", span=NOWHERE)),
        ("2026-12-31", ast.DateExpr(dt.date(2026, 12, 31), span=NOWHERE)),
        ("total", ast.OwnExpr(ast.OwnWord.TOTAL, span=NOWHERE)),
        ("as_of", ast.OwnExpr(ast.OwnWord.AS_OF, span=NOWHERE)),
        ("「total」", name("total")),
        ("`销售额(万元)`", name("销售额(万元)")),
        ("post.total", name("post.total")),
    ],
)
def test_an_expression_reads_as_it_is_said(value, text, expected):
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "digits", "multiplier", "unit"),
    [
        ("12.5", "12.5", None, None),
        ("100万元", "100", "万", "元"),
        ("3 百万", "3", "百万", None),
        ("20%", "20", None, "%"),
        ("２０％", "20", None, "%"),
        ("30 days", "30", None, "days"),
        ("30天", "30", None, "天"),
        ("10 MT", "10", None, "MT"),
        ("10k", "10", "k", None),
        ("2 million", "2", "million", None),
        ("5 千克", "5", None, "千克"),
        ("3个月", "3", None, "个月"),
    ],
)
def test_a_number_keeps_its_digits_multiplier_and_unit(value, text, digits, multiplier, unit):
    found = value(text)
    assert (found.digits, found.multiplier, found.unit) == (digits, multiplier, unit)


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("a >= 3", CMP.AT_LEAST),
        ("a ≥ 3", CMP.AT_LEAST),
        ("a ＞＝ 3", CMP.AT_LEAST),
        ("a at least 3", CMP.AT_LEAST),
        ("a 不低于 3", CMP.AT_LEAST),
        ("a 达到 3", CMP.AT_LEAST),
        ("a 3以上", CMP.AT_LEAST),
        ("a is at least 3", CMP.AT_LEAST),
        ("a > 3", CMP.ABOVE),
        ("a above 3", CMP.ABOVE),
        ("a 超过3", CMP.ABOVE),
        ("a <= 3", CMP.AT_MOST),
        ("a at most 3", CMP.AT_MOST),
        ("a 3以内", CMP.AT_MOST),
        ("a 不超过 3", CMP.AT_MOST),
        ("a < 3", CMP.BELOW),
        ("a under 3", CMP.BELOW),
        ("a 不满3", CMP.BELOW),
        ("a = 3", CMP.EQUAL),
        ("a != 3", CMP.NOT_EQUAL),
    ],
)
def test_a_comparison_is_one_by_sign_or_word(value, text, op):
    assert value(text) == compare(op, A, number("3"))


@pytest.mark.parametrize(
    ("text", "low_open", "high_open"),
    [
        ("a is 10..20", False, False),
        ("a 为 10~20", False, False),
        ("a 为 10至20", False, False),
        ("a is 10 to under 20", False, True),
        ("a is [10, 20)", False, True),
        ("a is (10, 20]", True, False),
        ("a is (10, 20)", True, True),
        ("a is above 10 under 20", True, True),
        ("a 为 10(含)~20(不含)", False, True),
        ("a 为 10（不含）~20（含）", True, False),
        ("a 为 10以上 不满20", False, True),
        ("a 10以上 不满20", False, True),
        ("a 10以上 20以下", False, False),
    ],
)
def test_a_range_says_which_ends_belong_to_it(value, text, low_open, high_open):
    expected = ast.BetweenRange(number("10"), number("20"), low_open, high_open, span=NOWHERE)
    assert value(text) == ast.InRangeExpr(A, expected, span=NOWHERE)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("points of a", ast.ScoreWord.POINTS),
        ("a 的得分", ast.ScoreWord.POINTS),
        ("level of a", ast.ScoreWord.LEVEL),
        ("a 的档次", ast.ScoreWord.LEVEL),
        ("share of a", ast.ScoreWord.SHARE),
        ("a 得分率", ast.ScoreWord.SHARE),
        ("a full", ast.ScoreWord.FULL),
        ("a 得满分", ast.ScoreWord.FULL),
        ("grade of a", ast.ScoreWord.GRADE_OF),
        ("result of a", ast.ScoreWord.RESULT_OF),
    ],
)
def test_a_score_is_read_with_a_word(value, text, word):
    assert value(text) == ast.ScoreExpr(word, A.name, span=NOWHERE)


@pytest.mark.parametrize(
    ("text", "word", "minimum"),
    [
        ("all of (a, b)", ast.CountWord.ALL, None),
        ("均满足（a、b）", ast.CountWord.ALL, None),
        ("any of (a, b)", ast.CountWord.ANY, None),
        ("none of (a, b)", ast.CountWord.NONE, None),
        ("at least 2 of (a, b)", ast.CountWord.AT_LEAST, 2),
        ("至少 2 项满足（a、b）", ast.CountWord.AT_LEAST, 2),
        ("counts (a, b)", ast.CountWord.COUNT, None),
        ("符合项数（a、b）", ast.CountWord.COUNT, None),
    ],
)
def test_conditions_can_be_counted(value, text, word, minimum):
    assert value(text) == ast.CountExpr(word, (A, B), minimum, span=NOWHERE)


@pytest.mark.parametrize(
    ("text", "function"),
    [(f"{word.value} (a, b)", word) for word in ast.FunctionWord]
    + [("最小（a、b）", ast.FunctionWord.MIN), ("首个已填（a、b）", ast.FunctionWord.FIRST_KNOWN)],
)
def test_functions_take_arguments_in_brackets(value, text, function):
    assert value(text) == ast.CallExpr(function, (A, B), span=NOWHERE)


def test_last_growth_duration_and_rounding(value):
    assert value("last a") == ast.PeriodExpr(ast.PeriodWord.LAST, A.name, span=NOWHERE)
    assert value("growth of a") == ast.PeriodExpr(ast.PeriodWord.GROWTH, A.name, span=NOWHERE)
    assert value("a 的增长率") == value("growth of a")
    assert value("years between a and b") == ast.DurationExpr("years", A, B, span=NOWHERE)
    assert value("年数（a、b）") == value("years between a and b")
    step = ast.RoundStep(number("0.1"), ast.RoundWord.UP, span=NOWHERE)
    assert value("round (a) to 0.1 up") == ast.RoundExpr(A, step, span=NOWHERE)
    assert value("舍入（a）至 0.1 只入不舍") == value("round (a) to 0.1 up")


def test_population_values(value):
    mean = ast.PopulationExpr(ast.PopulationWord.MEAN, (A,), by=B.name, span=NOWHERE)
    assert value("mean of a by b") == mean
    assert value("a 分 b 的均值") == mean
    quantile = ast.PopulationExpr(
        ast.PopulationWord.QUANTILE, (A,), level=number("90", unit="%"), span=NOWHERE
    )
    assert value("quantile 90% of a") == quantile
    assert value("a 的 90% 分位数") == quantile
    ranked = ast.PopulationExpr(ast.PopulationWord.RANK, (A, B), highest_first=True, span=NOWHERE)
    assert value("rank of a, b, highest first") == ranked
    assert value("名次 a、b，从高到低") == ranked


def test_values_by_a_category(item):
    found = item("let t = by kind {\n  x, y : 2.0\n  missing : 0\n  otherwise : 1.5\n}").value
    assert found.subject == name("kind")
    assert [branch.values for branch in found.branches] == [(name("x"), name("y")), (), ()]
    assert [branch.is_missing for branch in found.branches] == [False, True, False]


def test_a_line_end_is_free_in_brackets_and_around_operators(value):
    text = "min (\n  a,\n  b\n) +\n  c"
    assert value(text) == value("min (a, b) + c")
    assert value("a >= 3\n  and b >= 3") == value("a >= 3 and b >= 3")
    assert value("if a\n  then b\n  else c") == value("if a then b else c")


def test_a_long_sum_and_deep_nesting_are_refused(keys):
    assert keys("rubric r {\n let x = " + "+".join("a" * 500) + "\n}") == ["E0106.long"]
    assert keys("rubric r {\n let x = " + "-" * 500 + "a\n}") == ["E0106.deep"]
    assert keys("rubric r {\n let x = " + "(" * 500 + "a" + ")" * 500 + "\n}") == ["E0106.depth"]
