"""Bare names that do not exist, and what their writers meant by them.

In: such a name and the place it is read from. Reports E0201, in the words of the first guess
that fits: another kind of thing, a heading, a number in letters, a phrase of the policy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any, Final

from scorelang.compiler.draft import Draft
from scorelang.compiler.listed_values import report_list
from scorelang.compiler.reading import Reading
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.syntax import ast
from scorelang.syntax.asked_indicators import asks_of_indicators
from scorelang.syntax.mistaken_comparisons import part_comparison
from scorelang.syntax.numerals import in_digits
from scorelang.syntax.vocabulary import KEYWORDS, meant_keyword, part_words, range_in_words

_Guess = tuple[str, dict[str, Any]]
_SHORT_OF: Final = re.compile(r"(?:不到|未达到?|达不到|未满|不够|少于|不及)(?P<number>[0-9]+\w*)")
_LAST: Final = (
    *("last_{}", "last{}", "{}_last", "上期{}", "上年{}", "去年{}", "上期_{}", "上年_{}"),
    "上一年{}",
)
"""What people write for the value of the last period, instead of ``last sales``."""
_TAKEN: Final = re.compile(r"(?P<word>[扣减加得])(?P<number>[0-9]+)分?")
"""Points as policies write them in front of a condition: ``扣5分 当 …``."""


def report_unknown(name: ast.Name, reading: Reading) -> None:
    """Say that a bare name does not exist, and what may have been meant."""
    draft = reading.draft
    slashed = _not_available(name, draft)
    if slashed is not None and not slashed.startswith(name.text):
        return  # of ``N`` and ``A`` in ``N/A`` the first is said
    if report_list(name.span, draft):
        return
    found = next((guess for each in _GUESSES if (guess := each(name, draft)) is not None), None)
    key, more = found if found is not None else ("E0201", {})
    said = {"what": TERMS["field or derived value"], "name": name.text}
    reading.report(key, name.span, **{**said, **more})


def _blank(name: ast.Name, draft: Draft) -> _Guess | None:
    written = _not_available(name, draft)
    if written is None:
        return None
    is_chinese = draft.tree.vocabulary is ast.Vocabulary.CHINESE
    return "E0201.near", {"name": written, "near": "未填" if is_chinese else "missing"}


def _not_available(name: ast.Name, draft: Draft) -> str | None:
    """Give ``N/A`` where a name is one of its two letters, as in the line ``N/A : 5``."""
    text = draft.tree.source.content if draft.tree.source is not None else ""
    if name.text not in {"N", "A", "n", "a"}:
        return None
    start = name.span.start - (2 if name.text in {"A", "a"} else 0)
    written = text[max(start, 0) : start + 3]
    return written if written in {"N/A", "n/a"} else None


def _of_another_kind(name: ast.Name, draft: Draft) -> _Guess | None:
    if name.text in draft.symbols.scored:
        return "E0201.score", {}
    return ("E0201.result", {}) if name.text in draft.symbols.results else None


def _heading(name: ast.Name, draft: Draft) -> _Guess | None:
    near = _by_heading(name.text, draft)
    return None if near is None else ("E0201.near", {"near": near})


def _by_heading(text: str, draft: Draft) -> str | None:
    """Give how a field is read whose heading was written: ``上期 毛利`` for ``上年毛利``."""
    is_chinese = draft.tree.vocabulary is ast.Vocabulary.CHINESE
    for name, decl in draft.symbols.of(ast.FieldDecl).items():
        if decl.has_last and text in {decl.last_label, *(form.format(name) for form in _LAST)}:
            return f"上期 {name}" if is_chinese else f"last {name}"
        if text in {decl.label, *decl.also}:
            return name
    return None


def _number(name: ast.Name, _: Draft) -> _Guess | None:
    spelt = in_digits(name.text)
    return None if spelt is None else ("E0201.digits", {"parted": spelt})


def _indicators(name: ast.Name, _: Draft) -> _Guess | None:
    return ("E0201.any_indicator", {}) if asks_of_indicators(name.text) else None


def _range(name: ast.Name, _: Draft) -> _Guess | None:
    if name.text == "up":  # of ``up to 50``
        return "E0201.range", {"name": "up to", "meant": "<= 50"}
    short = _SHORT_OF.fullmatch(name.text)
    if short is not None:
        return "E0201.range", {"meant": f"不足 {short['number']}"}
    meant = range_in_words(name.text)
    return None if meant is None else ("E0201.range", {"meant": meant})


def _order(name: ast.Name, draft: Draft) -> _Guess | None:
    """``rank of total, descending``: the word for the order was taken for a second key."""
    at = _ORDERS.get(name.text)
    is_chinese = draft.tree.vocabulary is ast.Vocabulary.CHINESE
    return None if at is None else ("E0201.near", {"near": KEYWORDS[at][is_chinese][0]})


_ORDERS: Final = {
    **dict.fromkeys(("descending", "desc", "降序", "由高到低", "从大到小"), "HIGHEST_FIRST"),
    **dict.fromkeys(("ascending", "asc", "升序", "由低到高", "从小到大"), "LOWEST_FIRST"),
}


def _points(name: ast.Name, _: Draft) -> _Guess | None:
    found = _TAKEN.fullmatch(name.text)
    if found is None:
        return None
    sign = "-" if found["word"] in "扣减" else ""
    return "E0201.points", {"meant": f"{sign}{found['number']}"}


def _value(name: ast.Name, draft: Draft) -> _Guess | None:
    """``k = A or B``: the second value stands alone."""
    for field, decl in draft.symbols.of(ast.FieldDecl).items():
        if any(value.name.text == name.text for value in decl.values):
            return "E0201.value", {"field": field}
    return None


def _glued(name: ast.Name, draft: Draft) -> _Guess | None:
    parted = _parted(name.text, draft.symbols.values)
    return None if parted is None else ("E0201.glued", {"parted": parted})


def _parted(name: str, values: Collection[str]) -> str | None:
    """Set spaces into words that run together, if they begin with a name that exists."""
    compared = part_comparison(name)
    if compared is not None and compared.split()[0] in values:
        return compared
    begins = [value for value in values if len(value) > 1 and name.startswith(value)]
    if not begins:
        return None
    first = max(begins, key=len)
    parted = part_words(name)
    return parted if parted is not None else f"{first} {name[len(first) :]}"


def _misspelt(name: ast.Name, draft: Draft) -> _Guess | None:
    near = did_you_mean(name.text, draft.symbols.values) or meant_keyword(name.text)
    return ("E0201.near", {"near": near}) if near else None


_GUESSES: Final[tuple[Callable[[ast.Name, Draft], _Guess | None], ...]] = (
    *(_blank, _of_another_kind, _heading, _number, _indicators, _range, _points),
    _order,
    *(_value, _glued, _misspelt),
)
