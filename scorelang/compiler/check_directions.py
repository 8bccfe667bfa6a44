"""Whether grades stand in the order that their names say, and overrides move them as they read.

In: the draft with its gradings and overrides. Out: W0512 (grades that stand worst first by
their names, with no word of it) and W0513 (``最高评为`` and the like where the best grade
is the one with little of something, so that two people read it in two ways).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import assert_never

from scorelang.compiler.as_written import as_written
from scorelang.compiler.draft import Draft
from scorelang.compiler.grade_names import falls_behind, is_low, numbers_of, ranks_of
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.quoting import quoted
from scorelang.model.rubric import Grading, Override, OverrideKind
from scorelang.numeric.interval import Interval
from scorelang.syntax import ast

_ORDERED = frozenset({OverrideKind.FLOOR, OverrideKind.NOTCH, OverrideKind.CAP, OverrideKind.VETO})
_TWO_WAYS = ("最高", "最低", "上调", "下调", "up", "down")


def check_directions(draft: Draft) -> None:
    """Check the order of the grades and of each class, then the overrides."""
    for scale in draft.symbols.scales.values():
        _check_scale(scale, draft)
    classes = {found.name: found for found in draft.classes}
    for name, decl in draft.symbols.classes.items():
        if name in classes:
            _check_order(decl, classes[name], (), draft)
    if draft.symbols.grades is None or draft.grading is None:
        return
    acting = [each for each in draft.overrides if each.kind in _ORDERED]
    if not _check_order(draft.symbols.grades, draft.grading, acting, draft):
        _check_idle(draft.grading, acting, draft)
        _check_words(draft.symbols.grades, draft.grading, acting, draft)


def _check_scale(decl: ast.ScaleDecl, draft: Draft) -> None:
    """Report levels whose shares rise: the first stands for the best."""
    levels = [draft.scales[decl.name.text].levels.get(each.name.text) for each in decl.levels]
    values = [each.share if each.share is not None else each.points for each in levels if each]
    known = [value for value in values if value is not None]
    rises = all(first < second for first, second in itertools.pairwise(known))
    if len(known) == len(decl.levels) > 1 and rises:
        names = {"first": decl.levels[0].name.text, "last": decl.levels[-1].name.text}
        draft.report("W0512.scale", decl.levels[0].span, scale=decl.name.text, **names)


# --- the order of the names ----------------------------------------------------------


def _check_order(
    decl: ast.GradesDecl, grading: Grading, acting: Sequence[Override], draft: Draft
) -> bool:
    """Report grades whose names say another order; say whether that was so."""
    by_conditions = any(line.condition is not None for line in grading.lines)
    if decl.worst_first or decl.value is not None or decl.winners:
        return False
    if not _contradicts(grading) or (by_conditions and not acting):
        return False  # conditions are tried in order, the rarest first
    first, last = grading.order[0], grading.order[-1]
    place = TERMS["grades"] if grading.name is None else grading.name
    span = (decl.lines[0] if decl.lines else decl.name or decl).span
    moves = next((each for override in acting for each in _moves(override, grading.order)), None)
    if moves is None:
        key = "W0512.idle" if acting else "W0512"
        name = acting[0].name if acting else ""
        draft.report(key, span, grading=place, first=first, last=last, override=name)
    else:
        override, before, after = moves
        names = {"override": override.name, "before": before, "after": after}
        draft.report("W0512.acts", span, grading=place, first=first, last=last, **names)
    return True


def _contradicts(grading: Grading) -> bool:
    """Whether the names say another order; limits that go up and down are told elsewhere."""
    names = grading.order
    if not _runs_one_way(grading):
        return False
    for each in (names, tuple(label or "" for label in grading.labels)):
        ranks = ranks_of(each) if len(each) == len(names) else None
        if ranks is not None:
            return falls_behind(ranks)
    numbers = numbers_of(names)
    return numbers is not None and falls_behind(numbers) and _rises(grading)


def _runs_one_way(grading: Grading) -> bool:
    """Whether limits only fall or only rise from line to line, in each column."""
    for segment in {line.segment for line in grading.lines}:
        found = [
            line.interval
            for line in grading.lines
            if line.interval is not None and line.segment == segment
        ]
        pairs = list(itertools.pairwise(found))
        falls = any(_lies_below(second, first) for first, second in pairs)
        if falls and any(_lies_below(first, second) for first, second in pairs):
            return False
    return True


def _lies_below(first: Interval, second: Interval) -> bool:
    return first.high is not None and second.low is not None and first.high <= second.low


def _rises(grading: Grading) -> bool:
    """Whether the grade that counts as the best is the one of the lowest scores."""
    places = {line.name: line.interval for line in grading.lines if line.interval is not None}
    found = [places[name] for name in grading.order if name in places]
    if len(found) < 2:
        return False
    best, next_best = found[0], found[1]
    return best.low is None or (next_best.low is not None and best.low < next_best.low)


def _check_idle(grading: Grading, acting: Sequence[Override], draft: Draft) -> None:
    """Report what can never move a grade, as a veto to the grade that counts as the best."""
    if len(grading.order) < 2:
        return
    for override in acting:
        if override.span is not None and next(_moves(override, grading.order), None) is None:
            draft.report(
                "W0512.idle",
                override.span,
                grading=TERMS["grades"],
                first=grading.order[0],
                last=grading.order[-1],
                override=override.name,
            )


# --- words that can be read in two ways ----------------------------------------------


def _check_words(
    decl: ast.GradesDecl, grading: Grading, acting: Sequence[Override], draft: Draft
) -> None:
    """Report ``最高评为 中`` where 低 is the best grade."""
    if not grading.order or not _is_unclear(decl, grading):
        return
    known = {override.name: override for override in acting}
    for item in draft.tree.items:
        if isinstance(item, ast.OverrideDecl) and item.name.text in known:
            for effect in item.effects:
                _check_effect(effect, known[item.name.text], grading.order, draft)


def _is_unclear(decl: ast.GradesDecl, grading: Grading) -> bool:
    labels = tuple(label or "" for label in grading.labels)
    for each in (grading.order, labels if len(labels) == len(grading.order) else ()):
        if each and ranks_of(each) is not None:
            return False
        if each and is_low(each[0]):
            return True
    return decl.worst_first or _rises(grading)


def _check_effect(
    effect: ast.Effect, override: Override, order: Sequence[str], draft: Draft
) -> None:
    written = as_written(draft.tree, effect.span, quoted(effect.word.value))
    moves = next(_moves(override, order), None)
    if not written.startswith(_TWO_WAYS) or moves is None:
        return
    _, before, after = moves
    key = "W0513"
    if effect.word in {ast.EffectWord.UP, ast.EffectWord.DOWN}:
        key = "W0513.notch"
    elif effect.word is ast.EffectWord.NO_WORSE:
        key = "W0513.floor"
    draft.report(
        key,
        effect.span,
        written=written,
        grade=effect.name.text if effect.name is not None else "",
        before=before,
        after=after,
        best=order[0],
    )


def _moves(override: Override, order: Sequence[str]) -> Iterator[tuple[Override, str, str]]:
    """Give each grade that an override changes, with what it becomes."""
    for place, grade in enumerate(order):
        moved = order[_moved(override, place, order)]
        if moved != grade:
            yield override, grade, moved


def _moved(override: Override, place: int, order: Sequence[str]) -> int:
    match override.kind:
        case OverrideKind.FLOOR:
            return min(place, _place(override.floor, order, place))
        case OverrideKind.CAP:
            return max(place, _place(override.cap, order, place))
        case OverrideKind.VETO:
            return max(place, _place(override.grade, order, place))
        case OverrideKind.NOTCH:
            return min(max(place - override.steps, 0), len(order) - 1)
        case OverrideKind.ZERO | OverrideKind.FLAG:
            return place
        case _:
            assert_never(override.kind)


def _place(grade: str | None, order: Sequence[str], fallback: int) -> int:
    return order.index(grade) if grade is not None and grade in order else fallback
