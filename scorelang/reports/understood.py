"""What was understood of a rubric, as plain data: the policy read back, line by line.

In: a checked rubric. Out: an ``Understanding`` with everything the rubric says, in its order,
and with everything that acts although nobody said it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from scorelang.model.expressions import FieldValue
from scorelang.model.rubric import CheckedRubric, ReasonOrder
from scorelang.model.wording import SaidClause
from scorelang.reports.understood_data import GradingText, NoteLine, Understanding
from scorelang.reports.understood_defaults import tell_blanks, tell_defaults
from scorelang.reports.understood_fields import tell_field
from scorelang.reports.understood_gradings import (
    tell_grade,
    tell_grading,
    tell_not_ratable,
    tell_override,
    tell_record_rules,
)
from scorelang.reports.understood_intent import map_elements
from scorelang.reports.understood_parts import (
    show_range,
    show_roundings,
    tell_parts,
    tell_scores,
)
from scorelang.reports.understood_rules import telling_of
from scorelang.reports.understood_values import (
    tell_lets,
    tell_promises,
    tell_results,
    tell_scales,
    tell_tables,
)
from scorelang.reports.understood_words import find_sentences


def with_sentences(found: Understanding, said: Understanding) -> Understanding:
    """Take the sentences from what was told in another language, all else as it is."""
    parts = zip(found.parts, said.parts, strict=True)
    return attrs.evolve(
        found,
        parts=tuple(attrs.evolve(part, missing=other.missing) for part, other in parts),
        defaults=said.defaults,
        blanks=said.blanks,
        grade_remark=said.grade_remark,
        made_of=said.made_of,
        reasons=said.reasons,
    )


def understand(rubric: CheckedRubric, *, lang: str = "en") -> Understanding:
    """Set out what a rubric means; ``lang`` chooses the words of the sentences."""
    words, wording = find_sentences(lang), rubric.wording
    telling = telling_of(rubric, words)
    grading = _grading(rubric)
    total = rubric.total
    return Understanding(
        name=rubric.name,
        label=rubric.label,
        version=rubric.version,
        fields=tuple(tell_field(field, words) for field in rubric.fields),
        parts=(*tell_parts(rubric.parts, telling), *tell_scores(rubric, telling)),
        total=_total(rubric, words),
        grades=grading.lines if grading else (),
        classes=tuple(tell_grading(one, wording) for one in rubric.classes),
        not_ratable=tuple(tell_not_ratable(rubric)),
        overrides=tuple(tell_override(one, wording) for one in rubric.overrides),
        results=tuple(tell_results(rubric, words)),
        defaults=tuple(tell_defaults(rubric, words)),
        notes=tuple(NoteLine(note.kind.value, note.part, note.text) for note in rubric.notes),
        examples=len(rubric.examples),
        elements=map_elements(rubric.elements, rubric.parts),
        made_of=tuple(_made_of(rubric, words)),
        rules=tuple(tell_record_rules(rubric)),
        lets=tuple(tell_lets(rubric, words)),
        tables=tuple(tell_tables(rubric, words)),
        scales=tuple(tell_scales(rubric)),
        populations=tuple(population.said for population in rubric.populations),
        total_clauses=tuple(_total_clauses(rubric, words)),
        grading=grading,
        grade_remark=tell_grade(rubric, words),
        reasons=None if rubric.reasons is None else _reasons(rubric.reasons, words),
        promises=tuple(tell_promises(rubric)),
        general=wording.of("rubric", rubric.name).clauses,
        blanks=tuple(tell_blanks(rubric, words)),
        measurable=any("measurable" in said.marks for said in wording.all_of("elements")),
        declared=None if total is None or total.declared is None else show_range(total.declared),
        reachable=None if total is None else show_range(total.range),
    )


def _grading(rubric: CheckedRubric) -> GradingText | None:
    return None if rubric.grading is None else tell_grading(rubric.grading, rubric.wording)


def _total(rubric: CheckedRubric, words: Mapping[str, str]) -> str | None:
    total = rubric.total
    if total is None:
        return None
    reached = show_range(total.range)
    declared = reached if total.declared is None else show_range(total.declared)
    if declared != reached:
        reached = words["declared"].format(declared=declared, reachable=reached)
    said = [reached, show_roundings(total.roundings, words)]
    if total.score is not None:
        said.append(words["total_is"].format(score=total.score))
    if total.root is not None:
        said.append(words.get(total.root.combine.value, total.root.combine.value))
    return ", ".join(said)


def _total_clauses(rubric: CheckedRubric, words: Mapping[str, str]) -> Iterator[SaidClause]:
    """Give what the file says of the total, clause by clause."""
    for said in (*rubric.wording.all_of("total"), *rubric.wording.all_of("base")):
        if said.text:
            start = "" if said.kind == "total" else words["base points"]
            yield SaidClause(said.kind, start + said.text)
        yield from said.clauses


def _reasons(order: ReasonOrder, words: Mapping[str, str]) -> str:
    text = words["reasons_above" if order.above else "reasons_below"]
    if order.count is None:
        return text
    return text + words["reasons_count"].format(count=order.count)


def _made_of(rubric: CheckedRubric, words: Mapping[str, str]) -> Iterator[str]:
    """Say when a rubric is in force, what it extends and replaces, and which others it uses."""
    first, last = rubric.first_day, rubric.last_day
    if first is not None or last is not None:
        key = "effective" if first and last else "effective_from" if first else "effective_to"
        yield words[key].format(first=first, last=last)
    if rubric.day_field is not None:
        yield words["day_field"].format(field=rubric.day_field)
    if rubric.base is not None:
        yield words["base"].format(base=rubric.base)
        yield from (words["replaced"].format(part=part) for part in rubric.replaced)
    for used in rubric.used:
        version = f" {used.rubric.version}" if used.rubric.version else ""
        title = (used.rubric.label or used.rubric.name) + version
        yield words["used"].format(alias=used.alias, title=title)
        written = {row[0]: row[1] for row in rubric.wording.of("use", used.alias).rows}
        for name, value in used.fields:
            known = value.name if isinstance(value, FieldValue) else ""
            said = written.get(name) or known
            if said and said != name:
                yield words["mapped"].format(alias=used.alias, name=name, field=said)
