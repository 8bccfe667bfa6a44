"""Reading small rubrics, whole or a few lines of one."""

import pytest

from scorelang.diagnostics.collector import Collector
from scorelang.source.text import SourceText
from scorelang.syntax.parser import parse


def told(text):
    """Read a text; give its tree, or None, and the findings."""
    collector = Collector()
    rubric = parse(SourceText("test.rubric", text), collector)
    return rubric, collector.sorted()


@pytest.fixture
def read():
    """Read a rubric that has no mistakes."""

    def reader(text):
        rubric, found = told(text)
        assert rubric is not None, [(each.key, each.message, each.help) for each in found]
        assert found == ()
        return rubric

    return reader


@pytest.fixture
def item(read):
    """Read the lines of one part within an English rubric."""
    return lambda lines: read(f"rubric r {{\n{lines}\n}}").items[0]


@pytest.fixture
def items(read):
    """Read the lines of several parts within an English rubric."""
    return lambda lines: read(f"rubric r {{\n{lines}\n}}").items


@pytest.fixture
def value(item):
    """Read an expression."""
    return lambda text: item(f"let x = {text}").value


@pytest.fixture
def faults():
    """Read a text with mistakes; give the findings."""

    def reader(text):
        rubric, found = told(text)
        assert rubric is None
        assert found
        return found

    return reader


@pytest.fixture
def keys(faults):
    """Read a text with mistakes; give the keys of the findings."""
    return lambda text: [each.key for each in faults(text)]
