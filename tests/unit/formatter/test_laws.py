"""Laws of the formatter on generated rubrics, with comments and blank lines strewn in."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scorelang.diagnostics.collector import Collector
from scorelang.formatter.compare import is_same_comments, is_same_rubric
from scorelang.formatter.format import format_source
from scorelang.source.text import SourceText
from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.parser import parse
from tests.conftest import CASES
from tests.strategies import rubric_texts

ENGLISH, CHINESE = Vocabulary.ENGLISH, Vocabulary.CHINESE
vocabularies = st.sampled_from([ENGLISH, CHINESE])
case_texts = st.sampled_from(
    [path.read_bytes().decode() for path in sorted((CASES / "format").glob("*.in"))]
)


@st.composite
def strewn(draw, texts):
    """A text with blank lines and comments between its lines and behind them."""
    lines = []
    for number, line in enumerate(draw(texts).splitlines()):
        match draw(st.integers(0, 15)):
            case 0:
                lines += ["", ""]
            case 1:
                lines.append(f"      # own {number} {{")
            case 2 if line.strip() and "#" not in line:
                line += f' # behind {number}, " }} 「'  # noqa: PLW2901
            case _:
                pass
        lines.append(line)
    return "\n".join(lines)


def formatted(text, vocabulary):
    result = format_source(SourceText("a.rubric", text), vocabulary=vocabulary)
    assert result.text is not None, [found.message for found in result.diagnostics]
    return result.text


def check_laws(text, vocabulary):
    once = formatted(text, vocabulary)
    assert formatted(once, vocabulary) == once
    before = parse(SourceText("a.rubric", text), Collector())
    after = parse(SourceText("a.rubric", once), Collector())
    assert before is not None
    assert after is not None
    assert is_same_rubric(before, after)
    assert is_same_comments(before.comments, after.comments)
    other = CHINESE if vocabulary is ENGLISH else ENGLISH
    assert formatted(formatted(once, other), vocabulary) == once


@settings(max_examples=25)
@given(strewn(rubric_texts()), vocabularies)
def test_generated_rubrics_keep_meaning_comments_and_layout(text, vocabulary):
    check_laws(text, vocabulary)


@settings(max_examples=25)
@given(strewn(case_texts), vocabularies)
def test_all_constructs_keep_meaning_comments_and_layout(text, vocabulary):
    check_laws(text, vocabulary)
