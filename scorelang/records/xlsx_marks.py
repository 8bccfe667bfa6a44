"""What a workbook says about its cells beside their values: errors, formulas, looks.

In: an opened workbook and the name of a sheet. Out: marks by row and column, from 0. The
library that reads the values gives an error cell and a formula without a stored value as an
empty cell, and 12.5% as 0.125; without these marks both would be read as something that
nobody wrote. Sheets without such cells are not parsed, only searched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, assert_never
from xml.etree import ElementTree as ET

from scorelang.records.trouble import SpoiltCell, Trouble
from scorelang.records.xlsx_formats import Looks, Padded, Percent, Plain, Strange, Yuan
from scorelang.records.xlsx_parts import Package, column_number, place_name, repaired

Mark = SpoiltCell | Percent | Padded | Yuan
Marks = Mapping[tuple[int, int], Mark]


def find_marks(package: Package, name: str) -> Marks:
    """Find the marked cells of a sheet; ``ValueError`` if it is not well formed."""
    with repaired(), package.packed.open(package.sheets[name]) as content:
        return dict(_marked_cells(content, package.looks))


def _marked_cells(
    content: IO[bytes], looks: Mapping[str, Looks]
) -> Iterator[tuple[tuple[int, int], Mark]]:
    row, column = -1, -1
    # Workbooks declare no entities; expat itself refuses those that grow without bounds.
    for event, element in ET.iterparse(content, ("start", "end")):  # noqa: S314
        tag = element.tag.rpartition("}")[2]
        if event == "start":
            if tag == "row":
                # Rows and cells may leave out their numbers; then they follow one another.
                row, column = int(element.get("r") or row + 2) - 1, -1
            continue
        if tag == "c":
            place = element.get("r")
            column = column_number(place.rstrip("0123456789")) - 1 if place else column + 1
            mark = _mark_of(element, looks, place_name(row, column))
            if mark is not None:
                yield (row, column), mark
        elif tag == "row":
            element.clear()


def _mark_of(cell: ET.Element, looks: Mapping[str, Looks], place: str) -> Mark | None:
    kind = cell.get("t", "n")
    value = cell.find("{*}v")
    if kind == "e":
        shown = (value.text if value is not None else None) or "#ERROR"
        return SpoiltCell(shown, Trouble("R0117", (("cell", place),)))
    # Some programs write an empty value for a result they did not work out.
    if value is None or (kind == "n" and not (value.text or "").strip()):
        formula = cell.find("{*}f")
        if formula is None or kind == "inlineStr":
            return None
        trouble = Trouble("R0117.formula", (("cell", place),))
        return SpoiltCell(f"={(formula.text or '')[:200]}", trouble)
    look = looks.get(cell.get("s", ""))
    return None if kind != "n" or look is None else _shown(look, value.text or "", place)


def _shown(looks: Looks, text: str, place: str) -> Mark | None:
    """Give how a number is shown, if it matters."""
    try:
        look = looks.of(float(text))
    except ValueError:
        return None
    match look:
        case Plain():
            return None
        case Percent() | Padded() | Yuan():
            return look
        case Strange(code):
            trouble = Trouble("R0117.format", (("cell", place), ("format", code)))
            return SpoiltCell(text, trouble)
        case _:
            assert_never(look)
