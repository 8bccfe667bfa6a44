"""Phrases of several values of one column, or of several columns beside one answer.

Each is tried before it is said.
"""

from __future__ import annotations

import re
from typing import Final

from scorelang.syntax.mistaken_names import is_declared
from scorelang.syntax.phrase import NAME, Found, Phrase, phrase
from scorelang.syntax.value_lists import LIST, value_lists

_ANSWER: Final = r"(?P<answer>是|否|yes|no)(?!\w)"
_IS: Final = r"(?:不为|不是|为|是|is not|is|are not|are|=|等于|不等于)"
_NAMES: Final = (
    rf"(?P<first>{NAME})(?P<sign>\s*[、，,]\s*|\s*(?:[和与及或且]|以及|或者)\s*|\s+(?:and|or)\s+)"
    rf"(?P<next>{NAME})"
)
_OPEN: Final = frozenset("、，,")
_WORDS: Final = {"和": "且", "与": "且", "及": "且", "以及": "且", "或者": "或"}


def _listed(found: Found, text: str) -> str:
    """``k 不是 甲、乙``: the list with the *not* kept."""
    line = found.string
    first = next(
        (
            each
            for each in value_lists(
                line[found.start() :], lambda _, value: not is_declared(value, text)
            )
            if each.start == 0
        ),
        None,
    )
    if first is None:
        return found.group()
    return first.meant + line[found.start() + first.end : found.end()]


def _each_subject(found: Found, text: str) -> str:
    """``y、z 为 否``: each column with its answer."""
    names = (found["first"], found["next"])
    if not all(is_declared(name, text) for name in names):
        return found.group()
    sign = found["sign"].strip()
    is_word = {"are": "is", "are not": "is not"}.get(found["is"], found["is"])
    join = _WORDS.get(sign, sign)
    if sign in _OPEN:
        join = "and" if is_word.isascii() else "且"
    said = f"{is_word} {found['answer']}"
    return f"{names[0]} {said} {join} {names[1]} {said}"


_SHARE: Final = r"\s*(?:所?占比?例?|权重占?|比重)?\s*[:：]?\s*"
_SHARED_FORM: Final = rf"[^\W\d]+?{_SHARE}[0-9.]+[%％]"
_SHARED: Final = re.compile(rf"(?P<name>[^\W\d]+?){_SHARE}(?P<n>[0-9.]+[%％])")


def _raters(found: Found, _: str) -> str:
    """``评价人 自评 占 30%``: a rater and its share stand beside each other."""
    return f"{found['head']}{_SHARED.sub(_rater, found['raters'])}"


def _rater(found: Found) -> str:
    return f"{found['name']} {found['n']}"


PHRASES: Final[tuple[Phrase, ...]] = (
    phrase(
        rf"(?P<head>评价人\s+)(?P<raters>{_SHARED_FORM}(?:\s*[,，、]\s*{_SHARED_FORM})*)",
        _raters,
    ),
    Phrase(LIST, _listed),
    phrase(
        rf"(?<!\w){_NAMES}\s*(?P<both>均|都|皆|both|all)\s*(?P<is>{_IS})\s*{_ANSWER}",
        _each_subject,
    ),
    phrase(
        rf"(?<!\w){_NAMES}\s*(?P<is>{_IS})\s*{_ANSWER}",
        lambda found, text: (
            found.group() if found["sign"].strip() in _OPEN else _each_subject(found, text)
        ),
    ),
    # whether both must hold is not said: both ways are shown, and none is chosen
    phrase(rf"(?<!\w){_NAMES}\s*(?P<is>{_IS})\s*{_ANSWER}", _each_subject, "E0101.either_way"),
    phrase(
        rf"(?<!\w)neither (?P<first>{NAME}) nor (?P<next>{NAME})(?!\w)",
        lambda found, _: f"not {found['first']} and not {found['next']}",
    ),
)
