"""Names: fields, derived values and tables bare, scores with a word.

In: a name and the place it is read from. Out: ``Typed``. Reports E0201 (no such name),
E0208 (a value that is not known yet where it is read) and E0307 (no full marks).
"""

from __future__ import annotations

from collections.abc import Iterable

from scorelang.compiler.as_written import as_written
from scorelang.compiler.draft import Draft
from scorelang.compiler.gradings import grades_of, has_order
from scorelang.compiler.levels import levels_of, parts_with_level
from scorelang.compiler.reading import Moment, Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import DATE, NUMBER, TEXT, YES_NO, Typed, category_of, number_of
from scorelang.compiler.units import is_unit_word
from scorelang.compiler.used_values import infer_used, is_used
from scorelang.diagnostics.quoting import quoted
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.model import expressions as model
from scorelang.model.fields import Field, FieldType
from scorelang.model.types import ValueType
from scorelang.syntax import ast


def infer_name(name: ast.Name, reading: Reading) -> Typed | None:
    """Read a bare name: a field, a derived value or a table."""
    draft = reading.draft
    decl = draft.symbols.values.get(name.text)
    match decl:
        case None if name.text in draft.fields:  # the last period's value of another field
            return _field_value(draft.fields[name.text], reading)
        case None:
            from scorelang.compiler.unknown_names import report_unknown  # noqa: PLC0415  for faults

            report_unknown(name, reading)
            return None
        case ast.FieldDecl():
            field = draft.fields.get(name.text)
            return _field_value(field, reading) if field else None
        case ast.LetDecl():
            return _let_value(name, reading)
        case ast.TableDecl():
            known = draft.tables.get(name.text, name.span)
            return Typed(model.TableValue(name.text, span=name.span), known.type) if known else None


def type_of_field(field: Field) -> ValueType:
    """Give the type of a field's values."""
    match field.type:
        case FieldType.TEXT:
            return TEXT
        case FieldType.DATE:
            return DATE
        case FieldType.YES_NO:
            return YES_NO
        case FieldType.CATEGORY:
            names = tuple(category.name for category in field.categories)
            return category_of(names, ordered=field.ordered)
        case _:
            return number_of(field.unit)


def is_known_value(name: str, draft: Draft) -> bool:
    """Whether a bare name is a field, a derived value or a table."""
    return name in draft.symbols.values


def report_no_such(what: str, name: ast.Name, candidates: Iterable[str], draft: Draft) -> None:
    """Say that there is no such thing, with the nearest name that exists."""
    if name.text in draft.symbols.values and what != TERMS["field"]:
        draft.report("E0201.field", name.span, what=what, name=name.text)
        return
    near = did_you_mean(name.text, candidates)
    key = "E0201.near" if near else "E0201"
    draft.report(key, name.span, what=what, name=name.text, near=near)


def infer_score(node: ast.ScoreExpr, reading: Reading) -> Typed | None:
    """Read a score with its word."""
    if is_used(node, reading.draft):
        return infer_used(node, reading)
    match node.word:
        case ast.ScoreWord.RESULT_OF:
            return _result_value(node, reading)
        case ast.ScoreWord.GRADE_OF:
            return _class_value(node, reading)
        case _:
            pass
    if not _is_known_yet(node.word.value, Moment.POINTS, node, reading):
        return None
    name = node.name.text
    if name not in reading.draft.symbols.scored:
        report_no_such(
            TERMS["indicator, group or score"],
            node.name,
            reading.draft.symbols.scored,
            reading.draft,
        )
        return None
    match node.word:
        case ast.ScoreWord.POINTS:
            return _points_value(node, reading)
        case ast.ScoreWord.LEVEL:
            return _level_value(node, reading)
        case _:
            return _share_value(node, reading)


def infer_every_level(node: ast.EveryLevelExpr, reading: Reading) -> Typed | None:
    """Read ``level of every indicator is A``: of those whose scale has that level."""
    if not _is_known_yet("level of", Moment.POINTS, node, reading):
        return None
    names = parts_with_level(node.level.text, reading.draft)
    if not names:
        levels = {level for scale in reading.draft.scales.values() for level in scale.levels}
        report_no_such(TERMS["level"], node.level, levels, reading.draft)
        return None
    for name in names:
        reading.draft.parts.get(name, node.span)
    return Typed(model.EveryLevel(names, node.level.text), YES_NO)


def infer_own(node: ast.OwnExpr, reading: Reading) -> Typed | None:
    """Read the total, the grade or the day of the evaluation."""
    match node.word:
        case ast.OwnWord.AS_OF:
            return Typed(model.AsOf(), DATE)
        case ast.OwnWord.TOTAL:
            known = _is_known_yet("total", Moment.GRADES, node, reading)
            return Typed(model.TotalValue(), NUMBER) if known else None
        case ast.OwnWord.GRADE:
            if not _is_known_yet("grade", Moment.OVERRIDES, node, reading):
                return None
            grades = grades_of(reading.draft.symbols.grades, reading.draft)
            if not grades:
                reading.report("E0201.grades", node.span)
                return None
            ordered = has_order(reading.draft.symbols.grades, reading.draft)
            return Typed(model.GradeValue(), category_of(grades, ordered=ordered))


def _field_value(field: Field, reading: Reading) -> Typed | None:
    value = model.FieldValue(field.name)
    kind = type_of_field(field)
    if not reading.is_plain or kind.unit.is_plain:
        return Typed(value, kind)
    if field.scale == 1:
        return Typed(value, NUMBER)
    scale = model.Const(field.scale)
    return Typed(model.Calculation(model.Arithmetic.DIVIDE, value, scale), NUMBER)


def _let_value(name: ast.Name, reading: Reading) -> Typed | None:
    reading.draft.read_lets.add(name.text)
    known = reading.draft.lets.get(name.text, name.span)
    if known is None:
        return None
    kind = known.typed.type
    if reading.is_plain and not kind.unit.is_plain:
        kind = NUMBER  # a derived value has no column; it stands for its base units
    return Typed(model.LetValue(name.text), kind)


def _points_value(node: ast.ScoreExpr, reading: Reading) -> Typed | None:
    draft, name = reading.draft, node.name.text
    is_score = isinstance(draft.symbols.scored[name], ast.ScoreDecl)
    made = draft.scores.get(name, node.span) if is_score else draft.parts.get(name, node.span)
    return Typed(model.ScorePoints(name), NUMBER) if made else None


def _level_value(node: ast.ScoreExpr, reading: Reading) -> Typed | None:
    draft, name = reading.draft, node.name.text
    if draft.parts.get(name, node.span) is None:
        return None
    levels = levels_of(name, draft)
    if not levels:
        reading.report("E0201.levels", node.name.span, name=name)
        return None
    return Typed(model.ScoreLevel(name), category_of(levels, ordered=True))


def _share_value(node: ast.ScoreExpr, reading: Reading) -> Typed | None:
    draft, name = reading.draft, node.name.text
    if isinstance(draft.symbols.scored[name], ast.ScoreDecl):
        reading.report("E0307", node.span, name=name)
        return None
    part = draft.parts.get(name, node.span)
    if part is None:
        return None
    if part.full is None or part.full == 0:
        reading.report("E0307", node.span, name=name)
        return None
    if node.word is ast.ScoreWord.APPLICABLE:
        return Typed(model.ApplicableFull(name, part.full), NUMBER)
    if node.word is ast.ScoreWord.FULL:
        return Typed(model.HasFullMarks(name, part.full), YES_NO)
    return Typed(model.ScoreShare(name, part.full), NUMBER)


def _result_value(node: ast.ScoreExpr, reading: Reading) -> Typed | None:
    draft = reading.draft
    if not _is_known_yet("result of", Moment.RESULTS, node, reading):
        return None
    if node.name.text in draft.symbols.classes:
        return _class_value(node, reading)
    if node.name.text not in draft.symbols.results:
        report_no_such(TERMS["result"], node.name, draft.symbols.results, draft)
        return None
    result = draft.results.get(node.name.text, node.span)
    return Typed(model.ResultValue(result.name), result.type) if result else None


def _class_value(node: ast.ScoreExpr, reading: Reading) -> Typed | None:
    draft = reading.draft
    decl = draft.symbols.classes.get(node.name.text)
    is_above = any(each.name == node.name.text for each in draft.classes)
    if not (is_above and reading.moment is Moment.GRADES):
        if decl is not None and reading.moment is Moment.GRADES:
            reading.report("E0208.class", node.span, name=node.name.text)
            return None
        if not _is_known_yet("grade of", Moment.OVERRIDES, node, reading):
            return None
    if decl is None:
        report_no_such(TERMS["class"], node.name, draft.symbols.classes, draft)
        return None
    order = grades_of(decl, draft)
    ordered = has_order(decl, draft)
    return Typed(model.ClassValue(node.name.text), category_of(order, ordered=ordered))


def _is_known_yet(word: str, moment: Moment, node: ast.Expr, reading: Reading) -> bool:
    if reading.moment >= moment:
        return True
    found = as_written(reading.draft.tree, node.span, quoted(word))
    reading.report("E0208", node.span, word=found)
    return False


def unit_word(node: ast.Expr | None, draft: Draft) -> str | None:
    """Give the unit in ``for each day``, where no field bears that name."""
    if isinstance(node, ast.NameExpr) and not is_known_value(node.name.text, draft):
        return node.name.text if is_unit_word(node.name.text) else None
    return None
