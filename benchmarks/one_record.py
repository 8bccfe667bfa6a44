"""How long one record takes: `Rubric.score` on supplier-12, beside others, in one run.

Compared with the same card written by hand in exact Python (whole numbers), and with the
expression node of zen-engine where that is installed. Totals and grades of all are compared;
ratios are of medians. zen-engine computes in its own decimals, so its ties may differ: counted.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import scorelang

RUBRIC = Path(__file__).with_name("supplier-12.rubric")
ROUNDS = 7
Record = Mapping[str, object]
GRADES = ((90, "AAA"), (85, "AA"), (80, "A"), (70, "BBB"), (65, "BB"), (60, "B"), (50, "CCC"))
GRADES_BELOW = ((45, "CC"), (40, "C"), (-1, "D"))
TERMS = {"PREPAID": 150, "COD": 130, "NET15": 105, "NET30": 70, "NET60": 25}
INDUSTRY = {"TECH": 100, "MANUFACTURING": 90, "SERVICES": 80, "WHOLESALE": 75, "RETAIL": 60}
INDUSTRY |= {"AGRICULTURE": 50, "OTHER": 30, "CONSTRUCTION": 25}
COOPERATION = {"STRATEGIC": 150, "REGULAR": 95, "OCCASIONAL": 40}


def records(count: int, seed: int) -> list[dict[str, object]]:
    """Records as a service would get them from JSON: floats, whole numbers, names, gaps."""
    draw = random.Random(seed)

    def amount(most: float) -> float:
        return float(f"{draw.random() * most:.2f}")

    def one() -> dict[str, object]:
        found: dict[str, object] = {
            "days_overdue": draw.choice((0, 0, draw.randrange(60))),
            "max_overdue": draw.randrange(90),
            "gross_margin": float(f"{draw.gauss(0.18, 0.14):.4f}"),
            "monthly_volume": amount(1_500_000),
            "growth": float(f"{draw.gauss(0.05, 0.12):.4f}"),
            "current_assets": amount(500_000),
            "current_liabilities": amount(400_000),
            "total_debt": amount(500_000),
            "total_assets": amount(900_000),
            "return_rate": float(f"{draw.random() * 0.1:.4f}"),
            "account_age": draw.randrange(180),
            "payment_terms": draw.choice([*TERMS]),
            "industry": draw.choice([*INDUSTRY]),
            "cooperation": draw.choice([*COOPERATION]),
        }
        for name in list(found):
            if draw.random() < 0.02:
                del found[name]
        found |= {name: draw.randrange(1, 11) for name in ("severity", "occurrence", "detection")}
        return found

    return [one() for _ in range(count)]


def _cents(x: float | None) -> int | None:
    return None if x is None else int(Decimal(repr(x)).scaleb(2))


def _parts(x: float | None) -> int | None:
    return None if x is None else int(Decimal(repr(x)).scaleb(4))


def by_hand(r: Record) -> tuple[int, str]:
    """The card as exact Python that somebody wrote for it: points in tenths, total in cents."""
    get = r.get
    payment = profit = financial = relation = 0
    days = get("days_overdue")
    if days is not None and days <= 30:
        payment += 200 - 6 * days
    x = get("max_overdue")
    if x is not None:
        payment += (
            150
            if x < 1
            else 120
            if x < 8
            else 90
            if x < 16
            else 55
            if x < 31
            else 20
            if x < 61
            else 0
        )
    payment += TERMS.get(get("payment_terms"), 0)
    x = _parts(get("gross_margin"))
    if x is not None:
        profit += (
            200 if x >= 3000 else 165 if x >= 2000 else 120 if x >= 1200 else 75 if x >= 500
            else 30 if x >= 0 else 0
        )  # fmt: skip
    x = _cents(get("monthly_volume"))
    if x is not None:
        profit += (
            10 if x < 1_000_000 else 40 if x < 5_000_000 else 80 if x < 20_000_000
            else 125 if x < 100_000_000 else 150
        )  # fmt: skip
    x = _parts(get("growth"))
    if x is not None:
        profit += (
            150 if x >= 1500 else 110 if x >= 500 else 70 if x >= 0 else 35 if x >= -1000 else 0
        )
    a, b = _cents(get("current_assets")), _cents(get("current_liabilities"))
    if a is not None and b:
        financial += 200 if a >= 2 * b else 150 if 2 * a >= 3 * b else 95 if a >= b else 20
    a, b = _cents(get("total_debt")), _cents(get("total_assets"))
    if a is not None and b:
        a *= 10
        financial += 200 if a < 3 * b else 135 if a < 5 * b else 60 if a < 7 * b else 0
    financial += INDUSTRY.get(get("industry"), 0)
    x = _parts(get("return_rate"))
    if x is not None:
        relation += 200 if x < 50 else 160 if x < 100 else 105 if x < 300 else 40 if x < 800 else 0
    x = get("account_age")
    if x is not None:
        relation += 20 if x < 12 else 65 if x < 24 else 110 if x < 60 else 150
    relation += COOPERATION.get(get("cooperation"), 0)
    # hundredths of a point: weights 0.65, 0.55, 0.5, 0.3 for each point, points in tenths
    thousandths = 65 * payment + 55 * profit + 50 * financial + 30 * relation
    total = (thousandths + 5) // 10
    grade = next(name for limit, name in (*GRADES, *GRADES_BELOW) if total >= limit * 100)
    return total, grade


def timed(function: Callable[[Record], object], rows: list[dict[str, object]]) -> float:
    """Give the median time of a record, in microseconds."""
    found = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for row in rows:
            function(row)
        found.append((time.perf_counter() - start) / len(rows) * 1e6)
    return statistics.median(found)


def zen(rows: list[dict[str, object]]) -> tuple[Callable[[Record], object], int] | None:
    """The card as one expression node, and how many totals differ; nothing without the package."""
    try:
        import zen as engine  # noqa: PLC0415
    except ImportError:
        return None
    content = engine.ZenDecisionContent(json.dumps(_graph()))
    decision = engine.ZenEngine().create_decision(content)
    differ = 0
    for row in rows:
        found = Fraction(str(decision.evaluate(row)["result"]["total"]))
        differ += found != Fraction(by_hand(row)[0], 100)
    return decision.evaluate, differ


def _graph() -> dict[str, object]:
    def bands(field: str, *pairs: tuple[str, str], last: str) -> str:
        text = last
        for limit, points in reversed(pairs):
            text = f"{field} {limit} ? {points} : {text}"
        return f"({field} == null ? 0 : ({text}))"

    def names(field: str, values: Mapping[str, int]) -> str:
        text = "0"
        for name, tenths in values.items():
            text = f'{field} == "{name}" ? {tenths / 10} : ({text})'
        return f"({text})"

    def ratio(a: str, b: str, *pairs: tuple[str, str], last: str) -> str:
        text = last
        for limit, points in reversed(pairs):
            text = f"{a} / {b} {limit} ? {points} : {text}"
        return f"({a} == null or {b} == null or {b} == 0 ? 0 : ({text}))"

    payment = " + ".join(
        (
            "(days_overdue == null or days_overdue > 30 ? 0 : 20 - days_overdue * 0.6)",
            bands("max_overdue", ("< 1", "15"), ("< 8", "12"), ("< 16", "9"), ("< 31", "5.5"),
                  ("< 61", "2"), last="0"),
            names("payment_terms", TERMS),
        )
    )  # fmt: skip
    profit = " + ".join(
        (
            bands("gross_margin", (">= 0.3", "20"), (">= 0.2", "16.5"), (">= 0.12", "12"),
                  (">= 0.05", "7.5"), (">= 0", "3"), last="0"),
            bands("monthly_volume", ("< 10000", "1"), ("< 50000", "4"), ("< 200000", "8"),
                  ("< 1000000", "12.5"), last="15"),
            bands("growth", (">= 0.15", "15"), (">= 0.05", "11"), (">= 0", "7"),
                  (">= -0.1", "3.5"), last="0"),
        )
    )  # fmt: skip
    financial = " + ".join(
        (
            ratio("current_assets", "current_liabilities", (">= 2", "20"), (">= 1.5", "15"),
                  (">= 1", "9.5"), last="2"),
            ratio("total_debt", "total_assets", ("< 0.3", "20"), ("< 0.5", "13.5"), ("< 0.7", "6"),
                  last="0"),
            names("industry", INDUSTRY),
        )
    )  # fmt: skip
    relation = " + ".join(
        (
            bands("return_rate", ("< 0.005", "20"), ("< 0.01", "16"), ("< 0.03", "10.5"),
                  ("< 0.08", "4"), last="0"),
            bands("account_age", ("< 12", "2"), ("< 24", "6.5"), ("< 60", "11"), last="15"),
            names("cooperation", COOPERATION),
        )
    )  # fmt: skip
    groups = zip(
        (payment, profit, financial, relation), ("0.65", "0.55", "0.5", "0.3"), strict=True
    )
    points = " + ".join(f"({text}) * {weight}" for text, weight in groups)
    total = f"floor(({points}) * 100 + 0.5) / 100"
    grade = '"D"'
    for limit, name in reversed((*GRADES, *GRADES_BELOW[:-1])):
        grade = f'$.total >= {limit} ? "{name}" : ({grade})'
    expressions = [
        {"id": "1", "key": "total", "value": total},
        {"id": "2", "key": "grade", "value": grade},
        {"id": "3", "key": "rpn", "value": "severity * occurrence * detection"},
    ]
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "card", "type": "expressionNode", "name": "card",
         "content": {"expressions": expressions}},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]  # fmt: skip
    edges = [
        {"id": "1", "type": "edge", "sourceId": "in", "targetId": "card"},
        {"id": "2", "type": "edge", "sourceId": "card", "targetId": "out"},
    ]
    return {"nodes": nodes, "edges": edges}


def main() -> None:
    """Compare, then print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=2000)
    count = parser.parse_args().records
    rows = records(count, 12)
    rubric = scorelang.load_rubric(RUBRIC)
    for row in rows:
        outcome = rubric.score(row)
        total, grade = by_hand(row)
        assert (outcome.total_exact, outcome.grade) == (Fraction(total, 100), grade), row
    base = timed(by_hand, rows)
    lines = [
        ("hand-written exact Python", base),
        ("Rubric.score", timed(rubric.score, rows)),
        ("Rubric.totals", timed(rubric.totals, rows)),
    ]
    peer = zen(rows)
    if peer is not None:
        function, differ = peer
        lines.append((f"zen-engine ({differ} of {count} totals differ)", timed(function, rows)))
    print(f"{count} records of supplier-12, all totals and grades equal; microseconds a record")
    for name, found in lines:
        print(f"  {name:<45} {found:8.2f}  {found / base:6.2f} x by hand")


if __name__ == "__main__":
    main()
