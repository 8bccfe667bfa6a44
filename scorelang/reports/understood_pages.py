"""What was understood of a rubric, as text for people or JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

import attrs

from scorelang.diagnostics.visible import count_columns, to_visible
from scorelang.reports.understood import FieldLine, NamedLine, PartLine, Understanding
from scorelang.reports.understood_intent import ElementLine
from scorelang.reports.understood_words import find_sentences

_INDENT = "  "


def to_json(found: Understanding) -> str:
    """Give the same data as one JSON object."""
    document = attrs.asdict(found)
    document["classes"] = {
        name: [attrs.asdict(line) for line in lines] for name, lines in found.classes
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


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
    yield words["parts"], _align(_part_cells(part, words) for part in found.parts)
    yield words["total_heading"], filter(None, (found.total,))
    yield words["elements"], _align(_element_cells(line, words) for line in found.elements)
    yield words["grades"], _align(map(_named_cells, found.grades))
    for name, lines in found.classes:
        yield words["class"].format(name=name), _align(map(_named_cells, lines))
    yield words["not_ratable"], found.not_ratable
    yield words["overrides"], _align(map(_named_cells, found.overrides))
    yield words["results"], _align(map(_named_cells, found.results))
    yield words["defaults"], found.defaults
    yield (
        words["notes"],
        _align((note.part, note.kind, note.text) for note in found.notes),
    )
    yield words["examples"], filter(None, (str(found.examples or ""),))


def _field_cells(field: FieldLine, words: Mapping[str, str]) -> tuple[str, ...]:
    marks = [words["key"]] if field.key else []
    marks += [words["required"]] if field.required else []
    marks += [words["also"].format(names=", ".join(field.also))] if field.also else []
    return (_titled(field.name, field.label), field.type, field.allowed, ", ".join(marks))


def _part_cells(part: PartLine, words: Mapping[str, str]) -> tuple[str, ...]:
    marks = [part.combine] if part.combine else []
    marks += [words["max"].format(max=part.declared_max)] if part.declared_max else []
    marks += [words["weight"].format(weight=part.weight)] if part.weight else []
    marks += [part.consistency] if part.consistency else []
    marks += [part.rounding] if part.rounding else []
    marks += [words["owner"].format(owner=part.owner)] if part.owner else []
    name = _INDENT * part.depth + _titled(part.name, part.label)
    return name, part.points, ", ".join(marks)


def _element_cells(line: ElementLine, words: Mapping[str, str]) -> tuple[str, ...]:
    return line.name, line.mapping, ", ".join(line.parts) or words["uncovered"]


def _named_cells(line: NamedLine) -> tuple[str, ...]:
    return _titled(line.name, line.label), line.text


def _titled(name: str, label: str | None) -> str:
    return f'{name} "{label}"' if label and label != name else name


def _align(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Put cells in columns by the width at which they are shown."""
    table = list(rows)
    if not table:
        return
    widths = [max(count_columns(row[index]) for row in table) for index in range(len(table[0]))]
    for row in table:
        cells = (
            cell + " " * (width - count_columns(cell))
            for cell, width in zip(row, widths, strict=True)
        )
        yield "  ".join(cells).rstrip()
