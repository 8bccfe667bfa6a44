"""The irrational functions: exp, ln, sqrt and root, rounded to 28 significant digits half even.

In: exact fractions. Out: the correctly rounded fraction, the same on every machine, or
``None`` (missing) outside the domain. Values that end earlier are exact: ``sqrt(4)`` is 2.
"""

from __future__ import annotations

import decimal
import math
from collections.abc import Callable
from decimal import Context, Decimal
from fractions import Fraction

from scorelang.numeric.exact import places_of
from scorelang.numeric.rounding import to_significant

DIGITS = 28
"""How many significant digits a result has."""

EXP_LIMIT = 700
"""The largest argument of exp, either sign: results stay in the range of a double."""

MAX_DEGREE = 100
"""The largest degree of a root."""

_EXACT_PLACES = 60
"""Up to so many decimals an argument is handed on exactly; beyond, it is enclosed."""


def _context(precision: int, rounding: str = decimal.ROUND_HALF_EVEN) -> Context:
    # Own limits and no traps, so that a changed default context cannot reach us.
    return Context(
        prec=precision,
        rounding=rounding,
        Emin=decimal.MIN_EMIN,
        Emax=decimal.MAX_EMAX,
        capitals=1,
        clamp=0,
        flags=[],
        traps=[decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow],
    )


_RESULT = _context(DIGITS)
_EXACT = _context(decimal.MAX_PREC)


def exp(x: Fraction) -> Fraction | None:
    """Give e to the power of ``x``; ``None`` beyond ``EXP_LIMIT`` on either side."""
    return _rounded(_RESULT.exp, x) if abs(x) <= EXP_LIMIT else None


def ln(x: Fraction) -> Fraction | None:
    """Give the natural logarithm; ``None`` unless ``x`` is above zero."""
    return _rounded(_RESULT.ln, x) if x > 0 else None


def sqrt(x: Fraction) -> Fraction | None:
    """Give the square root; ``None`` below zero."""
    return root(x, 2)


def root(x: Fraction, degree: int) -> Fraction | None:
    """Give the root of that degree; an odd root of a negative number is negative.

    ``None`` for an even root below zero and for a degree outside 1 to ``MAX_DEGREE``.
    """
    if not 1 <= degree <= MAX_DEGREE or (x < 0 and degree % 2 == 0):
        return None
    if x < 0:
        return -_positive_root(-x, degree)
    return _positive_root(x, degree) if x else x


def _rounded(function: Callable[[Decimal], Decimal], x: Fraction) -> Fraction:
    """Apply a rising function of the decimal module, which rounds correctly, to a fraction.

    A fraction that is no short decimal is enclosed between two decimals, closer each time,
    until both lead to one result: as function and rounding both rise, ``x`` leads there too.
    """
    places = places_of(x)
    if places is not None and places <= _EXACT_PLACES:
        scaled = x.numerator * (10**places // x.denominator)
        return Fraction(function(Decimal(scaled).scaleb(-places, _EXACT)))
    precision = DIGITS + 10
    while True:
        numerator, denominator = Decimal(x.numerator), Decimal(x.denominator)
        below = _context(precision, decimal.ROUND_FLOOR).divide(numerator, denominator)
        above = _context(precision, decimal.ROUND_CEILING).divide(numerator, denominator)
        low, high = function(below), function(above)
        if low == high:
            return Fraction(low)
        precision *= 2


def _positive_root(x: Fraction, degree: int) -> Fraction:
    """Take the root of a number above zero in whole numbers: a few digits too many, then round."""
    # x = m / 10^(degree * shift) with m so long that its root has more than DIGITS + 1 digits.
    log10 = (x.numerator.bit_length() - x.denominator.bit_length()) * 0.30103
    shift = DIGITS + 3 - math.floor(log10 / degree)
    if shift >= 0:
        scaled, rest = divmod(x.numerator * 10 ** (degree * shift), x.denominator)
    else:
        scaled, rest = divmod(x.numerator, x.denominator * 10 ** (-degree * shift))
    whole = _whole_root(scaled, degree)
    # A last digit 1 stands for whatever follows: enough to break a tie the right way.
    sticky = bool(rest) or whole**degree != scaled
    return to_significant((10 * whole + sticky) * Fraction(10) ** (-shift - 1), DIGITS)


def _whole_root(n: int, degree: int) -> int:
    """Give the largest whole number whose power does not exceed ``n``, which is above zero."""
    if degree == 1:
        return n
    if degree == 2:
        return math.isqrt(n)
    # A float gives the first 10 digits or so, Newton's rule the rest; from above it only falls.
    guess = int(2 ** (math.log2(n) / degree) * (1 + 1e-10)) + 1
    while guess**degree < n:
        guess *= 2
    while True:
        better = ((degree - 1) * guess + n // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better
