"""Units and multipliers: words as written, exact scales, products and quotients.

In: the words of a number or of a column. Out: the unit and how many base units one is.
Base units: yuan, days, months; a unit the language does not know is one of its own.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from scorelang.compiler.terms import TERMS
from scorelang.model.types import PLAIN, Unit
from scorelang.model.unit_words import MULTIPLIERS, PERCENTS, UNITS
from scorelang.source.structure import Structure

_NAMES = {"money": "yuan", "day": "days", "month": "months", "year": "years"}


@attrs.frozen(eq=False, repr=False)
class Measure(Structure):
    """A unit with its scale; ``is_bare`` where no word says what the number counts."""

    unit: Unit
    scale: Fraction
    is_bare: bool


def measure(multiplier: str | None, unit: str | None) -> Measure:
    """Read the words behind a number: ``万`` and ``元`` are 10,000 of money."""
    factor = MULTIPLIERS.get(multiplier.lower(), Fraction(1)) if multiplier else Fraction(1)
    if unit is None:
        return Measure(PLAIN, factor, is_bare=True)
    found = UNITS.get(unit.lower())
    if found is None:
        return Measure(Unit(((unit, 1),)), factor, is_bare=False)
    # Points and times count something; only a percent is a ratio that fits nothing else.
    is_bare = found[0] == PLAIN and unit not in PERCENTS
    return Measure(found[0], factor * found[1], is_bare=is_bare)


def is_unit_word(word: str) -> bool:
    """Whether the word is a unit the language knows."""
    return word.lower() in UNITS


def multiply(first: Unit, second: Unit) -> Unit:
    """Give the unit of a product."""
    return _combine(first, second, 1)


def divide(first: Unit, second: Unit) -> Unit:
    """Give the unit of a quotient."""
    return _combine(first, second, -1)


def power(unit: Unit, exponent: int) -> Unit:
    """Give the unit of a power."""
    return Unit(tuple((name, count * exponent) for name, count in unit.powers if exponent))


def _combine(first: Unit, second: Unit, sign: int) -> Unit:
    powers = dict(first.powers)
    for name, count in second.powers:
        powers[name] = powers.get(name, 0) + sign * count
    return Unit(tuple(sorted((name, count) for name, count in powers.items() if count)))


def unit_name(unit: Unit) -> str:
    """Write a unit for people: ``yuan``, ``days``, ``yuan per month``."""
    above = [_power_name(name, count) for name, count in unit.powers if count > 0]
    below = [_power_name(name, -count) for name, count in unit.powers if count < 0]
    text = " × ".join(above) or "1"
    return (
        TERMS["{above} per {below}"].format(above=text, below=" × ".join(below)) if below else text
    )


def _power_name(name: str, count: int) -> str:
    shown = TERMS.said(_NAMES.get(name, name))
    return shown if count == 1 else f"{shown}^{count}"
