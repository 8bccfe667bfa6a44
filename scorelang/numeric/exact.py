"""Reading, writing and the limits of exact numbers; a number is a ``Fraction`` everywhere.

Text to number and back, division and power with their exceptions made visible: ``None``
stands for *missing* (division by zero), an exception for a limit that was passed.
What may stand around a number in a cell (spaces, units, %) is the business of others.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from scorelang.numeric.rounding import Rounding, RoundingMode, round_to

MAX_DIGITS = 40
"""How many digits, before and after the point together, a number may be written with."""

MAX_POWER_BITS = 65_536
"""How long (in bits, about 20,000 decimal digits) numerator or denominator of a power may get."""

FLOAT_DIGITS = 15
"""How many significant digits of a binary number count; what lies behind them is noise."""

SHOWN_DECIMALS = 6
"""How many decimals an unrounded number is printed with, unless it needs more."""

_EXACT_BELOW = 2**53  # from here on a float cannot tell neighbouring whole numbers apart
_DECIMAL = re.compile(r"([+-]?[0-9]+)(?:\.([0-9]+))?")


class TooManyDigits(ValueError):  # noqa: N818  a limit of the language, not a fault of ours
    """A number is written with more than ``MAX_DIGITS`` digits."""


class PowerTooLarge(ValueError):  # noqa: N818  as above
    """A power would be longer than ``MAX_POWER_BITS``."""


def parse_decimal(text: str) -> Fraction | None:
    """Read a plain decimal: a sign or none, digits, a point with digits or none; else ``None``.

    Only ASCII, no spaces, no exponent, a digit on both sides of the point. Raises
    ``TooManyDigits`` above ``MAX_DIGITS`` digits, leading zeros counted.
    """
    match = _DECIMAL.fullmatch(text)
    if match is None:
        return None
    whole, decimals = match[1], match[2] or ""
    digits = len(whole.lstrip("+-")) + len(decimals)
    if digits > MAX_DIGITS:
        msg = f"a number of {digits} digits; at most {MAX_DIGITS} are read"
        raise TooManyDigits(msg)
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def from_float(x: float) -> Fraction:
    """Read a binary float at ``FLOAT_DIGITS`` significant digits, as Excel shows it.

    28.999999999999996, which is what 0.29 * 100 gives, reads as 29. Raises ``ValueError``
    for infinities and not-a-number.
    """
    if not math.isfinite(x):
        msg = f"not a finite number: {x}"
        raise ValueError(msg)
    return Fraction(float_text(x))


def float_text(x: float) -> str:
    """Write a finite float with the digits that count: all of a whole number that is exact."""
    is_exact = abs(x) < _EXACT_BELOW and x == int(x)
    return str(int(x)) if is_exact else f"{float(x):.{FLOAT_DIGITS}g}"


def places_of(x: Fraction) -> int | None:
    """Count the decimals needed to write ``x`` exactly; ``None`` if it never ends, like 1/3."""
    rest = x.denominator
    twos = (rest & -rest).bit_length() - 1
    rest >>= twos
    fives = 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    return max(twos, fives) if rest == 1 else None


def decimals_of(step: Fraction) -> int:
    """Count the decimals of a step: 0 for 5, 2 for 0.25; ``ValueError`` for a step like 1/3."""
    places = places_of(step)
    if places is None:
        msg = f"not a decimal step: {step}"
        raise ValueError(msg)
    return places


def to_text(x: Fraction, decimals: int | None = None) -> str | None:
    """Write ``x`` exactly, without exponent, with so many decimals or as few as it needs.

    ``None`` if that cannot be exact: it never ends, or needs more than ``decimals``.
    """
    places = places_of(x)
    if places is None or (decimals is not None and places > decimals):
        return None
    return _fixed(x, places if decimals is None else decimals)


def to_decimal(x: Fraction, step: Fraction) -> Decimal:
    """Give a multiple of ``step`` as a decimal with exactly the decimals of the step."""
    if (x / step).denominator != 1:
        msg = f"{x} is not a multiple of {step}"
        raise ValueError(msg)
    return Decimal(_fixed(x, decimals_of(step)))


def show(x: Fraction, limits: Iterable[Fraction] = ()) -> str:
    """Write ``x`` for people: at most ``SHOWN_DECIMALS`` decimals, half up, no idle zeros.

    More decimals are given where it would otherwise meet or cross one of the ``limits``
    it was compared with: 84.99999996 reads so beside a limit of 85, not as 85.
    """
    compared = tuple(limits)
    decimals = SHOWN_DECIMALS
    shown = _half_up(x, decimals)
    while any(_strays(x, shown, limit) for limit in compared):
        decimals += 1
        shown = _half_up(x, decimals)
    text = _fixed(shown, decimals)
    return text.rstrip("0").rstrip(".") if "." in text else text


def divide(a: Fraction, b: Fraction) -> Fraction | None:
    """Divide; ``None`` (missing) for a zero divisor."""
    return a / b if b else None


def power(base: Fraction, exponent: int) -> Fraction | None:
    """Raise to a whole power; ``None`` (missing) for a negative power of zero.

    Raises ``PowerTooLarge`` where the result could be longer than ``MAX_POWER_BITS``.
    """
    if exponent < 0 and not base:
        return None
    longer = max(abs(base.numerator), base.denominator)
    # 0, 1 and -1 are one bit long and stay so.
    if longer > 1 and longer.bit_length() * abs(exponent) > MAX_POWER_BITS:
        # The exponent itself may have more digits than str() gives.
        msg = f"a power would be longer than {MAX_POWER_BITS} bits"
        raise PowerTooLarge(msg)
    # Of 1 and -1 only the parity of the exponent counts; this keeps 1^10^9 quick as well.
    return base**exponent if longer > 1 else base ** (exponent % 2 if base else min(exponent, 1))


def _fixed(x: Fraction, decimals: int) -> str:
    """Write ``x``, which must end within ``decimals`` decimals, with exactly so many."""
    # Through Decimal, because str() of an int refuses above 4,300 digits.
    scaled = x.numerator * 10**decimals // x.denominator
    digits = str(Decimal(abs(scaled))).rjust(decimals + 1, "0")
    point = len(digits) - decimals
    return ("-" if scaled < 0 else "") + digits[:point] + ("." + digits[point:] if decimals else "")


def _half_up(x: Fraction, decimals: int) -> Fraction:
    return round_to(x, Rounding(Fraction(1, 10**decimals), RoundingMode.HALF_UP))


def _strays(x: Fraction, shown: Fraction, limit: Fraction) -> bool:
    """Whether ``shown`` stands on another side of ``limit`` than ``x`` does."""
    if x == limit:
        return shown != limit and places_of(limit) is not None
    return (shown <= limit) if x > limit else (shown >= limit)
