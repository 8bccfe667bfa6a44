"""Rounding clauses: steps and modes as written become roundings.

In: a clause or one of its steps. Out: ``Rounding`` values in base units. Reports E0308
for a step of zero or less, or a number of decimal places; W0306 where that is likely meant.
"""

from __future__ import annotations

from typing import Final

from scorelang.compiler.draft import Draft
from scorelang.compiler.errors import WORDS
from scorelang.compiler.terms import TERMS
from scorelang.compiler.units import measure
from scorelang.diagnostics.model import Fix
from scorelang.model.types import PLAIN
from scorelang.numeric.exact import places_of
from scorelang.numeric.rounding import Rounding, RoundingMode
from scorelang.syntax import ast

_PLACES: Final = frozenset((2, 3, 4))
"""Steps that nobody rounds to, and decimal places as spreadsheets count them."""

_PLACE_WORDS: Final = frozenset(
    (
        *("位", "位小数", "小数", "小数位", "位数", "个小数", "位有效数字"),
        *("decimal", "decimals", "place", "places", "digit", "digits", "dp", "dps", "d"),
    )
)
"""What stands behind a number of decimal places."""

_MOST_PLACES: Final = 12


def read_rounding(step: ast.RoundStep, draft: Draft) -> Rounding | None:
    """Read one step; half up where no mode was written."""
    if _counts_places(step.step, draft):
        _report_places(step.step, draft)
        return None
    value = step.step.value * measure(step.step.multiplier, step.step.unit).scale
    if value <= 0 or places_of(value) is None:
        draft.report("E0308.step", step.span, step=step.step.digits)
        return None
    if value in _PLACES and step.step.unit is None and step.step.multiplier is None:
        draft.report("W0306", step.span, step=step.step.digits, meant=_step_of(int(value)))
    mode = RoundingMode.HALF_UP if step.mode is None else RoundingMode(step.mode.value)
    return Rounding(value, mode)


def _counts_places(step: ast.NumberExpr, draft: Draft) -> bool:
    """Whether the word behind a number says that it counts decimal places, or likely does."""
    word = (step.unit or "").lower()
    is_count = step.value.denominator == 1 and 0 <= step.value <= _MOST_PLACES
    if not word or step.multiplier is not None or not is_count:
        return False
    is_declared = any(field.unit_text == step.unit for field in draft.fields.values())
    if word in _PLACE_WORDS and not is_declared:
        return True
    found = measure(None, step.unit)
    # `round 0.1 points` says what is rounded; nobody rounds to 2 points.
    return step.value in _PLACES and (found.is_bare or found.unit == PLAIN) and word not in "%‰"


def _report_places(step: ast.NumberExpr, draft: Draft) -> None:
    meant = _step_of(int(step.value))
    fix = Fix(step.span, meant, TERMS["write `{text}`"].format(text=meant))
    written = f"{step.digits}{' ' if (step.unit or '').isascii() else ''}{step.unit}"
    draft.collector.add(WORDS, "E0308.places", step.span, fixes=(fix,), step=written, meant=meant)


def _step_of(places: int) -> str:
    return "1" if places == 0 else f"0.{'0' * (places - 1)}1"


def read_roundings(clause: ast.RoundClause, draft: Draft) -> tuple[Rounding, ...]:
    """Read all steps in turn; none for ``round exact``."""
    found = (read_rounding(step, draft) for step in clause.steps)
    return tuple(rounding for rounding in found if rounding is not None)
