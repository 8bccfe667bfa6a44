"""One record of the Python API: a mapping from names of fields to values or texts.

In: a checked rubric and mappings. Out: ``Record`` or ``Rejection``, read like the cells of
a file. Names are matched like columns; those of no field are carried along. Nothing is
raised for a bad record: an absent required field and a name given twice are faults.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorelang.model.fields import Fault, Record, Rejection, Special
from scorelang.model.rubric import CheckedRubric
from scorelang.model.types import Value
from scorelang.records.assemble import keepable_cell, key_cell
from scorelang.records.cells import assumable, is_blank
from scorelang.records.faults import make_row_fault
from scorelang.records.headings import Headings, Named
from scorelang.records.names import plain
from scorelang.records.rated_names import RatedNames
from scorelang.records.rating_columns import UNRATED
from scorelang.records.special_cells import make_special_reader
from scorelang.records.stated_units import StatedUnit, differing_units, stated_unit
from scorelang.records.trouble import Trouble

_ID = "id"
_REMEMBERED = 4096


class MappingReader:
    """Reads the mappings of one rubric; keep it where there are many."""

    def __init__(self, rubric: CheckedRubric) -> None:
        single = (field for field in rubric.fields if not field.raters)
        self._fields = tuple((field.name, make_special_reader(field)) for field in single)
        self._assumable = assumable(rubric.fields)
        self._rated = RatedNames(rubric.fields)
        self._key = next((field.name for field in rubric.fields if field.is_key), None)
        self._fields_read = rubric.fields
        self._headings = Headings(rubric.fields)
        self._known: dict[str, Named | None] = {}

    def read(self, mapping: Mapping[str, object], row: int = 1) -> Record | Rejection:
        """Read one mapping."""
        given: dict[str, object] = {}
        carried: dict[str, str] = {}
        faults: list[Fault] = []
        rated = self._rated.start()
        stated: list[StatedUnit] = []
        for written, raw in mapping.items():
            if rated is not None and rated.take(str(written), raw):
                continue
            named = self._find(str(written))
            name = None if named is None else self._fields_read[named.number].name
            if named is None or name is None:
                carried[str(written)] = keepable_cell(raw)
            elif named.contradicts:
                arguments = (("key", str(written)), ("field", name))
                faults.append(make_row_fault("", Trouble("R0144", arguments)))
            elif name in given:
                faults.append(make_row_fault("", Trouble("R0116", (("key", name),))))
            else:
                given[name] = raw
                stated += self._stated(named, str(written))
        faults += (
            make_row_fault(
                "", Trouble("R0144.two", (("first", one.heading), ("key", other.heading)))
            )
            for one, other in differing_units(stated)
        )
        values: dict[str, Value] = {}
        specials: dict[str, Special] = {}
        for name, read in self._fields:
            value = read(given.get(name))
            if isinstance(value, Fault):
                faults.append(value)
                value = None
            elif isinstance(value, Special):
                specials[name] = value
                value = None
            values[name] = value
        identity = self._id(mapping, given)
        ratings = UNRATED if rated is None else rated.end()
        faults += ratings.faults
        values.update(ratings.values)
        record = Record(
            row,
            identity,
            values,
            carried,
            ratings.ratings,
            ratings.left_out,
            specials=specials,
            assumed=frozenset(
                name for name, blanks in self._assumable if is_blank(given.get(name), blanks)
            ),
        )
        if faults:
            return Rejection(row, identity, (*faults, *ratings.left_out), record)
        return record

    def _stated(self, named: Named, written: str) -> Iterator[StatedUnit]:
        """Give the unit that a name says of a field without one."""
        if named.unit is not None:
            found = stated_unit(self._fields_read[named.number], named.unit, written, "")
            if found is not None:
                yield found

    def _find(self, written: str) -> Named | None:
        try:
            return self._known[written]
        except KeyError:
            found = self._headings.find(written)
        if len(self._known) < _REMEMBERED:
            self._known[written] = found
        return found

    def _id(self, mapping: Mapping[str, object], given: Mapping[str, object]) -> str | None:
        if self._key is not None and self._key in given:
            cell = given[self._key]
        elif _ID in mapping:
            cell = mapping[_ID]
        else:
            ids = (raw for name, raw in mapping.items() if plain(str(name)) == _ID)
            cell = next(ids, None)
        return key_cell(cell) or None


def record_from_mapping(
    rubric: CheckedRubric, mapping: Mapping[str, object], row: int = 1
) -> Record | Rejection:
    """Read one mapping; for many of one rubric keep a ``MappingReader``."""
    return MappingReader(rubric).read(mapping, row)


def record_from_texts(
    rubric: CheckedRubric, texts: Mapping[str, str], row: int = 1
) -> Record | Rejection:
    """Read one record given as texts, such as an example of the rubric."""
    return MappingReader(rubric).read(texts, row)
