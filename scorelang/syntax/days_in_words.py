"""Days as people write them: ``1 March 2024``, ``31/12/2023``, ``2024年``.

In: the words. Out: the day of the language, where only one day can be meant.
"""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTHS_IN_YEAR: Final = 12
_NAMED: Final = (
    rf"(?i:[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\.?,? [0-9]{{4}}"
    rf"|{_MONTH}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}})"
)
SLASHED: Final = r"[0-9]{1,4}[/.][0-9]{1,2}[/.][0-9]{1,4}"
DAY: Final = rf"(?:{_NAMED}|[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}|{SLASHED})"
"""A day in one of the ways that are known."""


def day_meant(written: str) -> str | None:
    """Give the day that is meant; ``None`` where it is no day, or two days can be meant.

    >>> day_meant("1 March 2024"), day_meant("31/12/2023"), day_meant("12/31/2023")
    ('2024-03-01', '2023-12-31', '2023-12-31')
    >>> day_meant("March 5th, 2024"), day_meant("2024/1/5"), day_meant("03/04/2023")
    ('2024-03-05', '2024-01-05', None)
    """
    numbers = [int(number) for number in re.findall("[0-9]+", written)]
    named = re.search(rf"(?i:{_MONTH})", written)
    if named is not None and len(numbers) == 2:
        month = _MONTHS.split().index(named.group()[:3].lower()) + 1
        return _written(numbers[1], month, numbers[0])
    if named is not None or re.fullmatch(rf"\s*{SLASHED}\s*", written) is None:
        return None
    first, second, third = numbers
    if re.match(r"\s*[0-9]{4}", written):
        return _written(first, second, third)
    if first > _MONTHS_IN_YEAR or first == second:
        return _written(third, second, first)
    return _written(third, first, second) if second > _MONTHS_IN_YEAR else None


def _written(year: int, month: int, day: int) -> str | None:
    is_day = 1 <= month <= _MONTHS_IN_YEAR and 1 <= day <= 31 and year >= 1900
    return f"{year}-{month:02}-{day:02}" if is_day else None
