"""Every shipped rubric is whole: clean, laid out, covered by its examples, with sample records.

The sample records are those in ``examples/*/<slug>.csv``; each grade occurs in them and each
indicator varies, so that a limit which no plausible customer reaches is noticed.
"""

import json
import runpy
import shutil
import sys
from pathlib import Path

import pytest

from scorelang.api import format_source, load_rubric
from scorelang.cli.main import main
from scorelang.model.rubric import Group, Indicator
from scorelang.trials.coverage import coverage, missing_untouched

ROOT = Path(__file__).resolve().parents[2]
SLUGS = sorted(path.stem for path in (ROOT / "rubrics").glob("*.rubric"))
RECORDS = {path.stem: path for path in sorted(ROOT.glob("examples/*/*.csv")) if path.stem in SLUGS}
GENERATORS = sorted(ROOT.glob("examples/30-*/generate_*.py"))
# The exact systems have oracles (test_exact_systems.py); their examples only explain.
EXACT = {slug for slug, path in RECORDS.items() if path.parent.name == "10-shipped-rubrics"}
REJECTED: dict[str, int] = {}
"""Sample records that are meant to be rejected, by rubric."""

MORE_ARGUMENTS: dict[str, tuple[str, ...]] = {}
"""What a rubric needs to score its sample records, such as ``--as-of`` and a day."""


def rubric_of(slug):
    return load_rubric(ROOT / "rubrics" / f"{slug}.rubric")


def indicators_of(parts):
    for part in parts:
        match part:
            case Indicator():
                yield part
            case Group():
                yield from indicators_of(part.children)


@pytest.fixture
def scored(capfdbinary):
    """Score the sample records of a rubric and give its results, one mapping each."""

    def score(slug):
        rubric = str(ROOT / "rubrics" / f"{slug}.rubric")
        more = MORE_ARGUMENTS.get(slug, ())
        main(["score", rubric, str(RECORDS[slug]), "--to", "jsonl", *more])
        printed, _ = capfdbinary.readouterr()
        return [json.loads(line) for line in printed.decode("utf-8").splitlines()]

    return score


@pytest.mark.parametrize("slug", SLUGS)
def test_there_is_nothing_to_warn_of(slug):
    rubric = rubric_of(slug)
    assert [found.code for found in rubric.warnings] == []
    assert rubric.name == slug.replace("-", "_")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_layout_is_that_of_fmt(slug):
    rubric = rubric_of(slug)
    assert format_source(rubric.source).text == rubric.source.content


@pytest.mark.parametrize("slug", SLUGS)
def test_the_examples_come_out(slug):
    trials = rubric_of(slug).run_examples()
    assert trials
    assert [trial.mismatches for trial in trials if not trial.passed] == []


@pytest.mark.parametrize("slug", sorted(set(SLUGS) - EXACT))
def test_the_examples_touch_everything(slug):
    rubric = rubric_of(slug)
    trials = rubric.run_examples()
    assert len(trials) >= 6
    assert coverage(rubric.checked, trials).untouched == ()
    assert missing_untouched(rubric.checked, trials) == ()


@pytest.mark.parametrize("slug", SLUGS)
def test_there_are_sample_records(slug):
    assert slug in RECORDS
    assert RECORDS[slug].stat().st_size < 100_000


@pytest.mark.parametrize("slug", sorted(set(RECORDS) - EXACT))
def test_every_grade_occurs_and_every_indicator_varies(slug, scored):
    checked = rubric_of(slug).checked
    results = scored(slug)
    assert len(results) >= 200
    assert sum(one["status"] == "rejected" for one in results) == REJECTED.get(slug, 0)
    if checked.grading is not None:
        assert set(checked.grading.order) <= {one.get("grade") for one in results}
    rated = [one["scores"] for one in results if one["status"] == "scored"]
    constant = [
        part.name
        for part in indicators_of(checked.parts)
        if len({scores[part.name] for scores in rated}) == 1
    ]
    assert constant == []


@pytest.mark.parametrize("path", GENERATORS, ids=lambda path: path.stem)
def test_a_generator_writes_the_records_that_are_committed(path, tmp_path, monkeypatch):
    for source in path.parent.glob("*.py"):
        shutil.copy(source, tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    before = set(sys.modules)
    runpy.run_path(str(tmp_path / path.name), run_name="__main__")
    for name in set(sys.modules) - before:  # each folder has modules of its own beside it
        if str(tmp_path) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]
    written = sorted(tmp_path.glob("*.csv"))
    assert written
    for file in written:
        assert file.read_bytes() == (path.parent / file.name).read_bytes(), file.name


def test_limits_in_a_file_give_what_limits_in_the_rubric_give(capfdbinary):
    records = str(RECORDS["corporate-credit"])
    folder = RECORDS["corporate-credit"].parent
    printed = []
    for rubric in (
        ROOT / "rubrics/corporate-credit.rubric",
        folder / "corporate-credit-by-file.rubric",
    ):
        main(["score", str(rubric), records, "--to", "jsonl"])
        printed.append(capfdbinary.readouterr().out)
    assert printed[0] == printed[1]
