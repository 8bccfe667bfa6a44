"""No order of declarations changes a result; what is null, or missing, has a reason."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from scorelang.compiler.pipeline import compile_rubric
from scorelang.diagnostics.collector import Collector
from scorelang.model.outcome import Outcome, Status
from scorelang.source.text import SourceText
from scorelang.syntax import ast
from scorelang.syntax.parser import parse
from tests.generators.scoring import score_all
from tests.generators.sizes import examples
from tests.strategies import records_for, rubric_texts

MOVED = (
    ast.LetDecl,
    ast.TableDecl,
    ast.ScaleDecl,
    ast.IndicatorDecl,
    ast.GroupDecl,
    ast.ScoreDecl,
    ast.OverrideDecl,
    ast.ResultDecl,
    ast.RecordDecl,
    ast.GradesDecl,
)


def compiled(tree):
    rubric = compile_rubric(tree, Collector())
    assert rubric is not None
    return rubric


def permuted(tree, data):
    """The same rubric with its declarations in another order; classes may read those above."""
    moved = [item for item in tree.items if isinstance(item, MOVED) and not _is_class(item)]
    order = iter(data.draw(st.permutations(moved)))
    items = [next(order) if item in moved else item for item in tree.items]
    return attrs.evolve(tree, items=tuple(items))


def _is_class(item):
    return isinstance(item, ast.GradesDecl) and item.name is not None


def seen(outcome):
    """What must be the same in any order of the file."""
    if not isinstance(outcome, Outcome):
        return {fault.field for fault in outcome.faults}
    return (
        outcome.status,
        outcome.total_exact,
        outcome.grade,
        dict(outcome.scores),
        dict(outcome.results),
        set(outcome.flags),
        set(outcome.missing),
        set(outcome.undecided),
        set(outcome.notes),
        {(each.code, each.difference) for each in outcome.reasons or ()},
    )


@examples(0.3)
@given(st.data())
def test_no_order_of_declarations_changes_a_result(data):
    tree = parse(SourceText("r.rubric", data.draw(rubric_texts())), Collector())
    first, second = compiled(tree), compiled(permuted(tree, data))
    lines = data.draw(st.lists(records_for(first), min_size=1, max_size=3))
    for one, other in zip(score_all(first, lines), score_all(second, lines), strict=True):
        assert seen(one) == seen(other)


@examples(0.5)
@given(st.data())
def test_what_is_null_has_a_reason(data):
    tree = parse(SourceText("r.rubric", data.draw(rubric_texts())), Collector())
    rubric = compiled(tree)
    lines = data.draw(st.lists(records_for(rubric), min_size=1, max_size=4))
    for outcome in score_all(rubric, lines):
        if not isinstance(outcome, Outcome):
            continue
        assert set(outcome.missing) <= set(outcome.notes)
        assert set(outcome.undecided) <= set(outcome.notes)
        if outcome.status is not Status.SCORED:
            continue
        if rubric.grading is not None and outcome.grade is None:
            assert outcome.notes["grade"]
        for name in (each.name for each in rubric.classes):
            assert outcome.results[name] is not None or outcome.notes[name]
