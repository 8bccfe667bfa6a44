"""JSON: an array of objects, or JSON Lines with one object in each line.

In: an input. Out: a ``Table`` whose columns are the keys in the order they first appear.
Numbers are read by value, exactly as written; those with a fraction at 15 digits, with a
note (``U0176``), because more come from binary numbers of programs. An unreadable line, an
item that is no object or an empty one, and a repeated key spoil one record (``R0115``,
``R0116``); an unreadable array ends the run (``U0116``). JSON Lines stream, an array is held
in memory.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.system_words import say_reason
from scorelang.numeric.exact import FLOAT_DIGITS, MAX_DIGITS, to_text
from scorelang.numeric.rounding import to_significant
from scorelang.records.columns import MOST_COLUMNS
from scorelang.records.csv_reader import LONGEST_CELL
from scorelang.records.encoding import find_encoding, refuse_undecodable
from scorelang.records.inputs import Input
from scorelang.records.table import Table, TableRow
from scorelang.records.terms import TERMS
from scorelang.records.trouble import BrokenRow, RawRow, Shortened, SpoiltCell, Trouble
from scorelang.records.unreadable import note, refuse

_LONGEST_LINE = 16 * LONGEST_CELL
_SHOWN = 200
_BLANK = re.compile(r"[ \t\r\n]*")
_BETWEEN = re.compile(r"[ \t\r\n]*,?[ \t\r\n]*")


class Members(dict[str, object]):
    """One JSON object; ``twice`` is a key that stands twice in it."""

    twice: str | None = None


def read_json(source: Input, encoding: str | None = None) -> Table:
    """Open a JSON file with an array of records, or one record."""
    decoded = find_encoding(source, (), encoding)
    items = _load_array(source, decoded.encoding)
    columns, remarks = _collect_columns(source, items)

    def rows() -> Iterator[TableRow]:
        return (
            TableRow(line, _to_row(item, columns, number), number)
            for number, (line, item) in enumerate(items, start=1)
        )

    notices = (*decoded.notices, *remarks)
    return Table(source.name, columns, rows, decoded.digest, notices, is_numbered=True)


def read_jsonl(source: Input, encoding: str | None = None) -> Table:
    """Open a file with one JSON object in each line."""
    decoded = find_encoding(source, (), encoding)
    columns, remarks = _collect_columns(source, _load_lines(source, decoded.encoding))

    def rows() -> Iterator[TableRow]:
        for number, item in _load_lines(source, decoded.encoding):
            yield TableRow(number, _to_row(item, columns, number))

    return Table(source.name, columns, rows, decoded.digest, (*decoded.notices, *remarks))


def _load_array(source: Input, encoding: str) -> list[tuple[int, object]]:
    """Give each item of the list with the line it begins in."""
    try:
        with source.open() as stream, io.TextIOWrapper(stream, encoding) as text:
            content = text.read()
        return _items(content, source)
    except json.JSONDecodeError as problem:
        if problem.msg == "Extra data" and problem.doc.lstrip().startswith("{"):
            refuse("U0116.lines", path=source.name)
        refuse("U0116", path=source.name, line=problem.lineno, reason=_reason(problem))
    except (RecursionError, ValueError):  # UnicodeError is a ValueError
        refuse("U0116", path=source.name, line=1, reason=TERMS["lists are nested too deeply"])
    except OSError as problem:
        refuse("U0103", path=source.name, reason=say_reason(str(problem.strerror).lower()))


def _items(content: str, source: Input) -> list[tuple[int, object]]:
    """Read the list item by item, so that each has its line; first it is read as a whole.

    Whether it is JSON at all is for the library to say: between the items of a list that it
    has read stand but commas.
    """
    is_list = isinstance(_DECODER_OF_TEXTS.decode(content), list)
    at = _end(_BLANK, content, 0)
    found: list[tuple[int, object]] = []
    line, counted = 1, 0
    at = _end(_BETWEEN, content, at + 1) if is_list else at
    while at < len(content) and not (is_list and content[at] == "]"):
        line += content.count("\n", counted, at)
        counted = at
        item, at = _DECODER.raw_decode(content, at)
        if not is_list and isinstance(item, Members):
            _refuse_wrapped(source, item)
        found.append((line, item))
        at = _end(_BETWEEN, content, at)
    return found


def _end(pattern: re.Pattern[str], content: str, at: int) -> int:
    found = pattern.match(content, at)
    return at if found is None else found.end()


def _refuse_wrapped(source: Input, item: Members) -> None:
    """Refuse an object around the list of records: it is no record, and none may be lost."""
    for key, cell in item.items():
        if isinstance(cell, list) and any(isinstance(each, Members) for each in cell):
            refuse("U0116.wrapped", path=source.name, named=key)


def _load_lines(source: Input, encoding: str) -> Iterator[tuple[int, object]]:
    """Give number and object of each line that is not empty; a spoilt line as a ``SpoiltCell``."""
    try:
        with source.open() as stream, io.TextIOWrapper(stream, encoding) as text:
            number = 0
            while line := text.readline(_LONGEST_LINE + 1):
                number += 1
                if len(line) > _LONGEST_LINE:
                    refuse("U0113", path=source.name, line=number)
                if line.strip():
                    yield number, _load_line(line, number)
    except UnicodeError:
        refuse_undecodable(source, encoding)
    except OSError as problem:
        refuse("U0103", path=source.name, reason=say_reason(str(problem.strerror).lower()))


def _load_line(line: str, number: int) -> object:
    try:
        return _decode(line)
    except json.JSONDecodeError as problem:
        reason = _reason(problem)
    except (RecursionError, ValueError):
        reason = TERMS["lists are nested too deeply"]
    trouble = Trouble("R0115", (("line", str(number)), ("reason", reason)))
    return SpoiltCell(line.strip()[:_SHOWN], trouble)


def _reason(problem: json.JSONDecodeError) -> str:
    said = say_reason(problem.msg.lower())
    return TERMS["{reason} (column {column})"].format(reason=said, column=problem.colno)


def _decode(text: str) -> object:
    found: object = _DECODER.decode(text)
    return found


def _to_whole(digits: str) -> int | Decimal:
    # Python refuses to make an int of thousands of digits; a Decimal only keeps them.
    return int(digits) if len(digits) <= MAX_DIGITS else Decimal(digits)


def _to_decimal(digits: str) -> Decimal | SpoiltCell:
    try:
        return _shorten(Decimal(digits), digits)
    except InvalidOperation:  # an exponent beyond all bounds
        return SpoiltCell(digits[:_SHOWN], Trouble("R0102"))


def _shorten(number: Decimal, digits: str) -> Decimal:
    is_long = len(number.normalize().as_tuple().digits) > FLOAT_DIGITS
    if not is_long or not number.is_finite() or abs(number.adjusted()) > MAX_DIGITS:
        return number
    found = Shortened(to_text(to_significant(Fraction(number), FLOAT_DIGITS)) or number)
    found.written = digits
    return found


def _to_members(pairs: list[tuple[str, object]]) -> Members:
    found = Members(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        found.twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return found


def _collect_columns(
    source: Input, items: Iterable[tuple[int, object]]
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Give the keys of all objects, and the remark on numbers that were shortened."""
    found: dict[str, None] = {}
    count, example = 0, Shortened()
    for line, item in items:
        if isinstance(item, Members):
            found.update(dict.fromkeys(item))
            if len(found) > MOST_COLUMNS:
                refuse("U0114", path=source.name, found=len(found), most=MOST_COLUMNS)
            for cell in item.values():
                if type(cell) is str and len(cell) > LONGEST_CELL:
                    refuse("U0113", path=source.name, line=line)
                if type(cell) is Shortened:
                    count, example = count + 1, example or cell
    if not count:
        return tuple(found), ()
    said = {"count": count, "written": example.written, "read": f"{Decimal(example):f}"}
    return tuple(found), (note("U0176", path=source.name, **said),)


def _to_row(item: object, columns: tuple[str, ...], line: int) -> RawRow:
    if isinstance(item, Members) and item:
        cells = [item.get(column) for column in columns]
        if item.twice is None:
            return cells
        trouble = Trouble("R0116", (("key", item.twice),))
        return BrokenRow(cells, (SpoiltCell("", trouble),), is_aligned=True)
    if not isinstance(item, SpoiltCell):
        key = "R0115.empty" if item == {} else "R0115.kind"
        item = SpoiltCell(str(item)[:_SHOWN], Trouble(key, (("line", str(line)),)))
    return BrokenRow((), (item,))


_DECODER = json.JSONDecoder(
    object_pairs_hook=_to_members,
    parse_float=_to_decimal,
    parse_int=_to_whole,
    parse_constant=float,
)
_DECODER_OF_TEXTS = json.JSONDecoder(parse_float=str, parse_int=str)
"""Numbers are left alone, so that this is quick and refuses no long one."""
