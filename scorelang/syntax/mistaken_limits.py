"""Mistakes of limits and lines as policies write them: ``90 or more``, ``90-100得20分``, dates.

In: a ``Trouble``. Out: a ``Mistake``, or ``None`` where the rule does not fit. Codes E0101,
E0103. What is meant is offered where the line then reads.
"""

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.trouble import Mistake, Trouble, line_at, matches_at

_NUMBER: Final = (
    r"(?P<number>-?[0-9][0-9.]*\s?(?:[%‰]|[A-Za-z]+\b(?<!or)(?<!and)|[万亿元分天年月]+)?)"
)
_AFTER: Final = {
    r"(?:or|and) (?:more|above|over|higher|greater|later|longer)|\+": ">=",
    r"(?:or|and) (?:less|below|under|lower|fewer|earlier|shorter)": "<=",
}
_BEFORE: Final = {
    r"(?:greater|more|higher) than or equal to|(?:no|not) (?:less|lower|fewer) than"
    r"|not (?:below|under)|minimum(?: of)?|from|starting at": ">=",
    r"(?:less|lower|fewer) than or equal to|(?:no|not) (?:more|greater|higher) than"
    r"|not (?:above|over|exceeding)|up to|maximum(?: of)?|at the most": "<=",
    r"(?:more|greater|higher|larger|longer) than|exceeding|exceeds": ">",
    r"(?:less|lower|fewer|smaller|shorter) than": "<",
}
_PHRASES: Final = (
    *((re.compile(rf"{_NUMBER}\s*(?:{words})", re.IGNORECASE), op) for words, op in _AFTER.items()),
    *(
        (re.compile(rf"(?<![\w-])(?:{words})\s+{_NUMBER}", re.IGNORECASE), op)
        for words, op in _BEFORE.items()
    ),
)
_POINTS: Final = re.compile(
    r"(?P<space>\s*)(?P<guard>[^:：#\n]*?[^:：#\n\s,，=→得记计给])\s*"
    r"(?:得|记|计|给|[,，]\s*得?|=|＝|→|->|=>)\s*(?P<points>-?[0-9.]+)\s*分?"
)
_DATE: Final = re.compile(
    r"(?P<year>[0-9]{4})\s*[年/.]\s*(?P<month>[0-9]{1,2})\s*[月/.]\s*(?P<day>[0-9]{1,2})\s*日?"
)


def limit_in_words(trouble: Trouble) -> Mistake | None:
    """``90 or more``, ``up to 50``, ``90+``."""
    for pattern, op in _PHRASES:
        for start, found in matches_at(trouble, pattern):
            meant = f"{op} {found['number'].strip()}"
            begin, end = start + found.start(), start + found.end()
            arguments = {"found": found.group(), "meant": meant}
            return Mistake("E0101.limit", begin, end, arguments, meant)
    return None


def points_in_words(trouble: Trouble) -> Mistake | None:
    """``90-100得20分``, ``90-100=20``: the points of a line stand behind a colon."""
    start, line = line_at(trouble)
    plain = line.split("#")[0].rstrip().rstrip("}｝").rstrip()
    found = _POINTS.fullmatch(plain)
    if found is None:
        return None
    colon = "：" if trouble.vocabulary is Vocabulary.CHINESE else " : "
    meant = f"{found['guard']}{colon}{found['points']}"
    begin = start + len(found["space"])
    arguments = {"found": plain.strip(), "meant": meant}
    return Mistake("E0101.points", begin, start + len(plain), arguments, meant)


def date_in_words(trouble: Trouble) -> Mistake | None:
    """``2025年1月1日``, ``2025.1.1``."""
    for start, found in matches_at(trouble, _DATE):
        meant = f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"
        begin, end = start + found.start(), start + found.end()
        arguments = {"found": found.group(), "meant": meant}
        return Mistake("E0103.written_date", begin, end, arguments, meant, is_sure=True)
    return None
