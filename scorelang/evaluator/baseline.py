"""A baseline: the population values of a batch, kept so that later records get the same.

In: JSON text, or the figures of a batch. Out: the same the other way round, numbers as
exact fractions. Reading raises ``BaselineError`` with words for people.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from fractions import Fraction

import attrs

from scorelang.evaluator.errors import SAID
from scorelang.model.types import Value

FORMAT = "scorelang-baseline-1"
"""The first entry of every file, so that a change of form is noticed."""

_NUMBER = re.compile(r"-?[0-9]+(?:/[1-9][0-9]*)?")


class BaselineError(ValueError):
    """A baseline that cannot be read, or does not fit the rubric."""


class BaselineNeededError(BaselineError):
    """A record cannot be scored alone: the rubric compares it with others."""


Keys = tuple[Value, ...]
"""What one record is ranked by."""


@attrs.frozen
class Figure:
    """What was found for one category (``None``: all records).

    ``value`` belongs to means and the like; ``keys``, in rising order, to ranks and shares.
    """

    by: Value
    count: int
    value: Fraction | None = None
    keys: tuple[Keys, ...] = ()


@attrs.frozen
class PopulationFigures:
    """The figures of one population value by category."""

    name: str
    figures: tuple[Figure, ...]


@attrs.frozen
class Baseline:
    """Figures over ``records`` scored records, by a rubric with this digest."""

    rubric: str
    digest: str
    records: int
    populations: tuple[PopulationFigures, ...] = ()


def to_json(baseline: Baseline) -> str:
    """Write a baseline; the same one gives the same text."""
    populations = [
        {"name": each.name, "figures": [_figure_out(figure) for figure in each.figures]}
        for each in baseline.populations
    ]
    entries = {
        "format": FORMAT,
        "rubric": baseline.rubric,
        "digest": baseline.digest,
        "records": baseline.records,
        "populations": populations,
    }
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> Baseline:
    """Read a baseline; raises ``BaselineError`` where it is none."""
    try:
        found = json.loads(text, parse_float=_no_float)
    except (ValueError, RecursionError) as error:
        msg = SAID["baseline json"].format(error=error)
        raise BaselineError(msg) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        msg = SAID["no baseline"].format(format=FORMAT)
        raise BaselineError(msg)
    try:
        return Baseline(
            _text(found["rubric"]),
            _text(found["digest"]),
            _whole(found["records"]),
            tuple(_population_in(each) for each in _list(found["populations"])),
        )
    except KeyError as error:
        msg = SAID["baseline entry"].format(entry=error.args[0])
        raise BaselineError(msg) from None


def _figure_out(figure: Figure) -> dict[str, object]:
    entries: dict[str, object] = {"by": _value_out(figure.by), "count": figure.count}
    if figure.keys:
        entries["keys"] = [[_value_out(value) for value in keys] for keys in figure.keys]
    else:
        entries["value"] = _value_out(figure.value)
    return entries


def _value_out(value: Value) -> object:
    # A number is told from a text by its entry, so that a category may be called "1".
    if isinstance(value, Fraction):
        return {"number": str(value)}
    return {"day": value.isoformat()} if isinstance(value, dt.date) else value


def _population_in(entry: object) -> PopulationFigures:
    each = _entries(entry)
    figures = tuple(_figure_in(_entries(figure)) for figure in _list(each["figures"]))
    return PopulationFigures(_text(each["name"]), figures)


def _figure_in(entry: dict[str, object]) -> Figure:
    value = _value_in(entry.get("value"))
    if value is not None and not isinstance(value, Fraction):
        raise _not(value, "a number")
    keys = tuple(
        tuple(_value_in(key) for key in _list(line)) for line in _list(entry.get("keys", []))
    )
    return Figure(_value_in(entry["by"]), _whole(entry["count"]), value, keys)


def _value_in(entry: object) -> Value:
    match entry:
        case None | bool() | str():
            return entry
        case {"number": str(text)} if _NUMBER.fullmatch(text):
            return Fraction(text)
        case {"day": str(text)}:
            try:
                return dt.date.fromisoformat(text)
            except ValueError:
                raise _not(entry, "a day") from None
        case _:
            raise _not(entry, "a value")


def _entries(entry: object) -> dict[str, object]:
    if not isinstance(entry, dict):
        raise _not(entry, "an object")
    return entry


def _list(entry: object) -> list[object]:
    if not isinstance(entry, list):
        raise _not(entry, "a list")
    return entry


def _text(entry: object) -> str:
    if not isinstance(entry, str):
        raise _not(entry, "a text")
    return entry


def _whole(entry: object) -> int:
    if not isinstance(entry, int) or isinstance(entry, bool) or entry < 0:
        raise _not(entry, "a count")
    return entry


def _not(entry: object, expected: str) -> BaselineError:
    return BaselineError(SAID["baseline value"].format(entry=entry, expected=SAID[expected]))


def _no_float(text: str) -> object:
    raise _not(text, "an exact number")
