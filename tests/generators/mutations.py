"""Texts that are no rubrics, or only nearly: soup of the words of the language, mutated rubrics."""

import re

from hypothesis import strategies as st

from scorelang.syntax.vocabulary import keywords
from tests.generators.shipped import TEXTS

TOKENS = re.compile(r'"[^"\n]*"|[ \t]+|\n|\w+|.')
_SIGNS = (
    *"{}()[]|,:;=<>+-*/^%#\"'`.，：；（）｛｝「」“”｜＝ \n\t\r",
    ">=", "<=", "!=", "..", "||", "20%", "1e9", "0x1", "1..2..3", "100万元", "3.5", "2025-02-30",
    "\u202e", "\x7f",
    "\\", "\0", "\ufeff", "\u2028", "𝟙", "１２", "e\u0301", "🙂", "x", "margin", "毛利率",
)  # fmt: skip
WORDS = (*sorted(keywords()), *_SIGNS)

HEADS = ("rubric r {\n", "rubric r {\n  indicator x of y, max 5 {\n", "评分标准 r {\n", "")


@st.composite
def word_soups(draw):
    """Words of the language in any order, in an opened rubric."""
    words = draw(st.lists(st.sampled_from(WORDS), max_size=40))
    between = draw(st.sampled_from((" ", "", "\n")))
    return draw(st.sampled_from(HEADS)) + between.join(words) + draw(st.sampled_from(("\n}", "")))


@st.composite
def mutated(draw, texts=None):
    """A rubric with some tokens or lines deleted, doubled, swapped or replaced."""
    text = draw(texts if texts is not None else st.sampled_from(tuple(TEXTS.values())))
    for _ in range(draw(st.integers(1, 3))):
        by_line = draw(st.integers(0, 2)) == 0
        pieces = text.splitlines(keepends=True) if by_line else TOKENS.findall(text)
        text = "".join(changed(pieces, lambda options: draw(st.sampled_from(options))))
    return text


def changed(pieces, pick):
    """The pieces of a text with one change; ``pick`` chooses one of several."""
    if len(pieces) < 2:
        return pieces
    at, other = pick(range(len(pieces))), pick(range(len(pieces)))
    match pick(("delete", "double", "swap", "replace", "insert", "cut")):
        case "delete":
            return pieces[:at] + pieces[at + 1 :]
        case "double":
            return [*pieces[:at], pieces[at], *pieces[at:]]
        case "swap":
            pieces = list(pieces)
            pieces[at], pieces[other] = pieces[other], pieces[at]
            return pieces
        case "replace":
            return [*pieces[:at], pieces[other], *pieces[at + 1 :]]
        case "insert":
            return [*pieces[:at], pick(WORDS), *pieces[at:]]
        case _:
            return pieces[:at]
