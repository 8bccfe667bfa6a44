"""The record block of a new rubric, written from what the columns of a file seem to hold.

In: facts about columns. Out: the lines of the block in English or Chinese. Each guess is
said in a comment beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import attrs

from scorelang.diagnostics.visible import to_visible
from scorelang.model.fields import FieldType
from scorelang.records.infer import ColumnFacts
from scorelang.syntax.vocabulary import is_plain_name


@attrs.frozen
class _Words:
    """Keywords of a record block in one vocabulary."""

    key: str
    unit: str
    blank_also: str
    types: Mapping[FieldType, str]
    ignored: str


_ENGLISH = _Words(
    "key",
    "in",
    "blank also",
    MappingProxyType({kind: kind.value for kind in FieldType}),
    "not read as this type, and ignored here: ",
)
_CHINESE = _Words(
    "编号",
    "单位",
    "空白包括",
    MappingProxyType(
        {
            FieldType.TEXT: "文字",
            FieldType.NUMBER: "数值",
            FieldType.INTEGER: "整数",
            FieldType.PERCENT: "百分比",
            FieldType.MONEY: "金额",
            FieldType.DATE: "日期",
            FieldType.PERIOD: "期限",
            FieldType.YES_NO: "是否",
            FieldType.RATING: "评分",
        }
    ),
    "不符合该类型，推测时未计入：",
)
_SHOWN = 5
_LONGEST = 40
_WITH_FLOOR = frozenset({FieldType.NUMBER, FieldType.INTEGER, FieldType.MONEY, FieldType.PERIOD})


# What is said of a guess, in Chinese; a range that was seen is not written, so nothing is said.
_SAID: Mapping[str, str] = MappingProxyType(
    {
        "no cell is filled: the type is a guess": "没有填过：类型是猜测",
        "no value is above 1: the cells may be ratios although the header says %": (
            "没有大于 1 的值：虽然表头写着 %，数据可能是比例"
        ),
        "some cells have %, others are plain numbers: write all of them in one way": (
            "有的数据带 %，有的不带：请统一写法"
        ),
        "1 and 0 were taken for yes and no": "1 和 0 被当作是和否",
        "values are those of the first records; others are rejected until declared": (
            "取值来自前面的记录；其他值在补充之前会被退回"
        ),
        "the numbers have decimal commas: score them with `--decimal comma`": (
            "数中的逗号是小数点：评分时请加 `--decimal comma`"
        ),
        "numbers above 1 under a heading of a rate: taken for percentages": (
            "表头是比率而数大于 1：当作百分比，97 即 97%"
        ),
        "some cells are empty or stand twice: such records are rejected, keys are single": (
            "有的编号为空或重复：编号须唯一，这样的记录会被退回"
        ),
        "many cells are numbers or codes, others are not: declare what the column holds": (
            "这一列既有数字或代码，也有别的内容：请写明它是什么"
        ),
    }
)


def write_fields(columns: Iterable[ColumnFacts], *, in_chinese: bool) -> str:
    """Give a line for each column."""
    words = _CHINESE if in_chinese else _ENGLISH
    return "\n".join(line for column in columns for line in _lines(column, words))


def _lines(column: ColumnFacts, words: _Words) -> Iterator[str]:
    for remark in column.remarks:
        if remark in _SAID:
            yield f"    # {_SAID[remark] if words is _CHINESE else remark}"
    if column.ignored:
        shown = ", ".join(f"`{_one_line(text)}`" for text in column.ignored[:_SHOWN])
        more = " …" if len(column.ignored) > _SHOWN else ""
        yield f"    # {words.ignored}{shown}{more}"
    key = f"{words.key} " if column.is_key else ""
    said = " ".join(part for part in _parts(column, words) if part)
    yield f"    {key}{said}{_blanks(column, words)}"


def _one_line(text: str) -> str:
    """Give a cell as it can stand in a comment."""
    return to_visible(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")


def _parts(column: ColumnFacts, words: _Words) -> Iterator[str]:
    """Give name, label, type, range and unit."""
    yield column.name if is_plain_name(column.name) else f"「{column.name}」"
    yield "" if column.column == column.name else _quote(column.column)
    if column.type is FieldType.CATEGORY:
        yield " | ".join(_value(value, number) for number, value in enumerate(column.values, 1))
        return
    yield words.types[column.type]
    if column.type in _WITH_FLOOR and column.low is not None and column.low >= 0:
        yield ">= 0"
    if column.unit is not None:
        yield f"{words.unit} {column.unit}"


def _value(value: str, number: int) -> str:
    """Write a value of a category; what is no plain name gets a name and stays as its label."""
    return value if is_plain_name(value) else f"value_{number} {_quote(value)}"


def _blanks(column: ColumnFacts, words: _Words) -> str:
    return "".join(f", {words.blank_also} {_quote(text)}" for text in column.blank_also)


def _quote(text: str) -> str:
    """Write a text in quotes; hidden characters are shown, so that nobody misreads the draft."""
    plain = to_visible(text).replace('"', "”")
    return f'"{plain}"'
