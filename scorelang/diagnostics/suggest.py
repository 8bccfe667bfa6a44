"""The nearest of the names that exist, for a name that does not.

In: the word as written and the candidates. Out: those that somebody may have meant,
best first; never one that denies what the word says, or says what the word denies
(``合格`` and ``不合格``, ``paid`` and ``unpaid``). Letter case, width (full-width
letters) and ``_``, ``-`` or space between words do not count as differences. The same
input always gives the same answer, whatever the order of the candidates.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

_NEAR = 0.6
_NEAR_SHORT = 0.5  # a Chinese word of two characters, one of them wrong
_SHORT = 3
_LONGEST = 80  # comparing is quadratic; a name of more characters is not a name
_CONTAINED, _PREFIX, _SAME_WORDS = 0.6, 0.7, 0.9
_LEAST_PART = 3


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """Give the one best candidate, if any is near enough.

    >>> did_you_mean("polise", ["price", "police"])
    'police'
    >>> did_you_mean("付款", ["付款记录", "配合度"])
    '付款记录'
    """
    return next(iter(nearest(word, candidates, 1)), None)


def nearest(word: str, candidates: Iterable[str], n: int) -> tuple[str, ...]:
    """Give up to ``n`` near candidates, best first; equally near ones by name."""
    plain = _plain(word)
    if not plain:
        return ()
    others = (each for each in set(candidates) if not _denies(plain, _plain(each)))
    scored = ((_similarity(plain, _plain(candidate)), candidate) for candidate in others)
    near = [(-score, candidate) for score, candidate in scored if score >= _threshold(plain)]
    return tuple(candidate for _, candidate in sorted(near)[: max(0, n)])


def _denies(word: str, other: str) -> bool:
    """Whether one of two words is said with a negation and the other without.

    >>> _denies("没超过", "超过"), _denies("not rated", "rated"), _denies("price", "police")
    (True, True, False)
    """
    if _is_denied(word) is not _is_denied(other):
        return True
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    return longer in {prefix + shorter for prefix in _PREFIXES}


def _is_denied(word: str) -> bool:
    return _NEGATION.search(word) is not None


_NEGATION: Final = re.compile(r"[不没未非]|(?<!\w)(?:no|not|non|never|without)(?!\w)")
_PREFIXES: Final = ("un", "non", "non ", "in", "im", "ir", "dis")


def _plain(word: str) -> str:
    text = unicodedata.normalize("NFKC", word[:_LONGEST]).casefold()
    return " ".join(text.replace("_", " ").replace("-", " ").split())


def _threshold(word: str) -> float:
    return _NEAR_SHORT if _is_wide(word) and len(word) <= _SHORT else _NEAR


def _similarity(word: str, other: str) -> float:
    """Compare two plain names: 1 for the same, 0 for nothing in common."""
    if not other:
        return 0.0
    ratio = SequenceMatcher(None, word, other, autojunk=False).ratio()
    if sorted(word.split()) == sorted(other.split()):
        return max(ratio, _SAME_WORDS)
    return max(ratio, _part_similarity(*sorted((word, other), key=len)))


def _part_similarity(part: str, whole: str) -> float:
    """Judge an abbreviation (``trade`` for ``trade type``) by how much of the name it is."""
    least = 2 if _is_wide(part) else _LEAST_PART
    if len(part) < least or part not in whole:
        return 0.0
    floor = _PREFIX if whole.startswith(part) else _CONTAINED
    return floor + (1 - floor) * len(part) / len(whole) * _SAME_WORDS


def _is_wide(word: str) -> bool:
    return any(unicodedata.east_asian_width(char) in "WF" for char in word)
