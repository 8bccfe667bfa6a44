"""Results as lines for people: rounded where declared, in their unit, with the formula.

In: a ledger and its rubric. Out: one line for each result and class.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scorelang.model.expressions import LetValue, PopulationValue
from scorelang.model.outcome import Outcome
from scorelang.model.rubric import CheckedRubric, Population, Result
from scorelang.model.types import MONEY, Value
from scorelang.numeric.exact import show, to_text
from scorelang.numeric.rounding import round_to
from scorelang.reports.shown_populations import PopulationUnits
from scorelang.reports.shown_units import (
    Column,
    column_of,
    in_tens_of_thousands,
    percent_lets,
    written_column,
)
from scorelang.reports.shown_values import show_amount, show_value


class ResultTexts:
    """The results of one outcome in words."""

    def __init__(self, outcome: Outcome, rubric: CheckedRubric, words: Mapping[str, str]) -> None:
        self._outcome, self._rubric, self._words = outcome, rubric, words
        self._percents = percent_lets(rubric)
        self._units = PopulationUnits(rubric, self._percents)

    def lines(self, labels: Mapping[str, str]) -> Iterator[str]:
        """Give a line for each result, with its formula."""
        declared = {result.name: result for result in self._rubric.results}
        for name, value in self._outcome.results.items():
            text = f"{labels.get(name, name)}: {self.text(declared.get(name), value)}"
            said = self._rubric.wording.of("result", name) if name in declared else None
            yield f"{text} (= {said.text})" if said is not None and said.text else text

    def text(self, result: Result | None, value: Value) -> str:
        """Write the value of a result or a class."""
        if result is not None and isinstance(value, Fraction):
            return self._number(result, value)
        return show_value(value, self._words)

    def _number(self, result: Result, value: Fraction) -> str:
        """Write a number: an amount in the unit of its columns, or of the policy (``500万``)."""
        rounded = value if result.rounding is None else round_to(value, result.rounding)
        said = self._rubric.wording.of("result", result.name).text
        if result.type.unit == MONEY:
            return show_amount(rounded, self._column(result) or written_column(said))
        text = to_text(rounded) if result.rounding else None
        text = text or show(rounded)
        if self._is_percent(result):
            return f"{text} ({show(rounded * 100)}%)"
        counted = in_tens_of_thousands(rounded, said)
        return f"{text} ({counted})" if counted else text

    def _column(self, result: Result) -> Column | None:
        """Give the unit of the columns that an amount comes from."""
        match result.value:
            case PopulationValue(name):
                return self._units.column(self._population(name))
            case _:
                return column_of(result.value, self._rubric)

    def _population(self, name: str) -> Population:
        return next(each for each in self._rubric.populations if each.name == name)

    def _is_percent(self, result: Result) -> bool:
        """Whether a result only hands on a percentage."""
        match result.value:
            case LetValue(name):
                return name in self._percents
            case PopulationValue(name):
                return self._units.is_percent(self._population(name))
            case _:
                return False
