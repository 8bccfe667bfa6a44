"""Compiles a rubric written in a test and tells what the checks found."""

from scorelang.compiler.checks import CHECKS
from scorelang.compiler.pipeline import compile_rubric
from scorelang.diagnostics.collector import Collector
from scorelang.source.text import SourceText
from scorelang.syntax.parser import parse


def findings(text):
    """All findings of a rubric, in order."""
    collector = Collector()
    tree = parse(SourceText("test.rubric", text), collector)
    assert tree is not None, [found.message for found in collector.sorted()]
    compile_rubric(tree, collector)
    return collector.sorted()


def codes(text):
    """The codes of all findings."""
    return [found.code for found in findings(text)]


def only(text):
    """The one finding of a rubric."""
    (found,) = findings(text)
    return found


def card(record, body):
    """A rubric with a record and a body."""
    return f"rubric card {{\n  record {{\n{record}\n  }}\n{body}\n}}\n"


def witness(found):
    """The values of a witness by name."""
    return dict(found.witness.values) if found.witness else {}


def model_codes(rubric):
    """The codes of what the checks find in a model made by hand."""
    collector = Collector()
    for check in CHECKS:
        check(rubric, collector)
    return [found.code for found in collector.sorted()]
