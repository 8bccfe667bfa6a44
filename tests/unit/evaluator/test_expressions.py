"""The value of each kind of expression, and what missing does to it."""

import datetime as dt
from fractions import Fraction

import pytest

from scorelang.evaluator.expressions import evaluate
from scorelang.evaluator.grading import classify
from scorelang.evaluator.index import index
from scorelang.evaluator.population import NoFigures
from scorelang.evaluator.scope import Scope
from scorelang.evaluator.total import rate_named
from scorelang.model import expressions as ex
from scorelang.model.fields import Rejection, Special
from scorelang.model.outcome import Outcome, Status, UsedOutcome
from scorelang.model.rubric import CheckedRubric, GradeLine, Grading, Population, PopulationKind
from scorelang.model.rules import Table, TableLine
from scorelang.model.times import DateShift, DayNumber, Elapsed, Growth, TimeUnit
from scorelang.numeric.interval import Interval
from scorelang.numeric.rounding import Rounding, RoundingMode
from tests.unit.evaluator.models import calc, compare, const, field, given, group

F = Fraction
X, Y, GONE, YES, NO, OPEN, ZERO = map(field, ("x", "y", "gone", "yes", "no", "open", "zero"))
VALUES = {
    "x": F(6),
    "y": F(4),
    "zero": F(0),
    "gone": None,
    "yes": True,
    "no": False,
    "open": None,
    "colour": "red",
    "day": dt.date(2024, 5, 1),
    "a_f": F(10),
    "b_f": F(5),
    "c_f": None,
}
TABLE = Table(
    "t",
    (X, field("colour")),
    (
        TableLine((Interval(F(0), F(5)), frozenset({"red"})), F(1)),
        TableLine((Interval(F(6), None), frozenset({"red", "blue"})), F(2)),
    ),
)


SIZE = Grading(("large", "small"), (GradeLine("large", ">= 80", Interval(F(80), None)),), "size")
INNER = Outcome(
    1,
    None,
    Status.SCORED,
    F(90),
    grade="A",
    results={"limit": F(5), "c": "k"},
    levels={"p": "full"},
)
USED = {
    "post": UsedOutcome("post", INNER, {}, {"p": F(3)}),
    "refused": Rejection(1, None, ()),
}
MEAN = Population("mean of x", PopulationKind.MEAN, (X,))


@pytest.fixture
def scope():
    rubric = CheckedRubric(
        "r",
        (),
        (group("g", given("a"), given("b"), given("c")),),
        tables=(TABLE,),
        classes=(SIZE,),
        populations=(MEAN,),
    )
    made = Scope(index(rubric), VALUES, NoFigures(), dt.date(2024, 6, 1), rate_named, classify)
    made.lets["l"] = F(3)
    made.total, made.grade = F(80), "B"
    made.consult = lambda alias: USED[alias]
    made.results["r"] = F(7)
    made.specials = {"gone": Special("-9", F(-9))}
    return made


def both(*operands):
    return ex.Both(operands)


CASES = (
    (ex.UsedValue("post", ex.UsedWord.TOTAL), F(90)),
    (ex.UsedValue("post", ex.UsedWord.GRADE), "A"),
    (ex.UsedValue("post", ex.UsedWord.POINTS, "p"), F(3)),
    (ex.UsedValue("post", ex.UsedWord.LEVEL, "p"), "full"),
    (ex.UsedValue("post", ex.UsedWord.CLASS, "c"), "k"),
    (ex.UsedValue("post", ex.UsedWord.RESULT, "limit"), F(5)),
    (ex.UsedValue("refused", ex.UsedWord.TOTAL), None),
    (const(F(1, 3)), F(1, 3)),
    (X, F(6)),
    (GONE, None),
    (ex.LetValue("l"), F(3)),
    (calc(X, "+", Y), F(10)),
    (calc(X, "-", Y), F(2)),
    (calc(X, "*", Y), F(24)),
    (calc(X, "/", Y), F(3, 2)),
    (calc(X, "/", ZERO), None),
    (calc(X, "+", GONE), None),
    (calc(GONE, "*", ZERO), None),
    (ex.Negation(X), F(-6)),
    (ex.Negation(GONE), None),
    (ex.Power(X, 2), F(36)),
    (ex.Power(X, -1), F(1, 6)),
    (ex.Power(ZERO, -1), None),
    (ex.Power(X, 10**6), None),
    (ex.Extreme(ex.Pick.LOWEST, (X, Y)), F(4)),
    (ex.Extreme(ex.Pick.HIGHEST, (X, Y)), F(6)),
    (ex.Extreme(ex.Pick.LOWEST, (X, GONE)), None),
    (ex.Absolute(ex.Negation(X)), F(6)),
    (ex.Function(ex.Irrational.SQRT, Y), F(2)),
    (ex.Function(ex.Irrational.SQRT, const(-1)), None),
    (ex.Function(ex.Irrational.ROOT, const(8), 3), F(2)),
    (ex.Function(ex.Irrational.EXP, ZERO), F(1)),
    (ex.Function(ex.Irrational.LN, ZERO), None),
    (ex.Rounded(const(F(5, 4)), Rounding(F(1, 2), RoundingMode.HALF_UP)), F(3, 2)),
    (ex.FirstKnown((GONE, Y, X)), F(4)),
    (ex.FirstKnown((GONE,)), None),
    (ex.Choice(YES, X, Y), F(6)),
    (ex.Choice(NO, X, Y), F(4)),
    (ex.Choice(OPEN, X, Y), None),
    (ex.Switch(field("colour"), (("red", X),), Y), F(6)),
    (ex.Switch(field("colour"), (("blue", X),), Y), F(4)),
    (ex.Switch(field("colour"), (("blue", X),)), None),
    (ex.Switch(GONE, ((F(1), X),), Y), None),
    (ex.Switch(GONE, ((F(1), X),), Y, const(9)), F(9)),
    (ex.TableValue("t"), F(2)),
    (ex.HoldCount((YES, NO, OPEN, YES)), F(2)),
    (ex.Interpolation(X, F(5), F(10), const(0), const(10)), F(2)),
    (ex.Interpolation(GONE, F(5), F(10), const(0), const(10)), None),
    (compare(X, ">=", 6), True),
    (compare(X, ">", 6), False),
    (compare(X, "<=", 6), True),
    (compare(X, "<", 6), False),
    (compare(X, "=", 6), True),
    (compare(X, "!=", 6), False),
    (compare(GONE, "!=", 6), None),
    (compare(field("day"), ">", dt.date(2024, 1, 1)), True),
    (ex.Compare(ex.Comparison.ABOVE, field("colour"), const("blue"), ("blue", "red")), True),
    (ex.OneOf(field("colour"), frozenset({"red", "blue"})), True),
    (ex.OneOf(GONE, frozenset({"red"})), None),
    (ex.Inside(X, Interval(F(0), F(6), high_open=True)), False),
    (ex.Inside(GONE, Interval(F(0), F(6))), None),
    (ex.IsMissing(GONE), True),
    (ex.IsMissing(calc(X, "/", ZERO)), True),
    (ex.IsMissing(X), False),
    (ex.SpecialOf(X), ""),
    (ex.SpecialOf(GONE), "-9"),
    (both(YES, OPEN), None),
    (both(OPEN, NO), False),
    (ex.Either((OPEN, YES)), True),
    (ex.Either((OPEN, NO)), None),
    (ex.Not(OPEN), None),
    (ex.Not(YES), False),
    (ex.AtLeast(2, (YES, OPEN, NO)), None),
    (ex.ScorePoints("a"), F(10)),
    (ex.ScorePoints("c"), None),
    (ex.ScorePoints("g"), F(15)),
    (ex.ScoreShare("b", F(10)), F(1, 2)),
    (ex.HasFullMarks("a", F(10)), True),
    (ex.HasFullMarks("b", F(10)), False),
    (ex.HasFullMarks("c", F(10)), False),
    (compare(ex.ScorePoints("c"), "<=", F(0)), True),
    (ex.IsMissing(ex.ScorePoints("c")), True),
    (ex.Inside(ex.FirstKnown((ex.ScorePoints("c"), const(F(5)))), Interval(F(5), None)), True),
    (ex.ScoreLevel("a"), None),
    (ex.OneOf(ex.ScoreLevel("a"), frozenset({"A"})), False),
    (compare(ex.ScoreLevel("a"), "!=", "A"), True),
    (ex.EveryLevel(("a", "b"), "A"), False),
    (ex.DoesApply("a"), True),
    (ex.ApplicableFull("g", F(30)), F(30)),
    (ex.TotalValue(), F(80)),
    (ex.GradeValue(), "B"),
    (ex.ResultValue("r"), F(7)),
    (ex.AsOf(), dt.date(2024, 6, 1)),
    (DateShift(ex.AsOf(), TimeUnit.MONTHS, Y), dt.date(2024, 10, 1)),
    (DateShift(ex.AsOf(), TimeUnit.DAYS, GONE), None),
    (Elapsed(TimeUnit.DAYS, field("day"), ex.AsOf()), F(31)),
    (DayNumber(field("day")), F(dt.date(2024, 5, 1).toordinal())),
    (Growth(X, Y), F(1, 2)),
    (Growth(X, ZERO), None),
    (ex.PopulationValue("mean of x"), None),
    (ex.ClassValue("size"), "large"),
)


@pytest.mark.parametrize(("expr", "expected"), CASES)
def test_value(scope, expr, expected):
    found = evaluate(expr, scope)
    assert found == expected
    assert type(found) is type(expected)


def test_every_kind_of_expression_has_a_case():
    assert {type(expr) for expr, _ in CASES} == set(ex.Expr.__args__)


def test_a_count_with_a_missing_criterion_leaves_a_mark(scope):
    evaluate(ex.HoldCount((YES, NO)), scope)
    assert not scope.has_gap
    evaluate(ex.HoldCount((YES, OPEN)), scope)
    assert scope.has_gap
