"""Population values in batches, in baselines, and for one record."""

from fractions import Fraction

import pytest

from scorelang.evaluator.baseline import (
    Baseline,
    BaselineError,
    BaselineNeededError,
    from_json,
    to_json,
)
from scorelang.evaluator.batch import score_batch, take_baseline
from scorelang.evaluator.interpreter import Evaluator
from scorelang.evaluator.statistics import quantile
from scorelang.model.expressions import PopulationValue, TotalValue
from scorelang.model.fields import Fault, Rejection
from scorelang.model.outcome import Status
from scorelang.model.rubric import Eligibility, Population, PopulationKind, Range, Result, Score
from scorelang.model.rules import Formula
from tests.unit.evaluator.models import (
    NUMBER,
    calc,
    compare,
    field,
    given,
    indicator,
    record,
    rubric,
)

F = Fraction
HEAD = '{"format": "scorelang-baseline-1", "rubric": %s, "digest": "", "records": %s'
MEAN = Population("mean of x by type", PopulationKind.MEAN, (field("x"),), field("type"))
RANK = Population(
    "rank of total, y, highest first",
    PopulationKind.RANK,
    (TotalValue(), field("y")),
    after_scores=True,
)
SHARE = Population("cumulative share of x", PopulationKind.CUMULATIVE_SHARE, (field("x"),))


def compared():
    """Points are what a record has above the mean of its type; records below zero are out."""
    rule = Formula(calc(field("x"), "-", PopulationValue(MEAN.name)), "")
    return rubric(
        indicator("above", rule, None),
        populations=(MEAN, RANK),
        results=(Result("rank", PopulationValue(RANK.name), NUMBER),),
        eligibility=(Eligibility(compare(field("x"), "<", 0), "negative"),),
    )


def records():
    rows = [("a", 2, 1), ("a", 4, 1), ("b", 10, 1), (None, 9, 1), ("a", -5, 1), ("b", None, 1)]
    made = [record(n, type=t, x=x, y=y) for n, (t, x, y) in enumerate(rows, 1)]
    return [*made, Rejection(7, None, (Fault("x", "?", "a number", "R0101", "no"),))]


def test_means_leave_out_what_is_rejected_not_ratable_or_without_category():
    outcomes = list(score_batch(compared(), records()))
    assert [each.row for each in outcomes] == [1, 2, 3, 4, 5, 6, 7]
    points = [each.scores["above"] for each in outcomes[:4]]
    assert points == [-1, 1, 0, 0]
    assert outcomes[3].missing == ("above",)
    assert outcomes[3].notes == {"above": "`type` is missing"}
    assert outcomes[4].status is Status.NOT_RATABLE
    assert isinstance(outcomes[6], Rejection)


def test_equal_keys_share_a_rank():
    outcomes = list(score_batch(compared(), records()))
    # totals -1, 1, 0, 0, -, 0
    assert [each.results["rank"] for each in outcomes[:6]] == [5, 1, 2, 2, None, 2]


def test_one_record_against_the_baseline_equals_the_same_record_in_the_batch():
    checked = compared()
    baseline = take_baseline(checked, records(), digest="d")
    again = from_json(to_json(baseline))
    assert again == baseline
    assert (again.rubric, again.digest, again.records) == ("test", "d", 5)
    evaluator = Evaluator(checked)
    alone = [evaluator.score(each, baseline=again) for each in records()[:6]]
    assert alone == list(score_batch(checked, records()[:6]))
    assert alone == list(score_batch(checked, records()[:6], baseline=again))


def test_an_iterator_is_kept_and_an_iterable_is_read_again():
    class File:
        reads = 0

        def __iter__(self):
            self.reads += 1
            return iter(records())

    file = File()
    expected = list(score_batch(compared(), records()))
    assert list(score_batch(compared(), file)) == expected
    assert file.reads == 3
    assert list(score_batch(compared(), iter(records()))) == expected


def test_one_record_alone_needs_a_baseline():
    with pytest.raises(BaselineNeededError, match="mean of x by type"):
        Evaluator(compared()).score(records()[0])
    with pytest.raises(BaselineNeededError):
        score_batch(compared(), records()[:1], alone=True)
    with pytest.raises(BaselineNeededError):
        Evaluator(compared()).score(records()[0], populations={})


def test_an_example_assumes_values_and_may_leave_out_ranks():
    assumed = {MEAN.name: {"a": F(1), None: F(3)}}
    evaluator = Evaluator(compared())
    one, other = records()[0], records()[2]
    assert evaluator.score(one, assumed).scores["above"] == 1
    outcome = evaluator.score(other, assumed)
    assert outcome.scores["above"] == 7
    assert outcome.results == {"rank": None}


def test_a_new_record_is_ranked_among_those_of_the_baseline():
    checked = compared()
    baseline = take_baseline(checked, records())
    newcomer = record(type="a", x=3, y=2)
    assert Evaluator(checked).score(newcomer, baseline=baseline).results == {"rank": 2}


def test_a_category_without_records_is_missing():
    checked = compared()
    baseline = take_baseline(checked, records())
    outcome = Evaluator(checked).score(record(type="c", x=3, y=2), baseline=baseline)
    assert outcome.notes["above"] == "there is no record to take `mean of x by type` over"


def test_cumulative_share_counts_up_to_and_with_ties():
    checked = rubric(
        given("a"),
        populations=(SHARE,),
        results=(Result("share", PopulationValue(SHARE.name), NUMBER),),
    )
    rows = [record(n, x=x, a_f=1) for n, x in enumerate((10, 50, 20, 20, None))]
    shares = [each.results["share"] for each in score_batch(checked, rows)]
    assert shares == [1, F(1, 2), F(9, 10), F(9, 10), None]


@pytest.mark.parametrize(
    ("kind", "level", "expected"),
    [
        (PopulationKind.MEAN, None, F(19, 4)),
        (PopulationKind.MEDIAN, None, 4),
        (PopulationKind.LOWEST, None, 1),
        (PopulationKind.HIGHEST, None, 10),
        (PopulationKind.QUANTILE, F(1, 4), F(5, 2)),
    ],
)
def test_figures(kind, level, expected):
    population = Population("p", kind, (field("x"),), level=level)
    checked = rubric(
        given("a"),
        populations=(population,),
        scores=(Score("s", PopulationValue("p"), (), Range(None, None)),),
    )
    rows = [record(n, x=x, a_f=1) for n, x in enumerate((10, 1, 3, 5, None))]
    assert {each.scores["s"] for each in score_batch(checked, rows)} == {expected}


def test_quantiles_lie_on_the_line_between_two_values():
    assert quantile([F(4), F(1), F(2)], F(1, 2)) == 2
    assert quantile([F(1), F(2)], F(1, 3)) == F(4, 3)
    assert quantile([F(7)], F(9, 10)) == 7
    assert quantile([F(1), F(2)], F(1)) == 2


def test_a_not_ratable_that_depends_on_a_population_value_does_not_change_it():
    below_mean = Eligibility(
        compare(calc(field("x"), "-", PopulationValue(MEAN.name)), "<", 0), "below the mean"
    )
    checked = rubric(given("a"), populations=(MEAN,), eligibility=(below_mean,))
    rows = [record(n, type="a", x=x, a_f=1) for n, x in enumerate((0, 10))]
    assert [each.status for each in score_batch(checked, rows)] == [
        Status.NOT_RATABLE,
        Status.SCORED,
    ]
    assert take_baseline(checked, rows).records == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not JSON"),
        ("[]", "no baseline"),
        ('{"format": "scorelang-baseline-1"}', "no entry 'rubric'"),
        (HEAD % ("1", "0") + "}", "a text"),
        (HEAD % ('"r"', "-1") + ', "populations": []}', "a count"),
        (HEAD % ('"r"', "0.5") + "}", "an exact number"),
    ],
)
def test_what_is_no_baseline_is_refused(text, words):
    with pytest.raises(BaselineError, match=words):
        from_json(text)


def test_a_baseline_of_another_rubric_is_refused():
    with pytest.raises(BaselineError, match="belongs to the rubric `other`"):
        score_batch(compared(), [], baseline=Baseline("other", "", 0))
    with pytest.raises(BaselineError, match="no figures for `mean of x by type`"):
        score_batch(compared(), [], baseline=Baseline("test", "", 0))
