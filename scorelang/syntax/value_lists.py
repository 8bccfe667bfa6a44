"""Several values beside one column: ``k is not gold or silver``, ``k 不是 甲、乙``.

In: a line. Out: where such a list stands, and how the language says it, the negation kept:
``k is not any of (gold, silver)``. Which of the names are values only its reader knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

import attrs

from scorelang.syntax.phrase import NAME, Found

_DENIED: Final = (
    r"is not any of|is not one of|is not in|is not either|is neither|is not|isn['’]t|are not"
    r"|not in|not|!=|≠|<>|不属于|不包括|不在|既不是|既非|均不为|都不是|不为|不是|不等于|非"
)
_ASKED: Final = (
    r"is any of|is one of|is either|is in|is|are|==?|＝|属于|包括|在|要么是|均为|都是|为|是|等于"
)
_VALUE: Final = rf'(?:{NAME}|"[^"\n]*"|“[^”\n]*”)'
_AGAIN: Final = r"(?:(?:is\s+)?not\s+|[非不]为?\s*|不是\s*)?"
_BETWEEN: Final = (
    rf"(?:\s*[、，,]\s*(?:(?:nor|or|and)\s+|[或且和与及]\s*)?{_AGAIN}|\s+(?:nor|or|and)\s+{_AGAIN}"
    rf"|\s*(?:也不是|也非|或者|[或且和与及])\s*{_AGAIN})"
)
LIST: Final = re.compile(
    rf"(?<!\w)(?P<name>{NAME})\s*(?:(?P<denied>{_DENIED})|(?P<asked>{_ASKED}))\s*"
    rf"(?P<open>[(（]\s*)?(?P<values>{_VALUE}(?:{_BETWEEN}{_VALUE})+)(?P<close>\s*[)）])?"
)


@attrs.frozen
class ValueList:
    """A list of values: its column, whether it is denied, how the language says it, its place."""

    name: str
    values: tuple[str, ...]
    is_denied: bool
    meant: str
    start: int
    end: int


def value_lists(line: str, is_value: Callable[[str, str], bool]) -> Iterator[ValueList]:
    """Give the lists of a line; ``is_value`` tells of a column and a name whether it is one."""
    at = 0
    while found := LIST.search(line, at):
        at = found.start("values")
        made = _made(found, is_value)
        if made is not None:
            at = made.end
            yield made


def _made(found: Found, is_value: Callable[[str, str], bool]) -> ValueList | None:
    name, values, end = found["name"], [], found.start("values")
    for each in re.finditer(rf"(?:^|{_BETWEEN})(?P<value>{_VALUE})", found["values"]):
        if not is_value(name, each["value"].strip('"“”「」')):
            break
        values.append(each["value"])
        end = found.start("values") + each.end()
    is_whole = end == found.end("values")
    if len(values) < _LEAST or (found["open"] and not (found["close"] and is_whole)):
        return None
    end = found.end("close") if found["open"] else end
    is_denied = found["denied"] is not None
    return ValueList(
        name, tuple(values), is_denied, _said(name, values, is_denied), found.start(), end
    )


_LEAST: Final = 2


def _said(name: str, values: list[str], is_denied: bool) -> str:
    if f"{name}{values}".isascii():
        return f"{name} is{' not' if is_denied else ''} any of ({', '.join(values)})"
    return f"{name} {'不' if is_denied else ''}属于（{'，'.join(values)}）"
