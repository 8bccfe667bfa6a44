"""Formulas of spreadsheets: ``IF(x>=60,100,IF(x>=30,50,0))`` in the words of the language.

In: a line. Out: each outermost call of a function of spreadsheets that can be written in the
language, with what is written instead; calls that are nested are written with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

import attrs

from scorelang.syntax.phrase import step_of

_CALL: Final = re.compile(r"(?<![\w.「])(?P<name>[A-Za-z]+)\s*(?P<open>[(（])")
_MOST_DEEP: Final = 12
_EMPTY: Final = frozenset(('""', "“”", "''"))


@attrs.frozen
class Call:
    """A call that stands in a line from ``start`` to ``end``, and what is written instead."""

    start: int
    end: int
    meant: str


class _Unknown(Exception):  # noqa: N818  no fault: the formula is left as it is
    """A function that the language has no words for."""


def calls_in(line: str, *, is_chinese: bool) -> Iterator[Call]:
    """Give the outermost calls that can be written otherwise.

    >>> [each.meant for each in calls_in("= MAX(0, MIN(100, x*2))", is_chinese=False)]
    ['max (0, min (100, x*2))']
    >>> [each.meant for each in calls_in("= IF(x>=60，100，0)", is_chinese=True)]
    ['如果 x>=60 则 100 否则 0']
    """
    at = 0
    while True:
        found = _CALL.search(line, at)
        if found is None:
            return
        end = _closing(line, found.end() - 1)
        at = found.end()
        if end is None or found["name"].upper() not in _FUNCTIONS:
            continue
        try:
            meant = _written(line[found.start() : end], _Words(is_chinese), 0)
        except _Unknown:
            continue
        at = end
        if " ".join(meant.split()) != " ".join(line[found.start() : end].split()):
            yield Call(found.start(), end, _alone(line, found.start(), end, meant))


def _alone(line: str, start: int, end: int, meant: str) -> str:
    """Put brackets round a choice or a quotient that is a part of a longer formula."""
    before, behind = line[:start].rstrip(), line[end:].lstrip()
    is_whole = before[-1:] in {"=", "＝", ",", "，", ":", "："} and behind[:1] in {"", ",", "，"}
    is_condition = re.search(r"(?:当|when|if|如果)\s*$", before) is not None
    return meant if is_whole or is_condition or _is_one(meant) else f"({meant})"


def _is_one(meant: str) -> bool:
    """Whether what is written stands as one value: a call or what is in brackets."""
    called = _VALUE.match(meant)
    return called is not None and _closing(meant, called.end() - 1) == len(meant)


_VALUE: Final = re.compile(
    r"(?:(?:max|min|abs|sqrt|ln|exp|最大|最小|绝对值|平方根|自然对数|指数)\s*)?[(（]"
)


@attrs.frozen
class _Words:
    is_chinese: bool

    def pick(self, english: str, chinese: str) -> str:
        return chinese if self.is_chinese else english


def _closing(line: str, at: int) -> int | None:
    depth = 0
    for index in range(at, len(line)):
        depth += {"(": 1, "（": 1, ")": -1, "）": -1}.get(line[index], 0)
        if depth == 0:
            return index + 1
    return None


def _arguments(inside: str) -> list[str]:
    found, begun, depth = [], 0, 0
    for index, sign in enumerate(inside):
        depth += {"(": 1, "（": 1, ")": -1, "）": -1}.get(sign, 0)
        if depth == 0 and sign in ",，、;；":
            found.append(inside[begun:index])
            begun = index + 1
    return [part.strip() for part in (*found, inside[begun:])]


def _written(text: str, words: _Words, depth: int) -> str:
    """Write a formula with all calls in it."""
    if depth > _MOST_DEEP:
        raise _Unknown
    pieces, at = [], 0
    while (found := _CALL.search(text, at)) is not None:
        end = _closing(text, found.end() - 1)
        write = _FUNCTIONS.get(found["name"].upper())
        if end is None or write is None:
            raise _Unknown
        inside = _arguments(text[found.end() : end - 1])
        own = [_written(each, words, depth + 1) for each in inside]
        meant = write(own, words)
        is_whole = not text[: found.start()].strip() and not text[end:].strip()
        if not is_whole and not _is_one(meant):
            meant = f"({meant})"
        pieces += [text[at : found.start()], meant]
        at = end
    return "".join((*pieces, text[at:]))


def _if(parts: list[str], words: _Words) -> str:
    if len(parts) == 2:
        parts = [*parts, "0"]
    if len(parts) != 3:
        raise _Unknown
    condition, yes, no = parts
    if {yes, no} & _EMPTY:
        raise _Unknown
    is_choice = yes.startswith(("if ", "如果 "))
    yes = f"({yes})" if is_choice else yes
    return words.pick(
        f"if {condition} then {yes} else {no}", f"如果 {condition} 则 {yes} 否则 {no}"
    )


def _called(english: str, chinese: str) -> Callable[[list[str], _Words], str]:
    def write(parts: list[str], words: _Words) -> str:
        return words.pick(f"{english} ({', '.join(parts)})", f"{chinese}（{'，'.join(parts)}）")

    return write


def _joined(english: str, chinese: str) -> Callable[[list[str], _Words], str]:
    def write(parts: list[str], words: _Words) -> str:
        return f"({f' {words.pick(english, chinese)} '.join(parts)})"

    return write


def _rounded(english: str, chinese: str) -> Callable[[list[str], _Words], str]:
    def write(parts: list[str], words: _Words) -> str:
        if len(parts) > 2 or not all(each.isdecimal() for each in parts[1:]):
            raise _Unknown
        step = step_of(parts[1]) if parts[1:] else "1"
        way = words.pick(english, chinese)
        return words.pick(f"round ({parts[0]}) to {step}{way}", f"舍入（{parts[0]}）到 {step}{way}")

    return write


def _sum(parts: list[str], _: _Words) -> str:
    return f"({' + '.join(parts)})"


def _mean(parts: list[str], _: _Words) -> str:
    return f"({' + '.join(parts)}) / {len(parts)}"


def _behind(english: str, chinese: str) -> Callable[[list[str], _Words], str]:
    def write(parts: list[str], words: _Words) -> str:
        if len(parts) != 1:
            raise _Unknown
        return f"{parts[0]} {words.pick(english, chinese)}"

    return write


def _not(parts: list[str], words: _Words) -> str:
    return f"({words.pick('not', '非')} ({parts[0]}))"


def _rank(parts: list[str], words: _Words) -> str:
    return words.pick(f"rank of {parts[0]}", f"名次 {parts[0]}")


def _today(parts: list[str], words: _Words) -> str:
    if parts != [""]:
        raise _Unknown
    return words.pick("as_of", "评价日")


def _days(parts: list[str], _: _Words) -> str:
    if len(parts) != 2:
        raise _Unknown
    return f"({parts[0]} - {parts[1]})"


_FUNCTIONS: Final[dict[str, Callable[[list[str], _Words], str]]] = {
    "IF": _if,
    "MAX": _called("max", "最大"),
    "MIN": _called("min", "最小"),
    "ABS": _called("abs", "绝对值"),
    "SQRT": _called("sqrt", "平方根"),
    "LN": _called("ln", "自然对数"),
    "EXP": _called("exp", "指数"),
    "SUM": _sum,
    "AVERAGE": _mean,
    "AVG": _mean,
    "MEAN": _mean,
    "AND": _joined("and", "且"),
    "OR": _joined("or", "或"),
    "NOT": _not,
    "ROUND": _rounded("", ""),
    "ROUNDUP": _rounded(" up", " 只入不舍"),
    "ROUNDDOWN": _rounded(" down", " 只舍不入"),
    "TRUNC": _rounded(" down", " 只舍不入"),
    "INT": _rounded(" floor", " 向下取整"),
    "ISBLANK": _behind("is missing", "未填"),
    "RANK": _rank,
    "TODAY": _today,
    "NOW": _today,
    "DAYS": _days,
}
