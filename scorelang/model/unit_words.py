"""The words for multipliers and units, and how many base units one of each is.

Base units: yuan, days, months. They are read in rubrics, in cells and in headings alike, so
they stand beneath all three.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from scorelang.model.types import DAYS, MONEY, MONTHS, PLAIN, Unit

MULTIPLIERS: Mapping[str, Fraction] = MappingProxyType(
    {
        "十": Fraction(10),
        "百": Fraction(100),
        "千": Fraction(1000),
        "万": Fraction(10**4),
        "十万": Fraction(10**5),
        "百万": Fraction(10**6),
        "千万": Fraction(10**7),
        "亿": Fraction(10**8),
        "k": Fraction(1000),
        "thousand": Fraction(1000),
        "million": Fraction(10**6),
        "billion": Fraction(10**9),
    }
)

UNITS: Mapping[str, tuple[Unit, Fraction]] = MappingProxyType(
    {
        "元": (MONEY, Fraction(1)),
        "yuan": (MONEY, Fraction(1)),
        "cny": (MONEY, Fraction(1)),
        "rmb": (MONEY, Fraction(1)),
        "%": (PLAIN, Fraction(1, 100)),
        "‰": (PLAIN, Fraction(1, 1000)),
        "天": (DAYS, Fraction(1)),
        "日": (DAYS, Fraction(1)),
        "day": (DAYS, Fraction(1)),
        "days": (DAYS, Fraction(1)),
        "周": (DAYS, Fraction(7)),
        "week": (DAYS, Fraction(7)),
        "weeks": (DAYS, Fraction(7)),
        "月": (MONTHS, Fraction(1)),
        "个月": (MONTHS, Fraction(1)),
        "month": (MONTHS, Fraction(1)),
        "months": (MONTHS, Fraction(1)),
        "年": (MONTHS, Fraction(12)),
        "year": (MONTHS, Fraction(12)),
        "years": (MONTHS, Fraction(12)),
        "分": (PLAIN, Fraction(1)),
        "point": (PLAIN, Fraction(1)),
        "points": (PLAIN, Fraction(1)),
        "次": (PLAIN, Fraction(1)),
        "time": (PLAIN, Fraction(1)),
        "times": (PLAIN, Fraction(1)),
    }
)

PERCENTS = frozenset({"%", "‰"})
"""Of the words without a unit those that are a ratio, not a count."""

MONEY_PARTS: Mapping[str, Fraction] = MappingProxyType(
    {"角": Fraction(1, 10), "分": Fraction(1, 100)}
)
"""Parts of a yuan: as units of an amount of money they mean this, else they count points."""
