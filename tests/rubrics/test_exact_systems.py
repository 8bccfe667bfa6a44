"""The exact systems give, on random records, what their plain second implementation gives."""

import random

import pytest

from scorelang.api import load_rubric
from scorelang.model.fields import Rejection
from scorelang.records.mapping import record_from_texts
from tests.rubrics import oracles
from tests.rubrics.cells import texts

COUNT = 400
EDGES = {
    "customer-rating": {
        "days_late": (0, 1, 30),
        "transfer_days": (90,),
        "strength": (0, 6, 10, 15),
        "monthly_tons": (0, 2, 5, 10),
        "unit_price": (100,),
        "unit_cost": (80, 90, 95, 100),
    },
    "publisher-customer": {
        "shipped": (0, *(n * 100_000 for n in range(1, 11)), 3_000_000, 5_000_000),
        "shipped_last_year": (0, 50_000, 100_000, 150_000, 200_000, 400_000, 4_000_000),
        "receipts": (10_000, 100_000, 500_000, 1_000_000, 2_000_000),
        "settled_list_value": (1_000_000, 3_000_000),
        "turnover": (0, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2),
        "return_rate": (0, "0.01", "0.05", "0.1", "0.155"),
        "contract_fulfilment": ("0.6", 1),
    },
    "steel-supplier": {
        "share": ("0.06", "0.1", 1),
        "fulfilment": ("0.9", 1),
        "steadiness": ("0.7", "0.9"),
        "disputes": (0, 1, 2),
    },
    "bank-scale": {"score": ("89.5", "84.5", "79.5", "69.5", "39.5", "44.5", 100, 0)},
}


def records_of(slug, count=COUNT, seed=0):
    rubric = load_rubric(slug)
    chance = random.Random(f"{slug}{seed}")
    made = [texts(rubric.checked, chance, EDGES.get(slug)) for _ in range(count)]
    return rubric, [
        record_from_texts(rubric.checked, cells, row=n) for n, cells in enumerate(made, 1)
    ]


def assert_same(outcome, expected, record):
    place = record.values
    for name, points in expected.scores.items():
        assert outcome.scores[name] == points, (name, place)
    assert outcome.total_exact == expected.total, place
    assert outcome.grade == expected.grade, place
    assert list(outcome.missing) == expected.missing, place
    assert list(outcome.flags) == expected.flags, place
    for name, value in expected.results.items():
        assert outcome.results[name] == value, (name, place)


@pytest.mark.parametrize(
    "slug", ["fmea-rpn", "fmea-action-priority", "tobacco-service", "bank-scale"]
)
def test_records_without_rejects(slug):
    rubric, records = records_of(slug)
    oracle = getattr(oracles, slug.replace("-", "_"))
    for record, outcome in zip(records, rubric.score_records(records), strict=True):
        assert_same(outcome, oracle(values_of(record)), record)


def values_of(record):
    """The values of a record; of several ratings the mean."""
    means = {
        name: sum(one.value for one in given) / len(given) for name, given in record.ratings.items()
    }
    return {**record.values, **means}


def test_steel_supplier():
    rubric, records = records_of("steel-supplier", 2 * COUNT)
    for record, outcome in zip(records, rubric.score_records(records), strict=True):
        expected = oracles.steel_supplier(record.values)
        assert_same(outcome, expected, record)


def test_customer_rating_and_its_rejects():
    rubric, records = records_of("customer-rating", 3 * COUNT)
    rejected = 0
    for record, outcome in zip(records, rubric.score_records(records), strict=True):
        assert not isinstance(record, Rejection)
        faulty = oracles.customer_rating_rejects(record.values)
        if faulty:
            rejected += 1
            assert isinstance(outcome, Rejection)
            assert [fault.field for fault in outcome.faults] == faulty
        else:
            assert_same(outcome, oracles.customer_rating(record.values), record)
    assert 0 < rejected < len(records)


def test_publisher_customer_against_the_means_of_its_batch():
    rubric, records = records_of("publisher-customer", 2 * COUNT)
    means = oracles.publisher_means([record.values for record in records])
    for record, outcome in zip(records, rubric.score_records(records), strict=True):
        expected = oracles.publisher_customer(record.values, means)
        assert_same(outcome, expected, record)


def test_action_priority_on_all_thousand_cells():
    rubric = load_rubric("fmea-action-priority")
    grades = {}
    for severity in range(1, 11):
        for occurrence in range(1, 11):
            for detection in range(1, 11):
                record = {"severity": severity, "occurrence": occurrence, "detection": detection}
                grade = rubric.score(record).grade
                assert grade == oracles.fmea_action_priority(record).grade, record
                grades[grade] = grades.get(grade, 0) + 1
    assert sum(grades.values()) == 1000
    assert set(grades) == {"H", "M", "L"}


def test_ranks_share_a_place():
    rubric, records = records_of("fmea-rpn")
    outcomes = list(rubric.score_records(records))
    names = ("severity", "occurrence", "detection")
    keys = [
        (
            r.values["severity"] * r.values["occurrence"] * r.values["detection"],
            *(r.values[n] for n in names[:2]),
        )
        for r in records
    ]
    assert [outcome.results["rank"] for outcome in outcomes] == oracles.ranks(keys)


def test_rank_of_the_rounded_total():
    rubric, records = records_of("tobacco-service")
    outcomes = list(rubric.score_records(records))
    totals = [outcome.total_exact for outcome in outcomes]
    assert [outcome.results["rank"] for outcome in outcomes] == oracles.ranks(totals)


def test_ratios_of_the_hospital_card():
    rubric, records = records_of("bank-medical")
    for record, outcome in zip(records, rubric.score_records(records), strict=True):
        expected = oracles.bank_medical_ratios(record.values)
        printed = {name: outcome.results[name] for name in expected}
        assert {
            n: oracles.known(v, lambda x: oracles.half_up(x, "0.0001")) for n, v in printed.items()
        } == expected
        assert (expected["bed_use"] is None) == ("bed_points" in outcome.missing)


def test_the_cards_repeat_the_ten_limits_of_the_scale():
    scale = load_rubric("bank-scale").checked.grading
    limits = [(line.name, line.interval) for line in scale.lines]
    for slug in ("bank-medical", "bank-education", "bank-institution", "bank-newfirm"):
        card = load_rubric(slug).checked.grading
        assert [(line.name, line.interval) for line in card.lines] == limits, slug
    assert list(load_rubric("bank-model").checked.grading.order) == [name for name, _ in limits]
