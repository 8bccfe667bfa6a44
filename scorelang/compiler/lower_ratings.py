"""Ratings in an example, as the texts of the columns they would stand in.

In: ``attitude (peer) = (7, 8, 9)``, or the head of a column of a table. Out: the column
``attitude.peer`` and the cell ``7;8;9``. Reports E0602 (several values for a field without
raters), E0209 (no such group).
"""

from __future__ import annotations

import re

from scorelang.compiler.cell_texts import cell_text
from scorelang.compiler.reading import Reading
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.model.fields import Field
from scorelang.syntax import ast

_HEAD = re.compile(r"\s*(?P<field>[^\s(（]+)[\s(（]+(?P<group>[^\s)）]+)[\s)）]*")
_PARTING = re.compile(r"[,，;；、]")


def given_column(given: ast.Given, field: Field, reading: Reading) -> str | None:
    """Give the name of the column; ``None`` where the group does not exist."""
    if (given.more or given.group is not None) and not field.raters:
        reading.report("E0602.raters", given.span, name=field.name)
        return None
    if given.group is None:
        return field.name
    return _column(field, given.group, reading)


def given_text(given: ast.Given, field: Field, reading: Reading, *, must_fit: bool) -> str | None:
    """Give the cell: one value, or several ratings; ``None`` where it is missing."""
    if given.value is None:
        return None
    nodes = (given.value, *given.more)
    texts = [cell_text(node, field, reading, must_fit=must_fit) for node in nodes]
    found = [text for text in texts if text is not None]
    return ";".join(found) if found else None


def split_head(cell: ast.Cell, reading: Reading) -> tuple[ast.Name, ast.Name] | None:
    """Read the head of a column that is one group's: ``attitude peer``, ``attitude (peer)``."""
    found = _HEAD.fullmatch(cell.text)
    field = reading.draft.fields.get(found["field"]) if found else None
    if found is None or field is None or not field.raters:
        return None
    return ast.Name(found["field"], span=cell.span), ast.Name(found["group"], span=cell.span)


def table_column(field: Field, group: ast.Name, reading: Reading) -> str | None:
    """Give the column of a group that heads a column of a table."""
    return _column(field, group, reading)


def table_text(cell: ast.Cell) -> str:
    """Give the ratings in a cell of a table, parted by commas or semicolons."""
    plain = cell.text.strip().strip("()（）")
    return ";".join(part.strip() for part in _PARTING.split(plain))


def _column(field: Field, group: ast.Name, reading: Reading) -> str | None:
    known = [each.name for each in field.raters if each.name is not None]
    if group.text in known:
        return f"{field.name}.{group.text}"
    near = did_you_mean(group.text, known)
    shown = ", ".join(f"`{each}`" for each in known)
    key = "E0209.near" if near else "E0209"
    reading.report(key, group.span, name=group.text, near=near, known=shown)
    return None
