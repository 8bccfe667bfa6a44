"""What is found in a rubric is said in Chinese to the last word: every bad case, in both files.

Names, quoted source and codes stay as they are. In an English file a fix quotes English
keywords, as it is pasted there; in a Chinese one there is not an English word left.
"""

import ast as python
import enum
import re
from pathlib import Path

import pytest

from scorelang.diagnostics.language import speaking
from scorelang.diagnostics.quoted_words import QUOTED
from scorelang.formatter.format import format_source
from scorelang.loading import read_text
from scorelang.source.text import SourceText
from scorelang.syntax import ast
from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.vocabulary import keywords

ROOT = Path(__file__).resolve().parent.parent
CASES = sorted((ROOT / "tests" / "cases" / "bad").rglob("*.rubric"))
REPORTED = sorted((ROOT / "tests" / "trials").rglob("*.rubric"))
WORD = re.compile(r"[A-Za-z][A-Za-z_]*")
KEYWORDS = {part for word in keywords() if word.isascii() for part in WORD.findall(word)}
SIGNS = {"CSV", "UTF", "A", "W", "scorelang"}
"""Names of formats and codes, and the grade of an example, in sentences about any rubric."""
SHIPPED = {"bank", "scale", "bank_scale", "data", "limits", "rubric"}
"""Names of files that bad cases lead to."""


def told(diagnostic):
    yield diagnostic.message
    yield diagnostic.help or ""
    yield from (label.text for label in diagnostic.labels)
    yield from (fix.text for fix in diagnostic.fixes)
    if diagnostic.witness is not None:
        yield diagnostic.witness.outcome
        yield from (value for _, value in diagnostic.witness.values)


def findings(source):
    with speaking("zh"):
        return read_text(source).diagnostics


def words_of(text):
    return set(WORD.findall(re.sub(r"#.*", "", text)))


def foreign(source, names, *, quoted):
    """English words in what is said of a text; ``quoted`` looks between backticks as well."""
    return [
        (each.key, sorted(words), text)
        for each in findings(source)
        for text in told(each)
        if (words := words_of(text if quoted else re.sub(r"`[^`]*`", "", text)) - names)
    ]


@pytest.mark.parametrize("path", [*CASES, *REPORTED], ids=lambda path: path.stem)
def test_what_is_said_of_an_english_file_is_chinese_beside_the_quotes(path):
    source = SourceText(str(path), path.read_text("utf-8"))
    names = words_of(source.content) - KEYWORDS | SIGNS | SHIPPED
    assert not foreign(source, names, quoted=False)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_said_of_a_chinese_file_is_chinese_in_the_quotes_too(path):
    written = SourceText(str(path), path.read_text("utf-8"))
    text = format_source(written, vocabulary=Vocabulary.CHINESE).text
    if text is None:
        pytest.skip("it cannot be formatted")
    source = SourceText(str(path), text)
    assert not foreign(source, words_of(text) | SIGNS | SHIPPED, quoted=True)


KEPT = {"value"}
"""Said by the tree alone, never in a message."""


def test_each_word_of_the_tree_can_be_quoted_in_chinese():
    missing = {
        f"{name}: {member.value}"
        for name, found in vars(ast).items()
        if isinstance(found, type) and issubclass(found, enum.Enum) and found is not Vocabulary
        for member in found
        if isinstance(member.value, str) and WORD.search(member.value)
        if member.value not in QUOTED and member.value not in KEPT
    }
    assert not missing, "add to diagnostics/quoted_words.py"


REPORTS = {"report", "add", "fail", "refuse", "note", "find", "Label", "Witness", "witness_of"}
NO_WORDS = {"option", "example", "program", "known", "reason"}
"""Typed as they stand; a reason is said in Chinese where the message is made."""


def literals(tree):
    """Words handed to a message as they stand, instead of being looked up in a table."""
    for call in (node for node in python.walk(tree) if isinstance(node, python.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name not in REPORTS:
            continue
        given = [*call.args, *(k.value for k in call.keywords if k.arg not in NO_WORDS)]
        for value in given:
            parts = value.values if isinstance(value, python.JoinedStr) else [value]
            for part in parts:
                text = part.value if isinstance(part, python.Constant) else None
                is_word = isinstance(text, str) and re.search(r"[a-z]{2}", text)
                if is_word and not re.match(r"[A-Z][0-9]{4}", text):
                    yield call.lineno, text


@pytest.mark.parametrize("room", ["compiler", "syntax", "records", "evaluator", "cli"])
def test_no_message_is_given_a_word_past_the_tables(room):
    found = [
        f"{path.name}:{line}: {text}"
        for path in sorted((ROOT / "scorelang" / room).rglob("*.py"))
        for line, text in literals(python.parse(path.read_text("utf-8")))
    ]
    assert not found
