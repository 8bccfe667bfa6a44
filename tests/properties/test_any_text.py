"""Any text at all gives diagnostics or a rubric, and never a traceback."""

from hypothesis import given
from hypothesis import strategies as st

from scorelang.api import format_source, read_text
from scorelang.model.invariants import check_invariants
from scorelang.source.text import SourceText
from tests.generators.sizes import examples
from tests.strategies import mutated, rubric_texts, word_soups


def check(text):
    source = SourceText("any.rubric", text)
    loaded = read_text(source)
    for found in loaded.diagnostics:
        assert found.message
        assert 0 <= found.span.start <= found.span.end <= len(text)
    if loaded.checked is None:
        assert any(found.severity.value == "error" for found in loaded.diagnostics)
    else:
        assert not check_invariants(loaded.checked)
    assert format_source(source).text is not None or format_source(source).diagnostics


@examples(2)
@given(st.text())
def test_random_text(text):
    check(text)


@examples(4)
@given(word_soups())
def test_words_of_the_language_in_any_order(text):
    check(text)


@examples(3)
@given(mutated())
def test_shipped_rubrics_with_a_few_mistakes(text):
    check(text)


@examples(2)
@given(mutated(rubric_texts(populations=True)))
def test_generated_rubrics_with_a_few_mistakes(text):
    check(text)
