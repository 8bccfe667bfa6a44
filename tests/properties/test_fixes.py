"""Whoever makes the change that is offered has one mistake less, and never more of them."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given

from scorelang.loading import read_text
from scorelang.source.text import SourceText
from tests.generators.sizes import examples
from tests.strategies import mutated

TESTS = Path(__file__).parent.parent
LONGEST = 30_000


def faulty_files():
    for folder in (TESTS / "cases" / "bad", TESTS / "trials"):
        for path in sorted(folder.rglob("*.rubric")):
            try:
                text = path.read_text("utf-8")
            except UnicodeDecodeError:
                continue
            if len(text) < LONGEST:
                yield pytest.param(path, text, id=str(path.relative_to(TESTS)))


def check_fixes(path, text):
    """Make each change that is offered, and compare what is found then; give how many."""
    before = read_text(SourceText(path, text)).diagnostics
    offered = [(found, fix) for found in before for fix in found.fixes]
    for found, fix in offered:
        mended = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
        after = read_text(SourceText(path, mended)).diagnostics
        said = (found.key, found.message)
        assert _told(after)[said] < _told(before)[said], (fix, mended)
        hides = any(each.code.startswith("E01") for each in before)
        mistakes = _errors(after, hides=hides), _errors(before, hides=hides)
        assert mistakes[0] <= mistakes[1], (fix, mended, _told(after))
    return len(offered)


def _told(found):
    return Counter((each.key, each.message) for each in found)


def _errors(found, *, hides):
    """Count the errors; where mistakes of syntax hid those of the meaning, only the former."""
    told = [each.code for each in found if each.severity.value == "error"]
    return sum(code.startswith("E01") or not hides for code in told)


@pytest.mark.parametrize(("path", "text"), tuple(faulty_files()))
def test_a_fix_of_a_faulty_rubric_cures_it(path, text):
    check_fixes(str(path), text)


@examples(2)
@given(mutated())
def test_a_fix_of_a_mistaken_rubric_cures_it(text):
    check_fixes("any.rubric", text)


FRAME = "rubric r {{\n{}\nrecord {{\n  key id text\n  x number 0..10\n}}\n}}\n"


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("indicator p of x, mx 10 {\n >= 5 : 10\n < 5 : 0\n}", 1),
        ("indicator p of x max 10 {\n >= 5 : 10\n < 5 : 0\n}", 1),
        ("indicator p of x, max 10 {\n >= 5 10\n < 5 : 0\n}", 1),
        ("indicator p of x, max 10 {\n >= 5 : 10\n otherwize : 0\n}", 0),
        ("indicator p of x, max 10 {\n => 5 : 10\n < 5 : 0\n}", 1),
        ("indicator p of x, max 10\n  >= 5 : 10\n  < 5 : 0\n}", 1),
        ("let y = x — 1\nindicator p = y", 0),
    ],
)
def test_a_fix_is_offered_where_it_cures(written, offered):
    assert check_fixes("any.rubric", FRAME.format(written)) == offered
