"""Each `tests/cases/format/<name>.in` gives `<name>.out`, and tries the laws of the formatter.

In the other vocabulary it gives `<name>.en.out` or `<name>.zh.out`.
"""

from itertools import pairwise

import pytest

from scorelang.diagnostics.collector import Collector
from scorelang.formatter.compare import is_same_comments, is_same_rubric
from scorelang.formatter.document import WIDTH, display_width
from scorelang.formatter.format import format_source
from scorelang.source.text import SourceText
from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.parser import parse
from tests.conftest import CASES

NAMES = sorted(path.stem for path in (CASES / "format").glob("*.in"))
ENGLISH, CHINESE = Vocabulary.ENGLISH, Vocabulary.CHINESE


def read(name):
    return SourceText(f"{name}.rubric", (CASES / "format" / f"{name}.in").read_bytes().decode())


def formatted(text, vocabulary=None):
    source = text if isinstance(text, SourceText) else SourceText("again.rubric", text)
    result = format_source(source, vocabulary=vocabulary)
    assert result.text is not None, [found.message for found in result.diagnostics]
    return result.text


def tree(text):
    found = parse(SourceText("again.rubric", text), Collector())
    assert found is not None
    return found


def other(name):
    return ENGLISH if tree(read(name).content).vocabulary is CHINESE else CHINESE


@pytest.mark.parametrize("name", NAMES)
def test_the_layout_is_the_expected_one(name, golden):
    golden(f"format/{name}.out", formatted(read(name)))


@pytest.mark.parametrize("name", NAMES)
def test_the_other_vocabulary_is_the_expected_one(name, golden):
    vocabulary = other(name)
    golden(f"format/{name}.{vocabulary.value}.out", formatted(read(name), vocabulary))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("vocabulary", [ENGLISH, CHINESE])
def test_formatting_twice_changes_nothing(name, vocabulary):
    once = formatted(read(name), vocabulary)
    assert formatted(once) == once
    assert formatted(once, vocabulary) == once


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("vocabulary", [ENGLISH, CHINESE])
def test_the_meaning_and_all_comments_stay(name, vocabulary):
    before, after = tree(read(name).content), tree(formatted(read(name), vocabulary))
    assert is_same_rubric(before, after)
    assert is_same_comments(before.comments, after.comments)
    assert after.vocabulary is vocabulary


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("there", "back"), [(ENGLISH, CHINESE), (CHINESE, ENGLISH)])
def test_there_and_back_is_the_identity(name, there, back):
    text = formatted(read(name), there)
    assert formatted(formatted(text, back), there) == text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("vocabulary", [ENGLISH, CHINESE])
def test_lines_are_tidy(name, vocabulary):
    text = formatted(read(name), vocabulary)
    lines = text.split("\n")
    assert lines.pop() == "", "one line end at the end"
    assert lines[-1], "no blank line at the end"
    assert all(line == line.rstrip() for line in lines)
    assert all(first or second for first, second in pairwise(lines))
    assert "\r" not in text
    assert "\t" not in text


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"comments", "tables"}))
@pytest.mark.parametrize("vocabulary", [ENGLISH, CHINESE])
def test_no_line_is_too_long(name, vocabulary):
    lines = formatted(read(name), vocabulary).splitlines()
    assert [line for line in lines if display_width(line) > WIDTH] == []
