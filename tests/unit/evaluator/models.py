"""Small checked rubrics by hand, and customer-rating in full, for tests without a compiler."""

from fractions import Fraction

from scorelang.model.expressions import (
    Arithmetic,
    Calculation,
    Compare,
    Comparison,
    Const,
    FieldValue,
    LetValue,
    Not,
)
from scorelang.model.fields import Category, Field, FieldType, Record
from scorelang.model.rubric import (
    Applies,
    CheckedRubric,
    Combine,
    GradeLine,
    Grading,
    Group,
    IfMissing,
    IfNotApplying,
    Indicator,
    Let,
    MissingPolicy,
    Override,
    OverrideKind,
    Range,
    Total,
)
from scorelang.model.rules import Bands, Branch, FirstThatHolds, Formula, Levels, Within
from scorelang.model.types import Kind, ValueType
from scorelang.numeric.interval import Interval
from scorelang.numeric.rounding import DEFAULT_POINTS, Rounding, RoundingMode

F = Fraction
TENTH = Rounding(F(1, 10), RoundingMode.HALF_UP)
NUMBER = ValueType(Kind.NUMBER)
ZERO_POINTS = MissingPolicy(IfMissing.POINTS)
LEAVE_OUT = MissingPolicy(IfMissing.LEAVE_OUT)
REJECT = MissingPolicy(IfMissing.REJECT)


def const(value):
    return Const(F(value) if isinstance(value, int) and not isinstance(value, bool) else value)


def branch(text, points, **more):
    return Branch(text, None if points is None else const(points), **more)


def calc(left, op, right):
    return Calculation(Arithmetic(op), left, right)


def compare(left, op, right):
    return Compare(Comparison(op), left, const(right))


def field(name):
    return FieldValue(name)


def at_least(low):
    return Interval(F(low), None)


def below(high, low=None):
    return Interval(None if low is None else F(low), F(high), high_open=True)


def number_field(name, **more):
    return Field(name, FieldType.NUMBER, **more)


def indicator(name, rule, full=10, missing=ZERO_POINTS, roundings=(DEFAULT_POINTS,), **more):
    full = None if full is None else F(full)
    return Indicator(name, rule, Range(F(0), full), full, roundings, missing, **more)


def given(name, full=10, **more):
    """An indicator whose points are the field of the same name with `_f`."""
    return indicator(name, Formula(field(f"{name}_f"), f"{name}_f"), full, **more)


def group(name, *children, combine=Combine.SUM, full=None, **more):
    if full is None:
        full = sum(child.full for child in children)
    return Group(name, children, combine, Range(F(0), F(full)), F(full), **more)


def rubric(
    *parts, fields=(), combine=Combine.SUM, roundings=(), total=True, base=0, root=None, **more
):
    """A rubric whose fields are those named, as numbers, and those of `given` indicators."""
    root = {"full": None, **(root or {})}
    whole = Group(
        "total", parts, combine, Range(F(0), None), _full(parts, root.pop("full")), **root
    )
    counted = Total(Range(F(0), None), roundings, whole, base=F(base)) if total else None
    named = tuple(each if isinstance(each, Field) else number_field(each) for each in fields)
    return CheckedRubric("test", named, parts, total=counted, **more)


def _full(parts, full):
    if full is not None:
        return F(full)
    fulls = [part.full for part in parts]
    return None if None in fulls else sum(fulls, F(0))


def record(row=1, **values):
    return Record(row, None, {name: F(x) if type(x) is int else x for name, x in values.items()})


def customer_rating():
    """A1 of the shipped rubrics, as the compiler would make it."""
    margin = calc(calc(field("unit_price"), "-", field("unit_cost")), "/", field("unit_price"))
    payment = group(
        "payment",
        indicator(
            "punctuality",
            Bands(
                field("days_late"),
                (
                    (Interval(F(0), F(0)), branch("0 天", 20)),
                    (
                        Interval(F(1), F(30)),
                        Branch(
                            "1..30",
                            calc(const(20), "-", calc(const(F(3, 5)), "*", field("days_late"))),
                        ),
                    ),
                    (Interval(F(30), None, low_open=True), branch("over 30", 0)),
                ),
            ),
            20,
        ),
        indicator(
            "terms_points",
            Levels(
                field("terms"),
                (
                    (frozenset({"cash", "inspect7"}), branch("cash, inspect7", 10)),
                    (frozenset({"net30"}), branch("net30", 6)),
                    (frozenset({"net90"}), branch("net90", 4)),
                    (frozenset({"longer"}), branch("longer", 0)),
                ),
            ),
        ),
        indicator(
            "margin_points",
            Bands(
                LetValue("margin"),
                (
                    (at_least(F(1, 5)), branch(">= 20%", 20)),
                    (below(F(1, 5), F(1, 10)), branch(">= 10%", 10)),
                    (below(F(1, 10), F(1, 20)), branch(">= 5%", 5)),
                    (below(F(1, 20)), branch("< 5%", 0)),
                ),
            ),
            20,
        ),
    )
    transfer = group(
        "transfer",
        indicator(
            "transfer_points",
            FirstThatHolds(
                (
                    (compare(field("transfer_days"), ">", 90), branch("over 90", 0, level="差")),
                    (field("transfer_void"), branch("void", 5, level="良")),
                    (Not(field("transfer_void")), branch("in time", 10, level="优")),
                )
            ),
        ),
        applies=Applies(compare(field("trade"), "=", "export"), IfNotApplying.RESCALE),
    )
    strength = group(
        "strength_group",
        indicator(
            "strength_points",
            Within(
                field("strength"),
                field("strength_level"),
                tuple(
                    (name, Interval(F(low), F(high)), Branch(name, field("strength"), level=name))
                    for name, low, high in (("large", 10, 15), ("medium", 6, 10), ("small", 0, 6))
                ),
                "strength",
            ),
            15,
        ),
    )
    volume = group(
        "volume",
        indicator(
            "volume_points",
            Bands(
                field("monthly_tons"),
                (
                    (at_least(10), branch(">= 10", 15)),
                    (below(10, 5), branch(">= 5", 12)),
                    (below(5, 2), branch(">= 2", F(21, 2))),
                    (below(2), branch("< 2", F(15, 2))),
                ),
            ),
            15,
        ),
    )
    cooperation = group(
        "cooperation_group",
        indicator("cooperation_points", Formula(field("cooperation"), "cooperation")),
    )
    parts = (payment, transfer, strength, volume, cooperation)
    root = Group("total", parts, Combine.SUM, Range(F(0), F(100)), F(100))
    return CheckedRubric(
        "customer_rating",
        (
            Field("trade", FieldType.CATEGORY, required=True, categories=_names("domestic export")),
            Field("days_late", FieldType.INTEGER),
            Field(
                "terms",
                FieldType.CATEGORY,
                categories=_names("cash inspect7 net30 net90 longer"),
            ),
            Field("unit_price", FieldType.MONEY),
            Field("unit_cost", FieldType.MONEY),
            Field("transfer_days", FieldType.INTEGER),
            Field("transfer_void", FieldType.YES_NO),
            Field("strength_level", FieldType.CATEGORY, categories=_names("large medium small")),
            Field("strength", FieldType.NUMBER),
            Field("monthly_tons", FieldType.NUMBER),
            Field("cooperation", FieldType.NUMBER),
            Field("major_anomaly", FieldType.YES_NO),
        ),
        parts,
        lets=(Let("margin", margin, NUMBER),),
        total=Total(Range(F(0), F(100)), (TENTH,), root),
        grading=Grading(
            ("A", "B", "C", "D"),
            (
                GradeLine("A", ">= 85", at_least(85)),
                GradeLine("B", ">= 70", at_least(70)),
                GradeLine("C", ">= 60", at_least(60)),
                GradeLine("D", "otherwise"),
            ),
        ),
        overrides=(
            Override(
                OverrideKind.CAP,
                "major_anomaly",
                field("major_anomaly"),
                "no better than C",
                cap="C",
                flags=("review",),
            ),
        ),
    )


def _names(text):
    return tuple(Category(name) for name in text.split())


def good_customer(**changes):
    """An export customer with full marks everywhere."""
    values = {
        "trade": "export",
        "days_late": F(0),
        "terms": "cash",
        "unit_price": F(100),
        "unit_cost": F(80),
        "transfer_days": F(30),
        "transfer_void": False,
        "strength_level": "large",
        "strength": F(15),
        "monthly_tons": F(12),
        "cooperation": F(10),
        "major_anomaly": False,
    }
    changes = {name: F(x) if type(x) is int else x for name, x in changes.items()}
    return Record(1, "C1", {**values, **changes})
