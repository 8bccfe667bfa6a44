"""`check` ends after a bounded number of steps, however a rubric is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorelang import loading
from scorelang.loading import read_text
from scorelang.source.text import SourceText
from tests.generators.sizes import examples
from tests.generators.work import MOST_STEPS, counted_steps

FRAME = "rubric r {{\n{}\nindicator q, max 10 = {}\nrecord {{\n{}\n}}\n}}\n"


def chain(length, sign):
    """Each value is made of the one before it, twice."""
    lets = [f"let a{n} = a{n - 1} {sign} a{n - 1}" for n in range(1, length)]
    return FRAME.format("\n".join(["let a0 = x", *lets]), f"a{length - 1}", "x number 0..10")


def optional_terms(count, sign):
    """So many fields, each counted where it is known, under one divisor."""
    known = " + ".join(f"(if x{n} is not missing then x{n} else 0)" for n in range(count))
    possible = " + ".join(f"(if x{n} is not missing then 10 else 0)" for n in range(count))
    fields = "\n".join(f"x{n} number 0..10" for n in range(count))
    lets = f"let known = {known}\nlet possible = {possible}"
    return FRAME.format(lets, f"10 * (known {sign} known) / possible", fields)


@pytest.fixture
def steps(monkeypatch):
    return counted_steps(monkeypatch)


@pytest.mark.parametrize("made", [chain, optional_terms])
def test_work_does_not_grow_without_bound(steps, made):
    @examples(0.3)
    @given(st.integers(1, 24), st.sampled_from("+*-"))
    def is_bounded(size, sign):
        steps[0] = 0
        loaded = read_text(SourceText("r.rubric", made(size, sign)))
        assert loaded.source is not None
        assert steps[0] <= MOST_STEPS

    is_bounded()


def mislabelled(count):
    """Each label names another unit than its field reads, and each has its fix."""
    fields = "\n".join(f'a{n} percent 0..100% "rate {n} (%)"' for n in range(count))
    return f"rubric r {{\nindicator q, max 1 = a0\nrecord {{\n{fields}\n}}\n}}\n"


def misspelt(count):
    """Each line of points is written in words that are read as something else."""
    lines = "\n".join(f"{count - n} or more : {count - n}" for n in range(count))
    rule = f"indicator q of x {{\n{lines}\notherwise : 0\n}}"
    return f"rubric r {{\n{rule}\nrecord {{\nx number\n}}\n}}\n"


@pytest.mark.parametrize("made", [mislabelled, misspelt])
@pytest.mark.parametrize("count", [3, 30, 300])
def test_changes_are_tried_a_bounded_number_of_times(monkeypatch, made, count):
    once, read = loading._read_once, []
    monkeypatch.setattr(loading, "_read_once", lambda source: read.append(1) or once(source))
    found = loading.read_text(SourceText("r.rubric", made(count))).diagnostics
    assert any(each.fixes for each in found)
    assert len(read) <= 1 + 1 + loading._MOST_TRIES
