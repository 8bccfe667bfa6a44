"""Which clauses may stand where.

In: the clauses of a part and the set that may stand there. Out: those that may, each
kind once. Reports E0204 (a clause out of place), E0205 (a clause given twice).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from scorelang.compiler.draft import Draft
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.quoting import quote, quoted
from scorelang.syntax import ast

_C = TypeVar("_C")

_WORDS: Mapping[type, str] = MappingProxyType(
    {
        ast.NoteClause: "note",
        ast.AllowClause: "allow",
        ast.MaxClause: "max",
        ast.WeightClause: "weight",
        ast.LimitClause: "at least … / at most …",
        ast.RoundClause: "round",
        ast.MissingClause: "if missing",
        ast.AppliesClause: "applies when",
        ast.CombineClause: "the way of combining",
        ast.AmongClause: "by",
        ast.TiesClause: "ties up / ties down",
        ast.KeepClause: "best … of / drop lowest …",
        ast.PairsClause: "weights from pairs",
        ast.ModeClause: "first that holds / all that hold",
        ast.ScaleClause: "scale",
        ast.SegmentClause: "by",
        ast.LimitsClause: "limits by",
        ast.LimitsFromClause: "limits from",
        ast.CountsClause: "counts",
        ast.StepClause: "less / plus … for each",
        ast.FlagClause: "flag",
        ast.ReasonClause: "reason",
        ast.BaselineClause: "baseline",
        ast.ReasonsClause: "points below / points above",
        ast.ActionClause: "action",
        ast.BecauseClause: "because",
        ast.UntilClause: "until",
        ast.NeedsClause: "needs",
        ast.CoversClause: "covers",
        ast.UnitClause: "in",
    }
)

_NOTES = frozenset({ast.NoteClause, ast.AllowClause})
_REPEATABLE = _NOTES | {ast.FlagClause, ast.StepClause, ast.CoversClause, ast.NeedsClause}
_PART = _NOTES | {
    ast.MaxClause,
    ast.WeightClause,
    ast.RoundClause,
    ast.MissingClause,
    ast.AppliesClause,
    ast.CoversClause,
}
_INDICATOR = _PART | {ast.ReasonClause, ast.BaselineClause, ast.FlagClause}
_LINES = _INDICATOR | {
    ast.LimitClause,
    ast.ScaleClause,
    ast.CountsClause,
    ast.SegmentClause,
    ast.LimitsClause,
    ast.LimitsFromClause,
}
_BODIES: Mapping[type, frozenset[type]] = MappingProxyType(
    {
        ast.BranchesBody: _INDICATOR
        | {ast.ModeClause, ast.LimitClause, ast.ScaleClause, ast.CountsClause},
        ast.FormulaBody: _INDICATOR | {ast.LimitClause, ast.StepClause, ast.CountsClause},
        ast.LinearBody: _INDICATOR | {ast.LimitClause, ast.CountsClause},
        ast.WithinBody: _INDICATOR,
        ast.GridBody: _LINES,
    }
)
"""What an indicator takes, by how it gets its points; anything else would not act."""

GROUP_CLAUSES = _PART | {
    ast.LimitClause,
    ast.ScaleClause,
    ast.CombineClause,
    ast.KeepClause,
    ast.PairsClause,
}
TOTAL_CLAUSES = _NOTES | {ast.RoundClause, ast.CombineClause, ast.LimitClause, ast.MissingClause}
LET_CLAUSES = _NOTES | {ast.LimitClause}
TOTAL_OF_SCORE_CLAUSES = _NOTES | {ast.RoundClause}
SCORE_CLAUSES = _NOTES | {ast.RoundClause, ast.LimitClause}
RESULT_CLAUSES = _NOTES | {ast.RoundClause, ast.UnitClause}
LEVEL_CLAUSES = _NOTES | {ast.FlagClause, ast.ActionClause}
UNRATABLE_CLAUSES = LEVEL_CLAUSES | {ast.ReasonClause}
BRANCH_CLAUSES = UNRATABLE_CLAUSES | {ast.StepClause, ast.LimitClause}
GRADE_CLAUSES = _NOTES | {ast.NeedsClause, ast.ActionClause, ast.FlagClause}
OVERRIDE_CLAUSES = _NOTES | {
    ast.ActionClause,
    ast.BecauseClause,
    ast.UntilClause,
    ast.FlagClause,
}
NOTE_CLAUSES = _NOTES
FORCED_CLAUSES = _NOTES | {ast.TiesClause, ast.AmongClause}


def indicator_clauses(decl: ast.IndicatorDecl) -> frozenset[type]:
    """Give the clauses that act on an indicator, by its body."""
    for clause in decl.clauses:
        match clause:
            case ast.LimitsFromClause() | ast.LimitsClause(path=ast.Text()):
                return _LINES
            case _:
                pass
    if decl.body is None:
        return _INDICATOR | {ast.ScaleClause}
    return _BODIES[type(decl.body)]


def part_place(kind: str, name: str) -> str:
    """Say where a clause stands: a kind of part and its name."""
    return TERMS["{kind} `{name}`"].format(kind=TERMS[kind], name=name)


def indicator_place(decl: ast.IndicatorDecl) -> str:
    """Say which indicator a clause stands on, and how it gets its points."""
    match decl.body:
        case ast.FormulaBody() | ast.LinearBody():
            said = TERMS["indicator `{name}` with a formula"]
        case ast.WithinBody():
            said = TERMS["indicator `{name}` with `within`"]
        case ast.GridBody():
            said = TERMS["indicator `{name}` with a table"]
        case ast.BranchesBody():
            said = TERMS["indicator `{name}` with lines"]
        case _:
            return part_place("indicator", decl.name.text)
    return quote(said).format(name=decl.name.text)


def check_clauses(
    clauses: Iterable[ast.Clause], allowed: frozenset[type], place: str, draft: Draft
) -> None:
    """Report clauses that cannot stand here, and those that are given twice."""
    seen: set[type] = set()
    has_owner = False
    for clause in merged_limits(clauses):
        kind = type(clause)
        if kind not in allowed:
            draft.report("E0204", clause.span, clause=_word(clause), place=place)
        elif kind in seen and kind not in _REPEATABLE:
            draft.report("E0205", clause.span, clause=_word(clause), place=place)
        elif isinstance(clause, ast.NoteClause) and clause.word is ast.NoteWord.OWNER:
            if has_owner:
                draft.report("E0205", clause.span, clause=quoted(clause.word.value), place=place)
            has_owner = True
        seen.add(kind)


def _word(clause: ast.Clause) -> str:
    if isinstance(clause, ast.CombineClause):
        return quoted(clause.word.value)
    return quoted(_WORDS[type(clause)])


def merged_limits(clauses: Iterable[ast.Clause]) -> tuple[ast.Clause, ...]:
    """Put ``at least 0, at most 5`` into one clause; they are the two sides of one limit."""
    found: list[ast.Clause] = []
    for clause in clauses:
        last = next((c for c in found if isinstance(c, ast.LimitClause)), None)
        if isinstance(clause, ast.LimitClause) and last is not None:
            sides = (last.low and clause.low, last.high and clause.high)
            if not any(sides):
                found[found.index(last)] = ast.LimitClause(
                    last.low or clause.low, last.high or clause.high, span=last.span
                )
                continue
        found.append(clause)
    return tuple(found)


def first_of(clauses: Iterable[ast.Clause], kind: type[_C]) -> _C | None:
    """Give the clause of one kind, if there is one."""
    found = (clause for clause in merged_limits(clauses) if isinstance(clause, kind))
    return next(found, None)


def all_of(clauses: Iterable[ast.Clause], kind: type[_C]) -> tuple[_C, ...]:
    """Give all clauses of one kind."""
    return tuple(clause for clause in clauses if isinstance(clause, kind))


def because_of(clauses: Iterable[ast.Clause]) -> str | None:
    """Give the reason that was written."""
    found = first_of(clauses, ast.BecauseClause)
    return found.text if found else None


def covers_of(clauses: Iterable[ast.Clause]) -> tuple[str, ...]:
    """Give the elements that are covered, each once."""
    named = (name.text for clause in all_of(clauses, ast.CoversClause) for name in clause.names)
    return tuple(dict.fromkeys(named))


def owner_of(clauses: Iterable[ast.Clause]) -> str | None:
    """Give the owner that was written."""
    notes = all_of(clauses, ast.NoteClause)
    return next((note.text for note in notes if note.word is ast.NoteWord.OWNER), None)
