"""From English to Chinese and back is no change: the two vocabularies say the same."""

import pytest
from hypothesis import given

from scorelang.api import format_source, normal_digest
from scorelang.source.text import SourceText
from scorelang.syntax.ast import Vocabulary
from tests.generators.meaning import meaning
from tests.generators.shipped import BY_NAME, NAMES, TEXTS
from tests.generators.sizes import examples
from tests.strategies import rubric_texts


def written(text, vocabulary):
    found = format_source(SourceText("generated.rubric", text), vocabulary)
    assert found.text is not None, [each.message for each in found.diagnostics]
    return found.text


def check_there_and_back(text):
    english = written(text, Vocabulary.ENGLISH)
    chinese = written(english, Vocabulary.CHINESE)
    assert written(chinese, Vocabulary.ENGLISH) == english
    assert written(chinese, Vocabulary.CHINESE) == chinese
    return english, chinese


@examples(1)
@given(rubric_texts(populations=True))
def test_to_chinese_and_back_is_no_change(text):
    english, chinese = check_there_and_back(text)
    assert meaning(chinese) == meaning(english)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_rubric_says_the_same_in_both(name):
    english, chinese = check_there_and_back(TEXTS[name])
    assert meaning(chinese, BY_NAME[name]) == meaning(english, BY_NAME[name])
    digests = {normal_digest(SourceText("x", text)) for text in (english, chinese, TEXTS[name])}
    assert len(digests) == 1
