"""Whether the rubric judges what it is meant to judge.

In: the draft with its parts. Out: for ``elements`` and ``covers``: E0201 (covers something
nobody declared), E0202 (an element declared twice), W0507 (an element nobody covers),
W0508 (an indicator that covers none), W0509 (two indicators read the same field) and,
where the elements are to be measurable, W0510 (a level that nobody described). A rubric
without ``elements`` is asked nothing of this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorelang.compiler.clauses import all_of
from scorelang.compiler.draft import Draft
from scorelang.compiler.errors import WORDS
from scorelang.compiler.infer_names import report_no_such
from scorelang.compiler.levels import marks_of
from scorelang.compiler.part_ranges import all_parts
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.model import Label
from scorelang.model.expressions import FieldValue, LetValue
from scorelang.model.fields import FieldType
from scorelang.model.rubric import Indicator
from scorelang.model.rules import Branch, BySegment, Levels, Rule
from scorelang.model.walk import descend
from scorelang.source.span import Span
from scorelang.syntax import ast


def check_intent(draft: Draft) -> None:
    """Check what the parts cover."""
    decls = [item for item in draft.tree.items if isinstance(item, ast.ElementsDecl)]
    elements = _elements(decls, draft)
    covered: set[str] = set()
    for item in draft.tree.items:
        if isinstance(item, ast.IndicatorDecl | ast.GroupDecl):
            covered |= _check_part(item, elements, draft, is_covered=False)
    if not decls:
        return
    for name, span in elements.items():
        if name not in covered:
            draft.report("W0507", span, element=name)
    _check_overlaps(draft)
    if any(decl.measurable for decl in decls):
        _check_levels(draft)


def _elements(decls: Sequence[ast.ElementsDecl], draft: Draft) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for name in (name for decl in decls for name in decl.names):
        if name.text in found:
            draft.report("E0202", name.span, name=name.text)
        found.setdefault(name.text, name.span)
    return found


def _check_part(
    item: ast.IndicatorDecl | ast.GroupDecl,
    elements: dict[str, Span],
    draft: Draft,
    *,
    is_covered: bool,
) -> set[str]:
    """Check a part and what is in it; a group covers for all of its parts."""
    covered: set[str] = set()
    for name in (n for clause in all_of(item.clauses, ast.CoversClause) for n in clause.names):
        if name.text in elements:
            covered.add(name.text)
        else:
            report_no_such(TERMS["element"], name, elements, draft)
        is_covered = True
    if isinstance(item, ast.GroupDecl):
        for child in item.items:
            if isinstance(child, ast.IndicatorDecl | ast.GroupDecl):
                covered |= _check_part(child, elements, draft, is_covered=is_covered)
    elif elements and not is_covered:
        draft.report("W0508", item.name.span, part=item.name.text)
    return covered


# --- indicators that overlap ---------------------------------------------------------


def _check_overlaps(draft: Draft) -> None:
    """Report fields that several indicators rate; what only parts the records does not count."""
    first: dict[str, Indicator] = {}
    for indicator in _indicators(draft):
        for field in _rated_fields(indicator.rule, draft):
            other = first.setdefault(field, indicator)
            if other is not indicator and indicator.span is not None:
                labels = (Label(other.span, TERMS["first read here"]),) if other.span else ()
                draft.collector.add(
                    WORDS, "W0509", indicator.span, labels=labels, field=field, first=other.name
                )


def _indicators(draft: Draft) -> Iterator[Indicator]:
    top = {decl.name.text for decl in draft.symbols.top}
    parts = all_parts(part for part in draft.parts.made() if part.name in top)
    yield from (part for part in parts if isinstance(part, Indicator))


def _rated_fields(rule: Rule, draft: Draft) -> tuple[str, ...]:
    """Give the fields a rule rates, directly or through derived values, in order."""
    lets = {known.let.name: known.let.value for known in draft.lets.made()}
    found: dict[str, None] = {}
    waiting: list[object] = list(_without_segments(rule))
    seen: set[str] = set()
    while waiting:
        for node in descend(waiting.pop(0)):
            if isinstance(node, FieldValue):
                found[node.name] = None
            elif isinstance(node, LetValue) and node.name not in seen and node.name in lets:
                seen.add(node.name)
                waiting.append(lets[node.name])
    return tuple(found)


def _without_segments(rule: Rule) -> Iterator[Rule]:
    """Give the rules for the values of a segment: which limits hold rates nobody."""
    if not isinstance(rule, BySegment):
        yield rule
        return
    for part in (*(part for _, part in rule.rules), rule.otherwise):
        if part is not None:
            yield from _without_segments(part)


# --- levels that nobody described ----------------------------------------------------


def _check_levels(draft: Draft) -> None:
    for scale in draft.symbols.scales.values():
        for level in scale.levels:
            if level.label is None and marks_of(level.clauses).note is None:
                draft.report("W0510", level.name.span, level=level.name.text)
    for indicator in _indicators(draft):
        for rule in _without_segments(indicator.rule):
            _check_category(rule, draft)


def _check_category(rule: Rule, draft: Draft) -> None:
    """Check the values of a category that somebody has filled in, if they give points."""
    if not isinstance(rule, Levels) or not isinstance(rule.subject, FieldValue):
        return
    field = draft.fields[rule.subject.name]
    if field.type is not FieldType.CATEGORY:
        return
    labels = {each.name: each.label for each in field.categories}
    for values, branch in rule.cases:
        for value in sorted(str(value) for value in values):
            if not labels.get(value) and _needs_words(branch) and branch.span is not None:
                draft.report("W0510", branch.span, level=value)


def _needs_words(branch: Branch) -> bool:
    """Whether a line says nothing itself; that of a scale's level is checked at the scale."""
    return branch.note is None and branch.level is None
