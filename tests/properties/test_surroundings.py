"""Results depend on neither the hash seed, the locale, the time zone nor the folder."""

import os
import subprocess
import sys

import pytest

from tests.generators.shipped import ROOT, TEXTS

RUBRICS = {"constructs": (ROOT / "tests/cases/good/compiler/constructs.rubric").read_text("utf-8")}
RECORDS = {
    "publisher-customer": "rubrics/publisher-customer.rubric",
    "customer-rating": "rubrics/customer-rating.rubric",
}
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"},
    {"PYTHONHASHSEED": "4242", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE", "TZ": "Pacific/Apia"},
)


def ran(folder, surroundings, *arguments):
    told = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    environment = {**told, **surroundings, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "scorelang", *map(str, arguments)]
    found = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, timeout=120, check=False
    )
    assert found.returncode in {0, 3}, found.stderr.decode("utf-8", "replace")
    return found.stdout


@pytest.mark.slow
@pytest.mark.parametrize("name", RECORDS)
def test_results_do_not_depend_on_where_they_are_computed(name, tmp_path):
    records = ROOT / f"examples/10-shipped-rubrics/{name}.csv"
    runs = {
        ran(folder, where, "score", ROOT / RECORDS[name], records, "--to", "jsonl")
        for where, folder in zip(SURROUNDINGS, (ROOT, tmp_path, "/"), strict=True)
    }
    assert len(runs) == 1


@pytest.mark.slow
def test_formatted_text_and_findings_do_not_depend_on_it_either(tmp_path):
    path = tmp_path / "constructs.rubric"
    path.write_text(RUBRICS["constructs"], "utf-8")
    broken = tmp_path / "broken.rubric"
    broken.write_text(TEXTS["customer-rating"].replace("margin", "margn", 2), "utf-8")
    for arguments in (("fmt", "-", "--lang", "en"), ("show", path, "--lang", "en")):
        runs = {outcome_of(arguments, path, where) for where in SURROUNDINGS}
        assert len(runs) == 1
    checks = {outcome_of(("check", broken, "--lang", "en"), path, where) for where in SURROUNDINGS}
    assert len(checks) == 1


def outcome_of(arguments, path, surroundings):
    environment = {**os.environ, **surroundings, "PYTHONPATH": str(ROOT)}
    with path.open("rb") as stdin:
        found = subprocess.run(
            [sys.executable, "-m", "scorelang", *map(str, arguments)],
            env=environment,
            stdin=stdin,
            capture_output=True,
            timeout=120,
            check=False,
        )
    return found.returncode, found.stdout, found.stderr
