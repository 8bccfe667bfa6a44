"""Formatting changes no meaning, and what is formatted is formatted no further."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.api import format_source, read_text
from scorelang.source.text import SourceText
from tests.generators.meaning import meaning, wordless
from tests.generators.scoring import score_all
from tests.generators.shipped import BY_NAME, NAMES, TEXTS
from tests.generators.sizes import examples
from tests.strategies import compile_text, mutated, records_for, rubric_texts


def formatted(text, vocabulary=None):
    found = format_source(SourceText("generated.rubric", text), vocabulary)
    assert found.text is not None, [each.message for each in found.diagnostics]
    return found.text


@examples(1)
@given(st.data())
def test_formatting_changes_neither_model_nor_results(data):
    text = data.draw(rubric_texts(populations=data.draw(st.booleans())))
    again = formatted(text)
    before, after = compile_text(text), compile_text(again)
    assert meaning(again) == meaning(text)
    lines = data.draw(st.lists(records_for(before), min_size=1, max_size=3))
    found = list(map(wordless, score_all(after, lines)))
    assert found == list(map(wordless, score_all(before, lines)))


@examples(1)
@given(rubric_texts())
def test_formatting_is_stable(text):
    once = formatted(text)
    assert formatted(once) == once


@pytest.mark.parametrize("name", NAMES)
def test_formatting_a_shipped_rubric_changes_nothing(name):
    again = formatted(TEXTS[name])
    path = BY_NAME[name]
    assert meaning(again, path) == meaning(TEXTS[name], path)
    assert formatted(again) == again


@examples(1)
@given(mutated())
def test_formatting_never_changes_what_a_faulty_rubric_says(text):
    """A text that does not compile may still be formatted: the same findings then."""
    found = format_source(SourceText("mutated.rubric", text))
    if found.text is None:
        assert found.diagnostics
        return
    before = read_text(SourceText("mutated.rubric", text))
    after = read_text(SourceText("mutated.rubric", found.text))
    assert sorted(x.code for x in after.diagnostics) == sorted(x.code for x in before.diagnostics)
