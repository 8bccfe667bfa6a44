"""Three-valued logic: yes, no, and missing (``None``) where the outcome is open.

In: truth values, read only as far as needed. Out: a truth value. No beats missing beats
yes in a conjunction, the other way round in a disjunction.
"""

from __future__ import annotations

from collections.abc import Iterable


def all_hold(conditions: Iterable[bool | None]) -> bool | None:
    """No if one does not hold, else missing if one is, else yes."""
    outcome: bool | None = True
    for holds in conditions:
        if holds is None:
            outcome = None
        elif not holds:
            return False
    return outcome


def one_holds(conditions: Iterable[bool | None]) -> bool | None:
    """Yes if one holds, else missing if one is, else no."""
    outcome: bool | None = False
    for holds in conditions:
        if holds is None:
            outcome = None
        elif holds:
            return True
    return outcome


def negate(holds: bool | None) -> bool | None:
    """Turn yes and no round; missing stays."""
    return None if holds is None else not holds


def at_least(minimum: int, conditions: Iterable[bool | None]) -> bool | None:
    """Whether so many hold; missing where that depends on the missing ones."""
    known = open_ones = 0
    for holds in conditions:
        if holds is None:
            open_ones += 1
        elif holds:
            known += 1
    if known >= minimum:
        return True
    return None if known + open_ones >= minimum else False
