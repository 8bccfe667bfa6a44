"""Rubrics with one fault each: the marked line is reported, and the page of the code agrees."""

import re
from pathlib import Path

import pytest

from scorelang.compiler.errors import _NAMES, _TYPES, _UNFINISHED
from scorelang.compiler.pipeline import compile_rubric
from scorelang.diagnostics.collector import Collector
from scorelang.source.text import SourceText
from scorelang.syntax.parser import parse

ROOT = Path(__file__).resolve().parents[3]
MARK = re.compile(r"#\s*((?:[EW][0-9]{4}[\s,]*)+)$")
CASES = sorted(
    path
    for folder in ("names", "types", "ladders", "raters", "unfinished", "missing", "overrides")
    for path in (ROOT / "tests/cases/bad" / folder).glob("*.rubric")
)
CODES = sorted({key.partition(".")[0] for key in (*_NAMES, *_TYPES, *_UNFINISHED)})


def findings(text):
    source, collector = SourceText("case.rubric", text), Collector()
    tree = parse(source, collector)
    rubric = compile_rubric(tree, collector) if tree is not None else None
    return rubric, source, collector.sorted()


def codes_of(text):
    return {each.code for each in findings(text)[2]}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_marked_lines_are_reported_and_no_others(path):
    text = path.read_text("utf-8")
    _, source, found = findings(text)
    expected = {
        (number, code)
        for number, line in enumerate(text.splitlines(), start=1)
        for mark in MARK.findall(line)
        for code in mark.replace(",", " ").split()
    }
    assert {(source.position(f.span.start).line, f.code) for f in found} == expected


@pytest.mark.parametrize("code", CODES)
def test_page_shows_a_wrong_and_a_right_rubric(code):
    page = (ROOT / "docs/errors" / f"{code}.md").read_text("utf-8")
    wrong, right = re.findall(r"```rubric\n(.*?)```", page, re.DOTALL)
    assert code in codes_of(wrong)
    assert codes_of(right) == set()


def rubric_with(indicator, record="quality number 0..10"):
    return f"rubric t {{\n  {indicator}\n  record {{\n    {record}\n  }}\n}}\n"


@pytest.mark.parametrize(
    ("indicator", "record", "key"),
    [
        ("indicator a, max 10 = points of qualty", "quality number 0..10", "E0201"),
        ("indicator qualty, max 10 = qualit", "quality number 0..10", "E0201.near"),
        ("indicator a, max 10 = a", "quality number 0..10", "E0201.score"),
        (
            "indicator a of quality, max 10 {\n    5..3 : 1\n    otherwise : 0\n  }",
            "quality number 0..10",
            "E0311.empty",
        ),
        (
            "indicator a of age, max 10 {\n    >= 3 : 1\n    < 3 : 0\n  }",
            "age period >= 0 in years",
            "E0301.bare",
        ),
        (
            "indicator a of age, max 10 {\n    >= 3元 : 1\n    < 3元 : 0\n  }",
            "age period >= 0 in years",
            "E0301",
        ),
        (
            "indicator a of quality, max 10 {\n    linear_ : 1\n    otherwise : 0\n  }",
            "quality number 0..10",
            "E0201",
        ),
        ("indicator a, max 10 = quality ^ quality", "quality number 0..10", "E0308.exponent"),
        ("indicator a, max 10 = sqrt (quality, 2)", "quality number 0..10", "E0302.arguments"),
        (
            "let b = if quality > 5 then yes else 3\n  indicator a, max 10 = quality",
            "quality number 0..10",
            "E0302.branches",
        ),
        (
            "indicator a of quality, max 10 {\n    > 5 : linear 1 to 2\n    otherwise : 0\n  }",
            "quality number 0..10",
            "E0311.linear",
        ),
        (
            "indicator a, max 10 = quality\n  veto b when quality = 0 : grade D",
            "quality number 0..10",
            "E0201",
        ),
    ],
)
def test_faults_by_variant(indicator, record, key):
    _, _, found = findings(rubric_with(indicator, record))
    assert key in {each.key for each in found}


def test_all_faults_are_reported_at_once():
    text = rubric_with("indicator a, max 10 = qualty\n  indicator b, max 10 = grde")
    assert [each.code for each in findings(text)[2]] == ["E0201", "E0201"]


def test_a_rubric_with_errors_gives_nothing():
    assert findings(rubric_with("indicator a, max 10 = nothing"))[0] is None


def test_allow_silences_a_warning_on_its_part():
    text = rubric_with(
        'let b = quality, allow W0202 because "known"\n  indicator a, max 10 = quality'
    )
    assert codes_of(text) == set()


def test_circles_are_named():
    text = rubric_with("let a = b + 1\n  let b = a + 1\n  indicator c, max 10 = quality")
    (found,) = findings(text)[2]
    assert found.code == "E0207"
    assert "`a` → `b` → `a`" in found.message
