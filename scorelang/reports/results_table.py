"""The results of many records as a table for a terminal.

In: outcomes, their rubric, the width. Out: text. As many columns are shown as fit without
breaking a word, the ones that decide first; the others are named below the table, so that
none is lost in silence. What is not rated, undecided or overridden is marked in its row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

import attrs
from rich import box
from rich.console import RenderableType
from rich.table import Table

from scorelang.diagnostics.visible import count_columns, to_visible
from scorelang.model.outcome import AppliedOverride, Outcome, Status
from scorelang.model.rubric import CheckedRubric, Group, Part, Result
from scorelang.numeric.exact import show
from scorelang.numeric.rounding import round_to
from scorelang.reports.drawing import FIXED_WIDTH, draw, printed
from scorelang.reports.shown_values import show_value
from scorelang.reports.words import find_words

_GAP = 3
_EDGE = 2
_WIDEST_WORD = 24
_LONG_HEAD = 14


@attrs.frozen
class _Column:
    """A column: its heading, its cells, and its rank: the lower, the sooner it is shown.

    What is empty in every row says nothing; such a column is left out unless it ``stays``.
    """

    head: str
    cells: tuple[str, ...]
    rank: int
    is_number: bool = False
    stays: bool = True

    @property
    def says_something(self) -> bool:
        return self.stays or any(self.cells)

    @property
    def width(self) -> int:
        """How narrow it can be without breaking a word or a number."""
        words = (_longest_word(cell, whole=self.is_number) for cell in self.cells)
        widest = max(words, default=0)
        if not self.is_number:
            widest = min(widest, _WIDEST_WORD)
        return max(widest, _longest_word(self.head))


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
    columns = list(_columns(outcomes, rubric, words, headings))
    shown = [column for column in columns if column.says_something]
    kept = _fitting(shown, width)
    page: list[RenderableType] = [_table(kept)]
    left_out = [column.head for column in shown if column not in kept]
    if headings == "names":
        left_out += [part.name for part in _inner(rubric.parts)]
    else:
        left_out += [part.label or part.name for part in _inner(rubric.parts)]
    left_out += _told_elsewhere(outcomes, words)
    if left_out:
        named = words["comma"].join(left_out)
        page.append(printed(words["not_shown"].format(names=named)))
    return draw(page, color=color, width=width)


def _told_elsewhere(outcomes: Sequence[Outcome], words: Mapping[str, str]) -> Iterator[str]:
    """Name what is too long for a cell of the screen, where there is any of it."""
    if any(outcome.actions for outcome in outcomes):
        yield words["actions"]
    if any(outcome.reasons for outcome in outcomes):
        yield words["reasons"]


def _fitting(columns: Sequence[_Column], width: int) -> list[_Column]:
    """Choose the columns that fit, by rank; the first two stay however narrow it is."""
    room, kept = width - _EDGE + _GAP, list[_Column]()
    for column in sorted(columns, key=lambda each: each.rank):
        needed = column.width + _GAP
        if len(kept) < 2 or needed <= room:
            kept.append(column)
            room -= needed
    return [column for column in columns if column in kept]


def _table(columns: Sequence[_Column]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(
            printed(column.head),
            justify="right" if column.is_number else "left",
            overflow="fold",
            min_width=column.width,
        )
    for row in zip(*(column.cells for column in columns), strict=True):
        table.add_row(*map(printed, row))
    return table


def _columns(
    outcomes: Sequence[Outcome], rubric: CheckedRubric, words: Mapping[str, str], headings: str
) -> Iterator[_Column]:
    """Give every column, in the order in which they stand."""

    def column(
        head: str,
        cell: Callable[[Outcome], str],
        rank: int,
        *,
        is_number: bool = False,
        stays: bool = True,
    ) -> _Column:
        return _Column(head, tuple(map(cell, outcomes)), rank, is_number, stays)

    def titled(name: str, label: str | None) -> str:
        return name if headings == "names" else _heading(name, label)

    labels = _labels(rubric, headings)
    yield column(words["record"], lambda one: _who(one, words), 0)
    for part in rubric.parts:
        head = titled(part.name, part.label)
        yield column(head, _score_cell(part.name), 4, is_number=True)
    for score in rubric.scores:
        head = titled(score.name, score.label)
        yield column(head, _score_cell(score.name), 4, is_number=True)
    has_total, has_grade = rubric.total is not None, rubric.grading is not None
    yield column(
        words["total"], lambda one: _number(one.total_exact), 1, is_number=True, stays=has_total
    )
    yield column(words["grade"], lambda one: _grade(one, words, has_grade), 1, stays=has_grade)
    for grading in rubric.classes:
        name = grading.name or ""
        yield column(titled(name, grading.label), _result_cell(name, None, words), 4)
    for result in rubric.results:
        head = titled(result.name, result.label)
        yield column(head, _result_cell(result.name, result, words), 4)
    yield column(words["flags"], lambda one: ", ".join(one.flags), 6, stays=False)
    yield column(
        words["overrides"],
        lambda one: ", ".join(_override(each, labels) for each in one.overrides),
        3,
        stays=False,
    )
    yield column(words["head.missing"], lambda one: _named(one.missing, labels), 2, stays=False)
    yield column(words["head.undecided"], lambda one: _named(one.undecided, labels), 2, stays=False)


def _heading(name: str, label: str | None) -> str:
    """Give the label, or the name where that is the only one with short words."""
    if label is None:
        return name
    is_shorter = _longest_word(name) < _longest_word(label)
    return name if is_shorter and _longest_word(label) > _LONG_HEAD else label


def _longest_word(text: str, *, whole: bool = False) -> int:
    shown = to_visible(text)
    return max(map(count_columns, [shown] if whole else shown.split()), default=0)


def _labels(rubric: CheckedRubric, headings: str) -> Mapping[str, str]:
    """Give the label of every part and override; classes and grades are named as they are."""
    if headings == "names":
        return {}
    named = [*_walk(rubric.parts), *rubric.overrides]
    return {each.name: each.label for each in named if each.label}


def _who(outcome: Outcome, words: Mapping[str, str]) -> str:
    return outcome.id if outcome.id is not None else words["why_row"].format(outcome.row)


def _score_cell(name: str) -> Callable[[Outcome], str]:
    return lambda outcome: _number(outcome.scores.get(name))


def _result_cell(
    name: str, result: Result | None, words: Mapping[str, str]
) -> Callable[[Outcome], str]:
    def cell(outcome: Outcome) -> str:
        value = outcome.results.get(name)
        if value is None:
            is_open = name in outcome.undecided and outcome.status is Status.SCORED
            return words["head.undecided"] if is_open else ""
        if result is not None and result.rounding and isinstance(value, Fraction):
            value = round_to(value, result.rounding)
        return show_value(value, words)

    return cell


def _grade(outcome: Outcome, words: Mapping[str, str], has_grade: bool) -> str:
    if outcome.status is Status.NOT_RATABLE:
        return f"{words['not ratable']}: {outcome.reason}"
    return outcome.grade or (words["head.undecided"] if has_grade else "")


def _override(applied: AppliedOverride, labels: Mapping[str, str]) -> str:
    name = labels.get(applied.name, applied.name)
    if applied.before == applied.after:
        return name
    return f"{name} {applied.before or '-'}→{applied.after or '-'}"


def _named(names: Sequence[str], labels: Mapping[str, str]) -> str:
    return ", ".join(labels.get(name, name) for name in names)


def _number(x: Fraction | None) -> str:
    return "" if x is None else show(x)


def _inner(parts: Sequence[Part]) -> Iterator[Part]:
    """Give the parts inside groups; they have no column of their own."""
    for part in parts:
        if isinstance(part, Group):
            yield from _walk(part.children)


def _walk(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from _walk(part.children)
