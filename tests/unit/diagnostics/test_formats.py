"""Laws of every format: any finding about any text is rendered, always in the same way."""

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.diagnostics.formats import FORMATS
from scorelang.diagnostics.model import Diagnostic, Fix, Label, Severity, Witness
from scorelang.diagnostics.visible import is_hidden
from scorelang.source.span import Span
from scorelang.source.text import SourceText

PIECES = ("\r\n", "\r", "\n", "\t", "付款", "\u202e", "e\u0301", "\ud800", "x" * 130, "  ", "😀")
anything = st.text(st.characters()) | st.lists(st.sampled_from(PIECES)).map("".join)
paths = st.sampled_from(["a.rubric", "目录\\b.rubric", "<stdin>", "not handed in", "\x1b,\n"])


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Make spans anywhere, often past the end of their text."""
    start, length = draw(st.integers(0, 400)), draw(st.integers(0, 400))
    return Span(draw(paths), start, start + length)


findings = st.builds(
    Diagnostic,
    code=st.sampled_from(["E0101", "X9999"]),
    severity=st.sampled_from(Severity),
    span=st.none() | spans(),
    message=anything,
    help=st.none() | anything,
    labels=st.lists(st.builds(Label, spans(), anything), max_size=3).map(tuple),
    witness=st.none()
    | st.builds(Witness, st.lists(st.tuples(anything, anything), max_size=3).map(tuple), anything),
    fixes=st.lists(st.builds(Fix, spans(), anything, anything), max_size=2).map(tuple),
)
texts = st.fixed_dictionaries(dict.fromkeys(("a.rubric", "目录\\b.rubric", "\x1b,\n"), anything))


@pytest.mark.parametrize("name", FORMATS)
@given(found=st.lists(findings, max_size=4), contents=texts)
def test_any_finding_about_any_text_is_rendered(
    name: str, found: list[Diagnostic], contents: dict[str, str]
) -> None:
    sources = {path: SourceText(path, content) for path, content in contents.items()}
    output = FORMATS[name](found, sources)
    output.encode("utf-8")
    assert output == FORMATS[name](tuple(found), dict(reversed(sources.items())))
    if name in {"json", "sarif"}:
        json.loads(output)
    elif name == "junit":
        ET.fromstring(output.encode())  # noqa: S314
    else:
        assert not any(is_hidden(char) for char in output.replace("\n", ""))


@pytest.mark.parametrize("name", ["concise", "github"])
@given(found=st.lists(findings, max_size=4))
def test_one_line_for_each_finding(name: str, found: list[Diagnostic]) -> None:
    assert FORMATS[name](found, {}).count("\n") == len(found)
