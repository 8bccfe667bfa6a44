"""Rounding clauses: steps and modes as written become roundings.

In: a clause or one of its steps. Out: ``Rounding`` values in base units. Reports E0308
for a step of zero or less.
"""

from __future__ import annotations

from typing import Final

from scorelang.compiler.draft import Draft
from scorelang.compiler.units import measure
from scorelang.numeric.exact import places_of
from scorelang.numeric.rounding import Rounding, RoundingMode
from scorelang.syntax import ast

_PLACES: Final = frozenset((2, 3, 4))
"""Steps that nobody rounds to, and decimal places as spreadsheets count them."""


def read_rounding(step: ast.RoundStep, draft: Draft) -> Rounding | None:
    """Read one step; half up where no mode was written."""
    value = step.step.value * measure(step.step.multiplier, step.step.unit).scale
    if value <= 0 or places_of(value) is None:
        draft.report("E0308.step", step.span, step=step.step.digits)
        return None
    if value in _PLACES and step.step.unit is None and step.step.multiplier is None:
        places = f"0.{'0' * (int(value) - 1)}1"
        draft.report("W0306", step.span, step=step.step.digits, meant=places)
    mode = RoundingMode.HALF_UP if step.mode is None else RoundingMode(step.mode.value)
    return Rounding(value, mode)


def read_roundings(clause: ast.RoundClause, draft: Draft) -> tuple[Rounding, ...]:
    """Read all steps in turn; none for ``round exact``."""
    found = (read_rounding(step, draft) for step in clause.steps)
    return tuple(rounding for rounding in found if rounding is not None)
