"""Values over all scored records: means, ranks, cumulative shares.

In: an expression of the tree. Out: ``Typed``, and an entry in ``Draft.populations`` under
the text of the expression. Reports E0208 where a value is read before it can be known.
"""

from __future__ import annotations

import attrs

from scorelang.compiler.as_written import as_written
from scorelang.compiler.fold_constants import constant
from scorelang.compiler.reading import Moment, Reading
from scorelang.compiler.terms import TERMS
from scorelang.compiler.typed import NUMBER, Typed, describe
from scorelang.compiler.wording import write_population
from scorelang.diagnostics.quoting import quoted
from scorelang.model import expressions as model
from scorelang.model.rubric import PLACES, Manner, Population, PopulationKind
from scorelang.model.walk import descend
from scorelang.numeric.exact import show
from scorelang.syntax import ast

_KINDS = {
    ast.PopulationWord.MEAN: PopulationKind.MEAN,
    ast.PopulationWord.MEDIAN: PopulationKind.MEDIAN,
    ast.PopulationWord.LOWEST: PopulationKind.LOWEST,
    ast.PopulationWord.HIGHEST: PopulationKind.HIGHEST,
    ast.PopulationWord.QUANTILE: PopulationKind.QUANTILE,
    ast.PopulationWord.COUNT: PopulationKind.COUNT,
    ast.PopulationWord.PERCENT_RANK: PopulationKind.PERCENT_RANK,
    ast.PopulationWord.RANK: PopulationKind.RANK,
    ast.PopulationWord.CUMULATIVE_SHARE: PopulationKind.CUMULATIVE_SHARE,
}
_MANNERS = {
    ast.PopulationManner.DENSE: Manner.DENSE,
    ast.PopulationManner.AVERAGE: Manner.AVERAGE,
    ast.PopulationManner.EXCLUSIVE: Manner.EXCLUSIVE,
}
_RANKS = {PopulationKind.RANK, PopulationKind.PERCENT_RANK}
_SHARED = {ast.PopulationManner.DENSE, ast.PopulationManner.AVERAGE}
_ORDERED = {ast.PopulationWord.RANK, ast.PopulationWord.PERCENT_RANK}
_SCORES = (
    model.ScorePoints,
    model.ScoreLevel,
    model.ApplicableFull,
    model.DoesApply,
    model.EveryLevel,
    model.ScoreShare,
    model.HasFullMarks,
    model.TotalValue,
    model.GradeValue,
    model.ClassValue,
    model.ResultValue,
)


def infer_population(node: ast.PopulationExpr, reading: Reading) -> Typed | None:
    """Read a value over all records and register it."""
    population = read_population(node, reading)
    if population is None:
        return None
    draft = reading.draft
    if population.name not in draft.populations:
        draft.populations[population.name] = population
        draft.scope = attrs.evolve(draft.scope, populations=dict(draft.populations))
    value = model.PopulationValue(population.name)
    if population.kind in {*PLACES, PopulationKind.COUNT}:
        return Typed(value, NUMBER)
    every = attrs.evolve(reading.in_units(), moment=max(reading.moment, Moment.OVERRIDES))
    key = every.infer(_with_word(node.keys[0], reading))
    return key and Typed(value, attrs.evolve(key.type, is_literal=False))


def read_population(node: ast.PopulationExpr, reading: Reading) -> Population | None:
    """Read a value over all records without registering it."""
    name, kind = write_population(node), _KINDS[node.word]
    if node.manner in _SHARED and node.word is not ast.PopulationWord.RANK:
        reading.report("E0302.manner", node.span, manner=quoted(node.manner.value))
        return None
    # What is taken over all records may read anything; then only results may read it.
    every = attrs.evolve(reading.in_units(), moment=max(reading.moment, Moment.OVERRIDES))
    found = _read_keys(node, every)
    keys = None if found is None else tuple(key.expr for key in found)
    by = every.infer(ast.NameExpr(node.by, span=node.by.span)) if node.by else None
    level = constant(node.level, every) if node.level else None
    if found is None or keys is None or (node.by and by is None) or (node.level and level is None):
        return None
    if level is not None and not 0 <= level <= 1:
        written = node.level.span if node.level else node.span
        reading.report("E0308.quantile", written, level=show(level))
        return None
    if by is not None and not (by.is_category or by.is_condition):
        reading.report("E0302", node.span, wanted=TERMS["a category"], found=describe(by.type))
        return None
    after_scores = any(isinstance(each, _SCORES) for key in keys for each in descend(key))
    is_late = after_scores or kind in _RANKS
    if is_late and reading.moment < Moment.RESULTS:
        found_words = as_written(reading.draft.tree, node.span, name)
        reading.report("E0208.population", node.span, word=found_words)
        return None
    return Population(
        name,
        kind,
        keys,
        by.expr if by else None,
        level,
        node.highest_first is not False,
        after_scores,
        _MANNERS.get(node.manner, Manner.PLAIN) if node.manner else Manner.PLAIN,
        tuple(key.type.values[::-1] if key.is_category else () for key in found),
        text=as_written(reading.draft.tree, node.span, name),
        span=node.span,
    )


def _read_keys(node: ast.PopulationExpr, reading: Reading) -> tuple[Typed, ...] | None:
    keys: list[Typed] = []
    for written in node.keys:
        each = _with_word(written, reading)
        found = reading.infer(each)
        if found is None:
            return None
        ranks = found.is_category and found.type.ordered and node.word in _ORDERED
        counted = node.word is ast.PopulationWord.COUNT
        if not found.is_number and not ranks and not counted:
            reading.report("E0302", each.span, wanted=TERMS["a number"], found=describe(found.type))
            return None
        keys.append(found)
    return tuple(keys)


def _with_word(node: ast.Expr, reading: Reading) -> ast.Expr:
    """Read a bare score as its points: ``rank of rpn`` leaves no doubt."""
    symbols = reading.draft.symbols
    if isinstance(node, ast.NameExpr):
        name = node.name
        if name.text not in symbols.values and name.text in symbols.scored:
            return ast.ScoreExpr(ast.ScoreWord.POINTS, name, span=node.span)
    return node
