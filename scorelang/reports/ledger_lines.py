"""The lines of a ledger: parts, what they read, the line that applied, what they count.

In: an outcome with the values of its record. Out: ``LedgerLine`` in the order of the rubric;
a line of a list of bonuses and deductions stands below its indicator, with its points.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import assert_never

import attrs

from scorelang.model.expressions import Expr, FieldValue, LetValue, ScorePoints, UsedValue, UsedWord
from scorelang.model.labels import walk_parts
from scorelang.model.outcome import (
    Adjustment,
    AdjustmentKind,
    Outcome,
    PartOutcome,
    PartStatus,
    Stretched,
    TakenItem,
)
from scorelang.model.rubric import CheckedRubric, Group, IfNotApplying, Indicator, Part
from scorelang.model.rules import (
    AllThatHold,
    Bands,
    BySegment,
    FirstThatHolds,
    Formula,
    Levels,
    Lookup,
    Rule,
    Within,
)
from scorelang.model.types import Value
from scorelang.model.walk import descend
from scorelang.numeric.exact import show
from scorelang.reports.limits import Limits, ends_of
from scorelang.reports.read_names import read_names
from scorelang.reports.rule_words import RuleWords
from scorelang.reports.shown_populations import PopulationUnits
from scorelang.reports.shown_units import column_of, percent_lets, reads_as_percent, says_percent
from scorelang.reports.shown_values import show_field, show_let, show_value

_ZERO = Fraction(0)


Pair = tuple[str, str | None]
"""A label and a value in words; nothing where the value is missing."""


class LineKind(enum.Enum):
    """What a line of the ledger stands for; an ``ITEM`` counts in its indicator only."""

    GROUP = "group"
    INDICATOR = "indicator"
    ITEM = "item"
    ADJUSTMENT = "adjustment"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


@attrs.frozen
class LedgerLine:
    """One line; ``given`` are pairs of label and value, ``counts`` goes into the sum above it.

    Where its numbers are printed they stay on their side of ``limits``.
    """

    kind: LineKind
    depth: int
    name: str
    label: str
    given: tuple[Pair, ...] = ()
    rule: str | None = None
    level: str | None = None
    level_label: str | None = None
    points: Fraction | None = None
    full: Fraction | None = None
    factor: Fraction = Fraction(1)
    counts: Fraction | None = None
    status: PartStatus = PartStatus.RATED
    note: str | None = None
    limits: tuple[Fraction, ...] = ()


def tell_stretched(found: Stretched | None, words: Mapping[str, str]) -> str:
    """Say how parts that are rated were stretched because others are left out."""
    if found is None or not found.rated:
        return ""
    key, by = ("rescaling_weights", 100) if found.by_weight else ("rescaling", 1)
    return words[key].format(rated=show(found.rated * by), full=show(found.whole * by))


class Scribe:
    """Writes the lines of one outcome."""

    def __init__(
        self,
        outcome: Outcome,
        values: Mapping[str, Value],
        rubric: CheckedRubric,
        words: Mapping[str, str],
        limits: Limits,
    ) -> None:
        """Prepare for one record."""
        self._outcome, self._values, self._words = outcome, values, words
        self._limits = limits
        self._fields = {field.name: field for field in rubric.fields}
        self._lets = {let.name: let for let in rubric.lets}
        self._tables = {table.name: table for table in rubric.tables}
        self._parts = {part.name: part for part in walk_parts(rubric.parts)}
        self._percents = percent_lets(rubric)
        self._columns = {let.name: column_of(let.value, rubric) for let in rubric.lets}
        self._rules = RuleWords(rubric)
        self._populations = {each.name: each for each in rubric.populations}
        self._shown = PopulationUnits(rubric, self._percents)
        self._total_full = rubric.total.range.high if rubric.total else None

    def lines(self) -> Iterator[LedgerLine]:
        """Give all lines, the total last."""
        for part in self._outcome.contributions:
            yield from self._part(part, 0)
        for adjustment in self._outcome.adjustments:
            yield self._adjustment(adjustment, 0, None, self._outcome.contributions)
        if self._outcome.total_exact is not None:
            total = self._outcome.total_exact
            yield LedgerLine(
                LineKind.TOTAL,
                0,
                "total",
                self._words["total"],
                rule=self._rules.of_total(),
                points=total,
                full=self._total_full,
                counts=total,
                limits=self._limits.get(("score", ""), ()),
            )

    def others(self, told: AbstractSet[str]) -> Iterator[Pair]:
        """Give the values of the record that nothing else tells, the key aside."""
        for field in self._fields.values():
            label, value = field.label or field.name, self._values.get(field.name)
            is_known = value is not None or field.name in self._outcome.specials
            if is_known and not field.is_key and label not in told:
                yield label, self._field(field.name)

    def derived(self, told: AbstractSet[str]) -> Iterator[Pair]:
        """Give the derived values that nothing else tells."""
        for name in self._outcome.lets:
            let = self._lets.get(name)
            if let is not None and (let.label or name) not in told:
                yield let.label or name, self._let(name)

    def read_by(self, *nodes: object, text: str = "") -> Iterator[Pair]:
        """Give what a formula or a rule reads, as pairs of label and text, behind tables too."""
        names = read_names(*nodes)
        keys = tuple(self._tables[name].keys for name in names.tables if name in self._tables)
        behind = read_names(*(key for table in keys for key in table))
        as_percent = says_percent(text)
        for name in dict.fromkeys((*names.lets, *behind.lets)):
            yield self._lets[name].label or name, self._let(name, as_percent=as_percent)
        for name in dict.fromkeys((*names.fields, *behind.fields)):
            yield self._fields[name].label or name, self._field(name)
        for expr in names.used:
            value = self._used_value(expr)
            yield _used_name(expr), None if value is None else show_value(value, self._words)

    def points_read(self, *nodes: object) -> Iterator[Pair]:
        """Give the points of parts and scores that a formula reads."""
        for name in dict.fromkeys(
            node.name for root in nodes for node in descend(root) if isinstance(node, ScorePoints)
        ):
            points = self._outcome.scores.get(name)
            part = self._parts.get(name)
            shown = None if points is None else show(points)
            yield (part.label if part else None) or name, shown

    def _field(self, name: str) -> str | None:
        special = self._outcome.specials.get(name)
        if special is not None:
            return special
        found = self._values.get(name)
        if found is None:
            return None
        limits = self._limits.get(("field", name), ())
        shown = show_field(self._fields[name], found, self._words, limits)
        is_assumed = name in self._outcome.assumed
        return self._words["assumed"].format(value=shown) if is_assumed else shown

    def _let(self, name: str, *, as_percent: bool = False) -> str | None:
        let, value = self._lets[name], self._outcome.lets.get(name)
        if value is None:
            return None
        is_percent = as_percent or name in self._percents
        column = self._columns.get(name)
        return show_let(let, value, self._words, as_percent=is_percent, column=column)

    def limits_of(self, name: str) -> tuple[Fraction, ...]:
        """Give the numbers that a score is compared with."""
        return self._limits.get(("score", name), ())

    def compared(self) -> Iterator[Pair]:
        """Give the values over all records, in the unit of what they are taken of."""
        for name, value in self._outcome.populations.items():
            found = self._populations.get(name)
            if value is None:
                yield name, None
            elif found is not None and isinstance(value, Fraction):
                yield name, self._shown.population(found, value)
            else:
                yield name, show_value(value, self._words)

    def _part(self, part: PartOutcome, depth: int) -> Iterator[LedgerLine]:
        declared = self._parts.get(part.name)
        label = (declared.label if declared else None) or part.name
        if not part.is_group:
            yield self._indicator(part, declared, label, depth)
            yield from self._items(part, declared, depth + 1)
            return
        assert isinstance(declared, Group), "what is outcome of a group was declared as one"
        rescaled = tell_stretched(part.stretched, self._words)
        told = f"{self._words['rescaled']}: {rescaled}" if rescaled else ""
        note = " · ".join(text for text in (part.note, told) if text) or None
        rule = self._rules.of_group(declared)
        yield LedgerLine(
            LineKind.GROUP, depth, part.name, label, rule=rule, status=part.status, note=note
        )
        for child in part.children:
            yield from self._part(child, depth + 1)
        for adjustment in part.adjustments:
            yield self._adjustment(adjustment, depth + 1, declared, part.children)
        yield LedgerLine(
            LineKind.SUBTOTAL,
            depth,
            part.name,
            label,
            points=part.points,
            full=part.full,
            factor=part.factor,
            counts=part.contribution,
            status=part.status,
        )

    def _items(self, part: PartOutcome, declared: Part | None, depth: int) -> Iterator[LedgerLine]:
        """Give the lines of an additive list, then what kept their sum from being the points."""
        items = part.items if len(part.items) > 1 else ()
        for item in items:
            yield self._item(item, part.name, depth)
        lost = sum((each.amount for each in part.adjustments), _ZERO)
        if items and part.points is not None and all(each.holds is not None for each in items):
            held = sum((each.points for each in items if each.holds and each.points), _ZERO)
            rule = self._rules.of_limits(declared) if isinstance(declared, Indicator) else ""
            changed = part.points - lost - held
            if changed:
                rule = rule or self._words["rounding"]
                yield LedgerLine(LineKind.ITEM, depth, part.name, "", rule=rule, points=changed)
        for each in part.adjustments:
            rule = self._words[each.kind.value]
            yield LedgerLine(LineKind.ITEM, depth, part.name, "", rule=rule, points=each.amount)

    def _item(self, item: TakenItem, name: str, depth: int) -> LedgerLine:
        """Give a line of an additive list; one that does not count says what it would give."""
        if item.holds:
            return LedgerLine(LineKind.ITEM, depth, name, "", rule=item.text, points=item.points)
        said = self._words["not held" if item.holds is False else "open"]
        if item.points is not None:
            said += self._words["would give"].format(points=show(item.points))
        return LedgerLine(LineKind.ITEM, depth, name, "", rule=item.text, note=said)

    def _indicator(
        self, part: PartOutcome, declared: Part | None, label: str, depth: int
    ) -> LedgerLine:
        return LedgerLine(
            LineKind.INDICATOR,
            depth,
            part.name,
            label,
            given=tuple(self._given(declared, part)) if isinstance(declared, Indicator) else (),
            rule=self._rule(part, declared),
            level=part.level,
            level_label=None
            if part.level is None
            else self._rules.level_label(part.name, part.level),
            points=part.points,
            full=part.full,
            factor=part.factor,
            counts=part.contribution,
            status=part.status,
            note=part.note or self._outcome.notes.get(part.name),
            limits=self._limits.get(("score", part.name), ()),
        )

    def _rule(self, part: PartOutcome, declared: Part | None) -> str | None:
        if not isinstance(declared, Indicator):
            return part.branch
        return self._rules.of_indicator(part, declared, self._segment)

    def _segment(self, expr: Expr) -> str:
        match expr:
            case FieldValue(name):
                return self._field(name) or ""
            case LetValue(name):
                return self._let(name) or ""
            case _:
                return ""

    def _given(self, indicator: Indicator, part: PartOutcome) -> Iterator[Pair]:
        """Give fields and derived values that the rule reads, and what it worked out of them."""
        rule, text = indicator.rule, part.branch or ""
        yield from self.read_by(rule, text=text)
        yield from self.points_read(rule)
        if isinstance(part.compared, Fraction) and _is_computed(rule):
            limits = tuple(_limits_of(rule))
            if reads_as_percent(rule, text):
                percents = [limit * 100 for limit in limits]
                yield self._words["compared"], show(part.compared * 100, percents) + "%"
            else:
                yield self._words["compared"], show(part.compared, limits)

    def _used_value(self, expr: UsedValue) -> Value:
        """Give what was read of a used rubric."""
        found = next((each for each in self._outcome.used if each.alias == expr.alias), None)
        if found is None:
            return None
        name = expr.name or ""
        match expr.word:
            case UsedWord.TOTAL:
                return found.outcome.total_exact
            case UsedWord.GRADE:
                return found.outcome.grade
            case UsedWord.POINTS:
                return found.points.get(name)
            case UsedWord.LEVEL:
                return found.outcome.levels.get(name)
            case UsedWord.CLASS | UsedWord.RESULT:
                return found.outcome.results.get(name)

    def _adjustment(
        self,
        adjustment: Adjustment,
        depth: int,
        group: Group | None,
        children: Sequence[PartOutcome],
    ) -> LedgerLine:
        kind = adjustment.kind
        rule = self._rules.of_adjustment(kind, group)
        if kind is AdjustmentKind.FULL_MARKS:
            rule = self._words["comma"].join(self._given_in_full(children))
        return LedgerLine(
            LineKind.ADJUSTMENT,
            depth,
            kind.value,
            self._words[kind.value],
            rule=rule or None,
            counts=adjustment.amount,
        )

    def _given_in_full(self, children: Sequence[PartOutcome]) -> Iterator[str]:
        """Name the parts that do not apply and count full marks."""
        for child in children:
            part = self._parts.get(child.name)
            if child.status is PartStatus.NOT_APPLYING and part is not None:
                applies = part.applies
                if applies is not None and applies.otherwise is IfNotApplying.FULL_MARKS:
                    yield part.label or part.name


def _used_name(expr: UsedValue) -> str:
    return f"{expr.alias}.{expr.name or expr.word.value}"


def _is_computed(rule: Rule) -> bool:
    """Whether what a rule compares is worked out, and no value that stands in its line anyway."""
    match rule:
        case Bands(subject=subject) | Levels(subject=subject):
            return not isinstance(subject, FieldValue | LetValue)
        case Formula(compared=compared):
            return compared is not None and not isinstance(compared, FieldValue | LetValue)
        case BySegment(rules=rules, otherwise=otherwise):
            inner = [each for _, each in rules] + ([] if otherwise is None else [otherwise])
            return any(map(_is_computed, inner))
        case FirstThatHolds() | AllThatHold() | Within() | Lookup():
            return False
        case _:
            assert_never(rule)


def _limits_of(rule: Rule) -> Iterator[Fraction]:
    """Give the ends of the bands a number is compared with."""
    for node in descend(rule):
        if isinstance(node, Bands):
            for interval, _ in node.bands:
                yield from ends_of(interval)
