"""Words behind a number that cannot be its unit: ``30分`` of an hour, ``2b`` for 2 × b.

In: a number as written and what it is compared with. Reports E0301 for a count (分, 次)
beside an amount of money, time, a percentage or another count, and for a unit that is the
name of a value of the rubric. A word for points would otherwise be dropped without a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from scorelang.compiler.draft import Draft
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import Typed, describe
from scorelang.compiler.units import is_unit_word, measure
from scorelang.model.expressions import FieldValue, ScorePoints, TotalValue
from scorelang.model.fields import Field, FieldType
from scorelang.model.heading_units import split_heading, unit_as_written
from scorelang.model.unit_words import MULTIPLIERS
from scorelang.numeric.exact import show
from scorelang.syntax import ast

_COUNTS: Mapping[str, str] = MappingProxyType(
    {
        "分": "points",
        "point": "points",
        "points": "points",
        "次": "times",
        "time": "times",
        "times": "times",
    }
)
"""Words that count something; beside plain numbers they may be left out."""


def refuse_count(node: ast.Expr, subject: Typed, reading: Reading) -> bool:
    """Report a count beside what is counted in something else."""
    if isinstance(node, ast.NegateExpr):
        return refuse_count(node.operand, subject, reading)
    if not isinstance(node, ast.NumberExpr) or not subject.is_number:
        return False
    counted = _COUNTS.get((node.unit or "").lower())
    if counted is None or not _counts_else(counted, subject, reading.draft):
        return False
    name = subject.expr.name if isinstance(subject.expr, FieldValue) else ""
    reading.draft.report_once(
        f"{name or node.span} {counted}",
        "E0301.counted",
        node.span,
        unit=node.unit,
        subject=f"`{name}`" if name else TERMS["the value"],
        found=_described(subject, reading.draft),
    )
    return True


def refuse_percent_of_count(node: ast.Expr, subject: Typed, reading: Reading) -> bool:
    """Report a percentage beside a column of whole numbers."""
    if not isinstance(node, ast.NumberExpr) or node.unit not in {"%", "％"}:
        return False
    field = _field(subject, reading.draft)
    if field is None or field.type is not FieldType.INTEGER or node.value == 0:
        return False
    reading.draft.report_once(field.name, "E0301.percent", node.span, name=field.name)
    return True


def refuse_other_label(node: ast.Expr, subject: Typed, reading: Reading) -> bool:
    """Report ``500万`` beside a plain column that is headed ``销售额(万元)``."""
    field = _field(subject, reading.draft)
    if field is None or field.unit_text or not isinstance(node, ast.NumberExpr):
        return False
    unit = split_heading(field.label or field.name, None).unit
    word = unit_as_written(unit) if unit is not None else None
    if word is None or not word.endswith("元") or node.multiplier is None or node.unit:
        return False
    reading.draft.report_once(
        field.name,
        "E0301.label",
        node.span,
        name=field.name,
        unit=word,
        written=f"{node.digits}{node.multiplier}",
        reading=show(node.value * measure(node.multiplier, None).scale),
    )
    return True


def refuse_multiple(node: ast.Expr, subject: Typed, reading: Reading) -> bool:
    """Report ``5千`` beside a plain column that is headed ``数量（千件）``, and ``5百``."""
    field = _field(subject, reading.draft)
    if field is None or field.unit_text or not isinstance(node, ast.NumberExpr):
        return False
    written = f"{node.digits}{node.multiplier or ''}{node.unit or ''}"
    word = node.unit if node.multiplier is None else node.multiplier
    factor = MULTIPLIERS.get((word or "").lower())
    if factor is None:
        return False
    value = node.value * factor
    found = _MULTIPLE.search(field.label or field.name)
    if found is not None:
        by = found["by"].lower()
        meant = show(value / MULTIPLIERS[_SINGLE.get(by, by)])
        said = {"name": field.name, "unit": found["whole"], "written": written}
        reading.report("E0301.multiple", node.span, reading=show(value), meant=meant, **said)
        return True
    if node.multiplier is None and "元" not in (field.label or ""):  # ``5百`` has no unit
        reading.report("E0301.digits", node.span, written=written, meant=show(value))
        return True
    return False


_SINGLE: Final = {
    "thousands": "thousand",
    "millions": "million",
    "'000": "thousand",
    "000": "thousand",
}
_MULTIPLE: Final = re.compile(
    r"[(（\[【]\s*(?:in |单位[:：]?)?(?P<whole>"
    r"(?P<by>百万|千万|十万|[百千万亿]|thousands?|millions?|billion|'?000|k(?!\w))"
    r"[^()（）\[\]【】元]*?)\s*[)）\]】]",
    re.IGNORECASE,
)


def _field(subject: Typed, draft: Draft) -> Field | None:
    if not isinstance(subject.expr, FieldValue) or not subject.type.unit.is_plain:
        return None
    return draft.fields.get(subject.expr.name)


def _counts_else(counted: str, subject: Typed, draft: Draft) -> bool:
    """Whether a subject is known to be no such count."""
    if not subject.type.unit.is_plain:
        return True
    if isinstance(subject.expr, ScorePoints | TotalValue):
        return counted != "points"
    field = _field(subject, draft)
    if field is None:
        return False
    own = _COUNTS.get((field.unit_text or "").lower())
    return field.type is FieldType.PERCENT or (own is not None and own != counted)


def _described(subject: Typed, draft: Draft) -> str:
    field = draft.fields.get(subject.expr.name) if isinstance(subject.expr, FieldValue) else None
    if field is not None and field.type is FieldType.PERCENT:
        return TERMS["a percentage"]
    if field is not None and field.unit_text:
        return TERMS["a number in {unit}"].format(unit=field.unit_text)
    return describe(subject.type)


def report_name_as_unit(node: ast.NumberExpr, reading: Reading) -> bool:
    """Report ``2b`` where ``b`` is a value of the rubric and no unit of a column."""
    draft, name = reading.draft, node.unit
    if name is None or not (name in draft.symbols.values or name in draft.symbols.scored):
        return False
    if is_unit_word(name) or any(name == each.unit_text for each in draft.fields.values()):
        return False
    reading.report(
        "E0301.name",
        node.span,
        written=f"{node.digits}{node.multiplier or ''}{name}",
        digits=f"{node.digits}{node.multiplier or ''}",
        name=name,
    )
    return True


REFUSALS: Final = (refuse_count, refuse_percent_of_count, refuse_other_label, refuse_multiple)
"""What is asked of a number before it may stand beside a value."""
