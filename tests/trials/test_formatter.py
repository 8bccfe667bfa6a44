"""Every rubric that compiles is formatted, in both vocabularies, in time linear in its length."""

import time
from pathlib import Path

import pytest

from scorelang.api import format_source
from scorelang.cli.main import main
from scorelang.loading import read_text
from scorelang.source.text import SourceText
from scorelang.syntax.ast import Vocabulary
from tests.generators.scoring import points_of

HERE = Path(__file__).parent
FORMATTED = (
    *("fuzz/fmt_refused-1da66402a9", "fuzz/fmt_refused-f83c13e8ea", "fuzz/traceback-cb6e00b342"),
    *("hostile/fmt-zh-list", "hostile/zh-list", "hostile/sum163", "hostile/chain90"),
)
BOTH = tuple(Vocabulary)
N = 190


def formatted(text, vocabulary):
    found = format_source(SourceText("t.rubric", text), vocabulary)
    assert found.text is not None, [each.message for each in found.diagnostics]
    return found.text


@pytest.mark.parametrize("name", FORMATTED)
@pytest.mark.parametrize("vocabulary", BOTH)
def test_what_was_refused_is_formatted(name, vocabulary):
    text = (HERE / f"{name}.rubric").read_text("utf-8")
    once = formatted(text, vocabulary)
    assert formatted(once, vocabulary) == once
    other = BOTH[1 - BOTH.index(vocabulary)]
    assert formatted(formatted(once, other), vocabulary) == once


def test_numbers_beside_each_other_stay_two_numbers(capsys):
    for name in ("fmt-zh-list", "zh-list"):
        assert main(["check", str(HERE / "hostile" / f"{name}.rubric")]) == 0
        assert "90100" not in capsys.readouterr().out


@pytest.mark.parametrize("vocabulary", BOTH)
def test_numbers_between_commas_stay_apart(vocabulary):
    text = "rubric t {\n  indicator p = min (90, 100, x)\n"
    text += "  record {\n    key id text\n    x number 0..1000\n  }\n}\n"
    again = formatted(text, vocabulary)
    checked = read_text(SourceText("t.rubric", again)).checked
    assert points_of(checked, {"id": "1", "x": "500"})["total"] == 90


@pytest.mark.parametrize(
    ("written", "fix"),
    [("10,000", "10000"), ("1，050", "1050"), ("10，100", None), ("1,234", None)],
)
def test_a_comma_in_a_number_is_mended_only_where_it_is_plain(written, fix):
    text = (
        f"rubric t {{\n  indicator p of x {{\n    >= {written} : 5\n    otherwise : 1\n  }}\n}}\n"
    )
    loaded = read_text(SourceText("t.rubric", text))
    (error, *_) = loaded.diagnostics
    assert error.code == "E0103"
    assert [each.replacement for each in error.fixes] == ([fix] if fix else [])


DEEP = {
    "sum": "indicator p = " + " + ".join(["x"] * N),
    "not": "indicator p, first that holds {\n1 when " + "not " * N + "low\n0 otherwise\n}",
    "else if": "indicator p = " + "".join(f"if x > {i} then {i} else " for i in range(100)) + "0",
    "minus": "indicator p = " + "- " * N + "x",
    "scores": "score s0 = x\n"
    + "\n".join(f"score s{i} = points of s{i - 1} + 1" for i in range(1, 60))
    + "\nindicator p = points of s59",
}


@pytest.mark.parametrize("kind", DEEP)
def test_what_compiles_scores_a_blank_cell_and_is_formatted(kind):
    text = (
        f"rubric t {{\nrecord {{\nkey id text\nx number 0..10\nlow yes/no\n}}\n{DEEP[kind]}\n}}\n"
    )
    checked = read_text(SourceText("t.rubric", text)).checked
    assert checked is not None
    assert points_of(checked, {"id": "1", "x": "", "low": ""})["total"] == 0
    for vocabulary in BOTH:
        assert formatted(text, vocabulary)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("indicator p = " + "(" * 3 + "x" + (" + x" * 190 + ")") * 3, "E0106"),
        ("indicator p = " + " + ".join(["x"] * 300), "E0106"),
        (
            "score s0 = x\n"
            + "\n".join(f"score s{i} = points of s{i - 1} + 1" for i in range(1, 400))
            + "\nindicator p = points of s399",
            "E0207",
        ),
    ],
)
def test_what_is_too_deep_is_a_located_error(body, code):
    text = f"rubric t {{\nrecord {{\nkey id text\nx number 0..10\n}}\n{body}\n}}\n"
    loaded = read_text(SourceText("t.rubric", text))
    assert loaded.checked is None
    assert {each.code for each in loaded.diagnostics if each.severity.value == "error"} == {code}


def test_time_grows_with_the_length_only():
    text = (HERE / "fuzz" / "timeout-d98105cb2b.rubric").read_text("utf-8")
    start = time.process_time()
    assert formatted(text, Vocabulary.ENGLISH)
    whole = time.process_time() - start
    lines = text.splitlines()
    part = "\n".join([*lines[:602], *lines[-5:]])
    start = time.process_time()
    formatted(part, Vocabulary.ENGLISH)
    share = time.process_time() - start
    assert whole < 12 * share + 2  # five times the lines
