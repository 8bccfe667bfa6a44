"""The rule of an indicator: what it gives for a record, line by line.

In: a rule and the frame. Out: ``Taken``, the slots of all that the line that is taken gives.
Policies for missing values, rounding and groups come later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import assert_never

from scorelang.kernel import nodes as k
from scorelang.kernel.builder import ZERO
from scorelang.kernel.counting import matched
from scorelang.kernel.frame import Frame
from scorelang.kernel.lower_gaps import gap_of
from scorelang.kernel.lower_values import lower
from scorelang.kernel.nodes import Ref
from scorelang.kernel.taken import Taken, branches_of
from scorelang.model.expressions import Expr
from scorelang.model.rules import (
    AllThatHold,
    Bands,
    Branch,
    BySegment,
    FirstThatHolds,
    Formula,
    Item,
    Levels,
    Lookup,
    ReasonCode,
    Rule,
    Within,
)
from scorelang.model.types import Value

Give = Callable[[Branch | None], Ref]
"""What is asked of the line that is taken; ``None``: no line is."""


def lower_rule(rule: Rule, frame: Frame, open_as_met: int = 0) -> Taken:
    """Give what a rule gives; ``open_as_met`` open criteria of its counts are taken for met."""
    return _Ruling(frame, open_as_met).of(rule)


class _Ruling:
    def __init__(self, frame: Frame, open_as_met: int) -> None:
        self.frame, self.b, self.open_as_met = frame, frame.builder, open_as_met

    def value(self, expr: Expr) -> Ref:
        return lower(expr, self.frame, open_as_met=self.open_as_met)

    def gap(self, expr: Expr | None) -> Ref:
        return self.b.no if expr is None else gap_of(expr, self.frame)

    def of(self, rule: Rule) -> Taken:
        match rule:
            case AllThatHold():
                return self.list(rule)
            case BySegment():
                return self.segments(rule)
            case Formula(value):
                points = self.value(value)
                counted = self.b.any((self.gap(rule.compared), self.gap(value)))
                return self.plain(points, counted)
            case Bands() | Levels() | FirstThatHolds() | Within() | Lookup():
                return self.lines(rule)
            case _:
                assert_never(rule)

    def plain(self, points: Ref, counted: Ref) -> Taken:
        nothing, no = self.b.missing, self.b.no
        return Taken(points, nothing, nothing, nothing, (), (), counted, no)

    # Rules of which one line is taken

    def chooser(
        self, rule: Bands | Levels | FirstThatHolds | Within | Lookup
    ) -> Callable[[Give], Ref]:
        """Give what chooses the line, whatever is asked of it."""
        match rule:
            case Bands(subject, bands, otherwise, missing):
                ref = self.value(subject)
                return lambda give: self.b.add(
                    k.Piecewise(
                        ref,
                        tuple((interval, give(branch)) for interval, branch in bands),
                        give(otherwise),
                        give(missing),
                    )
                )
            case Levels(subject, cases, otherwise, missing):
                key = self.value(subject)
                return lambda give: self.b.add(
                    k.Lookup(
                        (key,),
                        tuple(((values,), give(branch)) for values, branch in cases),
                        give(otherwise),
                        give(missing),
                    )
                )
            case FirstThatHolds():
                return self.first(rule)
            case Within():
                return self.within(rule)
            case Lookup(name, branches):
                return self.looked_up(name, branches)
            case _:
                assert_never(rule)

    def first(self, rule: FirstThatHolds) -> Callable[[Give], Ref]:
        """Give the first line that holds; a missing condition before it leaves it open."""
        asked = [(self.value(condition), branch) for condition, branch in rule.cases]

        def choose(give: Give) -> Ref:
            arms = []
            for holds, branch in asked:
                arms += [(self.b.is_missing(holds), give(rule.missing)), (holds, give(branch))]
            return self.b.select(arms, give(rule.otherwise))

        return choose

    def within(self, rule: Within) -> Callable[[Give], Ref]:
        value, level = self.value(rule.value), self.value(rule.level)
        lines = tuple(
            ((interval, frozenset({name})), branch) for name, interval, branch in rule.ranges
        )
        return lambda give: self.b.add(
            k.Lookup(
                (value, level),
                tuple((cells, give(branch)) for cells, branch in lines),
                give(None),
                give(None),
            )
        )

    def looked_up(self, name: str, branches: Sequence[Branch]) -> Callable[[Give], Ref]:
        table = next(each for each in self.frame.rubric.tables if each.name == name)
        keys = tuple(map(self.value, table.keys))
        return lambda give: self.b.add(
            k.Lookup(
                keys,
                tuple((line.cells, give(branches[_place(line.value)])) for line in table.lines),
                give(None),
                give(None),
            )
        )

    def lines(self, rule: Bands | Levels | FirstThatHolds | Within | Lookup) -> Taken:
        """Give all that the line that is taken gives."""
        b, choose, branches = self.b, self.chooser(rule), tuple(branches_of(rule))
        asked = self.asked(rule)
        in_points = [
            (branch, self.gap(branch.points)) for branch in branches if branch.points is not None
        ]
        gaps = {branch: gap for branch, gap in in_points if not b.is_surely(gap, value=False)}
        counted = (
            choose(lambda branch: gaps.get(branch, b.no) if branch else b.no) if gaps else b.no
        )
        return Taken(
            choose(self.points),
            self.asked_of(choose, branches, lambda branch: branch.level),
            self.asked_of(choose, branches, lambda branch: branch.not_ratable),
            self.asked_of(choose, branches, lambda branch: self.reason(branch.reason)),
            tuple(self.truths(choose, branches, lambda branch: branch.flags)),
            tuple(self.truths(choose, branches, _actions)),
            b.any((asked, counted)),
            b.no,
            faults=tuple(self.faults(rule)),
        )

    def faults(self, rule: Rule) -> Iterator[tuple[str, str, Ref]]:
        """Say where a given rating lies outside the range of its level."""
        if isinstance(rule, Within):
            value, level = self.value(rule.value), self.value(rule.level)
            for name, interval, _ in rule.ranges:
                is_level = self.b.add(k.InSet(level, frozenset({name})))
                outside = self.b.negated(self.b.add(k.InInterval(value, interval)))
                yield "R0202", rule.field, self.b.surely(self.b.all((is_level, outside)))

    def points(self, branch: Branch | None) -> Ref:
        if branch is None or branch.points is None:
            return self.b.missing
        return self.value(branch.points)

    def reason(self, reason: ReasonCode | None) -> Fraction | None:
        """Give the number of a reason code; each has one."""
        if reason is None:
            return None
        return Fraction(self.frame.reasons.setdefault(reason, len(self.frame.reasons)))

    def asked_of(
        self,
        choose: Callable[[Give], Ref],
        branches: Iterable[Branch],
        get: Callable[[Branch], str | Fraction | None],
    ) -> Ref:
        """Give a text or number of the line that is taken; missing where it has none."""
        if all(get(branch) is None for branch in branches):
            return self.b.missing
        return choose(lambda branch: self.b.constant(None if branch is None else get(branch)))

    def truths(
        self,
        choose: Callable[[Give], Ref],
        branches: Iterable[Branch],
        get: Callable[[Branch], tuple[str, ...]],
    ) -> Iterator[tuple[str, Ref]]:
        """Say of each flag (or action) whether the line that is taken has it."""
        for name in dict.fromkeys(name for branch in branches for name in get(branch)):
            yield (
                name,
                choose(
                    lambda branch, name=name: self.b.constant(  # type: ignore[misc]
                        branch is not None and name in get(branch)
                    )
                ),
            )

    def asked(self, rule: Bands | Levels | FirstThatHolds | Within | Lookup) -> Ref:
        """Say whether a count behind the choice itself has an open criterion."""
        b = self.b
        match rule:
            case Bands(subject) | Levels(subject):
                return self.gap(subject)
            case FirstThatHolds(cases):
                found, goes_on = [b.no], b.yes
                for condition, _ in cases:
                    found.append(b.all((goes_on, self.gap(condition))))
                    goes_on = b.all((goes_on, b.surely_not(self.value(condition))))
                return b.any(found)
            case Within(value, level):
                return b.any((self.gap(value), self.gap(level)))
            case Lookup(name):
                table = next(each for each in self.frame.rubric.tables if each.name == name)
                return b.any(self.gap(key) for key in table.keys)
            case _:
                assert_never(rule)

    # Rules that depend on a category

    def segments(self, rule: BySegment) -> Taken:
        segment = self.value(rule.segment)
        each = [(value, self.of(inner)) for value, inner in rule.rules]
        nothing = self.plain(self.b.missing, self.b.no)
        rest = nothing if rule.otherwise is None else self.of(rule.otherwise)

        def by(get: Callable[[Taken], Ref]) -> Ref:
            cases = [(value, get(taken)) for value, taken in each]
            if len({*(ref for _, ref in cases), get(rest), get(nothing)}) == 1:
                return get(rest)
            return matched(segment, cases, get(rest), get(nothing), self.b)

        taken = [*(taken for _, taken in each), rest]
        counted = by(lambda found: found.counted)
        lines, zero = max(len(found.gaps) for found in taken), self.b.constant(ZERO)
        return Taken(
            by(lambda found: found.points),
            by(lambda found: found.level),
            by(lambda found: found.not_ratable),
            by(lambda found: found.reason),
            tuple(_each_name(taken, lambda found: found.flags, by, self.b.no)),
            tuple(_each_name(taken, lambda found: found.actions, by, self.b.no)),
            self.b.any((self.gap(rule.segment), counted)),
            by(lambda found: found.gap),
            tuple(by(_place_in(lambda found: found.gaps, at, self.b.no)) for at in range(lines)),
            tuple(by(_place_in(lambda found: found.held, at, zero)) for at in range(lines)),
            tuple(
                (code, field, self.b.all((is_for, broken)))
                for is_for, found in self.cases(rule, segment, each, rest)
                for code, field, broken in found.faults
            ),
        )

    def cases(
        self, rule: BySegment, segment: Ref, each: Sequence[tuple[Value, Taken]], rest: Taken
    ) -> Iterator[tuple[Ref, Taken]]:
        """Give each rule with the truth of whether it is the one of this record."""
        for value, taken in each:
            yield self.b.surely(self.b.add(k.InSet(segment, frozenset({value})))), taken
        named = frozenset(value for value, _ in rule.rules)
        yield self.b.surely_not(self.b.add(k.InSet(segment, named))), rest

    # Additive lists

    def list(self, rule: AllThatHold) -> Taken:
        b = self.b
        items = [self.item(item) for item in rule.items]
        held = tuple(points for points, _, _ in items)
        gaps = tuple(gap for _, gap, _ in items)
        holding = [holds for _, _, holds in items]
        return Taken(
            self.limited(b.sum(held), rule),
            self.first_of(rule, holding, lambda branch: branch.level),
            self.first_of(rule, holding, lambda branch: branch.not_ratable),
            self.first_of(rule, holding, lambda branch: self.reason(branch.reason)),
            tuple(self.any_of(rule, holding, lambda branch: branch.flags)),
            tuple(self.any_of(rule, holding, _actions)),
            b.any((*map(self.counted_in, rule.items), *self.counted_in_limits(rule))),
            b.any(gaps),
            gaps,
            held,
        )

    def item(self, item: Item) -> tuple[Ref, Ref, Ref]:
        """Give what a line counts, whether it leaves a gap, and whether it surely holds."""
        b = self.b
        holds = b.yes if item.condition is None else self.value(item.condition)
        sure, branch = b.surely(holds), item.branch
        points = self.points(branch)
        given = b.select(((sure, b.coalesce((points, b.constant(ZERO)))),), b.constant(ZERO))
        without = b.no if branch.not_ratable is not None else b.all((sure, b.is_missing(points)))
        return given, b.any((b.is_missing(holds), without)), sure

    def counted_in(self, item: Item) -> Ref:
        own = self.gap(item.branch.points)
        if item.condition is None:
            return own
        holds = self.b.surely(self.value(item.condition))
        return self.b.any((self.gap(item.condition), self.b.all((holds, own))))

    def counted_in_limits(self, rule: AllThatHold) -> Iterator[Ref]:
        yield self.gap(rule.low)
        is_asked = self.b.yes if rule.low is None else self.b.is_known(self.value(rule.low))
        yield self.b.all((is_asked, self.gap(rule.high)))

    def limited(self, points: Ref, rule: AllThatHold) -> Ref:
        """Keep the sum within its limits; a limit that is missing leaves nothing."""
        if rule.low is not None:
            points = self.b.highest((points, self.value(rule.low)))
        if rule.high is not None:
            points = self.b.lowest((points, self.value(rule.high)))
        return points

    def first_of(
        self,
        rule: AllThatHold,
        holding: Sequence[Ref],
        get: Callable[[Branch], str | Fraction | None],
    ) -> Ref:
        arms = [
            (holds, self.b.constant(found))
            for item, holds in zip(rule.items, holding, strict=True)
            if (found := get(item.branch)) is not None
        ]
        return self.b.select(arms, self.b.missing)

    def any_of(
        self,
        rule: AllThatHold,
        holding: Sequence[Ref],
        get: Callable[[Branch], tuple[str, ...]],
    ) -> Iterator[tuple[str, Ref]]:
        pairs = [*zip(rule.items, holding, strict=True)]
        for name in dict.fromkeys(name for item, _ in pairs for name in get(item.branch)):
            yield name, self.b.any(holds for item, holds in pairs if name in get(item.branch))


def _actions(branch: Branch) -> tuple[str, ...]:
    return () if branch.action is None else (branch.action,)


def _place(value: object) -> int:
    assert isinstance(value, Fraction), "a line of an indicator's own table holds a place"
    return int(value)


def _place_in(
    get: Callable[[Taken], Sequence[Ref]], place: int, otherwise: Ref
) -> Callable[[Taken], Ref]:
    def at(taken: Taken) -> Ref:
        refs = get(taken)
        return refs[place] if place < len(refs) else otherwise

    return at


def _each_name(
    taken: Sequence[Taken],
    get: Callable[[Taken], tuple[tuple[str, Ref], ...]],
    by: Callable[[Callable[[Taken], Ref]], Ref],
    no: Ref,
) -> Iterator[tuple[str, Ref]]:
    for name in dict.fromkeys(name for found in taken for name, _ in get(found)):
        yield name, by(lambda found, name=name: dict(get(found)).get(name, no))  # type: ignore[misc]
