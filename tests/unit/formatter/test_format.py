"""What is refused, and names that are keywords elsewhere."""

import attrs
import pytest

from scorelang.formatter import format as formatting
from scorelang.formatter.format import format_source
from scorelang.source.text import SourceText
from scorelang.syntax.ast import BaseDecl, Comment, RubricDecl, Vocabulary
from scorelang.syntax.vocabulary import keywords

ENGLISH, CHINESE = Vocabulary.ENGLISH, Vocabulary.CHINESE


def formatted(text, vocabulary=None):
    result = format_source(SourceText("a.rubric", text), vocabulary=vocabulary)
    assert result.text is not None, [found.message for found in result.diagnostics]
    return result.text


def keys(text):
    result = format_source(SourceText("a.rubric", text))
    assert result.text is None
    return [found.key for found in result.diagnostics]


def test_a_text_with_mistakes_is_not_formatted():
    assert keys("rubric r {\n  let = 1\n}\n")[0].startswith("E01")


def tampered(monkeypatch, change):
    """Let the formatter see another tree than the one that was written."""
    write = formatting.rubric_entry
    monkeypatch.setattr(
        formatting, "rubric_entry", lambda rubric, style: write(change(rubric), style)
    )


def test_a_result_with_another_meaning_is_refused(monkeypatch):
    tampered(monkeypatch, lambda rubric: attrs.evolve(rubric, items=()))
    assert keys("rubric r {\n  base 1\n}\n") == ["I0201.meaning"]


def test_a_result_with_other_digits_is_refused(monkeypatch):
    def shorten(rubric: RubricDecl) -> RubricDecl:
        (base,) = rubric.items
        assert isinstance(base, BaseDecl)
        shorter = BaseDecl(attrs.evolve(base.value, digits="1"), span=base.span)
        return attrs.evolve(rubric, items=(shorter,))

    tampered(monkeypatch, shorten)
    assert keys("rubric r {\n  base 1.00\n}\n") == ["I0201.meaning"]


def test_a_result_without_a_comment_is_refused(monkeypatch):
    attach = formatting.attach_comments
    monkeypatch.setattr(
        formatting, "attach_comments", lambda entries, _, source: attach(entries, (), source)
    )
    assert keys("rubric r {\n  base 1  # one\n}\n") == ["I0201.comments"]


def test_a_result_with_a_comment_too_many_is_refused(monkeypatch):
    attach = formatting.attach_comments

    def twice(entries, comments, source):
        more = tuple(Comment(one.text, one.own_line, span=one.span) for one in comments)
        return attach(entries, (*comments, *more)[: 2 * len(comments)], source)

    monkeypatch.setattr(formatting, "attach_comments", twice)
    assert keys("rubric r {\n  # one\n  base 1\n}\n") == ["I0201.comments"]


def test_a_result_that_cannot_be_read_is_refused(monkeypatch):
    render = formatting.render
    monkeypatch.setattr(formatting, "render", lambda *parts: render(*parts).replace("base", "{"))
    assert keys("rubric r {\n  base 1\n}\n") == ["I0201.unreadable"]


def test_a_result_that_is_not_stable_is_refused(monkeypatch):
    render, count = formatting.render, iter(range(100))
    monkeypatch.setattr(formatting, "render", lambda *parts: render(*parts) + "\n" * next(count))
    assert keys("rubric r {\n  base 1\n}\n") == ["I0201.unstable"]


def test_a_refused_text_says_that_it_is_our_mistake(monkeypatch):
    tampered(monkeypatch, lambda rubric: attrs.evolve(rubric, items=()))
    result = format_source(SourceText("a.rubric", "rubric r {\n  base 1\n}\n"))
    assert "our mistake" in (result.diagnostics[0].help or "")


def test_the_digits_of_the_user_stay():
    text = "rubric r {\n  base 1.00\n  let x = 0.10 + 007 + 1.50万元\n}\n"
    assert formatted(text) == text


def test_full_width_signs_become_plain_ones_in_english():
    text = "rubric r ｛\n  let x ＝ （a ＋ b） ＊ ２，note “n”\n｝"
    assert formatted(text) == 'rubric r {\n  let x = (a + b) * 2, note "n"\n}\n'


def test_quotes_that_are_not_needed_are_dropped():
    text = "rubric r {\n  let `x` = 「毛利率」 + 「总分」\n}\n"
    assert formatted(text) == "rubric r {\n  let x = 毛利率 + `总分`\n}\n"


def test_a_name_that_is_a_keyword_here_keeps_its_quotes():
    text = "rubric r {\n  indicator a = 1, less 1 for each `full`\n  let first = max\n}\n"
    assert formatted(text) == text.replace("`full`", "full")
    chinese = formatted(text, CHINESE)
    assert formatted(chinese, ENGLISH) == formatted(text)


TEMPLATES = (
    """rubric r {{
  record {{
    {name} number 0..10
    c {name} | other
  }}
  let y = {name} + 1
  indicator a of {name}, max 5 {{
    >= 1      : 5
    otherwise : 0
  }}
}}
""",
    """rubric {name} {{
  promise {name} never falls as {name} rises
  indicator s = 1, less 1 for each 2 of {name} above {name}
  indicator b of x by {name} {{
    |   | {name} |
    | 1 | >= 2 |
  }}
  example {name} {{
    given {name} = {name}
    expect rejected {name}
  }}
}}
""",
)


@pytest.mark.slow
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_keyword_in_quotes_is_a_name_in_both_vocabularies(template):
    for word in sorted(keywords()):
        text = template.format(name=f"`{word}`")
        english = formatted(text, ENGLISH)
        assert formatted(formatted(english, CHINESE), ENGLISH) == english, word
