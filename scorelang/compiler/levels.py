"""Scales and the levels of indicators.

In: ``scale`` declarations. Out: shares or points by level. Reports E0308 where a share is
no constant and E0204 for clauses that cannot stand on a level.
"""

from __future__ import annotations

from scorelang.compiler.clauses import LEVEL_CLAUSES, NOTE_CLAUSES, check_clauses, part_place
from scorelang.compiler.draft import Draft, Level, Scale
from scorelang.compiler.fold_constants import constant
from scorelang.compiler.reading import Reading
from scorelang.model.rules import ReasonCode
from scorelang.syntax import ast


def lower_scale(decl: ast.ScaleDecl, reading: Reading) -> Scale:
    """Read one scale; of two levels with one name the first counts."""
    levels: dict[str, Level] = {}
    check_clauses(decl.clauses, NOTE_CLAUSES, part_place("scale", decl.name.text), reading.draft)
    for line in decl.levels:
        check_clauses(
            line.clauses, LEVEL_CLAUSES, part_place("level", line.name.text), reading.draft
        )
        if line.name.text in levels:
            reading.report("E0202", line.name.span, name=line.name.text)
            continue
        levels[line.name.text] = _lower_level(line, reading)
    return Scale(decl.name.text, levels)


def _lower_level(line: ast.ScaleLevel, reading: Reading) -> Level:
    value = constant(line.share, reading)
    is_share = isinstance(line.share, ast.NumberExpr) and line.share.unit == "%"
    marks = marks_of(line.clauses)
    return Level(
        line.name.text,
        value if is_share else None,
        None if is_share else value,
        line.label,
        marks.flags,
        marks.reason,
        marks.action,
        marks.note,
    )


def marks_of(clauses: tuple[ast.Clause, ...]) -> Level:
    """Collect flags, reason, action and note of a line; the rest is empty."""
    flags = tuple(c.name.text for c in clauses if isinstance(c, ast.FlagClause))
    reasons = [ReasonCode(c.code, c.text) for c in clauses if isinstance(c, ast.ReasonClause)]
    actions = [c.text for c in clauses if isinstance(c, ast.ActionClause)]
    notes = [
        c.text
        for c in clauses
        if isinstance(c, ast.NoteClause) and c.word is not ast.NoteWord.OWNER
    ]
    return Level(
        "",
        None,
        None,
        None,
        flags,
        reasons[0] if reasons else None,
        actions[0] if actions else None,
        notes[0] if notes else None,
    )


def scale_of(name: str, draft: Draft) -> Scale | None:
    """Give the scale of an indicator, its own or the one of a group around it."""
    at: str | None = name
    while at is not None:
        decl = draft.symbols.scored.get(at)
        if isinstance(decl, ast.IndicatorDecl | ast.GroupDecl):
            for clause in decl.clauses:
                if isinstance(clause, ast.ScaleClause):
                    return draft.scales.get(clause.name.text)
        at = draft.symbols.parents.get(at)
    return None


def levels_of(name: str, draft: Draft) -> tuple[str, ...]:
    """Give the levels an indicator can take, best first."""
    scale = scale_of(name, draft)
    return tuple(scale.levels) if scale else ()


def parts_with_level(level: str, draft: Draft) -> tuple[str, ...]:
    """Give the indicators that can take a level, in the order of the file."""
    return tuple(
        name
        for name, decl in draft.symbols.scored.items()
        if isinstance(decl, ast.IndicatorDecl) and level in levels_of(name, draft)
    )
