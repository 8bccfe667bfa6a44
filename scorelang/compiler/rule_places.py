"""The rules of a rubric one by one, each with what is known where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from scorelang.compiler.expression_walk import through_lets
from scorelang.compiler.narrowing import assume
from scorelang.compiler.part_ranges import all_parts
from scorelang.compiler.record_search import FoundRecord
from scorelang.compiler.scope import Scope
from scorelang.compiler.shown_values import cell_text
from scorelang.compiler.taken import segments_taken
from scorelang.diagnostics.model import Witness
from scorelang.model.expressions import Expr, FieldValue, LetValue
from scorelang.model.rubric import CheckedRubric, Group, Indicator
from scorelang.model.rules import BySegment, Rule
from scorelang.source.span import Span
from scorelang.source.structure import Structure

MOST_SHOWN = 3
"""So many findings of one kind are shown for one part; the others are counted."""


@attrs.frozen(eq=False, repr=False)
class RulePlace(Structure):
    """A rule with its indicator and what is known where it stands."""

    indicator: Indicator
    rule: Rule
    scope: Scope

    @property
    def name(self) -> str:
        """The name of the indicator."""
        return self.indicator.name


def indicators_of(rubric: CheckedRubric) -> Iterator[Indicator]:
    """Give the indicators in the order of the rubric."""
    for part in all_parts(rubric.parts):
        if isinstance(part, Indicator):
            yield part


def groups_of(rubric: CheckedRubric) -> Iterator[Group]:
    """Give the groups, inner ones first; the total is not among them."""
    for part in all_parts(rubric.parts):
        if isinstance(part, Group):
            yield part


def rules_of(rubric: CheckedRubric, scope: Scope) -> Iterator[RulePlace]:
    """Give each rule; one by segment itself first, then the rules of its cases."""
    for indicator in indicators_of(rubric):
        applies = indicator.applies
        known = assume(scope, applies.condition, holds=True) if applies else scope
        yield from _opened(RulePlace(indicator, indicator.rule, known))


def _opened(place: RulePlace) -> Iterator[RulePlace]:
    yield place
    if isinstance(place.rule, BySegment):
        for rule, known in segments_taken(place.rule, place.scope):
            yield from _opened(RulePlace(place.indicator, rule, known))


def is_simple(expr: Expr, scope: Scope) -> bool:
    """Whether each field occurs once, and in no rule of the record: bounds are then reached.

    Derived values are opened up. Conditions are too involved to say so.
    """
    seen: set[str] = set()
    lets: set[str] = set()
    for part in through_lets(expr, scope):
        match part:
            case FieldValue(name):
                if name in seen:
                    return False
                seen.add(name)
            case LetValue(name):
                if name in lets:
                    return False
                lets.add(name)
            case _ if type(part).__name__ not in _PLAIN:
                return False
    ruled = (part for rule in scope.rules for part in through_lets(rule, scope))
    return not any(isinstance(part, FieldValue) and part.name in seen for part in ruled)


_PLAIN = frozenset(
    {"Const", "Calculation", "Negation", "Absolute", "Extreme", "Rounded", "Interpolation"}
)


def is_field(expr: Expr, scope: Scope) -> bool:
    """Whether an expression is a field, directly or as a derived value."""
    match expr:
        case FieldValue():
            return True
        case LetValue(name) if name in scope.lets:
            return is_field(scope.lets[name], scope)
        case _:
            return False


def witness_of(record: FoundRecord, scope: Scope, outcome: str = "") -> Witness:
    """Show a record as its cells."""
    cells = (
        (name, cell_text(scope.fields[name], value) or "(empty)") for name, value in record.items()
    )
    return Witness(tuple(cells), outcome)


def first_span(spans: Sequence[Span | None], fallback: Span | None) -> Span | None:
    """Give the first place that is known."""
    return next((span for span in spans if span is not None), fallback)
