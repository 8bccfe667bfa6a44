"""The results of many records as a table for a terminal.

In: outcomes, their rubric, the width. Out: text, never wider than that. As many columns are
shown as fit without breaking a word, the ones that decide first; the others are named below
the table, so that none is lost in silence. What is undecided always has its column; what is
overridden or not rated is marked in its row by a sign where its column does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs
from rich import box
from rich.console import RenderableType
from rich.table import Table

from scorelang.model.labels import walk_parts
from scorelang.model.outcome import Outcome
from scorelang.model.rubric import CheckedRubric, Group, Part
from scorelang.reports.column_widths import choose, share_out
from scorelang.reports.drawing import FIXED_WIDTH, draw, printed
from scorelang.reports.results_columns import Column, columns_of
from scorelang.reports.words import find_words

_SIGNS: Mapping[str, str] = {"overrides": "*", "missing": "~", "undecided": "?"}
"""The sign of a row for each column that a narrow table may have no room for."""


def render_results(  # noqa: PLR0913  what is shown, and how
    outcomes: Sequence[Outcome],
    rubric: CheckedRubric,
    *,
    lang: str = "en",
    color: bool = False,
    width: int = FIXED_WIDTH,
    headings: str = "labels",
) -> str:
    """Give the results of several records as a table; ``headings`` are ``labels`` or ``names``."""
    words = find_words(lang)
    columns = list(columns_of(outcomes, rubric, words, headings))
    shown = [column for column in columns if column.says_something]
    kept, signed = _choose(shown, width)
    signs = (words["sign." + column.key].format(_SIGNS[column.key]) for column in signed)
    page: list[RenderableType] = [_table(kept, width), *map(printed, signs)]
    left_out = [
        *(column.head for column in shown if column.place not in {one.place for one in kept}),
        *(_titled(part, headings) for part in _inner(rubric.parts)),
        *_told_elsewhere(outcomes, words),
    ]
    if left_out:
        named = words["comma"].join(left_out)
        page.append(printed(words["not_shown"].format(names=named)))
    return draw(page, color=color, width=width)


def _choose(shown: Sequence[Column], width: int) -> tuple[list[Column], list[Column]]:
    """Choose the columns; rows are marked for those of the signs that find no room."""
    kept, signed = choose(shown, width), list[Column]()
    while True:
        places = {column.place for column in kept}
        missed = [each for each in shown if each.key in _SIGNS and each.place not in places]
        if len(missed) == len(signed):
            return kept, signed
        # The signs take room themselves, and what they push out gets a sign of its own.
        signed = missed
        marked = [_with_signs(column, signed) if column.marked else column for column in shown]
        kept = choose(marked, width)


def _with_signs(column: Column, signed: Sequence[Column]) -> Column:
    cells = (
        cell + "".join(_SIGNS[each.key] for each in signed if each.cells[row])
        for row, cell in enumerate(column.cells)
    )
    return attrs.evolve(column, cells=tuple(cells))


def _told_elsewhere(outcomes: Sequence[Outcome], words: Mapping[str, str]) -> Iterator[str]:
    """Name what is too long for a cell of the screen, where there is any of it."""
    if any(outcome.actions for outcome in outcomes):
        yield words["actions"]
    if any(outcome.reasons for outcome in outcomes):
        yield words["reasons"]


def _table(columns: Sequence[Column], width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column, given in zip(columns, share_out(columns, width), strict=True):
        table.add_column(
            printed(column.head),
            justify="right" if column.is_number else "left",
            overflow="fold",
            width=given,
        )
    for row in zip(*(column.cells for column in columns), strict=True):
        table.add_row(*map(printed, row))
    return table


def _titled(part: Part, headings: str) -> str:
    return part.name if headings == "names" else part.label or part.name


def _inner(parts: Sequence[Part]) -> Iterator[Part]:
    """Give the parts inside groups; they have no column of their own."""
    for part in parts:
        if isinstance(part, Group):
            yield from walk_parts(part.children)
