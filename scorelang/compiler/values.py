"""Values beside a subject: the names of a category stand bare.

In: an expression and the subject it stands beside. Out: ``Typed``. Reports E0209 for a
name that is no value of the subject's category, or is a field as well.
"""

from __future__ import annotations

import re
from typing import Final

from scorelang.compiler.draft import Draft
from scorelang.compiler.reading import Reading
from scorelang.compiler.typed import Typed
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.model import expressions as model
from scorelang.syntax import ast
from scorelang.syntax.vocabulary import meant_keyword

_AFTER: Final = ("及以上", "及以下", "以上", "以下")
_NOT: Final = ("非", "不是", "不为", "不", "除", "not_", "non_", "non")


def names_a_value(node: ast.Expr, draft: Draft) -> bool:
    """Whether this can only be the value of a category: a text, or a name nobody declared."""
    if isinstance(node, ast.NameExpr):
        return node.name.text not in draft.symbols.values
    return isinstance(node, ast.TextExpr)


def infer_beside(node: ast.Expr, subject: Typed, reading: Reading) -> Typed | None:
    """Read an expression that stands beside a subject."""
    if not subject.is_category:
        return reading.infer(node)
    match node:
        case ast.NameExpr(name):
            return _named_value(name, subject, reading)
        case ast.TextExpr(value):
            return _checked_value(value, node, subject, reading)
        case _:
            return reading.infer(node)


def _named_value(name: ast.Name, subject: Typed, reading: Reading) -> Typed | None:
    is_value = name.text in subject.type.values
    if name.text in reading.draft.symbols.values:
        if is_value:
            reading.report("E0209.both", name.span, name=name.text)
            return None
        return reading.infer(ast.NameExpr(name, span=name.span))
    return _checked_value(name.text, name, subject, reading)


_PARTED: Final = re.compile("[或和与及]")
"""What stands between values that are one word to the reader: ``甲或乙``."""


def _checked_value(
    value: str, node: ast.Name | ast.TextExpr, subject: Typed, reading: Reading
) -> Typed | None:
    if value in subject.type.values:
        return Typed(model.Const(value), subject.type)
    after = next((word for word in _AFTER if value.endswith(word)), None)
    if after is not None and value.removesuffix(after) in subject.type.values:
        reading.report(
            "E0209.after", node.span, name=value, value=value.removesuffix(after), after=after
        )
        return None
    pieces = [piece.strip() for piece in _PARTED.split(value)]
    if len(pieces) > 1 and all(piece in subject.type.values for piece in pieces):
        from scorelang.compiler.listed_values import report_list  # noqa: PLC0415  for faults

        if not report_list(node.span, reading.draft, pieces):
            reading.report("E0209.several", node.span, name=value, meant="、".join(pieces))
        return None
    denied = next((word for word in _NOT if value.startswith(word)), "")
    if denied and value.removeprefix(denied) in subject.type.values:
        reading.report("E0209.not", node.span, name=value, value=value.removeprefix(denied))
        return None
    near = did_you_mean(value, subject.type.values) or meant_keyword(value)
    known = ", ".join(f"`{each}`" for each in subject.type.values)
    key = "E0209.near" if near else "E0209" if known else "E0209.none"
    reading.report(key, node.span, name=value, near=near, known=known)
    return None
