"""The lines of an indicator for ``show``: each as written, with what it takes and gives.

In: a rule and the words of the file. Out: ``RuleLine`` in the order of the rule, the line
for missing values last. Nothing is left out; nothing is evaluated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import assert_never

import attrs

from scorelang.model.expressions import Const, Expr, SpecialOf
from scorelang.model.rubric import CheckedRubric
from scorelang.model.rules import (
    AllThatHold,
    Bands,
    Branch,
    BySegment,
    FirstThatHolds,
    Formula,
    Levels,
    Lookup,
    Rule,
    Within,
)
from scorelang.model.types import Value
from scorelang.model.wording import Wording
from scorelang.numeric.interval import Interval
from scorelang.reports.shown_values import show_exactly, show_value
from scorelang.reports.understood_data import RuleLine
from scorelang.reports.understood_fields import Unit, show_interval
from scorelang.reports.understood_units import SubjectUnit, SubjectUnits

_MULTIPLIERS = {"亿": Fraction(10**8), "万": Fraction(10**4)}


@attrs.frozen
class Telling:
    """What is needed to tell a line: the words of the file and of the reader, the units."""

    wording: Wording
    words: Mapping[str, str]
    units: Callable[[Expr], SubjectUnit | None]


def telling_of(rubric: CheckedRubric, words: Mapping[str, str]) -> Telling:
    """Collect what the lines of a rubric are told with."""
    return Telling(rubric.wording, words, SubjectUnits(rubric).of)


def tell_rule(rule: Rule, telling: Telling) -> tuple[RuleLine, ...]:
    """Tell every line of a rule; a formula has none."""
    return tuple(_lines(rule, telling))


def _lines(rule: Rule, telling: Telling) -> Iterator[RuleLine]:
    match rule:
        case Bands(subject, bands, otherwise, missing):
            unit = telling.units(subject)
            for interval, branch in bands:
                line = _line(branch, telling)
                yield attrs.evolve(line, takes=_takes(line.guard, interval, unit))
            yield from _rest(otherwise, missing, telling)
        case Levels(_, cases, otherwise, missing) | FirstThatHolds(cases, otherwise, missing):
            yield from (_line(branch, telling) for _, branch in cases)
            yield from _rest(otherwise, missing, telling)
        case AllThatHold(items):
            yield from (_line(item.branch, telling) for item in items)
        case Within(_, _, ranges):
            yield from (_line(branch, telling) for _, _, branch in ranges)
        case BySegment(SpecialOf(), rules, Bands() | Levels() as others):
            yield from _lines(others, telling)
            # a line for several codes is one line
            told = dict.fromkeys(line for _, special in rules for line in _lines(special, telling))
            yield from told
        case BySegment(_, rules, otherwise):
            for value, inner in rules:
                yield from _segment(show_value(value, telling.words), inner, telling)
            if otherwise is not None:
                yield from _segment(telling.words["others"], otherwise, telling)
        case Lookup(_, branches):
            yield from (_line(branch, telling) for branch in branches)
        case Formula():
            return
        case _:
            assert_never(rule)


def _segment(value: str, rule: Rule, telling: Telling) -> Iterator[RuleLine]:
    for line in _lines(rule, telling):
        segment = value if line.segment is None else f"{value}, {line.segment}"
        yield attrs.evolve(line, segment=segment)


def _rest(otherwise: Branch | None, missing: Branch | None, telling: Telling) -> Iterator[RuleLine]:
    yield from (_line(branch, telling) for branch in (otherwise, missing) if branch is not None)


def _line(branch: Branch, telling: Telling) -> RuleLine:
    said = telling.wording.line(branch.span)
    points = _constant(branch)
    written = said.gives if said is not None else ""
    if branch.not_ratable is not None:
        written = f'{telling.words["not ratable"]} "{branch.not_ratable}"'
    return RuleLine(
        guard=(said.guard if said is not None else "") or branch.text,
        gives=written or points or "",
        points=points,
        level=branch.level,
        flags=branch.flags,
        reason=None if branch.reason is None else tell_code(branch.reason.code, branch.reason.text),
        action=branch.action,
        not_ratable=branch.not_ratable,
        note=branch.note,
    )


def tell_code(code: str, text: str | None) -> str:
    """Write a reason code with its words."""
    return f'{code} "{text}"' if text else code


def _constant(branch: Branch) -> str | None:
    match branch.points:
        case Const(Fraction() as points):
            return show_exactly(points)
        case _:
            return None


def _takes(guard: str, interval: Interval, known: SubjectUnit | None) -> str | None:
    """Give what a line takes where its own words say something else, in the unit it uses."""
    percent = "%" in guard or "％" in guard
    multiplier = next((word for word in _MULTIPLIERS if word in guard), "")
    if known is None and not percent and not multiplier and not guard.isascii():
        return None  # in a unit that is not known here
    found = known or SubjectUnit(Unit())
    bare = found.bare
    if percent:
        bare = shown = Unit("%", Fraction(1, 100))
    elif multiplier:
        scale = _MULTIPLIERS[multiplier]
        bare, shown = Unit(multiplier, scale), Unit(f"{multiplier}{found.base}", scale)
    else:
        shown = found.said
    said = guard.replace(" ", "").replace("~", "..").replace("～", "..")
    as_said = {show_interval(interval, each).replace(" ", "") for each in (bare, shown)}
    return None if said in as_said else show_interval(interval, shown) or None


def is_caught(rule: Rule) -> bool:
    """Whether a rule has a line of its own for whatever may be missing in it."""
    match rule:
        case Bands() | Levels() | FirstThatHolds():
            branches = [branch for _, branch in _cases(rule)]
            rest = [branch for branch in (rule.otherwise, rule.missing) if branch is not None]
            are_known = all(isinstance(each.points, Const | None) for each in (*branches, *rest))
            return rule.missing is not None and are_known
        case BySegment(SpecialOf(), rules, Bands() | Levels() as others):
            return is_caught(others) and all(_is_known(special) for _, special in rules)
        case AllThatHold() | Within() | BySegment() | Lookup() | Formula():
            return False
        case _:
            assert_never(rule)


def _is_known(special: Rule) -> bool:
    """Whether the line for a special value gives points that are written in it."""
    branch = special.otherwise if isinstance(special, FirstThatHolds) else None
    return branch is not None and isinstance(branch.points, Const | None)


def _cases(
    rule: Bands | Levels | FirstThatHolds,
) -> tuple[tuple[Interval | frozenset[Value] | object, Branch], ...]:
    return rule.bands if isinstance(rule, Bands) else rule.cases
