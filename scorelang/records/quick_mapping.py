"""Records of the Python API, read straight into what generated code takes.

In: the fields of a rubric, the inputs of a compiled kernel, a mapping. Out: what the inputs hold,
or ``None`` where anything is unusual: a fault, a name that is nobody's, a text that is read by
more than its signs. Then ``MappingReader`` reads the record and says what there is to say. Both
read the same cell alike; this one only knows the plain cases.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import attrs

from scorelang.engines.python.compiled import InputSlot
from scorelang.engines.python.shapes import PLAIN, RATIO, Form, Shape
from scorelang.kernel.nodes import Aspect
from scorelang.model.fields import NUMERIC, Fault, Field, FieldType, Special
from scorelang.model.rubric import CheckedRubric
from scorelang.numeric.exact import places_of
from scorelang.records.assemble import key_cell
from scorelang.records.headings import Headings
from scorelang.records.special_cells import make_special_reader

_ID = "id"
_PLANS = 64
_ABSENT: Any = object()
_MOST_DIGITS = 10**15  # what a binary float holds without loss
_LONGEST = 15
_UNKNOWN: Any = object()
_REMEMBERED = 4096
_WORTH_KEEPING = 40
_PLAIN = NUMERIC | {FieldType.CATEGORY, FieldType.YES_NO}

Hold = Callable[[Any], Any]
"""A raw value to what the input holds, or ``_ABSENT`` where that is not plain."""


@attrs.frozen
class _Plan:
    """Under which key each field stands in a mapping with these keys, and the id."""

    keys: tuple[object, ...]
    id_key: object


class QuickReader:
    """Reads the mappings of one rubric for its compiled kernel."""

    def __init__(self, rubric: CheckedRubric, inputs: Sequence[InputSlot]) -> None:
        self._headings = Headings(rubric.fields)
        self._fields = rubric.fields
        self._key = next((field.name for field in rubric.fields if field.is_key), None)
        fields = {field.name: place for place, field in enumerate(rubric.fields)}
        read = {each.name for each in inputs}
        unread = [field for field in rubric.fields if field.name not in read]
        holds = [_input_of(rubric.fields[fields[each.name]], each) for each in inputs]
        places = [fields[each.name] for each in inputs]
        # What no slot reads is checked all the same: a fault in it rejects the record.
        self._inputs = len(inputs)
        self._holds = (*holds, *(_input_of(field, _unread(field)) for field in unread))
        self._places = (*places, *(fields[field.name] for field in unread))
        self._plans: dict[tuple[object, ...], _Plan | None] = {}

    def read(self, record: Mapping[str, object]) -> tuple[list[Any], str | None] | None:
        """Give what the inputs hold, and the id; nothing where it is not plain."""
        names = tuple(record)
        plan = self._plans.get(names, _ABSENT)
        if plan is _ABSENT:
            plan = self._remember(names)
        if plan is None:
            return None
        held = [hold(record.get(key)) for hold, key in zip(self._holds, plan.keys, strict=True)]
        if _ABSENT in held:
            return None
        identity = None if plan.id_key is None else key_cell(record[plan.id_key]) or None
        return held[: self._inputs], identity

    def _remember(self, names: tuple[object, ...]) -> _Plan | None:
        if len(self._plans) >= _PLANS:
            self._plans.clear()
        plan = self._plans[names] = self._planned(names)
        return plan

    def _planned(self, names: tuple[object, ...]) -> _Plan | None:
        """Say where each field stands; nothing where a name has more to it than a name."""
        keys: list[object] = [None] * len(self._fields)
        for name in names:
            found = self._headings.find(str(name)) if isinstance(name, str) else None
            if found is None and isinstance(name, str):
                continue  # it belongs to no field and is carried along
            if found is None or found.contradicts or found.unit is not None:
                return None
            if keys[found.number] is not None:
                return None
            keys[found.number] = name
        return _Plan(tuple(keys[place] for place in self._places), self._id_key(names, keys))

    def _id_key(self, names: tuple[object, ...], keys: Sequence[object]) -> object:
        for field, key in zip(self._fields, keys, strict=True):
            if field.name == self._key and key is not None:
                return key
        return next((name for name in names if name == _ID), None)


def _unread(field: Field) -> InputSlot:
    """Give an input for a field that no slot reads, so that its cells are checked as quickly."""
    shape = PLAIN
    if field.type in NUMERIC:
        step, blank = field.grid.step, field.blank_means
        on_step = not isinstance(blank, Fraction) or field.grid.contains(blank)
        shape = RATIO if step is None or not on_step else Shape(Form.WHOLE, step.denominator)
    return InputSlot(field.name, Aspect.VALUE, shape)


def _input_of(field: Field, given: InputSlot) -> Hold:
    """Give the reading of one field, into the shape the kernel takes."""
    if given.aspect is Aspect.SPECIAL:
        return _special(field)
    slow = _slow(field, given.shape)
    if field.specials or field.type not in _PLAIN:
        return slow
    memory = _remembering(slow)
    if field.type not in NUMERIC:
        return memory
    reading = _whole if given.shape.form is Form.WHOLE else _ratio
    return reading(field, given.shape, memory)


def _slow(field: Field, shape: Shape) -> Hold:
    """Read a cell as any cell is read."""
    read = make_special_reader(field)

    def hold(raw: object) -> Any:  # noqa: ANN401  what the input holds
        value = read(raw)
        if isinstance(value, Fault):
            return _ABSENT
        value = None if isinstance(value, Special) else value
        return shape.held(value)

    return hold


def _special(field: Field) -> Hold:
    """Read the code of a special value."""
    read = make_special_reader(field)

    def hold(raw: object) -> Any:  # noqa: ANN401  what the input holds
        value = read(raw)
        return value.code if isinstance(value, Special) else ""

    return hold


def _remembering(slow: Hold) -> Hold:
    """Keep what short texts read as; they repeat."""
    known: dict[str, Any] = {}
    absent = slow(None)

    def hold(raw: object) -> Any:  # noqa: ANN401  what the input holds
        if type(raw) is not str:
            return absent if raw is None else slow(raw)
        found = known.get(raw, _UNKNOWN)
        if found is _UNKNOWN:
            found = slow(raw)
            if len(raw) <= _WORTH_KEEPING and len(known) < _REMEMBERED:
                known[raw] = found
        return found

    return hold


def _whole(field: Field, shape: Shape, slow: Hold) -> Hold:
    """Read whole numbers and floats of a column whose numbers have a step."""
    parts = field.scale * shape.scale
    places = places_of(1 / parts)
    if parts.denominator != 1 or field.grid.step is None or places is None:
        return slow
    times = parts.numerator
    most = _MOST_DIGITS * times // 10**places  # no more digits than a float holds
    low, high = _ends(field, shape)
    step = (field.grid.step * shape.scale).numerator
    has_step, absent = step != 1, slow(None)

    def hold(raw: Any) -> Any:  # noqa: ANN401  what the input holds
        if raw is None:
            return absent
        kind = type(raw)
        if kind is float:
            scaled = raw * times
            if not -most < scaled < most:
                return slow(raw)
            found = int(scaled + 0.5 if scaled >= 0 else scaled - 0.5)
            if found / times != raw:
                return slow(raw)
        elif kind is int:
            found = raw * times
        else:
            return slow(raw)
        return found if low <= found <= high and not (has_step and found % step) else slow(raw)

    return hold


def _ends(field: Field, shape: Shape) -> tuple[int, int]:
    """Give the least and the greatest whole number of parts of a field."""
    first = last = None
    if field.domain is not None:
        first, last = field.domain.first(field.grid), field.domain.last(field.grid)
    most = _MOST_DIGITS
    low = -most if first is None else (first * shape.scale).numerator
    return low, most if last is None else (last * shape.scale).numerator


def _ratio(field: Field, _: Shape, slow: Hold) -> Hold:
    """Read whole numbers and floats of a column that takes any number."""
    domain, scale = field.domain, field.scale
    low = domain.low if domain is not None else None
    high = domain.high if domain is not None else None
    is_open = domain is not None and (
        (low is not None and domain.low_open) or (high is not None and domain.high_open)
    )
    if is_open or field.type is FieldType.INTEGER or field.grid.step is not None:
        return slow
    low_n, low_d = (low.numerator, low.denominator) if low is not None else (0, 0)
    high_n, high_d = (high.numerator, high.denominator) if high is not None else (0, 0)

    def hold(raw: Any) -> Any:  # noqa: ANN401  what the input holds
        kind = type(raw)
        if kind is int:
            if not -_MOST_DIGITS < raw < _MOST_DIGITS:
                return slow(raw)
            top, below = raw * scale.numerator, scale.denominator
        elif kind is float:
            text = repr(raw)
            whole, point, decimals = text.partition(".")
            if not point or len(text) > _LONGEST or not (whole.lstrip("-") + decimals).isdecimal():
                return slow(raw)
            top = int(whole + decimals) * scale.numerator
            below = 10 ** len(decimals) * scale.denominator
        else:
            return slow(raw)
        if low_d and top * low_d < low_n * below:
            return slow(raw)
        if high_d and top * high_d > high_n * below:
            return slow(raw)
        return top, below

    return hold
