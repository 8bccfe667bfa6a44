"""The columns of a table of results: headings, cells, and which of them matter most.

In: outcomes and their rubric. Out: columns in the order in which they stand, and the marks of
the rows for what has no column of its own. Nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from scorelang.diagnostics.visible import count_columns, to_visible
from scorelang.model.labels import labels_of
from scorelang.model.outcome import AppliedOverride, Outcome, Status
from scorelang.model.rubric import CheckedRubric, Result
from scorelang.numeric.exact import show
from scorelang.numeric.rounding import round_to
from scorelang.reports.shown_values import show_value

_LONG_HEAD = 14
_WIDEST_WORD = 24
_NARROWEST = 4


@attrs.frozen
class Column:
    """A column: its heading, its cells, and its rank: the lower, the sooner it is shown.

    What is empty in every row says nothing; such a column is left out unless it ``stays``.
    One that ``must`` be there is never left out, however narrow the table is. ``key`` tells
    what a column holds that gets a sign where it is left out; the signs are in the cells of
    the column that is ``marked``. ``place`` tells the columns of a table apart.
    """

    head: str
    cells: tuple[str, ...]
    rank: int
    is_number: bool = False
    stays: bool = True
    must: bool = False
    key: str = ""
    marked: bool = False
    place: int = 0

    @property
    def says_something(self) -> bool:
        """Whether any row has anything in it."""
        return self.stays or any(self.cells)

    @property
    def width(self) -> int:
        """How narrow it can be without breaking a word or a number."""
        words = (_longest_word(cell, whole=self.is_number) for cell in self.cells)
        widest = max(words, default=0)
        if not self.is_number:
            widest = min(widest, _WIDEST_WORD)
        return max(widest, _longest_word(self.head))

    @property
    def least(self) -> int:
        """How narrow it can be where the page is too narrow for words: numbers stay whole."""
        return self.width if self.is_number else max(_NARROWEST, _longest_word(self.head))

    @property
    def wish(self) -> int:
        """How wide it would be if nothing were broken."""
        return max(count_columns(to_visible(text)) for text in (self.head, *self.cells))


def columns_of(
    outcomes: Sequence[Outcome], rubric: CheckedRubric, words: Mapping[str, str], headings: str
) -> Iterator[Column]:
    """Give every column, in the order in which they stand."""
    found = [
        *_who_and_points(outcomes, rubric, words, headings),
        *_verdicts(outcomes, rubric, words, headings),
        *_remarks(outcomes, rubric, words, headings),
    ]
    # The signs of a row stand behind its verdict, else behind what names the record.
    marked = next((each.place for each in _numbered(found) if each.key == "grade"), 0)
    for column in _numbered(found):
        yield attrs.evolve(column, marked=column.place == marked)


def _numbered(columns: Sequence[Column]) -> Iterator[Column]:
    yield from (attrs.evolve(each, place=place) for place, each in enumerate(columns))


def _column(  # noqa: PLR0913  all that a column is
    outcomes: Sequence[Outcome],
    head: str,
    cell: Callable[[Outcome], str],
    rank: int,
    *,
    is_number: bool = False,
    stays: bool = True,
    must: bool = False,
    key: str = "",
) -> Column:
    return Column(head, tuple(map(cell, outcomes)), rank, is_number, stays, must, key)


def _who_and_points(
    outcomes: Sequence[Outcome], rubric: CheckedRubric, words: Mapping[str, str], headings: str
) -> Iterator[Column]:
    yield _column(outcomes, words["record"], lambda one: _who(one, words), 0, must=True)
    for part in (*rubric.parts, *rubric.scores):
        head = _titled(part.name, part.label, headings)
        yield _column(outcomes, head, _score_cell(part.name), 4, is_number=True)


def _verdicts(
    outcomes: Sequence[Outcome], rubric: CheckedRubric, words: Mapping[str, str], headings: str
) -> Iterator[Column]:
    has_total, has_grade = rubric.total is not None, rubric.grading is not None
    yield _column(
        outcomes,
        words["total"],
        lambda one: _number(one.total_exact),
        1,
        is_number=True,
        stays=has_total,
        must=has_total,
    )
    is_refused = any(outcome.status is Status.NOT_RATABLE for outcome in outcomes)
    has_verdict = has_grade or is_refused
    yield _column(
        outcomes,
        words["grade"],
        lambda one: _grade(one, words, has_grade),
        1,
        stays=has_grade,
        must=has_verdict,
        key="grade" if has_verdict else "",
    )
    for grading in rubric.classes:
        name = grading.name or ""
        head = _titled(name, grading.label, headings)
        yield _column(outcomes, head, _result_cell(name, None, words), 4)
    for result in rubric.results:
        head = _titled(result.name, result.label, headings)
        yield _column(outcomes, head, _result_cell(result.name, result, words), 4)


def _remarks(
    outcomes: Sequence[Outcome], rubric: CheckedRubric, words: Mapping[str, str], headings: str
) -> Iterator[Column]:
    labels = _labels(rubric, words, headings)

    def override(outcome: Outcome) -> str:
        return ", ".join(_override(each, labels) for each in outcome.overrides)

    def missing(outcome: Outcome) -> str:
        return _named(outcome.missing, labels)

    def undecided(outcome: Outcome) -> str:
        return _named(outcome.undecided, labels)

    yield _column(outcomes, words["flags"], lambda one: ", ".join(one.flags), 6, stays=False)
    yield _column(outcomes, words["overrides"], override, 3, stays=False, key="overrides")
    yield _column(outcomes, words["head.missing"], missing, 2, stays=False, key="missing")
    is_open = any(outcome.undecided for outcome in outcomes)
    head = words["head.undecided"]
    yield _column(outcomes, head, undecided, 1, stays=False, must=is_open, key="undecided")


def _titled(name: str, label: str | None, headings: str) -> str:
    return name if headings == "names" else _heading(name, label)


def _heading(name: str, label: str | None) -> str:
    """Give the label, or the name where that is the only one with short words."""
    if label is None:
        return name
    is_shorter = _longest_word(name) < _longest_word(label)
    return name if is_shorter and _longest_word(label) > _LONG_HEAD else label


def _longest_word(text: str, *, whole: bool = False) -> int:
    shown = to_visible(text)
    return max(map(count_columns, [shown] if whole else shown.split()), default=0)


def _labels(rubric: CheckedRubric, words: Mapping[str, str], headings: str) -> Mapping[str, str]:
    """Give what each name is called in a cell; the grade is called so in the reader's words."""
    if headings == "names":
        return {}
    return {"grade": words["grade"], **labels_of(rubric)}


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
