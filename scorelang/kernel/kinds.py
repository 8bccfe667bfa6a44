"""The kind of a node's values, and whether they can be missing, from those of its operands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import assert_never

from scorelang.kernel import nodes as k
from scorelang.kernel.nodes import Ref
from scorelang.kernel.slots import Kind
from scorelang.model.types import Value


def kind_of_value(value: Value) -> Kind:
    """Give the kind of a constant."""
    match value:
        case None:
            return Kind.NOTHING
        case bool():
            return Kind.TRUTH
        case Fraction():
            return Kind.NUMBER
        case str():
            return Kind.NAME
        case dt.date():
            return Kind.DAY
        case _:
            assert_never(value)


def kind_of(node: k.Node, kind: Callable[[Ref], Kind]) -> Kind:
    """Give the kind of a node whose leaves are known."""
    match node:
        case k.Input() | k.Population():
            msg = "what comes from outside has the kind it is declared with"
            raise AssertionError(msg)
        case k.Constant(value):
            return kind_of_value(value)
        case (
            k.Linear()
            | k.Product()
            | k.Quotient()
            | k.Power()
            | k.Extreme()
            | k.Absolute()
            | k.Function()
            | k.Round()
            | k.DateDistance()
            | k.DayNumber()
        ):
            return Kind.NUMBER
        case (
            k.Compare()
            | k.InSet()
            | k.InInterval()
            | k.IsMissing()
            | k.And()
            | k.Or()
            | k.Not()
            | k.AtLeast()
        ):
            return Kind.TRUTH
        case k.AsOf() | k.DateStep():
            return Kind.DAY
        case k.Select() | k.Piecewise() | k.Lookup() | k.Coalesce():
            return _common(kind(ref) for ref in given_by(node))
        case _:
            assert_never(node)


def given_by(node: k.Select | k.Piecewise | k.Lookup | k.Coalesce) -> tuple[Ref, ...]:
    """Give the slots of which a node gives one as its value."""
    match node:
        case k.Select(arms, otherwise):
            return (*(given for _, given in arms), otherwise)
        case k.Piecewise(_, pieces, otherwise, missing):
            return (*(given for _, given in pieces), otherwise, missing)
        case k.Lookup(_, lines, otherwise, missing):
            return (*(given for _, given in lines), otherwise, missing)
        case k.Coalesce(operands):
            return operands
        case _:
            assert_never(node)


def may_be_missing(node: k.Node, missing: Callable[[Ref], bool]) -> bool:
    """Whether a node can be missing, as far as its form tells."""
    match node:
        case k.Constant(value):
            return value is None
        case k.AsOf() | k.Quotient() | k.Power() | k.Function() | k.DateStep():
            return True
        case k.IsMissing():
            return False
        case k.Coalesce(operands):
            return all(map(missing, operands))
        case k.Select():
            return any(map(missing, given_by(node)))
        case k.Piecewise(subject, pieces, otherwise, absent):
            given = any(missing(ref) for _, ref in pieces) or missing(otherwise)
            return given or (missing(subject) and missing(absent))
        case k.Lookup(keys, lines, otherwise, absent):
            given = any(missing(ref) for _, ref in lines) or missing(otherwise)
            return given or (any(map(missing, keys)) and missing(absent))
        case _:
            return any(map(missing, k.operands_of(node)))


def _common(kinds: Iterable[Kind]) -> Kind:
    found = {kind for kind in kinds if kind is not Kind.NOTHING}
    assert len(found) <= 1, f"one slot has values of several kinds: {found}"
    return found.pop() if found else Kind.NOTHING
