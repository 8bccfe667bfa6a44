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


@pytest.mark.parametrize("sign", ["+", "*", "×", "/", "÷"])
def test_a_formula_goes_on_with_a_sign_at_the_beginning_of_a_line(sign):
    assert not errors_of(PLAIN.format(f"indicator p = x\n    {sign} 2", ""))
