"""From where an expression is read: what may be named there, and how fields stand in it.

``Moment`` orders the computation of a record; an expression may read only what is
known at its own moment. ``is_plain`` is set inside a points formula whose units do not
cancel: a field then stands for the plain number of its column. ``category`` is set where a
derived value gives a category: the bare names of its branches are values of that.
"""

from __future__ import annotations

import enum
from collections.abc import Callable

import attrs

from scorelang.compiler.draft import Draft
from scorelang.compiler.stray_units import has_stray
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import Typed, describe
from scorelang.model.types import Kind, ValueType
from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.syntax import ast


class Moment(enum.IntEnum):
    """When an expression is computed; each may read what the earlier ones give."""

    RECORD = 0
    POINTS = 1
    GRADES = 2
    OVERRIDES = 3
    RESULTS = 4


@attrs.frozen(eq=False, repr=False)
class Reading(Structure):
    """One place from which expressions are read."""

    draft: Draft
    moment: Moment
    infer_in: Callable[[ast.Expr, Reading], Typed | None] = attrs.field(repr=False)
    is_plain: bool = False
    category: ValueType | None = None

    def infer(self, node: ast.Expr) -> Typed | None:
        """Give an expression with its type; ``None`` where it has none, which was reported."""
        return self.infer_in(node, self)

    def plain(self) -> Reading:
        """Read fields as the plain numbers of their columns."""
        return attrs.evolve(self, is_plain=True)

    def in_units(self) -> Reading:
        """Read fields in their units."""
        return attrs.evolve(self, is_plain=False, category=None)

    def report(self, key: str, span: Span, **arguments: object) -> None:
        """Report a finding."""
        self.draft.report(key, span, **arguments)

    def condition(self, node: ast.Expr) -> Typed | None:
        """Read an expression that must be yes or no."""
        return self._of_kind(self.in_units().infer(node), Kind.YES_NO, TERMS["a condition"], node)

    def number(self, node: ast.Expr) -> Typed | None:
        """Read an expression that must be a number."""
        return self._of_kind(self.infer(node), Kind.NUMBER, TERMS["a number"], node)

    def points(self, node: ast.Expr) -> Typed | None:
        """Read points: a number whose units cancel, or the plain numbers of the columns."""
        asked = len(self.draft.asked)
        found = self.number(node)
        if found is None or found.type.unit.is_plain:
            return found
        del self.draft.asked[asked:]  # numbers beside columns count in the units of these
        found = self.plain().number(node)
        if found is not None and not found.type.unit.is_plain:
            if not has_stray(node, self.draft):
                self.report("E0304", node.span, found=describe(found.type))
            return None
        return found

    def _of_kind(
        self, found: Typed | None, kind: Kind, wanted: str, node: ast.Expr
    ) -> Typed | None:
        if found is None or found.type.kind is kind:
            return found
        if kind is Kind.YES_NO and isinstance(node, ast.NameExpr) and found.type.values:
            arguments = {"name": node.name.text, "value": found.type.values[0]}
            self.report("E0302.category", node.span, found=describe(found.type), **arguments)
            return None
        self.report("E0302", node.span, wanted=wanted, found=describe(found.type))
        return None
