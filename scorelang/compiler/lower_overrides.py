"""Overrides and eligibility: what acts on parts, on the grade, or leaves a record unrated.

In: override and ``not ratable`` declarations. Out: ``Override``, ``Eligibility``. Reports
E0201 (no such grade or part), E0311 (an effect that does not fit the kind), E0316 (until
what is no date).
"""

from __future__ import annotations

from scorelang.compiler.as_written import as_written
from scorelang.compiler.clauses import (
    NOTE_CLAUSES,
    OVERRIDE_CLAUSES,
    all_of,
    because_of,
    check_clauses,
    first_of,
    owner_of,
)
from scorelang.compiler.gradings import grades_of, has_order
from scorelang.compiler.infer_names import report_no_such
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.wording import write
from scorelang.diagnostics.quoting import quote, quoted
from scorelang.model.fields import FieldType
from scorelang.model.rubric import Eligibility, Override, OverrideKind
from scorelang.syntax import ast

_NEEDED = {
    ast.OverrideWord.VETO: {ast.EffectWord.GRADE},
    ast.OverrideWord.CAP: {ast.EffectWord.NO_BETTER},
    ast.OverrideWord.FLOOR: {ast.EffectWord.NO_WORSE},
    ast.OverrideWord.NOTCH: {ast.EffectWord.UP, ast.EffectWord.DOWN},
    ast.OverrideWord.FLAG: set[ast.EffectWord](),
    ast.OverrideWord.ZERO: set[ast.EffectWord](),
}
_ALLOWED = {
    ast.OverrideWord.VETO: {ast.EffectWord.FLAG, ast.EffectWord.TEXT},
    ast.OverrideWord.CAP: {ast.EffectWord.FLAG, ast.EffectWord.TEXT},
    ast.OverrideWord.FLOOR: {ast.EffectWord.FLAG, ast.EffectWord.TEXT},
    ast.OverrideWord.NOTCH: {
        ast.EffectWord.FLAG,
        ast.EffectWord.TEXT,
        ast.EffectWord.NO_BETTER,
        ast.EffectWord.NO_WORSE,
    },
    ast.OverrideWord.FLAG: {ast.EffectWord.FLAG, ast.EffectWord.TEXT},
    ast.OverrideWord.ZERO: {ast.EffectWord.FLAG, ast.EffectWord.TEXT},
}


def lower_override(
    decl: ast.OverrideDecl, before_points: Reading, reading: Reading
) -> Override | None:
    """Make one override; what acts on points reads only the record."""
    draft = reading.draft
    check_clauses(decl.clauses, OVERRIDE_CLAUSES, f"`{quoted(decl.word.value)}`", draft)
    is_zero = decl.word is ast.OverrideWord.ZERO
    condition = (before_points if is_zero else reading).condition(decl.condition)
    if is_zero and decl.name.text not in draft.symbols.scored:
        report_no_such(TERMS["indicator or group"], decl.name, draft.symbols.scored, draft)
        return None
    if not _check_effects(decl, reading) or condition is None:
        return None
    effects = {effect.word: effect for effect in decl.effects}
    text = effects.get(ast.EffectWord.TEXT)
    until = first_of(decl.clauses, ast.UntilClause)
    return Override(
        OverrideKind(decl.word.value),
        decl.name.text,
        condition.expr,
        as_written(reading.draft.tree, decl.condition.span, write(decl.condition)),
        _grade(effects.get(ast.EffectWord.GRADE)),
        _grade(effects.get(ast.EffectWord.NO_BETTER)),
        _grade(effects.get(ast.EffectWord.NO_WORSE)),
        _steps(effects),
        decl.name.text if is_zero else None,
        _flags(decl),
        because_of(decl.clauses) or (text.text if text else None),
        decl.label,
        owner_of(decl.clauses),
        until.date.value if until and isinstance(until.date, ast.DateExpr) else None,
        _until_field(until, reading),
        _action(decl.clauses),
        span=decl.span,
    )


def _check_effects(decl: ast.OverrideDecl, reading: Reading) -> bool:
    """Report effects that do not belong to the kind, and grades that do not exist."""
    grades = grades_of(reading.draft.symbols.grades, reading.draft)
    is_right = True
    needed = _NEEDED[decl.word]
    if needed and not needed & {effect.word for effect in decl.effects}:
        wanted = " / ".join(sorted(quoted(word.value) for word in needed))
        reading.report("E0311.effect", decl.span, kind=TERMS[decl.word.value], wanted=wanted)
        is_right = False
    _report_twice(decl, reading)
    if _compares(decl) and not has_order(reading.draft.symbols.grades, reading.draft):
        reading.report("E0303.grades", decl.span, kind=TERMS[decl.word.value])
        is_right = False
    for effect in decl.effects:
        word = effect.word.value
        if effect.word not in needed | _ALLOWED[decl.word]:
            reading.report(
                "E0311.misfit", effect.span, effect=quoted(word), kind=TERMS[decl.word.value]
            )
            is_right = False
        elif _is_idle(effect, decl):
            reading.report("E0311.idle", effect.span, effect=quoted(word))
            is_right = False
        elif (
            effect.name is not None
            and effect.word is not ast.EffectWord.FLAG
            and effect.name.text not in grades
        ):
            report_no_such(TERMS["grade"], effect.name, grades, reading.draft)
            is_right = False
    return is_right


def _report_twice(decl: ast.OverrideDecl, reading: Reading) -> None:
    """Report an effect or a reason that is given twice, as only one could act."""
    seen: set[ast.EffectWord] = set()
    if first_of(decl.clauses, ast.BecauseClause) is not None:
        seen.add(ast.EffectWord.TEXT)
    place = f"`{quoted(decl.word.value)}`"
    for effect in decl.effects:
        if effect.word in seen and effect.word is not ast.EffectWord.FLAG:
            word = quoted(effect.word.value) if effect.text is None else effect.text
            reading.report("E0205", effect.span, clause=word, place=place)
        seen.add(effect.word)


def _compares(decl: ast.OverrideDecl) -> bool:
    """Whether an override needs to know which of two grades is the better one."""
    return decl.word in {
        ast.OverrideWord.VETO,
        ast.OverrideWord.CAP,
        ast.OverrideWord.FLOOR,
        ast.OverrideWord.NOTCH,
    }


def _is_idle(effect: ast.Effect, decl: ast.OverrideDecl) -> bool:
    """Whether the limit of a notch lies on the side to which it never moves."""
    words = {each.word for each in decl.effects}
    if decl.word is not ast.OverrideWord.NOTCH or {ast.EffectWord.UP, ast.EffectWord.DOWN} <= words:
        return False
    aside = ast.EffectWord.DOWN if effect.word is ast.EffectWord.NO_BETTER else ast.EffectWord.UP
    return effect.word in {ast.EffectWord.NO_BETTER, ast.EffectWord.NO_WORSE} and aside in words


def _until_field(until: ast.UntilClause | None, reading: Reading) -> str | None:
    """Give the date field that says until when an override acts."""
    if until is None or not isinstance(until.date, ast.Name):
        return None
    name = until.date
    field = reading.draft.fields.get(name.text)
    if field is None:
        report_no_such(TERMS["field"], name, reading.draft.fields, reading.draft)
    elif field.type is not FieldType.DATE:
        reading.report("E0316", name.span, name=name.text)
    else:
        return field.name
    return None


def _action(clauses: tuple[ast.Clause, ...]) -> str | None:
    found = first_of(clauses, ast.ActionClause)
    return found.text if found else None


def _grade(effect: ast.Effect | None) -> str | None:
    return effect.name.text if effect is not None and effect.name is not None else None


def _steps(effects: dict[ast.EffectWord, ast.Effect]) -> int:
    up, down = effects.get(ast.EffectWord.UP), effects.get(ast.EffectWord.DOWN)
    return (up.count or 1 if up else 0) - (down.count or 1 if down else 0)


def _flags(decl: ast.OverrideDecl) -> tuple[str, ...]:
    named = [e.name for e in decl.effects if e.word is ast.EffectWord.FLAG]
    named += [clause.name for clause in all_of(decl.clauses, ast.FlagClause)]
    flags = tuple(dict.fromkeys(name.text for name in named if name is not None))
    # A flag override raises the flag that bears its name, if it names no other.
    return flags or ((decl.name.text,) if decl.word is ast.OverrideWord.FLAG else ())


def lower_eligibility(decl: ast.EligibilityDecl, reading: Reading) -> Eligibility | None:
    """Make one condition under which a record is not ratable."""
    check_clauses(decl.clauses, NOTE_CLAUSES, quote("`not ratable when`"), reading.draft)
    found = reading.condition(decl.condition)
    return Eligibility(found.expr, decl.reason, span=decl.span) if found else None
