"""What the builders of nodes share: the place of a rule, and finding things among its children."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, Final, TypeVar

import attrs
from lark import Token

from scorelang.source.span import Span
from scorelang.syntax import ast

Kids = Sequence[object]
Report = Callable[[str, Span, dict[str, Any]], None]
ReadCell = Callable[[str, int], tuple[object, ...] | None]

Node = TypeVar("Node")

_COMPARE: Final = {
    "GE": ast.CompareOp.AT_LEAST,
    "GE_WORD": ast.CompareOp.AT_LEAST,
    "GE_AFTER": ast.CompareOp.AT_LEAST,
    "AT_LEAST": ast.CompareOp.AT_LEAST,
    "GT": ast.CompareOp.ABOVE,
    "GT_WORD": ast.CompareOp.ABOVE,
    "LE": ast.CompareOp.AT_MOST,
    "LE_WORD": ast.CompareOp.AT_MOST,
    "LE_AFTER": ast.CompareOp.AT_MOST,
    "AT_MOST": ast.CompareOp.AT_MOST,
    "LT": ast.CompareOp.BELOW,
    "LT_WORD": ast.CompareOp.BELOW,
    "EQ": ast.CompareOp.EQUAL,
    "EQ_WORD": ast.CompareOp.EQUAL,
    "NE": ast.CompareOp.NOT_EQUAL,
    "NE_WORD": ast.CompareOp.NOT_EQUAL,
}
MOST_DIGITS = 60
"""Longest number that is read; no policy needs more, and huge ones only cost time."""


@attrs.frozen
class Place:
    """Where a rule was found, with the means to report a fault and to read a cell."""

    span: Span
    report: Report
    read_cell: ReadCell
    offset: int = 0

    def at(self, token: Token) -> Span:
        """Give the span of a token."""
        start = (token.start_pos or 0) + self.offset
        return Span(self.span.path, start, start + len(token))

    def between(self, start: int, end: int) -> Span:
        """Give a span of the same text."""
        return Span(self.span.path, start, end)

    def fault(self, key: str, span: Span | None = None, **arguments: str) -> None:
        """Report a fault, here unless a span is given."""
        self.report(key, span or self.span, arguments)


@attrs.frozen
class Body:
    """The body of an indicator, and the notes that stand among its lines."""

    body: ast.IndicatorBody
    notes: tuple[ast.Clause, ...] = ()


def nodes(kids: Kids, kind: type[Node]) -> tuple[Node, ...]:
    """Give the children of one kind, in order."""
    return tuple(kid for kid in kids if isinstance(kid, kind))


def node(kids: Kids, kind: type[Node]) -> Node | None:
    """Give the first child of one kind."""
    return next((kid for kid in kids if isinstance(kid, kind)), None)


def the(kids: Kids, kind: type[Node]) -> Node:
    """Give the first child of one kind, which the grammar guarantees."""
    return next(kid for kid in kids if isinstance(kid, kind))


def expressions(kids: Kids) -> list[ast.Expr]:
    """Give the children that are expressions, in order."""
    return [kid for kid in kids if isinstance(kid, ast.Expr)]


def the_one(kids: Kids, kind: Any, place: Place) -> Any:  # noqa: ANN401  a union is no type
    """Give the only child of one kind; a second one is a fault, as it would be dropped."""
    found = [kid for kid in kids if isinstance(kid, kind)]
    for other in found[1:]:
        place.fault("E0101.twice", other.span)
    return found[0] if found else None


def words(kids: Kids) -> list[str]:
    """Give the names of the keywords and signs among the children, in order."""
    return [kid.type for kid in kids if isinstance(kid, Token)]


def token(kids: Kids, *types: str) -> Token | None:
    """Give the first token of one of these types."""
    return next((kid for kid in kids if isinstance(kid, Token) and kid.type in types), None)


def has(kids: Kids, *types: str) -> bool:
    """Tell whether there is a token of one of these types."""
    return token(kids, *types) is not None


def compare_op(kids: Kids) -> ast.CompareOp:
    """Give the first comparison among the children, written with a sign or a word."""
    return next(_COMPARE[word] for word in words(kids) if word in _COMPARE)


def label(kids: Kids) -> str | None:
    """Give the text of the first quoted text among the children."""
    found = node(kids, ast.Text)
    return found.value if found else None


def whole_number(kids: Kids, place: Place) -> int:
    """Read the first number among the children as a whole number without unit."""
    found = token(kids, "NUMBER")
    if found is None:
        return 0
    digits = found.strip().rstrip("级项位人名分次")
    if not digits.isdecimal() or len(digits) > MOST_DIGITS:
        place.fault("E0103.whole", place.at(found), found=str(found))
        return 0
    return int(digits)


def number(digits: str, place: Place, span: Span) -> Fraction:
    """Read digits as an exact number."""
    if len(digits) > MOST_DIGITS:
        place.fault("E0103.long", span, most=str(MOST_DIGITS))
        return Fraction(0)
    return Fraction(digits)
