"""Figures over all records: the numbers of Excel, and true reasons where there is none."""

import random
from fractions import Fraction

import pytest

from tests.trials.meaning_cases import batch

TEXT = """rubric r {
  indicator i, max 0 = 0
  result up = rank of x, lowest first
  result down = rank of x, highest first
  result dense = rank of x, highest first, dense
  result average = rank of x, lowest first, average
  result percent = percent rank of x, lowest first
  result percent_by = percent rank of x by kind, lowest first
  result number = count of x by kind
  result first = quantile 25% of x inclusive
  result last = quantile 75% of x by kind exclusive
  record {
    key id text
    x number 0..100, special -9 "none"
    kind a | b
  }
}
"""


def between(values, place, part):
    return values[place] + (part * (values[place + 1] - values[place]) if part else 0)


def inclusive(values, share):
    """QUARTILE.INC: at 1 + share × (n − 1) in order, on the line between two."""
    if not values:
        return None
    place, part = divmod(share * (len(values) - 1), 1)
    values = sorted(values)
    return values[int(place)] + (
        part * (values[int(place) + 1] - values[int(place)]) if part else 0
    )


def exclusive(values, share):
    """QUARTILE.EXC: at share × (n + 1), and nothing outside of them."""
    place, part = divmod(share * (len(values) + 1), 1)
    if place < 1 or place + part > len(values):
        return None
    values = [None, *sorted(values)]
    return values[int(place)] + (
        part * (values[int(place) + 1] - values[int(place)]) if part else 0
    )


def percent_rank(values, value):
    """PERCENTRANK.INC: how many lie below, of all others."""
    below = sum(each < value for each in values)
    return Fraction(below, len(values) - 1) if len(values) > 1 else Fraction(0)


def expected(records, record):
    known = [each for each in records if each["x"] not in {None, "-9"}]
    every = [Fraction(each["x"]) for each in known]
    beside = [Fraction(each["x"]) for each in known if each["kind"] == record["kind"]]
    has_kind = record["kind"] is not None
    found = dict.fromkeys(("up", "down", "dense", "average", "percent", "percent_by"))
    if record in known:
        x = Fraction(record["x"])
        found["up"] = 1 + sum(each < x for each in every)
        found["down"] = 1 + sum(each > x for each in every)
        found["dense"] = 1 + len({each for each in every if each > x})
        found["average"] = found["up"] + Fraction(every.count(x) - 1, 2)
        found["percent"] = percent_rank(every, x)
        found["percent_by"] = percent_rank(beside, x) if has_kind else None
    found["number"] = len(beside) if has_kind else None
    found["first"] = inclusive(every, Fraction(1, 4))
    found["last"] = exclusive(beside, Fraction(3, 4)) if has_kind else None
    return found


@pytest.mark.parametrize("seed", range(12))
def test_ranks_and_quantiles_are_those_of_excel(seed):
    drawn = random.Random(seed)
    records = [
        {
            "id": str(place),
            "x": drawn.choice([None, "-9", *map(str, range(7))]),
            "kind": drawn.choice(["a", "a", "b", None]),
        }
        for place in range(drawn.randint(1, 9))
    ]
    for record, outcome in zip(records, batch(TEXT, records), strict=True):
        found = dict(outcome.results)
        assert found == expected(records, record)
        assert {name for name, value in found.items() if value is None} <= set(outcome.notes)


@pytest.mark.parametrize(
    ("record", "name", "note"),
    [
        ({"id": "1", "kind": "a"}, "percent_by", "`x` is missing"),
        ({"id": "1", "kind": "a", "x": "-9"}, "percent_by", "`x` is -9 (none)"),
        ({"id": "1", "x": "3"}, "percent_by", "`kind` is missing"),
        (
            {"id": "1", "x": "3", "kind": "a"},
            "last",
            "there are too few records to take `quantile 75% of x by kind exclusive` over",
        ),
    ],
)
def test_a_figure_that_is_missing_says_the_true_reason(record, name, note):
    others = [{"id": "2", "x": "5", "kind": "a"}]
    assert batch(TEXT, [record, *others])[0].notes[name] == note
