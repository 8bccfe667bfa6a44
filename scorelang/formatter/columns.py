"""Alignment of neighbouring entries and of the cells of a table, by display width.

In: the entries of one block. Out: the entries with their columns padded, and for each its
one line, or nothing where it needs several. A run of neighbours is aligned only where no
line becomes too long and no gap too wide.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import attrs

from scorelang.formatter.document import WIDTH, Entry, Text, display_width, flat

WIDEST_GAP = 16  # more blanks than these part what belongs together
WIDEST_COMMENT_GAP = 40


def pad(text: str, width: int) -> str:
    """Fill ``text`` with blanks up to ``width`` columns."""
    return text + " " * (width - display_width(text))


def align_columns(entries: Sequence[Entry], indent: int) -> tuple[Entry, ...]:
    """Pad the columns of neighbouring entries to one width; the last column stays ragged."""
    done: list[Entry] = []
    for run in _runs(entries, _has_equal_columns):
        aligned = (
            [_pad_columns(entry, widths) for entry in run] if (widths := _widths(run)) else run
        )
        fits = all(
            one_line(after, indent) is not None
            for before, after in zip(run, aligned, strict=True)
            if one_line(before, indent) is not None
        )
        done += aligned if fits else run
    return tuple(done)


def one_line(entry: Entry, indent: int) -> str | None:
    """Give an entry as one line without its comment; ``None`` where it takes several lines."""
    text = flat(entry.doc)
    return text if text is not None and indent + display_width(text) <= WIDTH else None


def align_comments(entries: Sequence[Entry], indent: int) -> tuple[str | None, ...]:
    """Give the one line of each entry with its comment, comments below one another."""
    done: list[str | None] = []
    for run in _runs(entries, lambda *pair: all(one_line(one, indent) is not None for one in pair)):
        lines = [one_line(entry, indent) for entry in run]
        widths = [
            display_width(line or "") for line, entry in zip(lines, run, strict=True) if entry.after
        ]
        is_aligned = bool(widths) and max(widths) - min(widths) <= WIDEST_COMMENT_GAP
        for line, entry in zip(lines, run, strict=True):
            if line is None or not entry.after:
                done.append(line)
            else:
                start = pad(line, max(widths)) if is_aligned else line
                done.append(f"{start}  {entry.after}")
    return tuple(done)


def table_lines(rows: Sequence[Sequence[str]], splits: Sequence[int | None]) -> list[str]:
    """Give the rows of a table with bars around the cells, ``||`` where a row is split."""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row, split in zip(rows, splits, strict=True):
        line = "|"
        for index, (cell, width) in enumerate(zip(row, widths, strict=True), start=1):
            line += f" {pad(cell, width)} {'||' if split == index else '|'}"
        lines.append(line)
    return lines


def _runs(
    entries: Sequence[Entry], is_neighbour: Callable[[Entry, Entry], bool]
) -> list[list[Entry]]:
    """Cut the entries into runs of neighbours; blank lines and comments between them cut too."""
    runs: list[list[Entry]] = [[entry] for entry in entries[:1]]
    for first, second in pairwise(entries):
        if second.spaced or second.before or not is_neighbour(first, second):
            runs.append([second])
        else:
            runs[-1].append(second)
    return runs


def _has_equal_columns(first: Entry, second: Entry) -> bool:
    return len(first.columns) == len(second.columns) > 1


def _widths(run: Sequence[Entry]) -> list[int]:
    """Give the width of each column but the last; none where a gap would be too wide."""
    columns = zip(*(entry.columns[:-1] for entry in run), strict=True)
    found = [[display_width(flat(cell) or "") for cell in column] for column in columns]
    if any(max(widths) - min(widths) > WIDEST_GAP for widths in found):
        return []
    return [max(widths) for widths in found]


def _pad_columns(entry: Entry, widths: Sequence[int]) -> Entry:
    padded = [
        Text(pad(flat(cell) or "", width))
        for cell, width in zip(entry.columns[:-1], widths, strict=True)
    ]
    return attrs.evolve(entry, columns=(*padded, entry.columns[-1]))
