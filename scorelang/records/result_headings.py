"""Headings of tables of results for people: labels where there are any, own words translated.

In: a layout, the rubrics it serves and a language. Out: a heading for each column, none
twice: where two would be one, the name follows in brackets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from scorelang.diagnostics.visible import to_visible
from scorelang.model.rubric import CheckedRubric
from scorelang.records.results_layout import ResultLayout, walk_parts

_ENGLISH = MappingProxyType(
    {
        "id": "record",
        "total": "total",
        "grade": "grade",
        "flags": "flags",
        "overrides": "overrides",
        "missing": "not rated",
        "undecided": "undecided",
        "levels": "levels",
        "notes": "remarks",
        "reasons": "reasons",
        "actions": "actions",
        "row": "row",
        "status": "status",
        "reason": "reason",
        "version": "version",
    }
)
_CHINESE = MappingProxyType(
    {
        "id": "编号",
        "total": "总分",
        "grade": "等级",
        "flags": "提示",
        "overrides": "调整事项",
        "missing": "未评分",
        "undecided": "未定",
        "levels": "档次",
        "notes": "备注",
        "reasons": "原因",
        "actions": "措施",
        "row": "序号",
        "status": "状态",
        "reason": "不予评级原因",
        "version": "版本",
    }
)


def headings_of(
    layout: ResultLayout, rubrics: Sequence[CheckedRubric], lang: str
) -> tuple[str, ...]:
    """Give the headings of all columns, in order; the newest rubric names them."""
    words = _CHINESE if lang == "zh" else _ENGLISH
    labels = {**_labels(layout, rubrics), **words}
    wanted = [to_visible(labels.get(column, column)) for column in layout.columns]
    counts = Counter(wanted)
    return tuple(
        heading if counts[heading] == 1 else f"{heading} ({column})"
        for heading, column in zip(wanted, layout.columns, strict=True)
    )


def _labels(layout: ResultLayout, rubrics: Sequence[CheckedRubric]) -> Mapping[str, str]:
    scores, results = dict(layout.scores), dict(layout.results)
    found: dict[str, str] = {}
    for rubric in rubrics:
        for part in (*walk_parts(rubric.parts), *rubric.scores):
            if part.label:
                found.setdefault(scores[part.name], part.label)
        named = [(result.name, result.label) for result in rubric.results]
        named += [(grading.name, grading.label) for grading in rubric.classes if grading.name]
        for name, label in named:
            if label and name in results:
                found.setdefault(results[name], label)
    return found
