"""Words that are keywords in one place are names in another."""

import pytest

from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.vocabulary import RESERVED, keywords, spellings

FREE = [
    *("score", "share", "income", "finance", "level", "rank", "first", "full", "none", "points"),
    *("count", "mean", "last", "A", "C", "max", "min", "weight", "flag", "sum", "text", "number"),
    *("date", "source", "step", "key", "rule", "index", "round", "up", "down", "of", "to", "by"),
    *("in", "as", "result", "table", "scale", "group", "cap", "veto", "class", "owner", "note"),
    *("action", "less", "plus"),
]
FREE_CHINESE = [
    "得分",
    "得分率",
    "指标",
    "满分",
    "权重",
    "名次",
    "平均",
    "分",
    "按",
    "单位",
    "依据",
    "结果",
    "评分",
    "金额",
    "上期",
    "每",
    "扣",
]


@pytest.mark.parametrize("word", FREE + FREE_CHINESE)
def test_a_keyword_is_a_free_name_of_a_field(read, word):
    text = f"""rubric r {{
      record {{
        {word} number >= 0
      }}
      let x = {word} + 1
      let y = 1 - {word}
      indicator a of {word}, max 20 {{
        >= 10 : 20
        < 10 : 0
      }}
      indicator b, first that holds {{
        1 when {word} >= 3 and {word} is not missing
        0 otherwise
      }}
      indicator c = {word}
      example e {{
        given {word} = 3
        expect {word} = 4
      }}
    }}"""
    assert read(text).items[0].items[0].name.text == word


@pytest.mark.parametrize("word", ["full", "none", "partial", "A", "first", "points", "优", "满"])
def test_a_keyword_is_a_free_value_of_a_category(item, word):
    found = item(f"record {{\n line basic | {word}\n}}").items[0]
    assert [value.name.text for value in found.values] == ["basic", word]
    found = item(f"indicator a of line {{\n basic : 1\n {word} : 2\n}}")
    assert found.body.branches[1].guard.values[0].name.text == word


@pytest.mark.parametrize("word", ["first", "full", "A", "none", "level", "rank", "优"])
def test_a_keyword_is_a_free_name_of_a_grade(item, word):
    found = item(f"grades {{\n {word} >= 80\n drop otherwise\n}}")
    assert found.lines[0].name.text == word


def test_key_and_rule_are_names_where_a_type_follows(item):
    found = item("record {\n key number\n rule text\n key id text\n rule a <= b\n}").items
    assert [getattr(each, "is_key", None) for each in found] == [False, False, True, None]


@pytest.mark.parametrize(
    "word",
    [w for kind in sorted(RESERVED) for v in Vocabulary for w in spellings(kind, v)],
)
def test_reserved_words_are_names_in_quotes_only(item, faults, word):
    assert item(f"let 「{word}」 = 1").name.text == word
    assert item(f"let `{word}` = 1").name.text == word
    found = faults(f"rubric r {{\n let {word} = 1\n}}")
    assert [each.key for each in found] == ["E0105"]
    assert found[0].fixes[0].replacement == f"「{word}」"


def test_keywords_name_both_vocabularies():
    assert {"indicator", "指标", "at least", "不低于"} <= keywords()
