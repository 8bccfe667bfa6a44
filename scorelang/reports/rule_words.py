"""What stands in the column of the rule: enough to work the points out again.

In: what the outcome says of a part, and the words of the rubric. Out: the line that was taken
with what the part as a whole says of its points: limits, rounding, how children are combined.
Clauses that cannot have changed the points are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from scorelang.model.expressions import Const, Expr, FieldValue, LetValue
from scorelang.model.labels import walk_parts
from scorelang.model.outcome import AdjustmentKind, PartOutcome, PartStatus
from scorelang.model.rubric import CheckedRubric, Group, Indicator
from scorelang.model.rules import AllThatHold, Branch, BySegment, Formula
from scorelang.model.walk import descend
from scorelang.model.wording import Said
from scorelang.source.span import Span

_LIMIT, _ROUND, _COMBINE, _KEEP = "limit", "round", "combine", "keep"
_BEHIND: Mapping[AdjustmentKind, tuple[str, ...]] = {
    AdjustmentKind.LIMIT: (_LIMIT,),
    AdjustmentKind.ROUNDING: (_ROUND,),
    AdjustmentKind.COMBINED: (_COMBINE,),
}
"""The clauses that an adjustment comes from."""


class RuleWords:
    """The words of the rules of one rubric."""

    def __init__(self, rubric: CheckedRubric) -> None:
        self._wording = rubric.wording
        self._branches = _branches(rubric)

    def of_indicator(
        self, part: PartOutcome, indicator: Indicator, show: Callable[[Expr], str]
    ) -> str | None:
        """Give the line that was taken, its segment, and what else decided the points."""
        line = part.branch or ""
        if part.points is None or part.status is PartStatus.MISSING:
            return line or None
        rule = indicator.rule
        if isinstance(rule, BySegment) and isinstance(rule.segment, FieldValue | LetValue):
            line += self._in_brackets(show(rule.segment))
        is_list = isinstance(rule, AllThatHold)
        acting = self._clauses(self._said(indicator), self._acting(part, indicator))
        if not acting:
            return line or None
        return (" · " if is_list else self._wording.comma).join(filter(None, [line, acting]))

    def level_label(self, name: str, level: str) -> str | None:
        """Give the label of a level of the scale of an indicator."""
        clause = self._wording.of("indicator", name).clause("scale") or ""
        labels = self._wording.levels.items()
        return next(
            (label for (scale, of), label in labels if of == level and clause.endswith(scale)), None
        )

    def of_group(self, group: Group) -> str | None:
        """Give how the children are taken together, where anything is said of it."""
        return self._clauses(self._said(group), (_COMBINE, _KEEP)) or None

    def of_total(self) -> str | None:
        """Give how the parts are taken together."""
        return self._clauses(self._said(None), (_COMBINE, _KEEP)) or None

    def of_adjustment(self, kind: AdjustmentKind, group: Group | None) -> str | None:
        """Give the clause behind an adjustment of a group, or of the total."""
        return self._clauses(self._said(group), _BEHIND.get(kind, ())) or None

    def of_limits(self, indicator: Indicator) -> str:
        """Give what keeps the sum of a list within bounds."""
        return self._clauses(self._said(indicator), (_LIMIT, _ROUND))

    def _said(self, part: Indicator | Group | None) -> Said:
        if part is None:
            return next(iter(self._wording.all_of("total")), Said("total", ""))
        kind = "group" if isinstance(part, Group) else "indicator"
        return self._wording.of(kind, part.name)

    def _acting(self, part: PartOutcome, indicator: Indicator) -> Iterator[str]:
        """Say which clauses may have changed the points: a constant of a line needs no rounding."""
        yield _LIMIT
        taken = [self._branches[place] for place in part.taken if place in self._branches]
        is_known = bool(taken) and all(isinstance(each.points, Const) for each in taken)
        if isinstance(indicator.rule, Formula) or not (is_known or part.items):
            yield _ROUND

    def _clauses(self, said: Said, kinds: Iterator[str] | tuple[str, ...]) -> str:
        wanted = frozenset(kinds)
        found = (each.text for each in said.clauses if each.kind in wanted)
        return self._wording.comma.join(found)

    def _in_brackets(self, text: str) -> str:
        return f"（{text}）" if self._wording.comma == "，" else f" ({text})"


def _branches(rubric: CheckedRubric) -> Mapping[Span, Branch]:
    found = (node for part in walk_parts(rubric.parts) for node in descend(part))
    return {node.span: node for node in found if isinstance(node, Branch) and node.span is not None}
