"""Ranks that share places otherwise, percent ranks, counts, and both kinds of quantiles."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.evaluator.batch import score_batch, take_baseline
from scorelang.evaluator.statistics import exclusive_quantile, quantile
from scorelang.records.mapping import record_from_texts
from tests.generators.compiling import compile_text
from tests.unit.words.words import chinese_of, codes, errors, outcomes, rubric

F = Fraction
DAYS = (5, 9, 9, 1, 30)


def values(result, days=DAYS, kinds=None):
    text = rubric(f"result r = {result}")
    kinds = kinds or ["a"] * len(days)
    lines = ({"days": day, "kind": kind} for day, kind in zip(days, kinds, strict=True))
    return [each.results["r"] for each in outcomes(text, *lines)]


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("rank of days", [4, 2, 2, 5, 1]),
        ("rank of days, dense", [3, 2, 2, 4, 1]),
        ("rank of days dense", [3, 2, 2, 4, 1]),
        ("rank of days lowest first dense", [2, 3, 3, 1, 4]),
        ("rank of days, lowest first, average", [2, F(7, 2), F(7, 2), 1, 5]),
        ("rank of days average", [4, F(5, 2), F(5, 2), 5, 1]),
        ("percent rank of days", [F(3, 4), F(1, 4), F(1, 4), 1, 0]),
        ("percent rank of days lowest first", [F(1, 4), F(1, 2), F(1, 2), 0, 1]),
        ("count of days", [5] * 5),
        ("count of kind", [5] * 5),
        ("quantile 50% of days inclusive", [9] * 5),
        ("quantile 25% of days", [5] * 5),
        ("quantile 25% of days inclusive", [5] * 5),
        ("quantile 25% of days exclusive", [3] * 5),
        ("quantile 5% of days exclusive", [None] * 5),
        ("rank of days by kind", [4, 2, 2, 5, 1]),
        ("(rank of days dense) * 10", [30, 20, 20, 40, 10]),
    ],
)
def test_places_counts_and_quantiles(result, expected):
    assert values(result) == expected


def test_within_a_category():
    kinds = ["a", "a", "b", "b", "b"]
    assert values("rank of days by kind highest first", kinds=kinds) == [2, 1, 2, 3, 1]
    assert values("percent rank of days by kind", kinds=kinds) == [1, 0, F(1, 2), 1, 0]
    assert values("count of days by kind", kinds=kinds) == [2, 2, 3, 3, 3]
    assert values("rank of days by kind, sales, dense", kinds=kinds) == [None] * 5


def test_one_record_has_the_percent_rank_zero():
    assert values("percent rank of days", days=(7,)) == [0]


@pytest.mark.parametrize(
    "result",
    [
        "rank of days, dense",
        "rank of days average",
        "percent rank of days",
        "count of days by kind",
        "quantile 30% of days exclusive",
    ],
)
def test_a_baseline_gives_the_same(result):
    rubric_ = compile_text(rubric(f"result r = {result}"))
    texts = [{"id": str(n), "days": str(day), "kind": "a"} for n, day in enumerate(DAYS)]
    full = [dict.fromkeys((field.name for field in rubric_.fields), "") | each for each in texts]
    records = [record_from_texts(rubric_, each, row) for row, each in enumerate(full, 1)]
    together = [each.results["r"] for each in score_batch(rubric_, records)]
    baseline = take_baseline(rubric_, records, digest="x")
    alone = [next(iter(score_batch(rubric_, [each], baseline=baseline))) for each in records]
    assert [each.results["r"] for each in alone] == together


@given(st.lists(st.integers(0, 20), min_size=1, max_size=12), st.integers(0, 20))
def test_both_quantiles_lie_among_the_values(numbers, twentieths):
    found = [F(n) for n in numbers]
    level = F(twentieths, 20)
    assert min(found) <= quantile(found, level) <= max(found)
    exclusive = exclusive_quantile(found, level)
    n = len(found)
    assert (exclusive is None) == (not F(1, n + 1) <= level <= F(n, n + 1))
    assert exclusive is None or min(found) <= exclusive <= max(found)


@pytest.mark.parametrize(
    ("result", "code"),
    [
        ("percent rank of days dense", "E0302"),
        ("cumulative share of days average", "E0302"),
        ("rank of days, dense, average", "E0101"),
        ("rank of days dense, average", "E0101"),
        ("mean of days dense", "E0101"),
        ("rank of kind", "E0302"),
        ("days, dense", "E0101"),
    ],
)
def test_words_that_do_not_belong_there(result, code):
    assert errors(rubric(f"result r = {result}"))[0] == code


def test_a_percent_rank_is_known_when_all_are_scored():
    assert codes(rubric("indicator p = percent rank of days"))[0] == "E0208"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("rank of days highest first dense", "名次 days 从高到低 并列不跳号"),
        ("rank of days, sales, lowest first, average", "名次 days，sales，从低到高，并列取平均"),
        ("percent rank of days by kind", "百分位名次 days 分 kind"),
        ("count of days by kind", "days 分 kind 的记录数"),
        ("quantile 90% of days exclusive", "days 的 90% 分位数 不含端点"),
        ("quantile 90% of days by kind inclusive", "days 分 kind 的 90% 分位数 含端点"),
    ],
)
def test_in_chinese(english, chinese):
    written = chinese_of(rubric(f"result r = {english}"))
    assert chinese in written, written
