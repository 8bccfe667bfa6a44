"""Rubrics of the new words: compiled, scored, and told in both vocabularies."""

from scorelang.api import format_source
from scorelang.loading import read_text
from scorelang.source.text import SourceText
from scorelang.syntax.ast import Vocabulary
from tests.generators.compiling import compile_text
from tests.generators.meaning import meaning
from tests.generators.scoring import score_all

RECORD = """record {
    key id text
    sales number 0..1000, decimals 2
    days integer 0..30
    rate percent 0%..100%
    kind a | b | c
    size large > medium > small
    checked yes/no
  }"""


def rubric(*lines, record=RECORD):
    """Write a rubric of these lines."""
    return "rubric words {\n  " + "\n  ".join((*lines, record)) + "\n}\n"


def outcomes(text, *records):
    """Score records given by the texts of their cells; the fields left out are empty."""
    checked = compile_text(text)
    names = [field.name for field in checked.fields]
    lines = [
        dict.fromkeys(names, "") | {"id": str(place)} | {k: str(v) for k, v in record.items()}
        for place, record in enumerate(records, 1)
    ]
    return score_all(checked, lines)


def outcome(text, **cells):
    """Score one record."""
    return outcomes(text, cells)[0]


def findings(text):
    """Give what `check` says, the code and the message of each."""
    loaded = read_text(SourceText("words.rubric", text))
    return [(each.code, each.message) for each in loaded.diagnostics]


def codes(text):
    """Give the codes of what `check` says."""
    return [code for code, _ in findings(text)]


def errors(text):
    """Give the codes of the errors alone."""
    return [code for code in codes(text) if code.startswith("E")]


def written(text, vocabulary):
    """Format a text."""
    found = format_source(SourceText("words.rubric", text), vocabulary)
    assert found.text is not None, [each.message for each in found.diagnostics]
    return found.text


def chinese_of(text):
    """Format into Chinese, after asking that the way there and back changes nothing."""
    english = written(text, Vocabulary.ENGLISH)
    chinese = written(english, Vocabulary.CHINESE)
    assert written(chinese, Vocabulary.ENGLISH) == english
    assert written(chinese, Vocabulary.CHINESE) == chinese
    assert meaning(chinese) == meaning(english)
    return chinese
