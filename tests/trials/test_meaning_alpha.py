"""Cronbach's alpha is taken of the answers as scored."""

from fractions import Fraction

import pytest

from scorelang.api import load_rubric, load_text
from scorelang.profiling.pages import to_page
from scorelang.profiling.profile import make_profile
from scorelang.profiling.sample import Sample
from scorelang.records.mapping import record_from_mapping
from tests.trials.meaning_cases import REPORTED, rows

FOLDER = REPORTED / "22-reverse-alpha"


def profile_of(rubric, records):
    sample = Sample(rubric.checked)
    read = [record_from_mapping(rubric.checked, each, row) for row, each in enumerate(records, 1)]
    for record, outcome in zip(read, rubric.score_records(read), strict=True):
        sample.add(record, outcome)
    return make_profile(sample, Fraction(1))


def test_a_reversed_question_counts_the_right_way_round():
    """22-reverse-alpha: 0.9888, where the raw answers gave -4.4643."""
    profile = profile_of(load_rubric(FOLDER / "a.rubric"), rows(FOLDER / "r.csv"))
    [alpha] = profile.alphas
    assert alpha.items == ("item1", "item2", "item3")
    assert round(float(alpha.value), 4) == 0.9888


TEXT = """rubric r "R" {{
  total 0..100
  group g {{
    {parts}
  }}
  record {{
    item1 rating 1..5
    item2 rating 1..5
    item3 rating 1..5
  }}
}}
"""
BANDS = "<= 1 : {}\n <= 2 : {}\n <= 3 : 3\n <= 4 : {}\n > 4 : {}"
SCALED = [(1, 2, 4, 5), (1, 2, 4, 5), (5, 4, 2, 1)]
LINES = "\n".join(
    f"indicator q{n} of item{n}, max 5 {{ {BANDS.format(*points)} }}"
    for n, points in enumerate(SCALED, 1)
)


@pytest.mark.parametrize(
    "parts",
    [
        "indicator all, max 15 = item1 + item2 + 6 - item3",
        "indicator all, max 3 = (item1 + item2 + (6 - item3)) / 5",
        "indicator two, max 10 = item1 + item2\n indicator last, max 5 = 6 - item3",
        LINES,
    ],
)
def test_formulas_of_answers_are_taken_apart(parts):
    profile = profile_of(load_text(TEXT.format(parts=parts)), rows(FOLDER / "r.csv"))
    assert round(float(profile.alphas[0].value), 4) == 0.9888


def test_a_negative_alpha_is_explained():
    parts = "\n".join(f"indicator q{n}, max 5 = item{n}" for n in (1, 2, 3))
    profile = profile_of(load_text(TEXT.format(parts=parts)), rows(FOLDER / "r.csv"))
    assert profile.alphas[0].value < 0
    page = to_page(profile, None, lang="en", color=False, width=200)
    assert "run against each other" in page
    assert "反向题" in to_page(profile, None, lang="zh", color=False, width=200)
