"""Words with one meaning to the reader and another to the parser: read as meant, or said so.

The fix of each is made, and what it gives is scored.
"""

import pytest

from scorelang.api import load_text
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.loading import read_text
from scorelang.source.text import SourceText

CHINESE = (
    "评分标准 t {{\n总分 0~10\n指标 q，满分 10，先符合者为准 {{\n10 当 {}\n0 其余\n}}\n数据项 {{\n"
    "x 数值 0~100\nd 日期\nk 甲 > 乙 > 丙\ny 是否\nz 是否\n}}\n}}\n"
)
ENGLISH = (
    "rubric t {{\ntotal 0..10\nindicator q, max 10, first that holds {{\n10 when {}\n"
    "0 otherwise\n}}\nrecord {{\nx number 0..100\nd date\nk gold > silver > bronze\n"
    "y yes/no\nz yes/no\n}}\n}}\n"
)


def read(text):
    return read_text(SourceText("t.rubric", text))


def errors_of(text):
    return [each for each in read(text).diagnostics if each.severity.value == "error"]


def mended(text):
    """Make the fix of the only error, where there is one."""
    errors = errors_of(text)
    if not errors:
        return text
    (only,) = errors
    (fix,) = only.fixes
    text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert errors_of(text) == []
    return text


def holds(condition, form, **record):
    return load_text(mended(form.format(condition))).score(record).total == 10


@pytest.mark.parametrize(
    ("words", "below", "same", "above"),
    [
        ("超过 多于 长于 大过 多过 高过 超出 强于 重于", False, False, True),
        (
            "低于 少于 短于 小过 低过 不到 未满 没满 不及 不够 达不到 没达到 未达到 未到",
            True,
            False,
            False,
        ),
        (
            "不超过 没超过 未超过 没有超过 并未超过 超不过 不多于 不长于 没有高于 不超出 非超过",
            True,
            True,
            False,
        ),
        ("不低于 未低于 没低于 没有低于 不短于 未少于 不底于 满 达到", False, True, True),
    ],
)
def test_a_chinese_word_that_compares_keeps_its_side(words, below, same, above):
    for word in words.split():
        found = [holds(f"x {word} 30", CHINESE, x=x) for x in (29, 30, 31)]
        assert found == [below, same, above], word


@pytest.mark.parametrize(
    ("words", "before", "same", "after"),
    [
        ("晚于 迟于 后于", False, False, True),
        ("早于 先于", True, False, False),
        ("不晚于 不迟于", True, True, False),
        ("不早于 不先于", False, True, True),
    ],
)
def test_a_word_for_days_keeps_its_side(words, before, same, after):
    for word in words.split():
        days = ("2023-12-31", "2024-01-01", "2024-01-02")
        found = [holds(f"d {word} 2024-01-01", CHINESE, d=day) for day in days]
        assert found == [before, same, after], word


@pytest.mark.parametrize(
    ("words", "first", "second", "third"),
    [
        ("优于 好于", True, False, False),
        ("劣于 差于", False, False, True),
        ("不优于 不好于", False, True, True),
        ("不劣于 不差于", True, True, False),
    ],
)
def test_a_word_for_better_and_worse_keeps_its_side(words, first, second, third):
    for word in words.split():
        found = [holds(f"k {word} 乙", CHINESE, k=k) for k in "甲乙丙"]
        assert found == [first, second, third], word


@pytest.mark.parametrize(
    ("words", "below", "same", "above"),
    [
        (["later than", "after", "is later than", "is after"], False, False, True),
        (["earlier than", "before"], True, False, False),
        (["no later than", "not later than", "not after", "on or before"], True, True, False),
        (["no earlier than", "not before", "on or after", "not earlier than"], False, True, True),
    ],
)
def test_english_words_for_days_keep_their_side(words, below, same, above):
    for word in words:
        days = ("2023-12-31", "2024-01-01", "2024-01-02")
        found = [holds(f"d {word} 2024-01-01", ENGLISH, d=day) for day in days]
        assert found == [below, same, above], word


@pytest.mark.parametrize(
    ("words", "below", "same", "above"),
    [
        (["longer than", "exceeds", "beyond", "over", "bigger than"], False, False, True),
        (["fewer than", "does not reach", "not at least", "not reaching"], True, False, False),
        (["no longer than", "does not exceed", "at or below", "doesn't exceed"], True, True, False),
        (["no fewer than", "at or above", "reaches", "not below"], False, True, True),
    ],
)
def test_english_words_for_numbers_keep_their_side(words, below, same, above):
    for word in words:
        found = [holds(f"x {word} 30", ENGLISH, x=x) for x in (29, 30, 31)]
        assert found == [below, same, above], word


@pytest.mark.parametrize("written", ["x没有超过30", "x超不过30"])
def test_a_negation_is_kept_where_words_are_set_apart(written):
    (only,) = errors_of(CHINESE.format(written))
    assert "x 不超过 30" in (only.help or "").replace("`", "")


@pytest.mark.parametrize(
    ("word", "other"),
    [("合格", "不合格"), ("没超过", "超过"), ("paid", "unpaid"), ("not rated", "rated")],
)
def test_no_hint_crosses_a_negation(word, other):
    assert did_you_mean(word, [other]) is None
    assert did_you_mean(other, [word]) is None


@pytest.mark.parametrize(
    ("condition", "form"),
    [
        *(
            (each, CHINESE)
            for each in ("k 不为 甲 或 乙", "k 不是 甲、乙", "k 不是 甲或乙", "k 不为 甲 且 乙")
        ),
        *((each, CHINESE) for each in ("k 不为 甲 或 不为 乙", "k 不属于 甲、乙", "k 非 甲 或 乙")),
        *((each, ENGLISH) for each in ("k is not gold or silver", "k is not gold and silver")),
        *((each, ENGLISH) for each in ("k is not gold, silver", "k is neither gold nor silver")),
        *((each, ENGLISH) for each in ("k is not (gold or silver)", "k not gold or silver")),
        *(
            (each, ENGLISH)
            for each in ("k is not one of (gold, silver)", "x > 1 and k != gold or silver")
        ),
    ],
)
def test_a_list_of_values_keeps_its_not(condition, form):
    first, second, third = ("甲", "乙", "丙") if form is CHINESE else ("gold", "silver", "bronze")
    found = [holds(condition, form, k=k, x=5) for k in (first, second, third)]
    assert found == [False, False, True]


@pytest.mark.parametrize(
    ("condition", "form"),
    [("k 为 甲 或 乙", CHINESE), ("k 是 甲、乙", CHINESE), ("k is gold or silver", ENGLISH)],
)
def test_a_list_without_a_not_stays_without(condition, form):
    first, third = ("甲", "丙") if form is CHINESE else ("gold", "bronze")
    assert [holds(condition, form, k=k) for k in (first, third)] == [True, False]


def test_two_columns_beside_one_answer_are_shown_both_ways():
    (only,) = errors_of(CHINESE.format("y、z 为 否"))
    assert only.key == "E0101.either_way"
    assert not only.fixes
    assert "y 为 否 且 z 为 否" in (only.help or "")
    assert "y 为 否 或 z 为 否" in (only.help or "")


@pytest.mark.parametrize(
    "part",
    [
        "let r = highest of (x, y)\nindicator q, max 100 = r",
        "indicator q, max 100 = highest of (x, y)",
        "indicator q, max 100 = x\nresult r = highest of (x, y)",
        "indicator q, max 100 = x\nresult r = if x > 3 then highest of (x, y) else 0",
        "score s = highest of (x, y)\nindicator q, max 100 = x",
        "indicator q, max 100, first that holds {\n5 when highest of (x, y) > 3\n0 otherwise\n}",
        "let r = 得分最高者（x，y）\nindicator q, max 100 = r",
    ],
)
def test_the_name_of_the_highest_is_no_number(part):
    text = (
        f"rubric t {{\ntotal 0..100\n{part}\nrecord {{\nx number 0..100\ny number 0..100\n}}\n}}\n"
    )
    (only,) = errors_of(text)
    assert only.key == "E0101.winners"
    assert "max (x, y)" in (only.help or "")


@pytest.mark.parametrize(
    ("written", "points"),
    [
        *(("max of x, y", 50), ("the larger of x and y", 50), ("min of (x, y)", 30)),
        *(("average of x, y", 40), ("10 + average of x, y", 50)),
        *(("x、y 的最大值", 50), ("x 和 y 中较小者", 30)),
    ],
)
def test_several_values_of_one_record_are_no_population(written, points):
    text = (
        f"rubric t {{\ntotal 0..200\nlet r = {written}\nindicator q = r\n"
        "record {\nx number 0..100\ny number 0..100\n}\n}\n"
    )
    assert load_text(mended(text)).score({"x": 30, "y": 50}).total == points


@pytest.mark.parametrize(
    ("clause", "total"),
    [
        *(("round 1 upwards", 71), ("round 1 truncated", 70), ("round 1 always up", 71)),
        *(
            ("精确到 1 进位", 71),
            ("精确到 1 向上", 71),
            ("精确到 1 去尾", 70),
            ("精确到 1舍去", 70),
        ),
        *(
            ("精确到 1 取整", 70),
            ("round 1 up", 71),
            ("精确到 1分", 70),
            ("round 1 points, up", 71),
        ),
    ],
)
def test_a_word_behind_a_step_says_how_to_round(clause, total):
    text = (
        f"rubric t {{\ntotal 0..100, {clause}\nindicator a, max 100, round 0.1 = x\n"
        "record {\nx number 0..100\n}\n}\n"
    )
    assert load_text(mended(text)).score({"x": "70.4"}).total == total


@pytest.mark.parametrize(
    ("value", "points"),
    [("x * 2 rounded", 41), ("x * 2 truncated", 40), ("x * 2 取整", 41), ("x * 2 进位", 41)],
)
def test_a_word_behind_a_value_rounds_it(value, points):
    text = (
        f"rubric t {{\ntotal 0..100\nlet r = {value}\nindicator a, max 100 = r\n"
        "record {\nx number 0..50\n}\n}\n"
    )
    assert load_text(mended(text)).score({"x": "20.4"}).total == points


@pytest.mark.parametrize(
    "part",
    [
        "base 5 foo\nindicator a, max 95 = x * 0.95",
        "indicator a, max 100, if missing: 30 reject = x",
        "indicator a of x, max 20 foo {\n>= 5 : 20\notherwise : 0\n}",
        "indicator a of x, max 20 {\n>= 60 : 20 marks\notherwise : 0\n}",
        "indicator a, max 100 = x\nresult r = 500 上限",
        "indicator a, max 100, round 1 foo = x",
    ],
)
def test_a_word_that_is_no_unit_of_the_rubric_is_never_swallowed(part):
    errors = errors_of(f"rubric t {{\n{part}\nrecord {{\nx number 0..100\n}}\n}}\n")
    assert len(errors) == 1
    assert errors[0].code in {"E0301", "E0101"}  # a phrase of policies is said as such


def test_a_unit_of_the_rubric_stays_one():
    text = (
        "rubric t {\ntotal 0..10\nlet one = 5 MT\nindicator a, max 10, first that holds {\n"
        "10 when x > one and y > 3 件\n0 otherwise\n}\n"
        "record {\nx number 0..100 in MT\ny integer 0..9 in 件\n}\n}\n"
    )
    assert errors_of(text) == []
