"""What was understood of a rubric, as text for people or JSON for programs.

In: an ``Understanding``. Out: the whole page. Both hold the same; what is long stands on
lines of its own below the part it belongs to, so that nothing is cut.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

import attrs

from scorelang.diagnostics.visible import count_columns, escape_for_json, to_visible
from scorelang.model.wording import SaidClause
from scorelang.reports.understood_data import (
    FieldLine,
    FormulaLine,
    GradeText,
    GradingText,
    OverrideText,
    PartLine,
    ReasonedText,
    RuleLine,
    TableLines,
    Understanding,
)
from scorelang.reports.understood_intent import ElementLine
from scorelang.reports.understood_words import find_sentences

_INDENT = "  "
_TOLD = frozenset({"max", "round"})
"""Clauses of parts whose meaning stands beside them anyway."""
Row = tuple[str, ...]


def to_json(found: Understanding) -> str:
    """Give the same data as one JSON object."""
    document = attrs.asdict(found)
    return escape_for_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def to_text(found: Understanding, *, lang: str = "en") -> str:
    """Give a page with a section for each kind of thing; empty ones stay away."""
    words = find_sentences(lang)
    title = f"{found.label} ({found.name})" if found.label else found.name
    version = f" {found.version}" if found.version else ""
    lines = [title + version]
    for heading, body in _sections(found, words):
        shown = list(body)
        if shown:
            lines += ["", f"{heading}:", *(f"{_INDENT}{line}".rstrip() for line in shown)]
    return "".join(f"{to_visible(line)}\n" for line in lines)


def _sections(
    found: Understanding, words: Mapping[str, str]
) -> Iterator[tuple[str, Iterable[str]]]:
    yield words["made_of"], found.made_of
    yield words["fields"], _align(_field_cells(field, words) for field in found.fields)
    yield words["rules"], map(_reasoned, found.rules)
    yield words["lets"], _align(_formula_cells(line) for line in found.lets)
    for table in found.tables:
        name = _titled(table.name, table.label)
        yield words["tables"].format(name=name), _table(table, words)
    yield words["scales"], _align((_titled(s.name, s.label), s.text) for s in found.scales)
    yield words["populations"], found.populations
    yield words["general"], (clause.text for clause in found.general)
    yield words["parts"], _parts(found.parts, words)
    total = found.total or words["no_total"]
    yield words["total_heading"], filter(None, (total, _clauses(found.total_clauses)))
    yield words["elements"], _elements(found, words)
    yield words["grades"], (*_grading(found.grading, words), *filter(None, (found.grade_remark,)))
    for one in found.classes:
        title = words["class"].format(name=_titled(one.name or "", one.label))
        yield title, _grading(one, words)
    yield words["not_ratable"], map(_reasoned, found.not_ratable)
    yield words["overrides"], _align(_override_cells(one, words) for one in found.overrides)
    yield words["results"], _align(_formula_cells(line) for line in found.results)
    yield words["reasons"], filter(None, (found.reasons,))
    yield words["promises"], (promise.text for promise in found.promises)
    yield words["blanks"], found.blanks
    yield words["defaults"], found.defaults
    notes = ((n.part, words.get(f"note.{n.kind}", n.kind), n.text) for n in found.notes)
    yield words["notes"], _align(notes)
    yield words["examples"], filter(None, (str(found.examples or ""),))


def _field_cells(field: FieldLine, words: Mapping[str, str]) -> Row:
    marks = [words["key"]] if field.key else []
    marks += [words["required"]] if field.required else []
    also = [each for each in field.also if field.last_of is None or _is_told(each, words)]
    marks += [words["also"].format(names=words["comma"].join(also))] if also else []
    name = field.name if field.last_of is None else words["last_name"].format(name=field.last_of)
    return _titled(name, field.label), field.type, field.allowed, ", ".join(marks)


def _is_told(heading: str, words: Mapping[str, str]) -> bool:
    """Whether a heading of last year's value is in the words of the page."""
    return heading.startswith(words["last_name"].format(name="").strip())


def _formula_cells(line: FormulaLine) -> Row:
    said = [text for text in (line.type, line.rounding, _clauses(line.clauses)) if text]
    return _titled(line.name, line.label), line.formula and f"= {line.formula}", ", ".join(said)


def _table(table: TableLines, words: Mapping[str, str]) -> Iterator[str]:
    if table.gives:
        yield ", ".join((words["gives"].format(values=table.gives), *_marks(table.marks, words)))
    rows = ((*row.cells, f"→ {row.gives}") for row in table.lines)
    yield from _align(((*table.keys, ""), *rows))


def _marks(marks: Iterable[str], words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(words[f"mark.{mark}"] for mark in marks)


def _parts(parts: Iterable[PartLine], words: Mapping[str, str]) -> Iterator[str]:
    """Give the parts in columns, each with its lines below it."""
    told = list(parts)
    for part, row in zip(told, _align(_part_cells(part, words) for part in told), strict=True):
        yield row
        inner = _INDENT * (part.depth + 2)
        yield from (f"{inner}{line}" for line in _part_words(part, words))
        yield from (f"{inner}{line}" for line in _align(_filled(part.pairs)))
        yield from (f"{inner}{line}" for line in _align(_rule_rows(part.lines, words)))


def _filled(rows: Iterable[Row]) -> Iterator[Row]:
    """Give lines of cells the same length."""
    found = tuple(rows)
    longest = max(map(len, found), default=0)
    yield from ((*row, *[""] * (longest - len(row))) for row in found)


def _part_cells(part: PartLine, words: Mapping[str, str]) -> Row:
    marks = [part.combine] if part.combine else []
    marks += [words["max"].format(max=part.declared_max)] if part.declared_max else []
    marks += [words["weight"].format(weight=part.weight)] if part.weight else []
    marks += [part.consistency] if part.consistency else []
    marks += [part.rounding] if part.rounding else []
    marks += [words["owner"].format(owner=part.owner)] if part.owner else []
    name = _INDENT * part.depth + _titled(part.name, part.label)
    return name, part.points, ", ".join(marks)


def _part_words(part: PartLine, words: Mapping[str, str]) -> Iterator[str]:
    """Give what a part is about, its formula, and its clauses as written."""
    if part.formula:
        yield f"= {part.formula}"
    subject = (words["of"].format(subject=part.subject),) if part.subject else ()
    said = ", ".join(filter(None, (*subject, _clauses(part.clauses))))
    if said:
        yield said


def _clauses(clauses: Iterable[SaidClause]) -> str:
    """Give clauses as written, without those whose meaning stands beside them anyway."""
    return ", ".join(each.text for each in clauses if each.kind not in _TOLD)


def _rule_rows(lines: Iterable[RuleLine], words: Mapping[str, str]) -> list[Row]:
    rows = [_rule_cells(line, words) for line in lines]
    kept = [n for n in range(4) if any(row[n] for row in rows)]
    return [tuple(row[n] for n in kept) for row in rows]


def _rule_cells(line: RuleLine, words: Mapping[str, str]) -> Row:
    gives = "" if line.gives == line.guard else line.gives
    if line.points is not None and line.points != gives.split(",")[0].strip():
        gives = f"{line.points} ({gives})"
    said = [words["takes"].format(range=line.takes)] if line.takes else []
    marks = (
        ("level", "level", line.level),
        ("flags", "names", ", ".join(line.flags)),
        ("reason", "reason", line.reason),
        ("action", "action", line.action),
    )
    # What stands in the line itself is not said again.
    said += [
        words[key].format(**{slot: text}) for key, slot, text in marks if text and text not in gives
    ]
    said += [line.note] if line.note else []
    return line.segment or "", line.guard, f"→ {gives}" if gives else "", ", ".join(said)


def _element_cells(line: ElementLine, words: Mapping[str, str]) -> Row:
    return line.name, line.mapping, ", ".join(line.parts) or words["uncovered"]


def _elements(found: Understanding, words: Mapping[str, str]) -> Iterator[str]:
    if found.measurable:
        yield words["mark.measurable"]
    yield from _align(_element_cells(line, words) for line in found.elements)


def _grading(found: GradingText | None, words: Mapping[str, str]) -> Iterator[str]:
    if found is None:
        return
    if found.taken_from:
        yield words["taken_from"].format(path=found.taken_from)
    if found.score:
        yield words["graded"].format(score=found.score)
    if found.formula:
        yield f"= {found.formula}"
    if found.winners:
        yield words["highest_of"].format(names=words["comma"].join(found.winners))
    said = filter(None, (_clauses(found.clauses), *_marks(found.marks, words)))
    yield from filter(None, (", ".join(said),))
    yield from _align(_grade_cells(line, words) for line in found.lines)


def _grade_cells(line: GradeText, words: Mapping[str, str]) -> Row:
    said = [words["needs"].format(needs=", ".join(line.needs))] if line.needs else []
    said += [words["flags"].format(names=", ".join(line.flags))] if line.flags else []
    said += [words["action"].format(action=line.action)] if line.action else []
    said += [line.note] if line.note else []
    return _titled(line.name, line.label), line.text, ", ".join(said)


def _override_cells(one: OverrideText, words: Mapping[str, str]) -> Row:
    said = [*one.effects]
    said += [words["because"].format(reason=one.reason)] if one.reason else []
    said += [words["owner"].format(owner=one.owner)] if one.owner else []
    said += [words["until"].format(until=one.until)] if one.until else []
    said += [words["action"].format(action=one.action)] if one.action else []
    told = " ".join(said)
    unsaid = [name for name in one.flags if name not in told and name != one.name]
    said += [words["flags"].format(names=", ".join(unsaid))] if unsaid else []
    when = words["when"].format(condition=one.condition)
    return _titled(one.name, one.label), words[f"kind.{one.kind}"], when, ", ".join(said)


def _reasoned(line: ReasonedText) -> str:
    return " · ".join(text for text in (line.condition, line.reason) if text)


def _titled(name: str, label: str | None) -> str:
    return f'{name} "{label}"' if label and label != name else name


def _align(rows: Iterable[Row]) -> Iterator[str]:
    """Put cells in columns by the width at which they are shown."""
    table = list(rows)
    if not table:
        return
    last = len(table[0]) - 1
    widths = [max(count_columns(row[index]) for row in table) for index in range(last)]
    for row in table:
        cells = (
            cell + " " * (width - count_columns(cell))
            for cell, width in zip(row, widths, strict=False)
        )
        yield "  ".join((*cells, row[-1])).rstrip()
