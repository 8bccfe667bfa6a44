"""Grades by share of the ranking (强制分布)."""

from fractions import Fraction

import pytest

from scorelang.evaluator.baseline import BaselineNeededError
from scorelang.evaluator.batch import score_batch, take_baseline
from scorelang.evaluator.interpreter import Evaluator
from scorelang.model.fields import Rejection
from scorelang.records.mapping import record_from_texts
from scorelang.trials.run import run_examples
from tests.generators.compiling import compile_text
from tests.unit.words.words import chinese_of, errors, outcomes, rubric

PARTS = ("indicator p = days",)
LINES = ("A top 20%", "B next 70%", "C rest")


def forced(head="grades, ties up", lines=LINES, more=()):
    return rubric(*PARTS, f"{head} {{", *lines, "}", *more)


def grades(days, text=None, **columns):
    records = [{"days": day} | {k: v[n] for k, v in columns.items()} for n, day in enumerate(days)]
    return "".join(each.grade or "-" for each in outcomes(text or forced(), *records))


def test_shares_of_ten():
    assert grades([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) == "AABBBBBBBC"


def test_never_more_than_the_share_without_ties():
    assert grades([1, 2, 3, 4]) == "CBBB"  # 20% of four is less than one
    assert grades([5, 4, 3, 2, 1]) == "ABBBC"


@pytest.mark.parametrize(("ties", "expected"), [("up", "AAABB"), ("down", "BBBBC")])
def test_equal_scores_get_the_better_or_the_lower_grade(ties, expected):
    text = forced(f"grades, ties {ties}")
    assert grades([9, 9, 9, 2, 1], text)[:3] == expected[:3]


def test_the_lowest_can_be_the_best():
    assert grades([5, 4, 3, 2, 1], forced("grades, ties up, lowest first")) == "CBBBA"


def test_within_a_category():
    text = forced("grades, by kind, ties up", ("A top 50%", "B rest"))
    assert grades([9, 8, 2, 1], text, kind="aabb") == "ABAB"


def test_a_class_of_another_score():
    text = rubric(*PARTS, "score s = 30 - points of p", "class k of s, ties down {", *LINES, "}")
    found = outcomes(text, *({"days": day} for day in (1, 2, 3, 4, 5)))
    assert [each.results["k"] for each in found] == ["A", "B", "B", "B", "C"]


def test_shares_of_a_whole_need_no_rest():
    assert grades([4, 3, 2, 1], forced(lines=("A top 50%", "B next 50%"))) == "AABB"


def test_overrides_act_on_it_and_results_read_it():
    more = (
        "cap weak when checked is no : no better than B",
        "result r = if grade is A then 1 else 0",
    )
    records = [
        {"days": day, "checked": each}
        for day, each in zip((5, 4, 3, 2, 1), ("no", *["yes"] * 4), strict=True)
    ]
    found = outcomes(forced(more=more), *records)
    assert [each.grade for each in found] == ["B", "B", "B", "B", "C"]
    assert (found[0].grade_before, found[0].results["r"]) == ("A", 0)


def test_what_is_not_ratable_is_not_ranked():
    text = forced(more=('not ratable when checked is no "out"',))
    assert grades([9, 5, 4, 3, 2, 1], text, checked=["no", *["yes"] * 5]) == "-ABBBC"


def test_rank_and_share_are_told():
    found = outcomes(forced(), *({"days": day} for day in (5, 4, 3, 2, 1)))
    assert found[1].populations == {
        "rank of total, highest first": 2,
        "place of total, highest first, ties up": Fraction(2, 5),
    }
    assert found[1].grade_line == "next 70%"


def batch(text, days):
    checked = compile_text(text)
    blank = dict.fromkeys((field.name for field in checked.fields), "")
    lines = [blank | {"id": str(n), "days": str(day)} for n, day in enumerate(days, 1)]
    return checked, [record_from_texts(checked, line, n) for n, line in enumerate(lines, 1)]


def test_one_record_alone_needs_a_baseline():
    checked, (record,) = batch(forced(), [5])
    assert not isinstance(record, Rejection)
    with pytest.raises(BaselineNeededError):
        Evaluator(checked).score(record)


def test_a_baseline_gives_the_same_grades():
    checked, records = batch(forced(), [5, 4, 3, 3, 1])
    together = [each.grade for each in score_batch(checked, records)]
    baseline = take_baseline(checked, records)
    alone = [Evaluator(checked).score(each, baseline=baseline).grade for each in records]
    assert alone == together


@pytest.mark.parametrize(
    ("head", "lines", "code"),
    [
        ("grades", LINES, "E0206"),
        ("grades, ties up, ties down", LINES, "E0205"),
        ("grades, ties up", ("A top 20%", "B next 70%"), "E0311"),
        ("grades, ties up", ("A top 20%", "B next 90%", "C rest"), "E0311"),
        ("grades, ties up", ("A top 20%", "B next 80%", "C rest"), "E0311"),
        ("grades, ties up", ("A next 20%", "B rest"), "E0311"),
        ("grades, ties up", ("A top 20%", "B top 70%", "C rest"), "E0311"),
        ("grades, ties up", ("A top 3", "B rest"), "E0311"),
        ("grades, ties up", ("A top 0%", "B rest"), "E0311"),
        ("grades, ties up", ("A top 20%", "B >= 3", "C rest"), "E0311"),
        ("grades, ties up", ("A >= 3", "C rest"), "E0204"),
        ("grades, by kind", ("A >= 3", "C otherwise"), "E0204"),
        ("grades, lowest first", ("A >= 3", "C otherwise"), "E0101"),
        ("grades, ties up, by sales", LINES, "E0302"),
        ("grades, ties up, by nothing", LINES, "E0201"),
    ],
)
def test_shares_that_cannot_be_meant(head, lines, code):
    assert errors(forced(head, lines))[0] == code


def example(*lines, head="grades, ties up"):
    said = ("example e {", "given sales = 5", *lines, "}")
    return forced(head, more=said)


@pytest.mark.parametrize(
    ("rank", "count", "grade"), [(2, 10, "A"), (3, 10, "B"), (9, 10, "B"), (10, 10, "C")]
)
def test_an_example_states_its_place_by_rank_and_count(rank, count, grade):
    text = example(
        *(f"assume rank of total = {rank}", f"assume count of total = {count}"),
        f"expect grade = {grade}",
    )
    assert [each.mismatches for each in run_examples(compile_text(text))] == [()]
    assert "的记录数" in chinese_of(text)


def test_an_example_states_its_place_within_a_category():
    text = example(
        "given kind = b",
        "assume rank of total by kind {",
        *("a : 9", "b : 1", "otherwise : 1", "}"),
        "assume count of total by kind {",
        *("a : 9", "b : 5", "otherwise : 3", "}"),
        "expect grade = A",
        head="grades, ties up, by kind",
    )
    assert [each.mismatches for each in run_examples(compile_text(text))] == [()]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("assume rank of total = 2",), "E0206"),
        (("assume count of total = 2",), "E0206"),
        (("assume rank of total = 3", "assume count of total = 2"), "E0311"),
        (("assume rank of total = 0", "assume count of total = 2"), "E0311"),
    ],
)
def test_half_a_place_is_an_error(lines, code):
    assert errors(example(*lines, "expect grade = A")) == [code]


def test_in_chinese():
    written = chinese_of(forced("grades, ties down, by kind"))
    for each in ("同分从低", "分 kind", "A 前20%", "B 次70%", "C 其余"):
        assert each in written


def test_top_next_and_rest_are_still_names():
    text = rubric("indicator top = days", "indicator next = days", "score rest = points of top")
    assert errors(text) == []
