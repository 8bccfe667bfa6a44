"""Vocabulary and grammar say the same."""

import re

import pytest

from scorelang.resources import grammar_text
from scorelang.syntax.lexer import _beginnings
from scorelang.syntax.vocabulary import (
    KEYWORDS,
    is_plain_name,
    is_reserved,
    keywords,
    part_words,
)

LINE = re.compile(r"(?m)^([A-Z][A-Z_]*)(?:\.\d+)?\s*: /(.+)/$")
PATTERNS = dict(LINE.findall(grammar_text("tokens.lark")))
LITERALS = {
    *("BAR", "DOTS", "PLUS", "MINUS", "TIMES", "DIVIDE", "POWER", "GE", "LE", "NE", "GT", "LT"),
    *(
        "EQ",
        "BODY_EQ",
        "INCLUSIVE",
        "EXCLUSIVE",
        "LSQUARE",
        "RSQUARE",
        "NUMBER",
        "DATE",
        "TEXT",
        "NAME",
    ),
    *("UNIT", "ROW", "SPACE"),
}
BEHIND = [
    "",
    " ",
    " (a)",
    " x {\n|",
    " x 的均值",
    " 2 of (a)",
    " 2 项满足（a）",
    " when",
    " 当",
    " 9",
]
BEHIND += [" x text", " x", " {"]


def test_each_keyword_of_the_grammar_has_spellings():
    assert set(PATTERNS) - LITERALS == set(KEYWORDS) - {"TO"} | ({"TO"} & set(PATTERNS))


@pytest.mark.parametrize("terminal", sorted(KEYWORDS))
def test_each_spelling_is_read_by_its_terminal(terminal):
    pattern = re.compile(PATTERNS[terminal].replace("\\/", "/"))
    for word in (*KEYWORDS[terminal][0], *KEYWORDS[terminal][1]):
        found = [pattern.match(word + behind) for behind in BEHIND]
        assert any(each and each.group() == word for each in found), word


def test_no_keyword_is_spelt_twice_within_a_terminal():
    assert all(
        len(set(english + chinese)) == len(english + chinese)
        for english, chinese in KEYWORDS.values()
    )


def test_plain_names():
    assert is_plain_name("毛利率")
    assert is_plain_name("post.total")
    assert not is_plain_name("总分")
    assert not is_plain_name("A+")
    assert not is_plain_name("")
    assert is_reserved("otherwise")
    assert not is_reserved("full")
    assert "满分" in keywords()


@pytest.mark.parametrize(
    ("written", "parted"),
    [
        ("逾期天数超过30天", "逾期天数 超过 30天"),
        ("毛利率不低于20", "毛利率 不低于 20"),
        ("毛利率20%以上", "毛利率 20%以上"),
        ("margin20", None),
        ("毛利率", None),
    ],
)
def test_words_that_run_together_are_parted(written, parted):
    assert part_words(written) == parted


@pytest.mark.parametrize("terminal", sorted(KEYWORDS))
def test_the_lexer_knows_with_which_letters_a_keyword_begins(terminal):
    words = [word for words in KEYWORDS[terminal] for word in words]
    begun = _beginnings(PATTERNS[terminal])
    assert {text[0] for text in begun} == {word[0] for word in words}
    assert all(word.startswith(begun) for word in words)
