"""All nodes are found, each once, parents first; spans are no nodes."""

from scorelang.source.span import Span
from scorelang.syntax import ast
from scorelang.syntax.walk import children, walk


def test_children_stand_in_the_order_of_the_fields(item):
    decl = item("let x = a + 1")
    assert list(children(decl)) == [decl.name, decl.value]
    assert list(children(decl.value)) == [decl.value.left, decl.value.right]
    assert list(children("text")) == []


def test_walk_finds_nodes_within_pairs_and_tables(read):
    rubric = read('rubric r {\n use "x" as y { a = b }\n table t gives number { | >= 3 | }\n}')
    kinds = [type(node) for node in walk(rubric)]
    assert kinds[0] is ast.RubricDecl
    assert ast.NameExpr in kinds
    assert ast.LimitRange in kinds
    assert Span not in kinds


def test_the_span_of_a_part_holds_the_spans_of_its_parts(read):
    rubric = read("rubric r {\n indicator a of b, max 20 {\n  >= 10% : 5, flag c\n }\n}")
    for node in walk(rubric):
        for child in children(node):
            assert node.span.start <= child.span.start <= child.span.end <= node.span.end
