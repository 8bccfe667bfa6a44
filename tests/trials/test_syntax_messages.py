"""What was written wrongly is said as it is, and no fix makes it worse."""

import pytest

from scorelang.loading import read_text
from scorelang.source.text import SourceText

PLAIN = "rubric t {{\n  {}\n  record {{\n    key id text\n    x number 0..10\n    {}\n  }}\n}}\n"
CHINESE = "评分标准 t {{\n  {}\n  数据项 {{\n    x 数值 0~10\n  }}\n}}\n"
GRADES = (
    "rubric t {{\n  indicator p = x\n  total 0..10\n  grades {{\n    A >= 5\n    {}\n  }}\n"
    "  record {{\n    x number 0..10\n  }}\n}}\n"
)
CASES = {
    "comment": (PLAIN.format("indicator p = x // all of it", ""), "#"),
    "decimal comma": (PLAIN.format("indicator p = x, round 0,1", ""), "0.1"),
    "yes or no": (PLAIN.format("indicator p = x", "y 是/否"), "是否"),
    "no name": (PLAIN.format("indicator p = x\n  veto when x > 3 : grade B", ""), "name"),
    "mx": (PLAIN.format("indicator p of x, mx 10 {\n >= 5 : 10\n < 5 : 0\n }", ""), "max"),
    "满份": (PLAIN.format("indicator p of x, 满份 10 {\n >= 5 : 10\n < 5 : 0\n }", ""), "满分"),
    "no brace": (PLAIN.format("indicator p of x, max 10\n   >= 5 : 10\n   < 5 : 0\n }", ""), "{"),
    "没有括号": (CHINESE.format("指标 p 按 x，满分 10\n    >= 5 : 10\n    < 5 : 0\n  }"), "{"),
    "no points": (PLAIN.format("indicator p of x {\n 6..6.9 :\n < 6 : 0\n }", ""), "points"),
    "no points 2": (PLAIN.format("indicator p of x {\n 0..6 :\n 7..9 : 0\n }", ""), "points"),
    "no points 3": (PLAIN.format("indicator p of x {\n > 6 : 9\n <= 6 :\n }", ""), "points"),
    "otherwize": (
        PLAIN.format("indicator p of x {\n >= 5 : 9\n otherwize : 0\n }", ""),
        "`otherwise`",
    ),
    "其它": (CHINESE.format("指标 p 按 x {\n >= 5：9\n 其它：0\n }"), "`其余`"),
    "C otherwize": (GRADES.format("C otherwize"), "`otherwise`"),
    "C 其它": (GRADES.format("C 其它"), "`其余`"),
    "超过三十": (CHINESE.format("指标 p = x\n  一票否决 v 当 x 超过三十"), "超过 30"),
    "> 三十": (CHINESE.format("指标 p 按 x {\n > 三十：9\n 其余：0\n }"), "`30`"),
    "name in quotes": (GRADES.format('"Very high" >= 2\n "Very low" otherwise'), "「Very high」"),
    "name of two words": (
        GRADES.format("Very high >= 2\n Very low >= 1\n C otherwise"),
        "「Very high」",
    ),
    "two words otherwise": (GRADES.format("B >= 2\n Very low otherwise"), "「Very low」"),
    "名称有空格": (
        CHINESE.format("指标 付款 及时 按 x {\n >= 5：9\n 其余：0\n }"),
        "「付款 及时」",
    ),
    "minus first": (PLAIN.format("indicator p = x\n    - 1", ""), "end of the line above"),
    "C otherwize with points": (
        PLAIN.format("indicator p of x {\n >= 5 : 9\n C otherwize : 0\n }", ""),
        "`otherwise : 0`",
    ),
    "0 otherwize": (
        PLAIN.format("indicator p, first that holds {\n 5 when x > 3\n 0 otherwize\n }", ""),
        "`otherwise : 0`",
    ),
    "其余情况": (CHINESE.format("指标 p 按 x {\n >= 5：9\n 其余情况 0\n }"), "`其余：0`"),
    "其他情况": (CHINESE.format("指标 p 按 x {\n >= 5：9\n 其他情况：0\n }"), "`其余`"),
    "else": (PLAIN.format("indicator p of x {\n >= 5 : 9\n else : 0\n }", ""), "`otherwise : 0`"),
    "otherwize C": (GRADES.format("otherwize C"), "`C otherwise`"),
    "otherwise : C": (GRADES.format("otherwise : C"), "`C otherwise`"),
    "其他 C": (GRADES.format("其他 C"), "`C 其余`"),
    "at least 1 of x": (
        PLAIN.format("let z = at least 1 of x\n  indicator p = z", ""),
        "`at least 1 of (a, b)`",
    ),
    "any of without brackets": (
        PLAIN.format("indicator p, first that holds {\n 5 when any of x > 3, x < 1\n }", ""),
        "`any of (a, b)`",
    ),
    "at most 1 of": (
        PLAIN.format("indicator p, first that holds {\n 5 when at most 1 of (x > 3)\n }", ""),
        "`counts (a, b) <= 1`",
    ),
    "至少一项": (
        CHINESE.format("指标 p，先符合者为准 {\n 5 当 至少一项满足（x > 3，x < 1）\n 0 其余\n }"),
        "`至少 1 项满足（a，b）`",
    ),
    "for … by a, b": (
        PLAIN.format("table s for x by k, y {\n | k | y | p |\n }\n  indicator p = s", ""),
        "table",
    ),
    "of x by k, y": (
        PLAIN.format("indicator p of x by k, y {\n | k | y | p |\n }", ""),
        "table",
    ),
    "between": (
        PLAIN.format("indicator p of x {\n between 3 and 5 : 9\n otherwise : 0\n }", ""),
        "`3..5`",
    ),
    "介于": (CHINESE.format("指标 p 按 x {\n 介于3和5之间：9\n 其余：0\n }"), "`3~5`"),
    "没有分数": (CHINESE.format("指标 p 按 x {\n 0~6：\n 7~9：0\n }"), "points"),
}


def errors_of(text):
    loaded = read_text(SourceText("t.rubric", text))
    return [each for each in loaded.diagnostics if each.severity.value == "error"]


@pytest.mark.parametrize("name", CASES)
def test_the_cure_is_named_and_no_fix_makes_it_worse(name):
    text, cure = CASES[name]
    first, *others = errors_of(text)
    assert not others
    assert cure in f"{first.message} {first.help}"
    for fix in first.fixes:
        mended = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
        again = [each for each in errors_of(mended) if each.span.start <= fix.span.start]
        assert not [each for each in again if each.code == first.code]


def test_a_block_without_its_brace_is_said_where_it_should_open():
    text, _ = CASES["no brace"]
    (only,) = errors_of(text)
    assert only.span.start == text.index("indicator")
    assert not errors_of(text.replace("max 10", "max 10 {"))


HEADS = {
    "scale s": "\n    A : 1\n    B : 0\n  }\n  indicator p = x",
    "indicater p of x": "\n    >= 5 : 10\n    < 5 : 0\n  }",
    "gruop g": "\n    indicator p = x\n  }",
    "评价指标 p 按 x": "\n    >= 5：10\n    < 5：0\n  }",
    "gradse": "\n    A >= 5\n    C otherwise\n  }\n  indicator p = x",
}


@pytest.mark.parametrize("head", HEADS)
def test_a_missing_brace_is_one_error_whatever_the_first_word(head):
    found = errors_of(PLAIN.format(head + HEADS[head], ""))
    assert [each.key for each in found if each.key != "E0101.did_you_mean"] == ["E0102.open"]
    assert len(found) == 1 + (head != "scale s")


@pytest.mark.parametrize("sign", ["+", "*", "×", "/", "÷"])
def test_a_formula_goes_on_with_a_sign_at_the_beginning_of_a_line(sign):
    assert not errors_of(PLAIN.format(f"indicator p = x\n    {sign} 2", ""))
