"""Lowers a checked rubric: the way in.

In: a checked rubric. Out: its kernel. The stages are those of a record: derived values, used
rubrics, record rules, eligibility, parts and total, grade, overrides, classes, results.
"""

from __future__ import annotations

from collections.abc import Iterator

from scorelang.kernel.builder import Builder
from scorelang.kernel.frame import Frame, Graded, UsedFrame
from scorelang.kernel.lower_actions import lower_actions
from scorelang.kernel.lower_gaps import gap_of
from scorelang.kernel.lower_grading import lower_class, lower_grading
from scorelang.kernel.lower_overrides import Overridden, lower_overrides
from scorelang.kernel.lower_parts import lower_named
from scorelang.kernel.lower_reasons import lower_reasons
from scorelang.kernel.lower_total import lower_total, not_ratable, outside_range
from scorelang.kernel.lower_values import lower, population_keys, population_slot
from scorelang.kernel.nodes import Aspect, Ref
from scorelang.kernel.outputs import (
    Guard,
    Outputs,
    OverrideSlots,
    PartSlots,
    PopulationSlots,
)
from scorelang.kernel.prune import pruned
from scorelang.kernel.slots import Kernel, Kind, Origin
from scorelang.model.expressions import FieldValue
from scorelang.model.fields import NUMERIC, Field, FieldType
from scorelang.model.rubric import PLACES, CheckedRubric, Indicator, UsedRubric

GRADE = "grade"
"""The name under which the grade of a record stands in what is undecided."""


def lower_rubric(rubric: CheckedRubric) -> Kernel:
    """Give the kernel of a rubric."""
    b = Builder()
    fields = {field.name: _input(field, field.name, b) for field in rubric.fields}
    specials = {
        field.name: b.input(field.name, Kind.NAME, can_be_missing=False, aspect=Aspect.SPECIAL)
        for field in rubric.fields
    }
    frame = Frame(rubric, b, fields, specials, lower_named, lower_class)
    outputs = _Lowering(frame).outputs()
    return pruned(Kernel(rubric.name, b.slots(), outputs, b.fields))


def _input(field: Field, name: str, b: Builder) -> Ref:
    b.fields[name] = field
    needs = field.required or field.is_key or field.blank_means is not None
    can_be_missing = not needs or bool(field.specials)
    return b.input(name, _kind(field), can_be_missing=can_be_missing)


def _kind(field: Field) -> Kind:
    if field.type in NUMERIC:
        return Kind.NUMBER
    match field.type:
        case FieldType.YES_NO:
            return Kind.TRUTH
        case FieldType.DATE:
            return Kind.DAY
        case _:
            return Kind.NAME


class _Lowering:
    """One rubric taken through its stages."""

    def __init__(self, frame: Frame) -> None:
        self.frame, self.b, self.rubric = frame, frame.builder, frame.rubric
        self.guards: list[Guard] = []
        self.total: Ref | None = None
        self.graded: Graded | None = None
        self.overridden = Overridden(None)

    def outputs(self) -> Outputs:
        """Take the rubric through all its stages."""
        reason = self.score()
        order = self.rubric.reasons
        reasons = () if order is None else tuple(lower_reasons(order, self.frame))
        return Outputs(
            guards=tuple(self.guards),
            not_ratable=reason,
            lets=self.frame.lets,
            parts=tuple(self.parts()),
            scores=self.frame.scores,
            total=self.total,
            grade=self.shown_grade(),
            grade_before=None if self.graded is None else self.graded.name,
            classes={name: found.name for name, found in self.frame.classes.items()},
            results=self.frame.results,
            flags=self.flags(),
            zeroed=tuple(self.zeroed()),
            overrides=tuple(self.overridden.slots),
            expired=self.expired(),
            undecided_before=tuple(self.undecided_before()),
            undecided_after=tuple(self.undecided_after()),
            actions=lower_actions(self.frame, self.graded, self.overridden),
            reasons=tuple(self.frame.reasons),
            reason_slots=reasons,
            populations=tuple(self.populations()),
            compared=dict(self.compared()),
        )

    def score(self) -> Ref:
        """Lower everything; give why a record is not ratable."""
        frame, b = self.frame, self.b
        frame.use = self.use
        for let in self.rubric.lets:
            frame.lets[let.name] = b.name(
                lower(let.value, frame), Origin(f"let {let.name}", let.span)
            )
            frame.let_gaps[let.name] = gap_of(let.value, frame)
        for used in self.rubric.used:
            frame.used_of(used.alias)
        for rule in self.rubric.rules:
            broken = b.surely_not(lower(rule.condition, frame))
            self.guards.append(Guard("R0201", rule.field, broken))
        self.total = lower_total(frame)
        for score in self.rubric.scores:
            frame.points_of(score.name, judging=False)
        frame.total = self.total
        reason = not_ratable(self.total, frame)
        eligible = b.negated(
            b.any(b.surely(lower(e.condition, frame)) for e in self.rubric.eligibility)
        )
        self.guards += [
            Guard(code, field, b.all((eligible, broken))) for code, field, broken in frame.faults
        ]
        self.check_range(reason)
        self.settle()
        return reason

    def check_range(self, reason: Ref) -> None:
        """A total outside of its declared range rejects the record."""
        total = self.rubric.total
        if total is not None and total.declared is not None and self.total is not None:
            outside = outside_range(self.total, total.declared, self.frame)
            broken = self.b.all((self.b.is_missing(reason), outside))
            self.guards.append(Guard("R0205", "total", broken))

    def settle(self) -> None:
        """Grade, overrides, classes, results."""
        frame, grading = self.frame, self.rubric.grading
        if grading is not None:
            self.graded = lower_grading(grading, frame)
            frame.grade = self.graded.name
        else:
            frame.grade = self.b.missing
        self.overridden = lower_overrides(None if grading is None else frame.grade, frame)
        if self.overridden.grade is not None:
            frame.grade = self.overridden.grade
        for each in self.rubric.classes:
            frame.class_of(each.name or "")
        for result in self.rubric.results:
            ref = lower(result.value, frame)
            frame.results[result.name] = self.b.name(
                ref, Origin(f"result {result.name}", result.span)
            )

    def use(self, alias: str) -> UsedFrame:
        """Lower a used rubric on the same builder, its fields bound to values of this record."""
        used = next(each for each in self.rubric.used if each.alias == alias)
        outer, b, inner_rubric = self.frame, self.b, used.rubric
        given = dict(used.fields)
        fields, specials = dict[str, Ref](), dict[str, Ref]()
        for field in inner_rubric.fields:
            expr = given.get(field.name)
            fields[field.name] = self.bound(used, field)
            specials[field.name] = b.constant("")
            if isinstance(expr, FieldValue):
                specials[field.name] = outer.specials[expr.name]
        frame = Frame(
            inner_rubric,
            b,
            fields,
            specials,
            lower_named,
            lower_class,
            prefix=f"{outer.prefix}{used.alias}.",
        )
        inner = _Lowering(frame)
        reason = inner.score()
        self.guards += [
            Guard(guard.code, f"{used.alias}.{guard.field}", guard.broken) for guard in inner.guards
        ]
        rejected = b.any(guard.broken for guard in inner.guards)
        is_scored = b.all((b.negated(rejected), b.is_missing(reason)))
        grade = inner.shown_grade()
        return UsedFrame(frame, is_scored, b.missing if grade is None else grade)

    def bound(self, used: UsedRubric, field: Field) -> Ref:
        """Give what a field of a used rubric gets; ratings it combines come in by its own name."""
        expr = dict(used.fields).get(field.name)
        own = {each.name: each for each in self.rubric.fields}
        if field.raters and isinstance(expr, FieldValue) and own[expr.name].raters:
            return _input(field, f"{self.frame.prefix}{used.alias}.{field.name}", self.b)
        return self.b.missing if expr is None else lower(expr, self.frame)

    def shown_grade(self) -> Ref | None:
        """Give the grade; of a rubric without total and grades its only class."""
        if self.rubric.grading is not None or self.rubric.total is not None:
            return self.overridden.grade
        classes = self.frame.classes
        return next(iter(classes.values())).name if len(classes) == 1 else None

    def parts(self) -> Iterator[PartSlots]:
        for name, part in self.frame.parts.items():
            rated = self.frame.rated[name]
            is_indicator = isinstance(part, Indicator)
            level = None if self.b.is_surely(rated.level, None) else rated.level
            incomplete = rated.is_incomplete if is_indicator else None
            left_out = None if is_indicator else self.left_out(name)
            yield PartSlots(name, rated.points, incomplete, level, left_out)

    def left_out(self, name: str) -> Ref:
        """Whether a group that applies has no points."""
        b, points = self.b, self.frame.rated[name].points
        return b.all((b.is_missing(points), b.negated(b.surely_not(self.frame.applies[name]))))

    def flags(self) -> tuple[tuple[str, Ref], ...]:
        """Give the flags of lines, grade lines, classes and overrides, each once."""
        found = [flag for name in self.frame.parts for flag in self.frame.rated[name].flags]
        gradings = [(self.rubric.grading, self.graded)]
        gradings += [(each, self.frame.classes[each.name or ""]) for each in self.rubric.classes]
        for grading, graded in gradings:
            if grading is not None and graded is not None:
                for line, taken in zip(grading.lines, graded.taken, strict=True):
                    found += [(flag, taken) for flag in line.flags]
        acting = {slots.name: slots.fired for slots in (*self.zeroed(), *self.overridden.slots)}
        flagged = {override.name: override.flags for override in self.rubric.overrides}
        found += [(flag, acts) for name, acts in acting.items() for flag in flagged[name]]
        return self.together(found)

    def together(self, pairs: list[tuple[str, Ref]]) -> tuple[tuple[str, Ref], ...]:
        """Give each name once: it is said where one of its truths holds."""
        found: dict[str, list[Ref]] = {}
        for name, ref in pairs:
            found.setdefault(name, []).append(ref)
        return tuple((name, self.b.any(refs)) for name, refs in found.items())

    def zeros(self) -> Iterator[tuple[str, tuple[Ref, Ref, Ref]]]:
        """Give the overrides that let a part score nothing, in the order of the rubric."""
        for override in self.rubric.overrides:
            if override.name in self.frame.zeroed:
                yield override.name, self.frame.zeroed[override.name]

    def zeroed(self) -> Iterator[OverrideSlots]:
        for name, (acts, _, _) in self.zeros():
            yield OverrideSlots(name, acts)

    def expired(self) -> tuple[tuple[str, Ref], ...]:
        zeroed = [(name, expired) for name, (_, _, expired) in self.zeros()]
        return self.together([*zeroed, *self.overridden.expired])

    def undecided_before(self) -> Iterator[tuple[str, Ref]]:
        """What is open before a record has a score: eligibility, overrides on parts."""
        b, earlier = self.b, [self.b.no]
        found = list[tuple[str, Ref]]()
        for each in self.rubric.eligibility:
            holds = lower(each.condition, self.frame)
            is_asked = b.negated(b.any(earlier))
            found.append((each.reason, b.all((is_asked, b.is_missing(holds)))))
            earlier.append(b.surely(holds))
        eligible = b.negated(b.any(earlier))
        found += [(name, b.all((eligible, undecided))) for name, (_, undecided, _) in self.zeros()]
        yield from self.together(found)

    def undecided_after(self) -> Iterator[tuple[str, Ref]]:
        found = list[tuple[str, Ref]]()
        found += _open_of(GRADE, self.graded, self.b.no)
        found += self.overridden.undecided
        for each in self.rubric.classes:
            name = each.name or GRADE
            found += _open_of(name, self.frame.classes[name], self.b.no)
        yield from self.together(found)

    def populations(self) -> Iterator[PopulationSlots]:
        for each in self.rubric.populations:
            by, keys = population_keys(each, self.frame)
            yield PopulationSlots(each.name, by, keys)

    def compared(self) -> Iterator[tuple[str, Ref]]:
        for each in self.rubric.populations:
            if each.kind not in PLACES or each.decides_grade:
                yield each.name, population_slot(each, self.frame)


def _open_of(name: str, graded: Graded | None, no: Ref) -> Iterator[tuple[str, Ref]]:
    if graded is not None:
        yield from graded.open_needs
        yield name, no if graded.undecided is None else graded.undecided
