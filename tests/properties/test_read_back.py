"""``show`` leaves nothing out: whatever a rubric declares stands on the page and in the JSON."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from scorelang.model.rubric import Group, Indicator
from scorelang.model.rules import Branch
from scorelang.model.walk import descend
from scorelang.reports.understood import understand
from scorelang.reports.understood_pages import to_json, to_text
from tests.strategies import any_rubrics, compile_text, rubric_texts


def walk(parts):
    for part in parts:
        yield part
        if isinstance(part, Group):
            yield from walk(part.children)


def folded(text):
    return "".join(text.split())


def names_of(rubric):
    yield from (field.name for field in rubric.fields)
    yield from (let.name for let in rubric.lets)
    yield from (part.name for part in walk(rubric.parts))
    yield from (score.name for score in rubric.scores)
    yield from (one.name for one in (*rubric.overrides, *rubric.results))
    yield from (one.name for one in rubric.classes)
    for grading in (rubric.grading, *rubric.classes):
        yield from grading.order if grading else ()


def texts_of(rubric):
    for grading in (rubric.grading, *rubric.classes):
        for line in grading.lines if grading else ():
            yield from (line.text, *line.needs_text, line.action, line.note)
    for override in rubric.overrides:
        yield from (override.text, override.reason, override.owner, override.action)
    yield from (rule.reason for rule in rubric.eligibility)
    yield from (rule.text for rule in rubric.rules)
    for said in rubric.wording.declarations:
        yield from (said.text, said.subject)
    for part in walk(rubric.parts):
        yield from (node.action for node in descend(part) if isinstance(node, Branch))


@given(st.data())
def test_every_name_and_text_is_read_back(data):
    rubric = data.draw(any_rubrics())
    found = understand(rubric)
    page, raw = folded(to_text(found)), folded(to_json(found))
    for name in filter(None, names_of(rubric)):
        assert folded(name) in page
        assert folded(json.dumps(name, ensure_ascii=False)) in raw
    for text in filter(None, texts_of(rubric)):
        assert folded(text) in page or "…" in text


@given(st.data())
def test_every_line_of_every_indicator_is_read_back(data):
    rubric = data.draw(any_rubrics())
    told = {part.name: part for part in understand(rubric).parts}
    for part in walk(rubric.parts):
        if isinstance(part, Indicator):
            # a line for several special values is one line of the file
            places = {node.span for node in descend(part.rule) if isinstance(node, Branch)}
            assert len(told[part.name].lines) >= len(places)
            assert all(line.guard or line.gives for line in told[part.name].lines)


@given(st.data())
def test_the_page_never_breaks_in_chinese(data):
    rubric = data.draw(any_rubrics())
    assert to_text(understand(rubric, lang="zh"), lang="zh").endswith("\n")


_TOKENS = re.compile(r'"([^"\n]*)"|([^\W\d]\w*|\d+(?:\.\d+)?)')
_STRUCTURE = {
    *("rubric", "version", "record", "rule", "key", "text", "integer", "required", "blank"),
    *("means", "and", "year", "let", "scale", "table", "gives", "group", "indicator", "score"),
    *("grades", "class", "size", "result", "reasons", "zero", "when"),
}
"""Words that become the layout of the page; all others must be found on it."""


def said_in(text):
    """Labels, names, numbers and keywords of a rubric, its examples and paths aside."""
    text = re.sub(r"(?m)^  example .*\n(.*\n)*?  }$", "", text)
    for found in _TOKENS.finditer(re.sub(r'(?m)^  use "[^"\n]*"', "  use", text)):
        yield found[1] or found[2]


@given(rubric_texts(populations=True))
def test_every_word_of_a_rubric_is_on_its_page(text):
    page = to_text(understand(compile_text(text)))
    lost = {token for token in said_in(text) if token and token not in page}
    assert not lost - _STRUCTURE, text
