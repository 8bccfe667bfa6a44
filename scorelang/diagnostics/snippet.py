"""The lines of a source text around marked spans, with line numbers and carets.

In: one text and its marks, and the width of the margin. Out: lines to print, such as

    3 |   when 逾期天数 > 3
      |        ^^^^^^^^

Carets count columns as a terminal shows them (a Chinese character takes two). A long
line is cut around each mark, a long span to its first and last line. Nothing here
raises, wherever a span points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import attrs

from scorelang.diagnostics.places import clamp_span
from scorelang.diagnostics.visible import count_columns, to_visible
from scorelang.source.span import Span
from scorelang.source.structure import Structure
from scorelang.source.text import SourceText

_LONGEST_LINE = 120
_BEFORE = 40
_ALL_LINES = 4
_CUT = "..."


@attrs.frozen(eq=False, repr=False)
class Mark(Structure):
    """A span to underline: with ``^`` if it is the place of the finding, else with ``-``."""

    span: Span
    text: str
    is_primary: bool


@attrs.frozen(eq=False, repr=False)
class _Segment(Structure):
    """The part of a mark on one line, in code points of that line."""

    line: int
    start: int
    end: int
    mark: Mark
    is_last: bool


Paint = Callable[[str, Mark], str]
"""Colours the underline of a mark and its text."""


def last_line(source: SourceText, marks: Sequence[Mark]) -> int:
    """Give the greatest line number that the snippet will show."""
    return max(source.position(_trim(mark.span, source)[1]).line for mark in marks)


def draw_snippet(
    source: SourceText, marks: Sequence[Mark], margin: int, paint: Paint
) -> Iterator[str]:
    """Give the lines of a snippet; ``margin`` is the width of the line numbers."""
    segments = sorted(
        (segment for mark in marks for segment in _split(mark, source)),
        key=lambda segment: (segment.line, segment.start, not segment.mark.is_primary),
    )
    previous = 0
    for number in sorted({segment.line for segment in segments}):
        if previous and number > previous + 1:
            yield " " * margin + " " + _CUT
        here = [segment for segment in segments if segment.line == number]
        yield from _draw_line(source.line(number), here, margin, paint)
        previous = number


def _draw_line(line: str, segments: Sequence[_Segment], margin: int, paint: Paint) -> Iterator[str]:
    """Give a line with its underlines; a long line once for each underline, cut around it."""
    number = f"{segments[0].line:>{margin}} |"
    underlined = [segment for segment in segments if segment.is_last or segment.end > segment.start]
    if len(line) <= _LONGEST_LINE:
        yield f"{number} {to_visible(line)}".rstrip()
        for segment in underlined:
            yield _underline(line, segment, margin, "", paint)
        return
    for segment in underlined:
        begin = max(0, min(segment.start - _BEFORE, len(line) - _LONGEST_LINE))
        part = line[begin : begin + _LONGEST_LINE]
        before = _CUT if begin else ""
        after = _CUT if begin + _LONGEST_LINE < len(line) else ""
        yield f"{number} {before}{to_visible(part)}{after}".rstrip()
        inside = attrs.evolve(
            segment, start=segment.start - begin, end=min(segment.end - begin, len(part))
        )
        yield _underline(part, inside, margin, before, paint)


def _underline(line: str, segment: _Segment, margin: int, before: str, paint: Paint) -> str:
    indent = count_columns(before + to_visible(line[: segment.start]))
    width = count_columns(to_visible(line[segment.start : segment.end]))
    sign = "^" if segment.mark.is_primary else "-"
    text = to_visible(segment.mark.text) if segment.is_last else ""
    drawn = f"{sign * max(1, width)} {text}".rstrip()
    return f"{' ' * margin} | {' ' * indent}{paint(drawn, segment.mark)}"


def _split(mark: Mark, source: SourceText) -> Iterator[_Segment]:
    """Cut a mark at the ends of lines; blank lines inside it are shown without underline."""
    start, end = _trim(mark.span, source)
    first, last = source.position(start), source.position(end)
    for number in _shown(first.line, last.line):
        line = source.line(number)
        begin = first.column - 1 if number == first.line else len(line) - len(line.lstrip())
        stop = last.column - 1 if number == last.line else len(line.rstrip())
        begin = min(begin, len(line))
        yield _Segment(number, begin, max(begin, min(stop, len(line))), mark, number == last.line)


def _shown(first: int, last: int) -> Sequence[int]:
    return range(first, last + 1) if last - first < _ALL_LINES else (first, last)


def _trim(span: Span, source: SourceText) -> tuple[int, int]:
    """Give a span inside its text, without the line ends that it ends in."""
    start, end = clamp_span(span, source)
    return start, start + len(source.content[start:end].rstrip("\r\n"))
