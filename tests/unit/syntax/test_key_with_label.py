"""A key field may have its label right behind its name, like every other field."""

from scorelang.diagnostics.collector import Collector
from scorelang.source.text import SourceText
from scorelang.syntax.parser import parse

TEXT = 'rubric r {\n  record {\n    key customer "客户" text\n  }\n}\n'


def test_a_key_with_a_label_is_a_key():
    collector = Collector()
    tree = parse(SourceText("r.rubric", TEXT), collector)
    assert collector.sorted() == ()
    [field] = tree.items[0].items
    assert (field.name.text, field.is_key, field.label) == ("customer", True, "客户")
