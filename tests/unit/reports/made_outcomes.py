"""A small rubric and outcomes of it, made by hand: no other room is needed to show them."""

from fractions import Fraction

from scorelang.model.expressions import Const, FieldValue, LetValue
from scorelang.model.fields import Category, Fault, Field, FieldType, Rejection
from scorelang.model.outcome import (
    Adjustment,
    AdjustmentKind,
    AppliedOverride,
    GivenReason,
    Outcome,
    PartOutcome,
    PartStatus,
    Status,
)
from scorelang.model.rubric import (
    CheckedRubric,
    Combine,
    GradeLine,
    Grading,
    Group,
    IfMissing,
    Indicator,
    Let,
    MissingPolicy,
    Override,
    OverrideKind,
    Range,
    Result,
    Total,
)
from scorelang.model.rules import Bands, Branch, Levels
from scorelang.model.types import Kind, ValueType
from scorelang.numeric.interval import Interval
from scorelang.numeric.rounding import DEFAULT_POINTS, Rounding, RoundingMode

NUMBER = ValueType(Kind.NUMBER)
TENTH = Rounding(Fraction(1, 10), RoundingMode.HALF_UP)
ZERO_IF_MISSING = MissingPolicy(IfMissing.POINTS)


def indicator(name, label, rule, full):
    return Indicator(
        name,
        rule,
        Range(Fraction(0), Fraction(full)),
        Fraction(full),
        (DEFAULT_POINTS,),
        ZERO_IF_MISSING,
        label=label,
    )


DAYS = indicator(
    "punctuality",
    "付款",
    Bands(
        FieldValue("days_late"),
        (
            (Interval(None, Fraction(0)), Branch("<= 0", Const(Fraction(20)))),
            (Interval(Fraction(0), None, low_open=True), Branch("> 0", Const(Fraction(0)))),
        ),
    ),
    20,
)
MARGIN = indicator(
    "margin_points",
    None,
    Bands(
        LetValue("margin"),
        ((Interval(), Branch(">= 20%", Const(Fraction(30)))),),
    ),
    30,
)
TERMS = indicator(
    "terms",
    "数期",
    Levels(FieldValue("terms"), ((frozenset({"cash"}), Branch("cash", Const(Fraction(50)))),)),
    50,
)
PAYMENT = Group(
    "payment",
    (DAYS, MARGIN),
    Combine.SUM,
    Range(Fraction(0), Fraction(50)),
    Fraction(50),
    label="货款",
)
RUBRIC = CheckedRubric(
    "supplier",
    (
        Field("code", FieldType.TEXT, is_key=True),
        Field("days_late", FieldType.INTEGER, label="逾期", unit_text="天"),
        Field(
            "terms", FieldType.CATEGORY, categories=(Category("cash", "现金"), Category("net30"))
        ),
        Field("price", FieldType.MONEY, required=True),
    ),
    parts=(PAYMENT, TERMS),
    label="供应商评价",
    version="2025",
    lets=(Let("margin", FieldValue("price"), NUMBER, limits=(Fraction(1, 5),)),),
    total=Total(
        Range(Fraction(0), Fraction(100)),
        (TENTH,),
        root=Group("total", (PAYMENT, TERMS), Combine.SUM, Range(None, None), None),
    ),
    grading=Grading(
        ("A", "B"),
        (
            GradeLine("A", ">= 85", Interval(Fraction(85), None), label="优"),
            GradeLine("B", "otherwise"),
        ),
    ),
    overrides=(
        Override(
            OverrideKind.CAP, "anomaly", Const(True), "no better than B", cap="B", label="异常"
        ),
    ),
    results=(
        Result("limit", Const(Fraction(1, 3)), NUMBER, Rounding(Fraction(1, 100), RoundingMode.UP)),
        Result("share", Const(Fraction(1, 3)), NUMBER),
        Result("terms", Const("cash"), ValueType(Kind.TEXT)),
    ),
)


def part(name, points, full, **more):
    return PartOutcome(
        name,
        is_group=False,
        status=PartStatus.RATED,
        points=Fraction(points),
        full=Fraction(full),
        contribution=Fraction(points),
        **more,
    )


SCORED = Outcome(
    1,
    "0001",
    Status.SCORED,
    total_exact=Fraction("87.5"),
    step=Fraction(1, 10),
    grade="B",
    grade_before="A",
    scores={
        "punctuality": Fraction(20),
        "margin_points": Fraction("17.5"),
        "payment": Fraction("37.5"),
        "terms": Fraction(50),
    },
    results={"limit": Fraction(1, 3), "share": Fraction(1, 3), "terms": "cash"},
    flags=("review",),
    overrides=(AppliedOverride("anomaly", "cap", "A", "B", "查处"),),
    undecided=("veto_x",),
    levels={"terms": "优"},
    contributions=(
        PartOutcome(
            "payment",
            is_group=True,
            status=PartStatus.RATED,
            points=Fraction("37.5"),
            full=Fraction(50),
            contribution=Fraction("37.5"),
            children=(
                part("punctuality", 20, 20, branch="<= 0"),
                part("margin_points", "16.5", 30, branch=">= 20%"),
            ),
            adjustments=(Adjustment(AdjustmentKind.BASE, Fraction(1)),),
        ),
        part("terms", 50, 50, branch="cash", level="优"),
    ),
    lets={"margin": Fraction(21, 100)},
)
NOT_RATABLE = Outcome(
    2, None, Status.NOT_RATABLE, scores={"punctuality": None}, reason="经营未满一年"
)
MISSING = Outcome(
    3,
    "=HYPERLINK(1)",
    Status.SCORED,
    total_exact=Fraction(20),
    step=Fraction(1, 10),
    grade="B",
    scores={"punctuality": Fraction(20), "terms": None},
    results={"limit": None},
    missing=("margin_points", "terms"),
    notes={"terms": "`terms` is missing"},
    reasons=(GivenReason("R1", "terms", Fraction("2.50")),),
)
REJECTED = Rejection(
    4,
    "0004",
    (
        Fault("days_late", "-3", "a whole number, 0 or more", "R0105", "`-3` is below 0"),
        Fault("price", "", "a number", "R0111", "the cell is empty"),
    ),
)
VALUES = {
    "code": "0001",
    "days_late": Fraction(0),
    "terms": "cash",
    "price": Fraction(100),
}
