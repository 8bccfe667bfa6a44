"""What is known while one rubric is lowered: its names, and the slots made for them so far.

Parts, named scores and classes are lowered when somebody first reads them, so that no order of
declaration has to be right. A used rubric has a frame of its own on the same builder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from scorelang.kernel.builder import Builder
from scorelang.kernel.nodes import Ref
from scorelang.model.rubric import CheckedRubric, Grading, Group, Override, OverrideKind, Part
from scorelang.model.rules import ReasonCode


@attrs.define
class RatedPart:
    """The slots of one part.

    ``points`` are what the outcome shows, ``readable`` what formulas read (missing where an
    indicator is not rated). ``value`` is what the part counts in its group, never missing;
    ``left_out``: it counts nothing there and the others are stretched. ``is_na``: it does not
    apply. ``inside`` is what bonuses and deductions inside come to, ``extra`` what the part
    gives as one of them.
    """

    part: Part
    points: Ref
    value: Ref
    left_out: Ref
    is_na: Ref
    readable: Ref
    is_incomplete: Ref
    is_unrated: Ref
    level: Ref
    inside: Ref
    extra: Ref
    not_ratable: Ref
    reason: Ref
    flags: tuple[tuple[str, Ref], ...] = ()
    actions: tuple[tuple[str, Ref], ...] = ()


@attrs.define
class Graded:
    """The slots of one grading: its name, which line gave it, and which ones could have."""

    name: Ref
    taken: tuple[Ref, ...] = ()
    tried: tuple[Ref, ...] = ()
    undecided: Ref | None = None
    open_needs: tuple[tuple[str, Ref], ...] = ()


@attrs.define
class Frame:
    """One rubric at work; ``prefix`` are the names under which it is used, none for the first."""

    rubric: CheckedRubric
    builder: Builder
    fields: Mapping[str, Ref]
    specials: Mapping[str, Ref]
    rate: Callable[[str, Frame], None]
    classify: Callable[[str, Frame], None]
    use: Callable[[str], UsedFrame] | None = None
    used: dict[str, UsedFrame] = attrs.field(factory=dict)
    prefix: str = ""
    lets: dict[str, Ref] = attrs.field(factory=dict)
    let_gaps: dict[str, Ref] = attrs.field(factory=dict)
    scores: dict[str, Ref] = attrs.field(factory=dict)
    score_gaps: dict[str, Ref] = attrs.field(factory=dict)
    readable: dict[str, Ref] = attrs.field(factory=dict)
    judged: dict[str, Ref] = attrs.field(factory=dict)
    levels: dict[str, Ref] = attrs.field(factory=dict)
    rated: dict[str, RatedPart] = attrs.field(factory=dict)
    applies: dict[str, Ref] = attrs.field(factory=dict)
    faults: list[tuple[str, str, Ref]] = attrs.field(factory=list)
    zeroed: dict[str, tuple[Ref, Ref, Ref]] = attrs.field(factory=dict)
    classes: dict[str, Graded] = attrs.field(factory=dict)
    results: dict[str, Ref] = attrs.field(factory=dict)
    total: Ref | None = None
    grade: Ref | None = None
    reasons: dict[ReasonCode, int] = attrs.field(factory=dict)
    parts: Mapping[str, Part] = attrs.field(init=False)
    parents: Mapping[str, Group] = attrs.field(init=False)
    zeros: Mapping[str, tuple[Override, ...]] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        ordered = tuple(all_parts(self.rubric))
        self.parts = {part.name: part for part in ordered}
        self.parents = {
            child.name: part
            for part in ordered
            if isinstance(part, Group)
            for child in part.children
        }
        zeros: dict[str, tuple[Override, ...]] = {}
        for each in self.rubric.overrides:
            if each.kind is OverrideKind.ZERO and each.part is not None:
                zeros[each.part] = (*zeros.get(each.part, ()), each)
        self.zeros = zeros

    def points_of(self, name: str, *, judging: bool) -> Ref:
        """Give the points of a part or a named score; in a condition those a policy gave."""
        if name not in self.readable:
            self.rate(name, self)
        return self.judged.get(name, self.readable[name]) if judging else self.readable[name]

    def level_of(self, name: str) -> Ref:
        """Give the level an indicator took."""
        self.points_of(name, judging=False)
        return self.levels.get(name, self.builder.missing)

    def used_of(self, alias: str) -> UsedFrame:
        """Give a used rubric; it is lowered once."""
        if alias not in self.used:
            assert self.use is not None, "set for every rubric that is lowered"
            self.used[alias] = self.use(alias)
        return self.used[alias]

    def class_of(self, name: str) -> Ref:
        """Give the class of another grading; one that asks for itself is missing."""
        if name not in self.classes:
            self.classes[name] = Graded(self.builder.missing)
            self.classify(name, self)
        return self.classes[name].name

    def grading(self, name: str) -> Grading:
        """Give the grading of a class."""
        return next(each for each in self.rubric.classes if each.name == name)


@attrs.define
class UsedFrame:
    """A used rubric: its frame, whether it is rejected, and whether it gives a score."""

    frame: Frame
    is_scored: Ref
    grade: Ref


def all_parts(rubric: CheckedRubric) -> Iterator[Part]:
    """Give all parts, children before their group: those of the total first."""
    root = rubric.total.root if rubric.total is not None else None
    tops = rubric.parts
    if root is not None:
        inside = {part.name for part in root.children}
        tops = (*root.children, *(part for part in rubric.parts if part.name not in inside))
    for top in tops:
        yield from _inside_out(top)


def _inside_out(part: Part) -> Iterator[Part]:
    if isinstance(part, Group):
        for child in part.children:
            yield from _inside_out(child)
    yield part
