"""Clauses: from their rules to nodes. What only completes a clause becomes a loose word."""

# ruff: noqa: D103  a builder is named for its rule, whose sample in the grammar says
# what it reads; all take the same arguments

from __future__ import annotations

from typing import Final

import attrs

from scorelang.syntax import ast
from scorelang.syntax.from_tree_expressions import ROUNDING, manner_of, order_of, plain_number
from scorelang.syntax.gathering import EachOnly, ElseOnly, ModeOnly, More, OrderOnly, PairsOnly
from scorelang.syntax.reading import (
    Kids,
    Place,
    compare_op,
    expressions,
    has,
    label,
    node,
    nodes,
    the,
    token,
    whole_number,
    words,
)

_COMBINE: Final = {
    "SUM": ast.CombineWord.SUM,
    "WEIGHTED": ast.CombineWord.WEIGHTED,
    "MEAN": ast.CombineWord.MEAN,
    "LOWEST": ast.CombineWord.LOWEST,
    "HIGHEST": ast.CombineWord.HIGHEST,
    "PRODUCT": ast.CombineWord.PRODUCT,
    "GEOMETRIC_MEAN": ast.CombineWord.GEOMETRIC_MEAN,
}
_NOTE: Final = {
    "SOURCE": ast.NoteWord.SOURCE,
    "CHOSEN": ast.NoteWord.CHOSEN,
    "NOTE": ast.NoteWord.NOTE,
    "OWNER": ast.NoteWord.OWNER,
}
_ELSE: Final = {
    "ELSE_RESCALE": ast.ElseWord.RESCALE,
    "ELSE_FULL": ast.ElseWord.FULL_MARKS,
    "ELSE_ZERO": ast.ElseWord.ZERO,
}
_MISSING: Final = {
    "REJECT": ast.MissingWord.REJECT,
    "WORST": ast.MissingWord.WORST,
    "LOWEST_POINTS": ast.MissingWord.LOWEST,
    "HIGHEST_POINTS": ast.MissingWord.HIGHEST,
    "LEAVE_OUT": ast.MissingWord.LEAVE_OUT,
}
_EACH: Final = {
    "STARTED": ast.EachWord.STARTED,
    "AS_STARTED": ast.EachWord.STARTED,
    "FULL_EACH": ast.EachWord.FULL,
    "AS_FULL": ast.EachWord.FULL,
    "PRO_RATA": ast.EachWord.PRO_RATA,
}
_MULTIPLIERS: Final = ("百万", "万", "亿", "千")
_WORD_MULTIPLIERS: Final = ("million", "k")


# --- one clause ----------------------------------------------------------------------


def note_clause(kids: Kids, place: Place) -> ast.NoteClause:
    word = _NOTE[words(kids)[0]]
    quoted = node(kids, ast.Text)
    if quoted is not None:
        return ast.NoteClause(word, quoted.value, span=place.span)
    return ast.NoteClause(word, the(kids, ast.Name).text, quoted=False, span=place.span)


def allow_clause(kids: Kids, place: Place) -> ast.AllowClause:
    return ast.AllowClause(the(kids, ast.Name).text, the(kids, ast.Text).value, span=place.span)


def max_clause(kids: Kids, place: Place) -> ast.MaxClause:
    return ast.MaxClause(expressions(kids)[0], span=place.span)


def weight_clause(kids: Kids, place: Place) -> ast.WeightClause:
    return ast.WeightClause(expressions(kids)[0], span=place.span)


def limit_clause(kids: Kids, place: Place) -> ast.LimitClause:
    values = expressions(kids)
    if has(kids, "NOT_BELOW_ZERO"):
        return ast.LimitClause(low=plain_number(0, place.span), span=place.span)
    written = node(kids, ast.BetweenRange)
    if written is not None:
        return ast.LimitClause(written.low, written.high, span=place.span)
    if has(kids, "LIMITED"):
        return ast.LimitClause(values[0], values[1], span=place.span)
    if has(kids, "AT_LEAST"):
        return ast.LimitClause(low=values[0], span=place.span)
    return ast.LimitClause(high=values[0], span=place.span)


def round_clause(kids: Kids, place: Place) -> ast.RoundClause:
    return ast.RoundClause(nodes(kids, ast.RoundStep), span=place.span)


def round_mode(kids: Kids, place: Place) -> ModeOnly:
    return ModeOnly(ROUNDING[words(kids)[0]], place.span)


def missing_clause(kids: Kids, place: Place) -> ast.MissingClause:
    found = token(kids, *_MISSING)
    if found is not None:
        return ast.MissingClause(_MISSING[found.type], span=place.span)
    return ast.MissingClause(ast.MissingWord.POINTS, expressions(kids)[0], span=place.span)


def missing_item(kids: Kids, place: Place) -> ast.MissingClause:
    coverage = expressions(kids)
    found = the(kids, ast.MissingClause)
    return attrs.evolve(found, coverage=coverage[0], span=place.span) if coverage else found


def applies_clause(kids: Kids, place: Place) -> ast.AppliesClause:
    return ast.AppliesClause(expressions(kids)[0], None, span=place.span)


def else_word(kids: Kids, place: Place) -> ElseOnly:
    return ElseOnly(_ELSE[words(kids)[0]], place.span)


def combine_clause(kids: Kids, place: Place) -> ast.CombineClause:
    return ast.CombineClause(_COMBINE[words(kids)[0]], span=place.span)


def ranked_clause(kids: Kids, place: Place) -> ast.TiesClause | ast.AmongClause:
    name = node(kids, ast.Name)
    if name is not None:
        return ast.AmongClause(name, span=place.span)
    return ast.TiesClause(has(kids, "TIES_UP"), span=place.span)


def keep_clause(kids: Kids, place: Place) -> ast.KeepClause:
    return ast.KeepClause(has(kids, "BEST"), whole_number(kids, place), span=place.span)


def pairs_clause(kids: Kids, place: Place) -> PairsOnly:
    return PairsOnly(node(kids, ast.Name), place.span)


def mode_clause(kids: Kids, place: Place) -> ast.ModeClause:
    word = ast.ModeWord.FIRST if has(kids, "FIRST_HOLDS") else ast.ModeWord.ALL
    return ast.ModeClause(word, span=place.span)


def scale_clause(kids: Kids, place: Place) -> ast.ScaleClause:
    return ast.ScaleClause(the(kids, ast.Name), span=place.span)


def segment_clause(kids: Kids, place: Place) -> ast.SegmentClause:
    return ast.SegmentClause(the(kids, ast.Name), span=place.span)


def limits_clause(kids: Kids, place: Place) -> ast.LimitsClause:
    name, path = the(kids, ast.Name), node(kids, ast.Text)
    return ast.LimitsClause(name, compare_op(kids), path, span=place.span)


def limits_from_clause(kids: Kids, place: Place) -> ast.LimitsFromClause:
    return ast.LimitsFromClause(the(kids, ast.Text), span=place.span)


def count_clause(kids: Kids, place: Place) -> ast.CountsClause:
    return ast.CountsClause(tuple(expressions(kids)), span=place.span)


def flag_clause(kids: Kids, place: Place) -> ast.FlagClause:
    return ast.FlagClause(the(kids, ast.Name), span=place.span)


def reason_clause(kids: Kids, place: Place) -> ast.ReasonClause:
    return ast.ReasonClause(the(kids, ast.Name).text, label(kids), span=place.span)


def reasons_clause(kids: Kids, place: Place) -> ast.ReasonsClause:
    count = whole_number(kids, place) if has(kids, "FIRST") else None
    return ast.ReasonsClause(has(kids, "POINTS_ABOVE"), count, span=place.span)


def baseline_clause(kids: Kids, place: Place) -> ast.BaselineClause:
    return ast.BaselineClause(expressions(kids)[0], span=place.span)


def action_clause(kids: Kids, place: Place) -> ast.ActionClause:
    return ast.ActionClause(the(kids, ast.Text).value, span=place.span)


def because_clause(kids: Kids, place: Place) -> ast.BecauseClause:
    return ast.BecauseClause(the(kids, ast.Text).value, span=place.span)


def until_clause(kids: Kids, place: Place) -> ast.UntilClause:
    return ast.UntilClause(node(kids, ast.DateExpr) or the(kids, ast.Name), span=place.span)


def needs_clause(kids: Kids, place: Place) -> ast.NeedsClause:
    return ast.NeedsClause(tuple(expressions(kids)), span=place.span)


def covers_clause(kids: Kids, place: Place) -> ast.CoversClause:
    return ast.CoversClause(nodes(kids, ast.Name), span=place.span)


def unit_clause(kids: Kids, place: Place) -> ast.UnitClause:
    found = token(kids, "UNIT")
    written = found.strip() if found is not None else ""
    for word in _MULTIPLIERS:
        if written.startswith(word) and written != "千克":
            return ast.UnitClause(word, written[len(word) :].strip() or None, span=place.span)
    first, _, rest = written.partition(" ")
    if first in _WORD_MULTIPLIERS:
        return ast.UnitClause(first, rest.strip() or None, span=place.span)
    return ast.UnitClause(None, "%" if written == "％" else written, span=place.span)


def order_word(kids: Kids, place: Place) -> OrderOnly:
    return OrderOnly(order_of(kids), has(kids, "TIES_FIRST"), place.span, manner_of(kids))


def more(kids: Kids, place: Place) -> More:
    return More(expressions(kids)[0], place.span)


def more_name(kids: Kids, place: Place) -> More:
    name = the(kids, ast.Name)
    return More(ast.NameExpr(name, span=name.span), place.span)


# --- steps ---------------------------------------------------------------------------


def each_word(kids: Kids, place: Place) -> EachOnly:
    return EachOnly(_EACH[words(kids)[0]], place.span)


def step_limit(kids: Kids, place: Place) -> ast.LimitClause:
    return ast.LimitClause(high=expressions(kids)[0], span=place.span)


def step_clause(kids: Kids, place: Place) -> ast.StepClause:
    if has(kids, "FOR_EACH"):
        minus = has(kids, "LESS")
        limit = node(kids, ast.LimitClause)
        return attrs.evolve(counted_step(kids, place, minus=minus), limit=limit)
    values = expressions(kids)
    reference = values[0] if has(kids, "GT", "GT_WORD", "LT", "LT_WORD") else None
    return _every_step(kids, place, reference, None, above=has(kids, "GT", "GT_WORD"))


def measured_step(kids: Kids, place: Place) -> ast.StepClause:
    """``逾期天数 超过 30天 每 10天 扣 1``: what is measured stands before the limit."""
    match expressions(kids)[0]:
        case ast.CompareExpr(ast.CompareOp.ABOVE | ast.CompareOp.BELOW as op, left, right):
            above = op is ast.CompareOp.ABOVE
            return _every_step(kids, place, right, left, above=above)
        case measured:
            return _every_step(kids, place, None, measured, above=False)


def counted_step(kids: Kids, place: Place, *, minus: bool) -> ast.StepClause:
    """Read ``1 for each started 10万 below 100万``: amount, size of a step, reference."""
    amount, size, *others = expressions(kids)
    has_side = has(kids, "GT", "GT_WORD", "LT", "LT_WORD")
    reference = others.pop() if has_side else None
    step, measured = _size(size)
    if others and isinstance(size, ast.NameExpr):  # `each day of delay`: the name is a unit
        step = attrs.evolve(plain_number(1, size.span), unit=size.name.text)
    word = token(kids, *_EACH)
    return ast.StepClause(
        minus,
        amount,
        step,
        _EACH[word.type] if word is not None else None,
        has(kids, "GT", "GT_WORD") if has_side else None,
        reference,
        others[0] if others else measured,
        span=place.span,
    )


def _every_step(
    kids: Kids, place: Place, reference: ast.Expr | None, measured: ast.Expr | None, *, above: bool
) -> ast.StepClause:
    size, amount = expressions(kids)[-2:]
    step, counted = _size(size)
    return ast.StepClause(
        has(kids, "TAKE"),
        amount,
        step,
        None,
        above if reference is not None else None,
        reference,
        measured or counted,
        node(kids, ast.LimitClause),
        span=place.span,
    )


def _size(size: ast.Expr) -> tuple[ast.NumberExpr | None, ast.Expr | None]:
    """Tell the size of a step (``10万``) from what is counted (``criticism``, ``day``)."""
    return (size, None) if isinstance(size, ast.NumberExpr) else (None, size)
