"""What might have stood where the parser could not go on, as a person would write it.

In: what the parser would take, and the vocabulary of the file. Out: words and signs.
"""

from __future__ import annotations

from typing import Final

from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.standing import Standing
from scorelang.syntax.terms import TERMS
from scorelang.syntax.vocabulary import KEYWORDS, spellings

SIGNS: Final = {
    "_COLON": ":",
    "_COMMA": ",",
    "_LBRACE": "{",
    "_RPAR": ")",
    "IS": "is",
    "EQ": "=",
    "BODY_EQ": "=",
    "WHEN": "when",
    "OF": "of",
    "HEAD_OF": "of",
    "TO": "to",
    "FOR_EACH": "for each",
    "GIVES": "gives",
    "BECAUSE": "because",
}
_VALUES: Final = frozenset(("NUMBER", "NAME", "POINTS_OF", "MINUS"))
_COMPARISONS: Final = frozenset(("GE", "GT", "LE", "LT"))
OPERATORS: Final = frozenset(("PLUS", "MINUS", "TIMES", "DIVIDE", "POWER"))
_HIDDEN: Final = frozenset(
    (
        *("_NL", "_RBRACE", "SPACE", "NAME", "NUMBER", "TEXT", "DATE", "ROW", "UNIT"),
        *("_LPAR", "LSQUARE", "RSQUARE", "INCLUSIVE", "EXCLUSIVE", "DOTS", "BAR"),
        *SIGNS,
    )
)
PARTS: Final = ("INDICATOR", "GROUP", "LET", "TOTAL", "GRADES", "RECORD", "RESULT", "EXAMPLE")
_MOST_EXPECTED: Final = 8


def expectations(standing: Standing, vocabulary: Vocabulary) -> list[str]:
    """Give in plain words what may stand here, most telling first."""
    kinds = standing.kinds
    is_value, may_end = kinds >= _VALUES, "_COMMA" in kinds or "_NL" in kinds
    found = _plain_expectations(kinds, is_value=is_value)
    signs = [kind for kind in SIGNS if kind in kinds and kind not in {"_COMMA", "IS", "TO"}]
    found += [f"`{sign(kind, vocabulary)}`" for kind in signs if kind != "EQ" or "GE" not in kinds]
    if "INDICATOR" in kinds:
        parts = [_spelt(kind, vocabulary) for kind in PARTS[:3]]
        shown = TERMS[", "].join(f"`{part}`" for part in parts)
        found.append(TERMS["a part such as {parts}"].format(parts=shown))
    elif not is_value and not may_end:
        words = sorted(kinds - _HIDDEN - OPERATORS - _COMPARISONS - {"EQ_WORD", "NE", "NE_WORD"})
        spelt = [_spelt(kind, vocabulary) for kind in words if kind in KEYWORDS]
        found += [f"`{word}`" for word in dict.fromkeys(spelt) if word]
    if "_COMMA" in kinds:
        found.append(TERMS["a comma with more behind it"])
    if "_NL" in kinds:
        found.append(TERMS["a new line"])
    return found if len(found) <= _MOST_EXPECTED else [*found[:_MOST_EXPECTED], "…"]


def _plain_expectations(kinds: frozenset[str], *, is_value: bool) -> list[str]:
    tests = (
        (is_value, "a value"),
        ("NAME" in kinds and not is_value, "a name"),
        ("NUMBER" in kinds and not is_value and "GE" not in kinds, "a number"),
        ("TEXT" in kinds, "a text in quotes"),
        ("DATE" in kinds and not is_value, "a date such as 2026-12-31"),
        ("ROW" in kinds, "a line of a table"),
        (kinds >= _COMPARISONS, "a comparison such as `>=`"),
        (kinds >= OPERATORS and not is_value, "a sign such as `+`"),
    )
    return [TERMS[words] for holds, words in tests if holds]


def sign(kind: str, vocabulary: Vocabulary) -> str:
    """Write what stands for a kind of word: a sign, or its keyword."""
    return _spelt(kind, vocabulary) if kind in KEYWORDS else SIGNS[kind]


def _spelt(kind: str, vocabulary: Vocabulary) -> str:
    english, chinese = KEYWORDS[kind]
    own = chinese if vocabulary is Vocabulary.CHINESE else english
    return own[0] if own else ""


def all_spellings(kind: str) -> tuple[str, ...]:
    """Give a keyword in both vocabularies; nothing for what is no keyword."""
    if kind not in KEYWORDS:
        return ()
    return spellings(kind, Vocabulary.ENGLISH) + spellings(kind, Vocabulary.CHINESE)
