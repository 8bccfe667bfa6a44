"""Rubrics that compile: nothing is reported, every invariant holds, examples come out."""

from pathlib import Path

import pytest

from scorelang.compiler.pipeline import PASSES, compile_rubric, stages
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.model import Severity
from scorelang.diagnostics.render_text import render
from scorelang.model.dump import dump
from scorelang.model.invariants import check_invariants
from scorelang.source.text import SourceText
from scorelang.syntax.parser import parse

ROOT = Path(__file__).resolve().parents[3]
FILES = sorted((ROOT / "tests/cases/good/compiler").glob("*.rubric"))
SHIPPED = sorted((ROOT / "rubrics").glob("*.rubric"))


def compiled(path):
    source, collector = SourceText(path.name, path.read_text("utf-8")), Collector()
    tree = parse(source, collector)
    rubric = compile_rubric(tree, collector) if tree else None
    return rubric, collector.sorted(), {path.name: source}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_reported(path):
    rubric, found, sources = compiled(path)
    assert rubric is not None, render(found, sources)
    assert not found, render(found, sources)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_rubrics_have_no_errors(path):
    rubric, found, sources = compiled(path)
    assert not [each for each in found if each.severity is Severity.ERROR], render(found, sources)
    assert rubric is not None


@pytest.mark.parametrize("path", [*FILES, *SHIPPED], ids=lambda path: path.stem)
def test_invariants_hold(path):
    rubric, _, _ = compiled(path)
    assert rubric is not None
    assert check_invariants(rubric) == ()


def test_each_stage_can_be_shown():
    path = FILES[0]
    collector = Collector()
    tree = parse(SourceText(path.name, path.read_text("utf-8")), collector)
    found = list(stages(tree, collector))
    assert len(found) == len(PASSES)
    assert [name for name, _ in found][:2] == ["compose", "symbols"]
    assert dump(found[0][1]).startswith("CheckedRubric\n")
