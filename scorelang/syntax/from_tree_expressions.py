"""Expressions, conditions and ranges: from the rules of expressions.lark to their nodes."""

# ruff: noqa: D103  a builder is named for its rule, whose sample in the grammar says
# what it reads; all take the same arguments

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from fractions import Fraction
from typing import Final

import attrs
from lark import Token

from scorelang.source.span import Span
from scorelang.syntax import ast
from scorelang.syntax.from_tree_ranges import range_of
from scorelang.syntax.reading import (
    Kids,
    Place,
    compare_op,
    expressions,
    has,
    node,
    nodes,
    number,
    the,
    token,
    whole_number,
    words,
)
from scorelang.syntax.vocabulary import is_plain_name

_BINARY: Final = {
    "PLUS": ast.BinaryOp.ADD,
    "MINUS": ast.BinaryOp.SUBTRACT,
    "TIMES": ast.BinaryOp.MULTIPLY,
    "DIVIDE": ast.BinaryOp.DIVIDE,
    "AND": ast.BinaryOp.AND,
    "OR": ast.BinaryOp.OR,
}
_SCORE: Final = {
    "POINTS_OF": ast.ScoreWord.POINTS,
    "ITS_POINTS": ast.ScoreWord.POINTS,
    "LEVEL_OF": ast.ScoreWord.LEVEL,
    "ITS_LEVEL": ast.ScoreWord.LEVEL,
    "SHARE_OF": ast.ScoreWord.SHARE,
    "ITS_SHARE": ast.ScoreWord.SHARE,
    "HAS_FULL": ast.ScoreWord.FULL,
    "HAS_POINTS": ast.ScoreWord.POINTS,
    "HAS_SHARE": ast.ScoreWord.SHARE,
    "APPLICABLE_FULL": ast.ScoreWord.APPLICABLE,
    "ITS_APPLICABLE_FULL": ast.ScoreWord.APPLICABLE,
    "GRADE_OF": ast.ScoreWord.GRADE_OF,
    "ITS_GRADE": ast.ScoreWord.GRADE_OF,
    "RESULT_OF": ast.ScoreWord.RESULT_OF,
    "ITS_RESULT": ast.ScoreWord.RESULT_OF,
}
_EVERY: Final = ("EVERY_INDICATOR", "EVERY_INDICATOR_OF", "ITS_EVERY")
_COUNT: Final = {
    "ALL_OF": ast.CountWord.ALL,
    "ANY_OF": ast.CountWord.ANY,
    "NONE_OF": ast.CountWord.NONE,
    "AT_LEAST_OF": ast.CountWord.AT_LEAST,
    "COUNTS": ast.CountWord.COUNT,
}
_FUNCTION: Final = {
    "MIN_OF": ast.FunctionWord.MIN,
    "MAX_OF": ast.FunctionWord.MAX,
    "ABS": ast.FunctionWord.ABS,
    "EXP": ast.FunctionWord.EXP,
    "LN": ast.FunctionWord.LN,
    "SQRT": ast.FunctionWord.SQRT,
    "ROOT": ast.FunctionWord.ROOT,
    "FIRST_KNOWN": ast.FunctionWord.FIRST_KNOWN,
}
ROUNDING: Final = {
    "HALF_UP": ast.RoundWord.HALF_UP,
    "HALF_EVEN": ast.RoundWord.HALF_EVEN,
    "UP": ast.RoundWord.UP,
    "DOWN": ast.RoundWord.DOWN,
    "CEILING": ast.RoundWord.CEILING,
    "FLOOR_MODE": ast.RoundWord.FLOOR,
}
_POPULATION: Final = {
    "MEAN_OF": ast.PopulationWord.MEAN,
    "ITS_MEAN": ast.PopulationWord.MEAN,
    "MEDIAN_OF": ast.PopulationWord.MEDIAN,
    "ITS_MEDIAN": ast.PopulationWord.MEDIAN,
    "LOWEST_OF": ast.PopulationWord.LOWEST,
    "ITS_LOWEST": ast.PopulationWord.LOWEST,
    "HIGHEST_OF": ast.PopulationWord.HIGHEST,
    "ITS_HIGHEST": ast.PopulationWord.HIGHEST,
    "QUANTILE": ast.PopulationWord.QUANTILE,
    "QUANTILE_AFTER": ast.PopulationWord.QUANTILE,
    "RANK_OF": ast.PopulationWord.RANK,
    "PERCENT_RANK": ast.PopulationWord.PERCENT_RANK,
    "COUNT_OF": ast.PopulationWord.COUNT,
    "ITS_COUNT": ast.PopulationWord.COUNT,
    "CUMULATIVE_SHARE": ast.PopulationWord.CUMULATIVE_SHARE,
}
_MANNER: Final = {
    "DENSE": ast.PopulationManner.DENSE,
    "AVERAGE_TIES": ast.PopulationManner.AVERAGE,
    "WITH_ENDS": ast.PopulationManner.INCLUSIVE,
    "WITHOUT_ENDS": ast.PopulationManner.EXCLUSIVE,
}
_DURATION: Final = {
    "YEARS_BETWEEN": "years",
    "YEARS_OF": "years",
    "MONTHS_BETWEEN": "months",
    "MONTHS_OF": "months",
    "DAYS_BETWEEN": "days",
    "DAYS_OF": "days",
}
_NO_UNIT: Final = re.compile(
    r"百分点.*|之间|之内|内|间|[与和到至][0-9].*|[且或].*[0-9].*|or|and|but|plus|more|less|over|under"
    r"|blank|空白|空值|required|必填|step|步长|decimals|小数位|key|主键|编号",
    re.IGNORECASE,
)
"""What stands behind a number and is no unit of it."""
_NUMBER: Final = re.compile(
    r"(?P<digits>[0-9]+(?:\.[0-9]+)?)\s*"
    r"(?P<multiplier>百万|万|亿|千(?![克米])|million(?!\w)|k(?!\w))?\s*(?P<unit>\S.*)?",
    re.DOTALL,
)


MOST_PARTS: Final = 200
"""How many parts a sum or a chain of conditions may have: each is one level of the tree."""


@attrs.frozen
class Winners:
    """``highest of (a, b, c)``: the score with the highest value gives the class."""

    names: tuple[ast.Name, ...]
    span: Span


def plain_number(value: int, span: Span) -> ast.NumberExpr:
    """Make a whole number that a word stands for."""
    return ast.NumberExpr(Fraction(value), str(value), span=span)


# --- literals ------------------------------------------------------------------------


def number_expr(kids: Kids, place: Place) -> ast.NumberExpr:
    written = unicodedata.normalize("NFKC", the(kids, Token))
    found = _NUMBER.fullmatch(written)
    digits, multiplier, unit = (
        found.group("digits", "multiplier", "unit") if found else ("0", None, None)
    )
    named = node(kids, ast.Name)
    if named is not None and unit is not None:
        place.fault("E0103.units", named.span, first=unit, second=named.text)
    elif named is not None and _NO_UNIT.fullmatch(named.text):
        place.fault("E0103.no_unit", found=f"{written}{named.text}", second=named.text)
    elif unit is not None and _NO_UNIT.fullmatch(unit):
        place.fault("E0103.no_unit", found=written, second=unit)
    return ast.NumberExpr(
        number(digits, place, place.span),
        digits,
        multiplier,
        named.text if named is not None else unit,
        span=place.span,
    )


def date_expr(kids: Kids, place: Place) -> ast.DateExpr:
    written = the(kids, Token)
    year, month, day = (int(part) for part in written.split("-"))
    try:
        value = dt.date(year, month, day)
    except ValueError:
        place.fault("E0103.date", found=str(written))
        value = dt.date(2000, 1, 1)
    return ast.DateExpr(value, span=place.span)


def text_expr(kids: Kids, place: Place) -> ast.TextExpr:
    return ast.TextExpr(the(kids, ast.Text).value, span=place.span)


def yes_no_expr(kids: Kids, place: Place) -> ast.YesNoExpr:
    return ast.YesNoExpr(has(kids, "YES"), span=place.span)


def name_expr(kids: Kids, place: Place) -> ast.NameExpr:
    return ast.NameExpr(the(kids, ast.Name), span=place.span)


def own_expr(kids: Kids, place: Place) -> ast.OwnExpr:
    return ast.OwnExpr(ast.OwnWord(words(kids)[0].lower()), span=place.span)


# --- conditions ----------------------------------------------------------------------


def binary_expr(kids: Kids, place: Place) -> ast.Expr:
    """Fold ``a + b - c`` from the left."""
    if len(kids) > 2 * MOST_PARTS:
        place.fault("E0106.long", most=str(MOST_PARTS))
        kids = kids[:1]
    first, *rest = kids
    left = first
    assert isinstance(left, ast.Expr)
    for sign, right in zip(rest[::2], rest[1::2], strict=True):
        assert isinstance(sign, Token)
        assert isinstance(right, ast.Expr)
        end = place.span.end if right is rest[-1] else right.span.end
        span = place.between(place.span.start, end)
        left = ast.BinaryExpr(_BINARY[sign.type], left, right, span=span)
    return left


def negate_expr(kids: Kids, place: Place) -> ast.NegateExpr:
    return ast.NegateExpr(expressions(kids)[0], span=place.span)


def not_expr(kids: Kids, place: Place) -> ast.NotExpr:
    return ast.NotExpr(expressions(kids)[0], span=place.span)


def power_expr(kids: Kids, place: Place) -> ast.PowerExpr:
    base, exponent = expressions(kids)
    return ast.PowerExpr(base, exponent, span=place.span)


def compare_expr(kids: Kids, place: Place) -> ast.CompareExpr:
    left, right = expressions(kids)
    return ast.CompareExpr(compare_op(kids), left, right, span=place.span)


def is_expr(kids: Kids, place: Place) -> ast.IsExpr | ast.InRangeExpr | ast.NotExpr:
    operand, *values = expressions(kids)
    negated = has(kids, "IS_NOT", "IS_NOT_ANY_OF")
    dashed = range_of(values[0], place) if len(values) == 1 else None
    if dashed is None:
        return ast.IsExpr(operand, tuple(values), negated, span=place.span)
    found = ast.InRangeExpr(operand, dashed, span=place.span)
    return ast.NotExpr(found, span=place.span) if negated else found


def in_range_expr(kids: Kids, place: Place) -> ast.InRangeExpr | ast.CompareExpr:
    operand = expressions(kids)[0]
    limit = node(kids, ast.LimitRange)
    if limit is not None:
        return ast.CompareExpr(limit.op, operand, limit.value, span=place.span)
    return ast.InRangeExpr(operand, the(kids, ast.BetweenRange), span=place.span)


def is_missing_expr(kids: Kids, place: Place) -> ast.IsMissingExpr:
    return ast.IsMissingExpr(expressions(kids)[0], has(kids, "IS_NOT_MISSING"), span=place.span)


def is_special_expr(kids: Kids, place: Place) -> ast.IsSpecialExpr:
    operand, code = expressions(kids)
    return ast.IsSpecialExpr(operand, code, has(kids, "IS_NOT"), span=place.span)


def count_expr(kids: Kids, place: Place) -> ast.CountExpr:
    word = next(_COUNT[word] for word in words(kids) if word in _COUNT)
    minimum = whole_number(kids, place) if word is ast.CountWord.AT_LEAST else None
    return ast.CountExpr(word, tuple(expressions(kids)), minimum, span=place.span)


def every_level_expr(kids: Kids, place: Place) -> ast.EveryLevelExpr:
    return ast.EveryLevelExpr(the(kids, ast.Name), span=place.span)


def each_expr(kids: Kids, place: Place) -> ast.EachExpr:
    word = next(_SCORE[word] for word in words(kids) if word in _SCORE)
    return ast.EachExpr(word, has(kids, *_EVERY), node(kids, ast.Name), span=place.span)


def each_level_expr(kids: Kids, place: Place) -> ast.IsExpr:
    *group, level = nodes(kids, ast.Name)
    each = ast.EachExpr(
        ast.ScoreWord.LEVEL,
        has(kids, *_EVERY),
        group[0] if group else None,
        span=place.between(place.span.start, level.span.start),
    )
    return ast.IsExpr(each, (ast.NameExpr(level, span=level.span),), span=place.span)


# --- values --------------------------------------------------------------------------


def score_expr(kids: Kids, place: Place) -> ast.ScoreExpr:
    word = _SCORE[words(kids)[0]]
    return ast.ScoreExpr(word, _of_used(the(kids, ast.Name), word), span=place.span)


def _of_used(name: ast.Name, word: ast.ScoreWord) -> ast.Name:
    """Read ``岗.总分`` as ``岗.total``, and the grade ``岗.等级`` as that of ``岗``."""
    alias, dot, own = name.text.partition(".")
    if dot and own == "总分":
        return ast.Name(f"{alias}.total", span=name.span)
    if own in {"grade", "等级"} and word is ast.ScoreWord.GRADE_OF:
        return ast.Name(alias, span=name.span)
    return name


def period_expr(kids: Kids, place: Place) -> ast.PeriodExpr:
    word = ast.PeriodWord.LAST if has(kids, "LAST") else ast.PeriodWord.GROWTH
    return ast.PeriodExpr(word, the(kids, ast.Name), span=place.span)


def if_expr(kids: Kids, place: Place) -> ast.IfExpr:
    condition, then, otherwise = expressions(kids)
    return ast.IfExpr(condition, then, otherwise, span=place.span)


def missing_expr(_: Kids, place: Place) -> ast.MissingExpr:
    return ast.MissingExpr(span=place.span)


def call_expr(kids: Kids, place: Place) -> ast.CallExpr:
    return ast.CallExpr(_FUNCTION[words(kids)[0]], tuple(expressions(kids)), span=place.span)


def round_step(kids: Kids, place: Place) -> ast.RoundStep:
    found = token(kids, *ROUNDING)
    mode = ROUNDING[found.type] if found is not None else None
    return ast.RoundStep(the(kids, ast.NumberExpr), mode, span=place.span)


def round_expr(kids: Kids, place: Place) -> ast.RoundExpr:
    return ast.RoundExpr(expressions(kids)[0], the(kids, ast.RoundStep), span=place.span)


def duration_expr(kids: Kids, place: Place) -> ast.DurationExpr:
    first, last = expressions(kids)
    return ast.DurationExpr(_DURATION[words(kids)[0]], first, last, span=place.span)


def order_of(kids: Kids) -> bool | None:
    """Tell whether the highest comes first; ``None`` where no order was written."""
    if has(kids, "HIGHEST_FIRST"):
        return True
    return False if has(kids, "LOWEST_FIRST") else None


def manner_of(kids: Kids) -> ast.PopulationManner | None:
    """Give how ties share a rank or where a quantile ends, if it was written."""
    return next((_MANNER[word] for word in words(kids) if word in _MANNER), None)


def population_expr(kids: Kids, place: Place) -> ast.PopulationExpr:
    word = next(_POPULATION[word] for word in words(kids) if word in _POPULATION)
    *level, key = expressions(kids)
    return ast.PopulationExpr(
        word,
        (key,),
        by=node(kids, ast.Name),
        level=level[0] if level else None,
        highest_first=order_of(kids),
        manner=manner_of(kids),
        span=place.span,
    )


def population_after(kids: Kids, place: Place) -> ast.PopulationExpr:
    word = next(_POPULATION[word] for word in words(kids) if word in _POPULATION)
    key, *level = expressions(kids)
    return ast.PopulationExpr(
        word,
        (key,),
        by=node(kids, ast.Name),
        level=level[0] if level else None,
        manner=manner_of(kids),
        span=place.span,
    )


def winners_expr(kids: Kids, place: Place) -> Winners:
    return Winners(nodes(kids, ast.Name), place.span)


def refuse_winners(kid: object, place: Place) -> object:
    """Report ``highest of (a, b)`` where no class or grade is asked for, and read its first."""
    if not isinstance(kid, Winners):
        return kid
    names = [name.text if is_plain_name(name.text) else f"「{name.text}」" for name in kid.names]
    is_chinese = not "".join(names).isascii()
    meant = f"最大（{'，'.join(names)}）" if is_chinese else f"max ({', '.join(names)})"
    place.fault("E0101.winners", kid.span, meant=meant)
    return ast.NameExpr(kid.names[0], span=kid.span)
