import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.diagnostics.suggest import did_you_mean, nearest

NAMES = ["days_late", "trade", "trade_type", "amount", "逾期天数", "付款记录", "付款", "配合度"]


@pytest.mark.parametrize(
    ("word", "best"),
    [
        ("day_late", "days_late"),
        ("days late", "days_late"),
        ("late_days", "days_late"),
        ("DAYS-LATE", "days_late"),
        ("amout", "amount"),
        ("amonut", "amount"),
        ("amt", "amount"),
        ("days_late_in_all", "days_late"),
        ("TRADE", "trade"),
        ("tradetype", "trade_type"),
        ("逾期", "逾期天数"),
        ("天数", "逾期天数"),
        ("逾期天敷", "逾期天数"),
        ("付欵", "付款"),
        ("配合", "配合度"),
        ("客户", None),
        ("ａｍｏｕｎｔ", "amount"),
        ("zzz", None),
        ("", None),
        (" _", None),
    ],
)
def test_the_best_candidate(word: str, best: str | None) -> None:
    assert did_you_mean(word, NAMES) == best


def test_nearest_gives_the_best_first_and_not_more_than_asked() -> None:
    assert nearest("trade_typ", NAMES, 5) == ("trade_type", "trade")
    assert nearest("trade_typ", NAMES, 1) == ("trade_type",)
    assert nearest("trade_typ", NAMES, 0) == ()


def test_a_very_long_word_is_compared_quickly() -> None:
    assert did_you_mean("x" * 1_000_000, ["y" * 1_000_000, "amount"]) is None


@given(st.text(), st.lists(st.text()))
def test_the_order_of_candidates_does_not_matter(word: str, candidates: list[str]) -> None:
    assert nearest(word, candidates, 3) == nearest(word, reversed(candidates), 3)


@given(st.text(min_size=1).filter(lambda word: word.isalnum()), st.lists(st.text()))
def test_an_existing_name_is_among_the_nearest(word: str, others: list[str]) -> None:
    assert word in nearest(word, [word, *others], len(others) + 1)
