"""Grades, classes, overrides, and when a record has no grade at all, for ``show``.

In: a checked rubric. Out: texts as written, with what each line needs and why it is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorelang.model.rubric import CheckedRubric, GradeLine, Grading, Override
from scorelang.model.wording import Said, Wording
from scorelang.reports.understood_data import GradeText, GradingText, OverrideText, ReasonedText


def tell_grading(grading: Grading, wording: Wording) -> GradingText:
    """Tell the grades or a class."""
    said = _said(grading, wording)
    lines = tuple(
        GradeText(
            line.name,
            line.label,
            _text(line),
            line.needs_text,
            line.action,
            line.flags,
            line.note,
        )
        for line in grading.lines
    )
    labels = dict(zip(grading.order, grading.labels, strict=False))
    named = tuple(GradeText(name, labels.get(name), "") for name in grading.order)
    return GradingText(
        grading.name,
        grading.label,
        grading.score,
        said.text or None,
        lines or named,
        said.clauses,
        said.marks,
        grading.winners,
        said.taken_from,
    )


def _text(line: GradeLine) -> str:
    """Give the limits of a line, with the values of the category they are for."""
    if line.segment is None:
        return line.text
    words = {True: "yes", False: "no"}
    names = sorted(words[v] if isinstance(v, bool) else str(v) for v in line.segment)
    return f"{', '.join(names)}: {line.text}"


def _said(grading: Grading, wording: Wording) -> Said:
    return wording.of("class", grading.name) if grading.name else wording.of("grades", "")


def tell_grade(rubric: CheckedRubric, words: Mapping[str, str]) -> str | None:
    """Say where the grade of a record comes from, where no ``grades`` say it."""
    if rubric.grading is not None:
        return None
    only = len(rubric.classes) == 1 and rubric.total is None
    if only:
        return words["class_is_grade"].format(name=rubric.classes[0].name)
    return words["no_grade_classes"] if rubric.classes else words["no_grade"]


def tell_not_ratable(rubric: CheckedRubric) -> Iterator[ReasonedText]:
    """Tell when a record is not ratable."""
    said = rubric.wording.all_of("not ratable")
    for number, rule in enumerate(rubric.eligibility):
        condition = said[number].text if len(said) == len(rubric.eligibility) else ""
        yield ReasonedText(condition, rule.reason)


def tell_record_rules(rubric: CheckedRubric) -> Iterator[ReasonedText]:
    """Tell which conditions every record must meet."""
    yield from (ReasonedText(rule.text, rule.message) for rule in rubric.rules)


def tell_override(override: Override, wording: Wording) -> OverrideText:
    """Tell when an override acts and what it does."""
    found = next(
        (
            each
            for each in wording.all_of("override")
            if each.name == override.name and (each.text == override.text or not each.text)
        ),
        None,
    )
    written = () if found is None else tuple(e.text for e in found.clauses if e.kind == "effect")
    written = tuple(text for text in written if text[1:-1] != override.reason)
    until = override.until_field or (override.until.isoformat() if override.until else None)
    return OverrideText(
        override.name,
        override.label,
        override.kind.value,
        (found.text if found else "") or override.text,
        written or tuple(_effects(override)),
        override.flags,
        override.reason,
        override.owner,
        until,
        override.action,
    )


def _effects(override: Override) -> Iterator[str]:
    """Give what an override does where its words are not at hand."""
    if override.grade is not None:
        yield f"grade {override.grade}"
    if override.cap is not None:
        yield f"no better than {override.cap}"
    if override.floor is not None:
        yield f"no worse than {override.floor}"
    if override.steps:
        yield f"{'up' if override.steps > 0 else 'down'} {abs(override.steps)}"
