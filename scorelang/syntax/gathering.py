"""The clauses of one part gathered, wherever they stand, and what goes with them.

Some words only complete a clause (``, else rescale`` that of ``applies when``, ``，四舍五入`` a
step of rounding), wherever they stand; a further condition goes on with the ``needs`` before
it. They arrive as loose words and are joined here; one that has nothing to complete is a fault,
and so is what a part has no use for: nothing is read and dropped.
"""

from __future__ import annotations

from typing import Any, Final, assert_never

import attrs
from lark import Token

from scorelang.source.span import Span, join
from scorelang.syntax import ast
from scorelang.syntax.reading import Body, Kids, Place


@attrs.frozen
class More:
    """An expression that goes on with the clause before it."""

    value: ast.Expr
    span: Span


@attrs.frozen
class ElseOnly:
    """``else rescale``."""

    word: ast.ElseWord
    span: Span


@attrs.frozen
class ModeOnly:
    """``四舍五入`` after a comma."""

    word: ast.RoundWord
    span: Span


@attrs.frozen
class EachOnly:
    """``按比例`` after a comma."""

    word: ast.EachWord
    span: Span


@attrs.frozen
class OrderOnly:
    """``worst first``, ``ties first``, ``highest first``, ``dense``; each sets one."""

    highest: bool | None
    ties: bool
    span: Span
    manner: ast.PopulationManner | None = None


@attrs.frozen
class PairsOnly:
    """``weights from pairs``, whose grid stands in the body of the group."""

    by: ast.Name | None
    span: Span


Loose = More | ElseOnly | ModeOnly | EachOnly | OrderOnly | PairsOnly


@attrs.frozen
class Gathered:
    """The clauses of a part, and what did not complete any of them."""

    clauses: tuple[ast.Clause, ...]
    keys: tuple[ast.Expr, ...] = ()
    highest_first: bool | None = None
    worst_first: bool = False
    ties_first: bool = False
    pairs: PairsOnly | None = None
    manner: ast.PopulationManner | None = None


NO_OTHERS: Final[frozenset[str]] = frozenset()
KEYS: Final = frozenset(("keys", "highest_first", "manner"))
"""What a rank takes beside its clauses."""


def gather(kids: Kids, place: Place, takes: frozenset[str] = NO_OTHERS) -> Gathered:
    """Join the clauses and loose words among the children of a part, in order.

    ``takes`` names what of ``Gathered`` the part reads beside its clauses; anything else
    that completes no clause is a fault, so that nothing is read and dropped.
    """
    done: list[ast.Clause] = []
    rest: list[Loose] = []
    begun = 0  # the clauses before the `=` do not go on behind it
    for kid in kids:
        match kid:
            case Token(type="BODY_EQ") | Body():
                begun = len(done)
            case More(ast.CountExpr(ast.CountWord.COUNT, conditions), span):
                done.append(ast.CountsClause(conditions, span=span))
            case More() if len(done) > begun and _goes_on(done, kid):
                pass
            case _ if isinstance(kid, Loose):
                rest.append(kid)
            case _ if isinstance(kid, ast.Clause):
                done.append(kid)
    rest = [word for word in rest if not _complete(done, word)]
    return _sort_out(_covered(done), rest, place, takes)


def clauses_only(kids: Kids, place: Place) -> tuple[ast.Clause, ...]:
    """Give the clauses of a part that takes no keys, orders or grid; others are faults."""
    return gather(kids, place).clauses


def _goes_on(done: list[ast.Clause], more: More) -> bool:
    """Let a further condition or name go on with the list before it; tell whether it could."""
    last, joined = done[-1], done[-1]
    match last, more.value:
        case ast.NeedsClause(conditions), value:
            joined = attrs.evolve(last, conditions=(*conditions, value))
        case ast.CoversClause(names), ast.NameExpr(name):
            joined = attrs.evolve(last, names=(*names, name))
        case _:
            return False
    done[-1] = attrs.evolve(joined, span=join(joined.span, more.span))
    return True


def _complete(done: list[ast.Clause], word: Loose) -> bool:
    """Let a loose word complete a clause, wherever it stands; tell whether it could."""
    for at in _nearest(done, word.span):
        clause = done[at]
        match word, clause:
            case ElseOnly(otherwise), ast.AppliesClause(otherwise=None):
                done[at] = attrs.evolve(clause, otherwise=otherwise)
            case ModeOnly(mode), ast.RoundClause((*steps, ast.RoundStep(mode=None) as step)):
                done[at] = attrs.evolve(clause, steps=(*steps, attrs.evolve(step, mode=mode)))
            case EachOnly(each), ast.StepClause(each=None):
                done[at] = attrs.evolve(clause, each=each)
            case _:
                continue
        if clause.span.end <= word.span.start and at + 1 == _behind(done, word.span):
            done[at] = attrs.evolve(done[at], span=join(clause.span, word.span))
        return True
    return False


def _nearest(done: list[ast.Clause], span: Span) -> list[int]:
    """Give the places of the clauses, those before a place first and the nearest of them."""
    before = _behind(done, span)
    return [*reversed(range(before)), *range(before, len(done))]


def _behind(done: list[ast.Clause], span: Span) -> int:
    return sum(clause.span.start < span.start for clause in done)


def _covered(done: list[ast.Clause]) -> tuple[ast.Clause, ...]:
    """Let ``at least 60%`` be the coverage of ``if missing: leave out``, wherever it stands."""
    for at, clause in enumerate(done):
        if not isinstance(clause, ast.MissingClause) or clause.coverage is not None:
            continue
        for limit in done:
            match limit:
                case ast.LimitClause(ast.NumberExpr(unit="%") as low, None) if (
                    clause.word is ast.MissingWord.LEAVE_OUT
                ):
                    follows = limit is done[min(at + 1, len(done) - 1)]
                    span = join(clause.span, limit.span) if follows else clause.span
                    done[at] = attrs.evolve(clause, coverage=low, span=span)
                    return tuple(one for one in done if one is not limit)
                case _:
                    pass
    return tuple(done)


def _sort_out(
    done: tuple[ast.Clause, ...], rest: list[Loose], place: Place, takes: frozenset[str]
) -> Gathered:
    found = Gathered(done)
    for word in rest:
        what, value, key = _beside(word, found)
        if key == "E0101.stray_expression" and any(
            isinstance(clause, ast.SegmentClause) for clause in done
        ):
            key = "E0101.lookup"
        if what not in takes:
            place.fault(key, word.span)
        elif what != "keys" and getattr(found, what) != getattr(Gathered(()), what):
            place.fault("E0101.twice", word.span)
        else:
            found = attrs.evolve(found, **{what: value})
    return found


def _beside(word: Loose, found: Gathered) -> tuple[str, Any, str]:
    """Give what a word says of a part as a whole, and the fault where it means nothing."""
    match word:
        case More(ast.NumberExpr() as value):
            return "keys", (*found.keys, value), "E0101.stray_number"
        case More(value):
            return "keys", (*found.keys, value), "E0101.stray_expression"
        case OrderOnly(ties=True):
            return "ties_first", True, "E0101.stray_order"
        case OrderOnly(manner=ast.PopulationManner() as manner):
            return "manner", manner, "E0101.stray_order"
        case OrderOnly(None):
            return "worst_first", True, "E0101.stray_order"
        case OrderOnly(highest):
            return "highest_first", highest, "E0101.stray_order"
        case PairsOnly():
            return "pairs", word, "E0101.stray_pairs"
        case ElseOnly():
            return "", None, "E0101.stray_else"
        case ModeOnly():
            return "", None, "E0101.stray_mode"
        case EachOnly():
            return "", None, "E0101.stray_each"
        case _:
            assert_never(word)
