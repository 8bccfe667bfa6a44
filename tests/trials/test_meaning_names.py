"""Categories, populations, weights and lists: what has an order, what is left out, what adds up."""

import itertools

import pytest

from scorelang.api import load_rubric
from tests.trials.meaning_cases import TRIALS, RubricError, batch, refused, scored, warned

CLASSES = """rubric r {{
  total 0..10
  indicator a, max 10 = x
  grades {{
    A >= 5
    B otherwise
  }}
  class k {{
    good >= 5
    bad otherwise
  }}
  class k2 {{
    A >= 3
    B otherwise
  }}
  class k3, worst first {{
    A < 3
    B otherwise
  }}
  result c = {condition}
  record {{
    x number 0..10, required
    p A > B, required
    q A > B > C, required
  }}
}}
"""


@pytest.mark.parametrize(
    "condition",
    [
        "grade >= grade of k",
        "grade of k >= grade",
        "grade = grade of k",
        "grade is grade of k",
        "grade != grade of k",
        "grade >= q",
        "q < p",
        "grade >= grade of k3",
        "grade of k3 < grade",
    ],
)
def test_categories_with_other_values_do_not_compare(condition):
    assert set(refused(CLASSES.format(condition=condition))) == {"E0302"}


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        ("grade >= grade of k2", False),
        ("grade of k2 > grade", True),
        ("grade is grade of k2", False),
        ("grade is not grade of k2", True),
        ("grade < p", True),
        ("p > grade", True),
        ("grade is not p", True),
    ],
)
def test_categories_with_the_same_values_compare_from_both_sides(condition, wanted):
    found = scored(CLASSES.format(condition=condition), x=4, p="A", q="C")
    assert found.results["c"] is wanted


RANKS = """rubric r {
  no total
  result high = rank of risk, highest first
  result low = rank of risk, lowest first
  result both = rank of risk, x, highest first
  record {
    risk high > medium > low
    x number 0..10
  }
}
"""


def test_ordered_categories_rank_by_their_order():
    records = [{"risk": risk, "x": x} for x, risk in enumerate(("high", "medium", "low", "low"))]
    found = batch(RANKS, [*records, {"x": 5}])
    assert [each.results["high"] for each in found] == [1, 2, 3, 3, None]
    assert [each.results["low"] for each in found] == [4, 3, 1, 1, None]
    assert [each.results["both"] for each in found] == [1, 2, 4, 3, None]


def test_a_population_value_of_a_population_value_is_taken_after_it():
    text = """rubric r {
      let d = x - mean of x
      let e = d - mean of d
      scale s {
        A : 100%
        B : 0%
      }
      indicator a, max 10, scale s of d {
        >= 0 : A
        < 0  : B
      }
      result m = mean of (x - mean of x)
      result r = rank of d, highest first
      result e = e
      result top = mean of (if level of every indicator is A then 1 else 0)
      record {
        x number 0..10, required
      }
    }"""
    found = batch(text, [{"x": 3}, {"x": 5}, {"x": 10}])
    assert [each.results["m"] for each in found] == [0, 0, 0]
    assert [each.results["e"] for each in found] == [-3, -1, 4]
    assert [each.results["r"] for each in found] == [3, 2, 1]
    assert [each.results["top"] * 3 for each in found] == [1, 1, 1]


def test_a_weight_may_read_a_population_value():
    text = """rubric r {
      total weighted
      indicator a, max 10, weight mean of x / 10 = x
      indicator b, max 10, weight 1 - mean of x / 10 = y
      record {
        x number 0..10, required
        y number 0..10, required
      }
    }"""
    assert [each.total_exact for each in batch(text, [{"x": 4, "y": 0}, {"x": 6, "y": 0}])] == [
        20,
        30,
    ]


WEIGHTS = """rubric r {{
  total 0..100, weighted
  let wa = by p {{
    u : 50%
    v : {v}
  }}
  let wb = by q {{
    m : 50%
    n : 50%
  }}
  indicator a, max 10, weight wa = x
  indicator b, max 10, weight wb = x
  record {{
    x number 0..10, required
    p u | v, required
    q m | n, required
  }}
}}
"""


def test_weights_by_two_categories_are_added_for_each_combination():
    told = refused(WEIGHTS.format(v="60%"))
    assert set(told) == {"E0504"}
    assert "110%" in told["E0504"]
    assert "v, n" in told["E0504"]
    assert refused(WEIGHTS.format(v="50%")) == {}


OF_THE_RECORD = """rubric r {
  group g, weighted {
    indicator a, max 10, weight p = x
    indicator b, max 10, weight q = 10 - x
  }
  record {
    x number 0..10, required
    p percent -100%..200%
    q percent 0..100%
  }
}
"""


def test_weights_of_a_record_that_are_not_100_are_said_with_their_sum():
    found = scored(OF_THE_RECORD, x=10, p="30%", q="30%")
    assert found.scores["g"] == 50
    assert found.notes == {
        "g": "the weights in `g` come to 60%, not to 100%: each counts as its share"
    }
    assert scored(OF_THE_RECORD, x=10, p="66.67%", q="33.33%").notes == {}


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"p": "0%", "q": "0%"}, "what counts in `g` has no weight: its weights come to 0%"),
        ({"p": "-50%", "q": "50%"}, "a weight in `g` is -50%, below 0"),
        ({"p": "-50%", "q": "100%"}, "a weight in `g` is -50%, below 0"),
        ({"p": "50%"}, "a weight in `g` is missing"),
    ],
)
def test_weights_that_are_none_say_why(cells, why):
    found = scored(OF_THE_RECORD, x=10, **cells)
    assert (found.scores["g"], found.notes["g"]) == (None, why)


BY = """rubric r {{
  let a = by p {{
    u : 5{a}
  }}
  let b = by q {{
    m : 10{b}
  }}
  indicator i = a * b
  record {{
    p u | v, required
    q m | n, required
  }}
}}
"""


@pytest.mark.parametrize(
    ("a", "b", "codes"),
    [
        ("", "", ["W0404", "W0404"]),
        ("", "\n    n : 1", ["W0404"]),
        ("\n    v : 1", "\n    otherwise : 1", []),
    ],
)
def test_a_value_left_out_of_a_list_is_found(a, b, codes):
    assert warned(BY.format(a=a, b=b)) == codes


GAPS = (
    "let n = counts (p, q)",
    "score s = counts (p, q)",
    "indicator a, max 2 = points of s",
    "indicator b, max 2 = points of s",
    "indicator c, max 2 = n",
    "indicator d, max 2 = n",
    "class k of a {\n high >= 2\n low otherwise\n }",
)


def test_no_order_of_declarations_changes_what_is_missing():
    """A count with an open criterion leaves its mark on everything that reads it."""
    for lines in itertools.islice(itertools.permutations(GAPS), 0, 5040, 1001):
        text = "rubric r {\n" + "\n".join(lines) + "\nrecord {\n p yes/no\n q yes/no\n }\n}"
        outcome = scored(text, p=True)
        assert sorted(outcome.missing) == ["a", "b", "c", "d"]
        assert set(outcome.missing) <= set(outcome.notes)


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("hostile/pairs-rows", None),
        ("hostile/pairs-zero", None),
        ("fuzz/pairs-zero", None),
        ("fuzz/traceback-58e57a3ffb", {"E0513"}),
        ("fuzz/traceback-6ee5b5f031", None),
        ("fuzz/pairs-rows", None),
        ("hostile/empty-grades", {"E0206"}),
        ("fuzz/law-5946a89335", {"E0206"}),
    ],
)
def test_a_table_that_makes_no_sense_is_a_located_error(path, codes):
    with pytest.raises(RubricError) as raised:
        load_rubric(TRIALS / f"{path}.rubric")
    found = raised.value.diagnostics
    assert all(each.span is not None for each in found)
    if codes is not None:
        assert {each.code for each in found} == codes


def test_an_empty_line_of_a_table_of_pairs_is_no_line():
    rubric = load_rubric(TRIALS / "hostile/pairs-blank-row.rubric")
    assert rubric.score({"x": 10, "y": 0}).scores["value"] == 75


def test_a_gap_that_leaves_an_indicator_unrated_is_an_error():
    """fuzz/law-08c248a705: no line holds, though nothing is missing."""
    with pytest.raises(RubricError) as raised:
        load_rubric(TRIALS / "fuzz/law-08c248a705.rubric")
    assert {each.code for each in raised.value.diagnostics} == {"E0405"}


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("base 10\n  total = s\n  score s = x", "E0204"),
        ("base 10\n  no total\n  score s = x", "E0204"),
        ("total = s\n  score s = x\n  if missing: leave out, at least 50%", "E0204"),
        ("indicator a of k, max 1 {\n    A, A : 1\n    B : 0\n  }", "E0205"),
        (
            "indicator a, max 5 = x within k {\n    A : 1..2\n    A : 3..5\n    B : 1..5\n  }",
            "E0205",
        ),
    ],
)
def test_what_would_have_no_effect_is_an_error(lines, code):
    fields = "k A | B, required\n    x number 1..5, required"
    text = f"rubric r {{\n  {lines}\n  record {{\n    {fields}\n  }}\n}}"
    assert set(refused(text)) == {code}


TWICE = """rubric r {{
  indicator i of x, max 10{clause} {{
{table}
  }}
  record {{
    x number 0..100
    kind a | b
  }}
}}
"""
ROWS = ", limits by kind, at least"
COLUMNS = " by kind"


@pytest.mark.parametrize(
    ("clause", "table"),
    [
        (ROWS, "| | 10 | otherwise 0 |\n| a | 9 | |\n| b | 8 | |\n| a | 7 | |"),
        (ROWS, "| | 10 | otherwise 0 |\n| a, b | 9 | |\n| b | 7 | |"),
        (ROWS, "| | 10 | otherwise 0 |\n| a | 9 | |\n| otherwise | 8 | |\n| otherwise | 7 | |"),
        (ROWS, "| | 10 | otherwise 0 | otherwise 1 |\n| a | 9 | | |\n| b | 9 | | |"),
        (COLUMNS, "| | a | b | a |\n| 10 | >= 9 | >= 8 | >= 7 |\n| 0 | < 9 | < 8 | < 7 |"),
        (
            COLUMNS,
            "| | a | otherwise | 其余 |\n| 10 | >= 9 | >= 8 | >= 7 |\n| 0 | < 9 | < 8 | < 7 |",
        ),
        (
            COLUMNS,
            "| | a | b |\n| 10 | >= 9 | >= 8 |\n| 0 | otherwise | < 8 |\n| 1 | otherwise | - |",
        ),
    ],
)
def test_a_value_stands_once_in_a_table_of_limits(clause, table):
    assert "has a line already" in refused(TWICE.format(clause=clause, table=table))["E0205"]
