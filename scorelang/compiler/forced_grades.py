"""Grades by share of the ranking (强制分布): ``A top 20%``, ``B next 70%``, ``C rest``.

In: a grading whose lines are shares. Out: for each of them its condition on the place of a
record: its place in the ranking over the number of ranked records must not be above the shares
up to that line. The place of equal records is that of the first of them (``ties up``) or of the
last (``ties down``). Reports E0206 (nothing is said of ties), E0311 (shares that do not fit).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import attrs

from scorelang.compiler.as_written import as_written
from scorelang.compiler.clauses import first_of
from scorelang.compiler.infer_populations import read_population
from scorelang.compiler.reading import Moment, Reading
from scorelang.compiler.wording import write_guard
from scorelang.diagnostics.quoting import quoted
from scorelang.model import expressions as model
from scorelang.model.rubric import Manner, Population, PopulationKind
from scorelang.numeric import exact
from scorelang.syntax import ast

_ONE = Fraction(1)


def forced_conditions(decl: ast.GradesDecl, reading: Reading) -> dict[str, model.Expr] | None:
    """Give the condition of each share, and register the places it is about."""
    ties = first_of(decl.clauses, ast.TiesClause)
    if ties is None:
        reading.report("E0206.ties", decl.lines[0].guard.span)
        return None
    _ask_of_risk(decl, reading)
    shares = _shares(decl.lines, reading)
    place = _place(decl, ties, reading) if shares is not None else None
    if shares is None or place is None:
        return None
    taken, found = Fraction(0), dict[str, model.Expr]()
    for name, share in shares:
        taken += share
        at_most = model.Comparison.AT_MOST
        found[name] = model.Compare(at_most, model.PopulationValue(place), model.Const(taken))
    return found


_RISK: Final = re.compile(
    r"风险|危险|隐患|危害|违约|逾期|损失|缺陷|不良|投诉|事故|差错|超支|成本|risk|hazard|danger|threat|rpn|default"
    r"|defect|complaint|loss|delay|arrears|cost",
    re.IGNORECASE,
)
_SAYS_SO: Final = re.compile(
    r"风险|危险|隐患|预警|严重|重大|异常|[极较]?高|红|重点|关注|risk|high|critical|severe|major|danger|alert|red",
    re.IGNORECASE,
)
"""Grades of which the first may well be that of the highest risk."""


def _ask_of_risk(decl: ast.GradesDecl, reading: Reading) -> None:
    """Ask which end is best where a risk is ranked and nothing is said of the order."""
    if decl.subject is None or decl.highest_first is not None or decl.worst_first:
        return
    name = decl.subject.text
    scored = reading.draft.symbols.scored.get(name)
    label = getattr(scored, "label", None) or ""
    first = decl.lines[0]
    if _RISK.search(f"{name} {label}") and not _SAYS_SO.search(f"{first.name.text} {first.label}"):
        said = {"subject": name, "grade": first.name.text}
        reading.report("W0517", first.span, **said)


def _said(line: ast.GradeLine, reading: Reading) -> str:
    return as_written(reading.draft.tree, line.guard.span, write_guard(line.guard))


def _shares(lines: Sequence[ast.GradeLine], reading: Reading) -> list[tuple[str, Fraction]] | None:
    found: list[tuple[str, Fraction]] = []
    has_rest = False
    for line in lines:
        match line.guard:
            case ast.ShareGuard(is_next, share) if is_next is bool(found) and not has_rest:
                if share.unit != "%" or share.multiplier is not None or not share.value:
                    reading.report("E0311.share", share.span, found=_said(line, reading))
                    return None
                found.append((line.name.text, share.value / 100))
            case ast.OtherwiseGuard() if found and not has_rest:
                has_rest = True
            case ast.MissingGuard():
                pass
            case _:
                reading.report("E0311.shares", line.guard.span, found=_said(line, reading))
                return None
    total = sum((share for _, share in found), Fraction(0))
    if total > _ONE or (total == _ONE) is has_rest:
        key = "E0311.whole" if total >= _ONE else "E0311.rest"
        reading.report(key, lines[-1].guard.span, total=exact.show(total * 100))
        return None
    return found


def _place(decl: ast.GradesDecl, ties: ast.TiesClause, reading: Reading) -> str | None:
    """Register where a record stands, and its rank, which explains it."""
    span = decl.lines[0].guard.span
    subject: ast.Expr = ast.OwnExpr(ast.OwnWord.TOTAL, span=span)
    if decl.subject is not None:
        subject = ast.NameExpr(decl.subject, span=span)
    by = first_of(decl.clauses, ast.AmongClause)
    written = ast.PopulationExpr(
        ast.PopulationWord.RANK,
        (subject,),
        by=by.name if by else None,
        highest_first=decl.highest_first is not False,
        span=span,
    )
    rank = read_population(written, attrs.evolve(reading, moment=Moment.RESULTS))
    if rank is None:
        return None
    manner = Manner.TIES_UP if ties.up else Manner.TIES_DOWN
    place = attrs.evolve(
        rank,
        name=f"{rank.name.replace('rank of', 'place of', 1)}, {manner.value}",
        kind=PopulationKind.PLACE,
        manner=manner,
        after_scores=True,
    )
    text = _words(decl, by)
    share = quoted(f"place of {{key}}, {manner.value}").format(key=text)
    for each, said in ((rank, quoted("rank of {key}").format(key=text)), (place, share)):
        _register(attrs.evolve(each, decides_grade=True, text=said), reading)
    return place.name


def _words(decl: ast.GradesDecl, by: ast.AmongClause | None) -> str:
    """Say what is ranked, and which end comes first."""
    subject = decl.subject.text if decl.subject is not None else quoted("total")
    among = f" {quoted('by {subject}')}".format(subject=by.name.text) if by else ""
    order = "{key}, lowest first" if decl.highest_first is False else "{key}, highest first"
    return quoted(order).format(key=subject + among)


def _register(population: Population, reading: Reading) -> None:
    draft = reading.draft
    draft.populations[population.name] = population
    draft.scope = attrs.evolve(draft.scope, populations=dict(draft.populations))
