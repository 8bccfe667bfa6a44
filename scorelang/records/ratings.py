"""Ratings of a field: of one cell or many, of a list, of an object.

In: a field with raters and what its cells hold. Out: single ratings, and a fault for each
that cannot be read; the other ratings stay. A cell may hold several ratings (``8;9;7``).

| given | is |
|---|---|
| ``8`` | one rating |
| ``8;9;7``, ``[8, 9, 7]`` | three ratings, nobody named |
| ``{"self": 8, "peer": [7, 8]}`` | ratings of two groups |
| ``{"peer": {"Li": 7, "Wang": 8}}`` | ratings of two raters of a group |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from scorelang.model.fields import Fault, Field, Rating
from scorelang.records.cells import make_cell_reader, to_written
from scorelang.records.decimals import DecimalSign
from scorelang.records.errors import RATINGS
from scorelang.records.faults import make_fault
from scorelang.records.raters import Rater, names_of_groups, split_rater
from scorelang.records.terms import TERMS
from scorelang.records.trouble import Trouble

_PARTING = re.compile(r"[;；、\n]")
_DEEPEST = 2


@attrs.define
class Found:
    """The ratings of one field of one record, and the faults of those left out."""

    ratings: list[Rating] = attrs.field(factory=list)
    faults: list[Fault] = attrs.field(factory=list)


class RatingReader:
    """Reads the ratings of one field."""

    def __init__(self, field: Field, sign: DecimalSign = DecimalSign.POINT) -> None:
        self.field = field
        single = attrs.evolve(field, required=False, raters=(), grid=field.rating_grid)
        self._read_one = make_cell_reader(single, sign)
        self._names = names_of_groups(field)
        self._raters: dict[str, Rater] = {}

    def rater(self, text: str) -> Rater:
        """Read who rated from a text such as ``peer``, ``peer.1``, ``peer(Li)`` or ``Li``.

        Where the field has several groups and the text names none, it is the name of nobody's.
        """
        if text not in self._raters:
            self._raters[text] = split_rater(text, self._names) or Rater(None, text)
        return self._raters[text]

    def read(self, raw: object, by: Rater, found: Found) -> None:
        """Read a cell of one rater, or of several."""
        for rater, one in self._single(raw, by, _DEEPEST):
            value = self._read_one(one)
            if value is None:
                continue
            if isinstance(value, Fault):
                found.faults.append(self._named(value, rater, found))
            elif rater.group is None and len(self._names) > 1:
                known = TERMS[", "].join(self._names)
                fault = self._fault(one, Trouble("R0130", (("known", known),)))
                found.faults.append(self._named(fault, rater, found))
            else:
                assert not isinstance(value, str | bool), "raters give numbers"
                found.ratings.append(self._rating(value, rater))

    def empty(self) -> Fault:
        """Say that a required field has no rating at all."""
        return self._fault("", Trouble("R0111"))

    def _rating(self, value: object, rater: Rater) -> Rating:
        group = self._names[0] if len(self._names) == 1 else rater.group
        return Rating(value, group, rater.name)  # type: ignore[arg-type]

    def _fault(self, raw: object, trouble: Trouble) -> Fault:
        return make_fault(self.field, to_written(raw), trouble)

    def _single(self, raw: object, by: Rater, depth: int) -> Iterator[tuple[Rater, object]]:
        """Take lists and objects apart."""
        match raw:
            case str() if _PARTING.search(raw):
                yield from ((by, part) for part in _PARTING.split(raw))
            case list() | tuple() if depth:
                for item in raw:
                    yield from self._single(item, by, depth - 1)
            case Mapping() if depth:
                for key, item in raw.items():
                    yield from self._single(item, self._within(by, str(key)), depth - 1)
            case _:
                yield by, raw

    def _within(self, by: Rater, key: str) -> Rater:
        return self.rater(key) if by.group is None else Rater(by.group, key)

    def _named(self, fault: Fault, rater: Rater, found: Found) -> Fault:
        """Say whose rating it is: of nobody named, the how manieth."""
        place = len(found.ratings) + len(found.faults) + 1
        message = RATINGS["by"].format(who=_who(rater, place), message=fault.message)
        return attrs.evolve(fault, message=message)


def _who(rater: Rater, place: int) -> str:
    match rater:
        case Rater(str() as group, str() as name) if name.isdecimal():
            return RATINGS["group"].format(group=group, place=name)
        case Rater(str() as group, str() as name):
            return RATINGS["rater of group"].format(name=name, group=group)
        case Rater(_, str() as name):
            return name
        case Rater(str() as group, None):
            return RATINGS["group"].format(group=group, place=place)
        case _:
            return RATINGS["nobody"].format(place=place)
