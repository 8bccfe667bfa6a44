"""Used rubrics: which value of this record each of their fields gets.

In: a ``use`` with the rubric it stands for. Out: ``UsedRubric``. Reports E0614: a value that
the field of the other rubric could not hold, so that whatever was proved there stays true.
"""

from __future__ import annotations

from fractions import Fraction

from scorelang.bounds.reach import Reach
from scorelang.compiler.compose import Used, reads_field
from scorelang.compiler.grids import grid_of
from scorelang.compiler.infer_names import type_of_field
from scorelang.compiler.ranges import reach_of
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import Typed, describe, meet
from scorelang.compiler.values import infer_beside
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.model import expressions as model
from scorelang.model.fields import Field, FieldType
from scorelang.model.rubric import CheckedRubric, UsedRubric
from scorelang.model.types import Kind
from scorelang.numeric.exact import show
from scorelang.numeric.interval import Interval
from scorelang.syntax import ast

_MOST_SHOWN = 5
MOST_USED = 100
"""So many rubrics may stand in one, counted each time they are used."""


def lower_use(used: Used, reading: Reading) -> UsedRubric | None:
    """Say where each field of a used rubric gets its value; ``None`` where that has faults."""
    if used.member is None:
        return None
    count = 1 + count_used(used.member.rubric)
    if count > MOST_USED:
        place = used.decl.path.span
        path = used.decl.path.value
        reading.report("E0611.many", place, path=path, count=count, most=MOST_USED)
        return None
    given = _given(used, reading)
    found: list[tuple[str, model.Expr]] = []
    has_faults = given is None
    for field in used.member.rubric.fields:
        node = (given or {}).get(field.name)
        value = (
            _mapped(field, node, used, reading)
            if node is not None
            else _of_the_same_name(field, used, reading)
        )
        if value is None:
            has_faults = True
        else:
            found.append((field.name, value))
    if has_faults:
        return None
    span = (used.decl.alias or used.decl.path).span
    return UsedRubric(used.alias, used.member.rubric, tuple(found), span=span)


def count_used(rubric: CheckedRubric) -> int:
    """Count the rubrics within a rubric, each as often as it is scored."""
    return sum(1 + count_used(used.rubric) for used in rubric.used)


def _given(used: Used, reading: Reading) -> dict[str, ast.Expr] | None:
    """Read the names of the mapping; ``None`` where one is no field of the used rubric."""
    assert used.member is not None, "asked for a rubric that compiles"
    known = [field.name for field in used.member.rubric.fields]
    found: dict[str, ast.Expr] = {}
    is_fine = True
    for name, value in used.decl.mapping:
        if name.text not in known:
            near = did_you_mean(name.text, known)
            reading.report(
                "E0614.near" if near else "E0614.unknown",
                name.span,
                alias=used.alias,
                name=name.text,
                near=near,
                known=", ".join(f"`{each}`" for each in known),
            )
            is_fine = False
        elif name.text in found:
            reading.report("E0614.twice", name.span, alias=used.alias, name=name.text)
            is_fine = False
        else:
            found[name.text] = value
    return found if is_fine else None


def _of_the_same_name(field: Field, used: Used, reading: Reading) -> model.Expr | None:
    """Take the field of this record that has the same name and is declared alike."""
    own = reading.draft.fields.get(field.name)
    if own is not None and _essence(own) == _essence(field):
        return model.FieldValue(field.name)
    if own is None:
        return _of_no_field(field, used, reading)
    reading.report("E0614", used.decl.span, alias=used.alias, name=field.name)
    return None


def _of_no_field(field: Field, used: Used, reading: Reading) -> model.Expr | None:
    """Do without the key of the used rubric, and without what cannot be asked for."""
    assert used.member is not None, "asked for a rubric that compiles"
    if field.is_key and not reads_field(used.member.rubric, field.name):
        return model.Const(None)
    before = field.last_of
    if before is not None:
        node = next((v for n, v in used.decl.mapping if n.text == before), None)
        if isinstance(node, ast.NameExpr):
            name = next(
                (f for f in reading.draft.fields.values() if f.last_of == node.name.text), None
            )
            if name is not None:
                return model.FieldValue(name.name)
    if field.name in reading.draft.symbols.values:
        return None  # reported when the fields were put together
    reading.report("E0614.taken", used.decl.span, alias=used.alias, name=field.name)
    return None


def _essence(field: Field) -> tuple[object, ...]:
    """What has to be the same for two fields to be one; how columns are called does not count."""
    names = tuple(category.name for category in field.categories)
    return (
        field.type,
        field.required,
        field.is_key,
        field.unit,
        field.scale,
        field.domain,
        field.grid,
        names,
        field.ordered,
        field.blank_means,
        field.blank_also,
        field.specials,
        field.raters,
    )


def _mapped(field: Field, node: ast.Expr, used: Used, reading: Reading) -> model.Expr | None:
    """Read the value that a field gets, and see whether the field could hold it."""
    subject = Typed(model.FieldValue(field.name), type_of_field(field))
    found = infer_beside(node, subject, reading)
    if found is None:
        return None
    fault = _fault_of_type(field, subject, found) or _fault_of_value(field, found, reading)
    if fault is not None:
        key, arguments = fault
        reading.report(key, node.span, alias=used.alias, name=field.name, **arguments)
        return None
    if field.blank_means is not None:
        return model.FirstKnown((found.expr, model.Const(field.blank_means)))
    return found.expr


_Fault = tuple[str, dict[str, object]]


def _fault_of_type(field: Field, subject: Typed, found: Typed) -> _Fault | None:
    if field.type is FieldType.TEXT and found.type.kind in {Kind.TEXT, Kind.CATEGORY}:
        return None
    if subject.type.kind is found.type.kind and meet(subject.type, found.type) is not None:
        return None
    return "E0614.type", {"wanted": describe(subject.type), "found": describe(found.type)}


def _fault_of_value(field: Field, found: Typed, reading: Reading) -> _Fault | None:
    """Find a value that this rubric can come to and that the field could not hold."""
    scope = reading.draft.scope
    reach = reach_of(found.expr, scope)
    if reach.missing and field.required:
        return "E0614.missing", {}
    if field.categories:
        return _fault_of_names(field, reach)
    if field.domain is not None and reach.numbers.intersect(field.domain) != reach.numbers:
        wanted, got = (_range(each, field) for each in (field.domain, reach.numbers))
        return "E0614.range", {"wanted": wanted, "found": got}
    step, own = field.grid.step, grid_of(found.expr, scope).step
    if step is not None and (own is None or (own / step).denominator != 1):
        return "E0614.step", {"wanted": show(step / field.scale)}
    return None


def _fault_of_names(field: Field, reach: Reach) -> _Fault | None:
    known = {category.name for category in field.categories}
    if reach.values is not None and reach.values <= known:
        return None
    unknown = sorted(str(value) for value in (reach.values or frozenset()) - known)
    return "E0614.values", {"unknown": ", ".join(f"`{name}`" for name in unknown[:_MOST_SHOWN])}


def _range(interval: Interval, field: Field) -> str:
    """Write a range in the unit of the field's column."""
    factor = Fraction(1, 100) if field.type is FieldType.PERCENT else field.scale
    sign = "%" if field.type is FieldType.PERCENT else ""
    low, high = (
        "" if end is None else show(end / factor) + sign for end in (interval.low, interval.high)
    )
    if not low and not high:
        return TERMS["any number"]
    return f"{low}..{high}"
