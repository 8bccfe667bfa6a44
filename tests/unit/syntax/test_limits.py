"""Hostile files end soon, and no text at all makes the parser raise."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang.diagnostics.collector import Collector
from scorelang.source.text import SourceText
from scorelang.syntax.parser import parse
from scorelang.syntax.vocabulary import keywords

SAMPLE = """rubric r "x" {
  record { a number >= 0 in 万元, required }
  indicator b of a, max 20 {
    >= 20% : 20, flag c
    < 20% : 0
  }
  grades { A >= 90, needs b full }
}"""


def keys_of(text):
    collector = Collector()
    rubric = parse(SourceText("t", text), collector)
    found = [each.key for each in collector.sorted()]
    assert (rubric is None) is bool(found)
    return found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("(" * 10_000_000, "E0106"),
        ("{\n" * 10_000_000, "E0106"),
        ("(" * 90_000, "E0106.depth"),
        ("{\n" * 90_000, "E0106.depth"),
        ("rubric r {\n" + " " * 100_001 + "\n}", "E0106.line"),
        ("rubric r {\n let a = " + "not " * 20_000 + "b\n}", "E0106.deep"),
        ("rubric r {\n let a = " + "-" * 50_000 + "b\n}", "E0106.deep"),
        ("rubric r {\n let a = " + "if a then b else " * 3_000 + "b\n}", "E0106.deep"),
        ("rubric r {\n let a = " + "a+" * 10_000 + "b\n}", "E0106.long"),
    ],
    ids=lambda value: value if len(value) < 20 else "",
)
def test_hostile_files_are_refused_soon(text, key):
    keys_of("rubric r { }")
    began = time.process_time()
    assert keys_of(text) == [key]
    assert time.process_time() - began < 3


@given(st.text())
def test_any_text_gives_a_tree_or_mistakes(text):
    keys_of(text)


@given(st.lists(st.sampled_from(sorted(keywords()) + list('{}()[]|"#=<>:,.，：\n\t 1%a'))))
def test_any_words_give_a_tree_or_mistakes(words):
    keys_of("rubric r {\n" + " ".join(words) + "\n}")


@given(st.integers(0, len(SAMPLE)), st.integers(0, 20), st.text(max_size=3))
def test_any_change_of_a_rubric_gives_a_tree_or_mistakes(at, length, put):
    keys_of(SAMPLE[:at] + put + SAMPLE[at + length :])


@pytest.mark.parametrize("text", ["\ud800", "\x00", "\r", "\t", "\ue000", "“", "「", "|", "||"])
def test_odd_signs_give_mistakes(text):
    assert keys_of(text)
    keys_of(f"rubric r {{\n{text}\n}}")
