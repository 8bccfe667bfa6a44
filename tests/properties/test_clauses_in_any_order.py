"""The order of the clauses of a part never changes a result, before its body or behind it."""

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from scorelang.diagnostics.collector import Collector
from scorelang.loading import read_text
from scorelang.source.text import SourceText
from scorelang.syntax import ast
from scorelang.syntax.parser import parse
from tests.generators.meaning import wordless
from tests.generators.scoring import score_all
from tests.generators.sizes import examples
from tests.strategies import compile_text, records_for, rubric_texts

RECORD = "record {{\n    key id text\n    x number 0..10\n    y yes/no\n  }}"
ONE = f"rubric one {{{{\n  {RECORD}\n  {{}}\n}}}}\n"
CLAUSES = (
    *("max 5", "round 1", "if missing: 3", "applies when y is yes, else 0", "owner finance"),
    *("at least 1", "at most 5", "flag review", 'note "z"', "baseline 2", 'reason R1 "why"'),
    *("less 1 for each y", "plus 0.5 for each started 2 of x above 3", "covers e1"),
)


def places(rubric, text):
    """The clauses that stand beside each other on one part, as spans."""
    waiting, found = [rubric], []
    while waiting:
        node = waiting.pop()
        if isinstance(node, tuple):
            waiting.extend(node)
        elif attrs.has(type(node)):
            names = [field.name for field in attrs.fields(type(node)) if field.name != "span"]
            waiting.extend(getattr(node, name) for name in names)
            clauses = getattr(node, "clauses", ())
            body = getattr(node, "body", None)
            is_block = isinstance(body, ast.BranchesBody | ast.GridBody | ast.WithinBody)
            heads = [c.span for c in clauses if not is_block or c.span.start < body.span.start]
            spans = [span for span in heads if text[: span.start].rstrip().endswith((",", "，"))]
            if len(spans) > 1:
                found.append(spans)
    return found


def reordered(text, spans, order):
    """The text with what stands at the spans in another order."""
    written = [text[span.start : span.end] for span in spans]
    for place, source in sorted(zip(spans, order, strict=True), key=lambda each: -each[0].start):
        text = text[: place.start] + written[source] + text[place.end :]
    return text


@examples(1)
@given(st.data())
def test_permuting_the_clauses_of_any_part_changes_no_result(data):
    text = data.draw(rubric_texts())
    rubric = parse(SourceText("generated.rubric", text), Collector())
    found = [
        spans for spans in places(rubric, text) if len({text[s.start : s.end] for s in spans}) > 1
    ]
    assume(found)
    moved = text
    for spans in sorted(found, key=lambda each: -each[0].start):
        order = data.draw(st.permutations(range(len(spans))))
        moved = reordered(moved, spans, order)
    before, after = compile_text(text), compile_text(moved)
    lines = data.draw(st.lists(records_for(before), min_size=1, max_size=3))
    assert [*map(wordless, score_all(after, lines))] == [*map(wordless, score_all(before, lines))]


def indicator(clauses, places):
    """An indicator with each clause before or behind its subject and its formula."""
    slots = ["", "", ""]
    for clause, place in zip(clauses, places, strict=True):
        slots[place] += f", {clause}"
    if "for each" in slots[0]:
        slots[0] += ', note "n"'  # `for each 2 of x` would measure x
    return f"elements e1\n  indicator a{slots[0]} of x{slots[1]} = x / 2{slots[2]}"


@examples(2)
@given(st.data())
def test_clauses_act_before_the_subject_and_before_and_behind_the_formula(data):
    clauses = data.draw(st.lists(st.sampled_from(CLAUSES), unique=True, max_size=5))
    some = data.draw(st.lists(st.integers(0, 2), min_size=len(clauses), max_size=len(clauses)))
    order = data.draw(st.permutations(clauses))
    behind = ONE.format(indicator(clauses, [2] * len(clauses)))
    loaded = read_text(SourceText("generated.rubric", behind))
    moved = read_text(SourceText("generated.rubric", ONE.format(indicator(order, some))))
    assert (loaded.checked is None) == (moved.checked is None)
    if loaded.checked is not None and moved.checked is not None:
        lines = [{"id": "1", "x": x, "y": y} for x in ("0", "7.3", "") for y in ("yes", "no", "")]
        found = [*map(wordless, score_all(moved.checked, lines))]
        assert found == [*map(wordless, score_all(loaded.checked, lines))]
