"""Which columns fit on a page, and how wide each of them is: no table is wider than its page.

In: columns that know how narrow they can be and how wide they would like to be. Out: those
that are kept, and widths that add up to the page at most. The drawing adds nothing of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from scorelang.reports.results_columns import Column

_GAP = 3
_EDGE = 2


def choose(columns: Sequence[Column], width: int) -> list[Column]:
    """Choose the columns that fit, by rank; those that must stay do so however narrow it is."""
    must = [column for column in columns if column.must]
    room = _room(len(must), width) - sum(column.width for column in must)
    kept = {column.place for column in must}
    for column in sorted(columns, key=lambda each: each.rank):
        needed = column.width + _GAP
        if column.place not in kept and needed <= room:
            kept.add(column.place)
            room -= needed
    return [column for column in columns if column.place in kept]


def share_out(columns: Sequence[Column], width: int) -> list[int]:
    """Give each column its width: no word broken where there is room, then no line."""
    room = _room(len(columns), width)
    found = [column.width for column in columns]
    _shrink(found, [column.least for column in columns], room)
    _shrink(found, [1] * len(found), room)
    spare = room - sum(found)
    wishes = [column.wish - given for column, given in zip(columns, found, strict=True)]
    for place in sorted(range(len(found)), key=lambda each: wishes[each]):
        more = max(0, min(wishes[place], spare))
        found[place] += more
        spare -= more
    return found


def _shrink(widths: list[int], least: Sequence[int], room: int) -> None:
    """Take from the widest column that can still give, one by one, until all fit."""
    while sum(widths) > room:
        can = [place for place, given in enumerate(widths) if given > least[place]]
        if not can:
            return
        widths[max(can, key=lambda place: widths[place])] -= 1


def _room(count: int, width: int) -> int:
    return width - _EDGE - _GAP * max(count - 1, 0)
