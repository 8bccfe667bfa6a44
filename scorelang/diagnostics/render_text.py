"""Findings as text for people: with a snippet of the source, or one line each.

In: diagnostics and the source texts by path. Out: text that ends in a line end, empty
if there is nothing to say. It does not depend on the terminal, the locale or the clock.
Whatever comes from a rubric or a record is shown without control characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from scorelang.diagnostics.model import Diagnostic, Severity, Witness
from scorelang.diagnostics.phrases import Phrases, find_phrases
from scorelang.diagnostics.places import find_place, sort_findings
from scorelang.diagnostics.snippet import Mark, draw_snippet, last_line
from scorelang.diagnostics.visible import count_columns, to_visible
from scorelang.source.text import SourceText

_LONGEST_WITNESS = 80
_BOLD, _BLUE = "1", "1;34"
_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}

MOST_SHOWN: Final = 200
"""How many findings a page of text shows: nobody reads on, and a terminal would scroll away."""


def render(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, SourceText],
    *,
    color: bool = False,
    tool: str = "scorelang",
    lang: str = "en",
) -> str:
    """Give the findings with snippet, related places, witness, help and fixes.

    Past ``MOST_SHOWN`` only their number is told: the other formats hold all of them.
    """
    phrases = find_phrases(lang)
    ordered = sort_findings(diagnostics)
    blocks = [
        "\n".join(_block(found, sources, phrases, tool, color=color)) + "\n"
        for found in ordered[:MOST_SHOWN]
    ]
    if len(ordered) > MOST_SHOWN:
        blocks.append(phrases.more.format(len(ordered) - MOST_SHOWN) + "\n")
    return "\n".join(blocks)


def render_concise(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, SourceText],
    *,
    color: bool = False,
    tool: str = "scorelang",
    lang: str = "en",
) -> str:
    """Give one line for each finding: ``path:line:column: code severity message``."""
    del lang  # editors read these lines
    lines: list[str] = []
    for found in sort_findings(diagnostics):
        where = find_place(found.span, sources).name if found.span else tool
        severity = _paint(found.severity.value, _COLORS[found.severity], color=color)
        lines.append(
            f"{to_visible(where)}: {found.code} {severity} {to_visible(found.message)}\n",
        )
    return "".join(lines)


def summarize(diagnostics: Iterable[Diagnostic], *, lang: str = "en") -> str:
    """Count the findings by severity: ``2 errors, 1 warning``."""
    phrases = find_phrases(lang)
    severities = [found.severity for found in diagnostics]
    counts = ((severities.count(severity), phrases.counts[severity]) for severity in Severity)
    parts = [(one if count == 1 else many).format(count) for count, (one, many) in counts if count]
    return phrases.separator.join(parts) or phrases.nothing


def _block(
    found: Diagnostic,
    sources: Mapping[str, SourceText],
    phrases: Phrases,
    tool: str,
    *,
    color: bool,
) -> Iterator[str]:
    """Give the lines of one finding."""
    head = f"{phrases.severities[found.severity]}[{found.code}]"
    origin = "" if found.span else f"{to_visible(tool)}: "
    message = _paint(to_visible(found.message), _BOLD, color=color)
    yield f"{origin}{_paint(head, _COLORS[found.severity], color=color)}: {message}"
    groups = _group_marks(found)
    margin = _margin(groups, sources)
    for index, marks in enumerate(groups.values()):
        arrow = "-->" if index == 0 and found.span else ":::"
        place = find_place(marks[0].span, sources)
        yield f"{' ' * margin}{arrow} {to_visible(place.name)}"
        yield from _draw(marks, sources, margin, found.severity, color=color)
    for text in _notes(found, phrases):
        yield f"{' ' * margin} = {text}" if text[0] != " " else f"{' ' * margin} {text}"


def _draw(
    marks: Sequence[Mark],
    sources: Mapping[str, SourceText],
    margin: int,
    severity: Severity,
    *,
    color: bool,
) -> Iterator[str]:
    source = sources.get(marks[0].span.path)
    if source is None:
        yield from (f"{' ' * margin}   {to_visible(mark.text)}" for mark in marks if mark.text)
        return

    def paint(text: str, mark: Mark) -> str:
        return _paint(text, _COLORS[severity] if mark.is_primary else _BLUE, color=color)

    yield " " * margin + " |"
    yield from draw_snippet(source, marks, margin, paint)


def _group_marks(found: Diagnostic) -> Mapping[str, list[Mark]]:
    """Group the place of a finding and the related places by file, its own file first."""
    marks = [Mark(found.span, "", is_primary=True)] if found.span else []
    marks += [Mark(label.span, label.text, is_primary=False) for label in found.labels]
    groups: dict[str, list[Mark]] = {}
    for mark in marks:
        groups.setdefault(mark.span.path, []).append(mark)
    return groups


def _margin(groups: Mapping[str, list[Mark]], sources: Mapping[str, SourceText]) -> int:
    known = [(sources[path], marks) for path, marks in groups.items() if path in sources]
    return len(str(max((last_line(source, marks) for source, marks in known), default=0)))


def _notes(found: Diagnostic, phrases: Phrases) -> Iterator[str]:
    """Give witness, help and fixes; a line that continues another begins with spaces."""
    if found.witness:
        yield from _witness_lines(found.witness, phrases.example)
    if found.help:
        first, *others = found.help.splitlines() or [""]
        yield f"{phrases.help}: {to_visible(first)}"
        yield from (" " * 4 + to_visible(line) for line in others)
    for fix in found.fixes:
        yield f"{phrases.fix}: {to_visible(fix.text)}"


def _witness_lines(witness: Witness, heading: str) -> Iterator[str]:
    """Give the evidence on one line, or a line for each value if that would be long."""
    values = [f"{to_visible(name)} = {to_visible(value)}" for name, value in witness.values]
    outcome = [f"-> {to_visible(witness.outcome)}"] if witness.outcome else []
    line = "  ".join([", ".join(values), *outcome]).strip()
    if count_columns(line) <= _LONGEST_WITNESS:
        yield f"{heading}: {line}"
        return
    yield f"{heading}:"
    yield from (f"    {text}" for text in [*values, *outcome])


def _paint(text: str, style: str, *, color: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if color and text else text
