"""Work without bound: `check` answers whatever is written, and says what it could not prove.

The work is counted in steps, never by the clock, so that the answer is the same everywhere.
"""

from pathlib import Path

import pytest

from scorelang.api import RubricError, load_text
from scorelang.compiler.part_ranges import scope_of
from scorelang.loading import read_rubric, read_text
from scorelang.source.text import SourceText
from tests.generators.work import MOST_STEPS, counted_steps

HERE = Path(__file__).parent
RECORD = """  record {
    key id text
    x number 0..10
    y integer 0..10
    c yes/no
  }
}
"""


@pytest.fixture
def steps(monkeypatch):
    return counted_steps(monkeypatch)


def check(text):
    return read_text(SourceText("t.rubric", text))


def codes(loaded):
    return [each.code for each in loaded.diagnostics]


@pytest.mark.parametrize(
    "name",
    [
        "hostile/hang-one-number.rubric",
        "hostile/hang-ratio-gap.rubric",
        "fuzz/hang-ratio-gap.rubric",
        "fuzz/timeout-3a93b440a0.rubric",
        "reported/clauses-and-checks/check_hangs.rubric",
    ],
)
def test_a_check_that_hung_takes_a_bounded_number_of_steps(name, steps):
    read_rubric(HERE / name)
    assert steps[0] < MOST_STEPS


@pytest.mark.parametrize("limit", ["-5%  : 6", "-5%  : 99", "-500% : 7"])
def test_one_limit_changed_takes_no_longer(limit, steps):
    text = (HERE / "hostile/hang-one-number.rubric").read_text("utf-8")
    check(text.replace("-5%  : 99", limit))
    assert steps[0] < MOST_STEPS


@pytest.mark.parametrize("name", ["hang-ratio-gap", "timeout-3a93b440a0"])
def test_the_gap_of_a_guarded_ratio_is_found_with_a_record(name):
    loaded = read_rubric(HERE / f"fuzz/{name}.rubric")
    assert "E0402" in codes(loaded)
    (found,) = [each for each in loaded.diagnostics if each.code == "E0402"]
    assert found.witness is not None


def chain(step, count=38, end="score s = a{count}"):
    lets = "".join(f"  let a{i} = {step.format(a=f'a{i - 1}', i=i)}\n" for i in range(1, count + 1))
    return (
        "rubric r {\n  no total\n  let a0 = x\n" + lets + f"  {end.format(count=count)}\n" + RECORD
    )


@pytest.mark.parametrize(
    "step",
    [
        "{a} + {a}",
        "(if {a} > {i} then {a} else {a} + 1) + (if c then {a} else 0)",
        "if {a} > 0 then first known of ({a}, 1) else {a} + x",
        "max ({a}, {a} + y, x)",
    ],
)
@pytest.mark.parametrize("end", ["score s = a{count}", "score s = 100 / a{count}"])
def test_a_chain_of_derived_values_is_ranged_once(step, end, steps):
    check(chain(step, end=end))
    assert steps[0] < MOST_STEPS


def test_a_chain_is_computed_once_a_record_and_a_blank_is_explained_once():
    rubric = load_text(chain("{a} + {a}"))
    assert rubric.score({"id": "1", "x": "1"}).scores["s"] == 2**38
    blank = rubric.score({"id": "2", "x": ""})
    assert blank.scores["s"] is None
    assert blank.notes["s"] == "`x` is missing"


def test_a_chain_of_points_is_computed_once_a_record():
    parts = "".join(
        f"  indicator a{i} = points of a{i - 1} + points of a{i - 1}, if missing: leave out\n"
        for i in range(1, 30)
    )
    text = "rubric r {\n  indicator a0 = x, if missing: leave out\n" + parts + RECORD
    outcome = load_text(text).score({"id": "2", "x": ""})
    assert outcome.notes["a29"] == "`x` is missing"


@pytest.mark.parametrize(
    "text",
    [
        chain("{a} * {a}", 18).replace("a0 = x", "a0 = y"),
        chain("{a} ^ 9", 9),
        chain("{a} * {a}", 30).replace("no total", "no total"),
        "rubric r {\n  no total\n  score a0 = x\n"
        + "".join(
            f"  score a{i} = points of a{i - 1} * points of a{i - 1}, round exact\n"
            for i in range(1, 19)
        )
        + RECORD,
    ],
)
def test_a_value_that_grows_too_long_is_named_once(text):
    with pytest.raises(RubricError) as found:
        load_text(text)
    assert [each.code for each in found.value.diagnostics if each.code[0] == "E"] == ["E0318"]


def test_compound_interest_is_not_too_long():
    rubric = load_text(
        "rubric r {\n  no total\n  score s = (1 + r / 12) ^ 360, round 0.01\n"
        "  record {\n    r percent 0..100%\n  }\n}\n"
    )
    assert rubric.score({"r": "0%"}).scores["s"] == 1


def test_ten_optional_terms_under_one_divisor():
    loaded = read_rubric(HERE / "reported/clauses-and-checks/check_hangs.rubric")
    assert codes(loaded) == ["W0302"]


@pytest.mark.parametrize("depth", [3, 16])
def test_files_that_use_each_other_twice(depth, tmp_path, steps):
    for number in range(depth):
        last = number == depth - 1
        uses = (
            ""
            if last
            else f'  use "f{number + 1}.rubric" as p {{ x = x }}\n'
            f'  use "f{number + 1}.rubric" as q {{ x = x + 0 }}\n'
        )
        body = "x" if last else "points of p.a + points of q.a"
        (tmp_path / f"f{number}.rubric").write_text(
            f"rubric u{number} {{\n{uses}  indicator a = {body}\n"
            "  record {\n    x number 0..10\n  }\n}\n",
            "utf-8",
        )
    loaded = read_rubric(tmp_path / "f0.rubric")
    assert ("E0611" in codes(loaded)) is (depth > 6)
    assert steps[0] < MOST_STEPS


@pytest.mark.parametrize("count", [40])
def test_many_searches_share_one_account(count, steps):
    parts = "".join(
        f"  indicator q{i} of (f{i} + g{i} * f{i}) / (f{i} ^ 3 + 1), max 10 {{\n"
        "    >= 5 : 10\n    < 4 : 0\n  }\n"
        for i in range(count)
    )
    fields = "".join(f"    f{i} number 1..10\n    g{i} number -10..10\n" for i in range(count))
    check("rubric r {\n" + parts + "  record {\n" + fields + "  }\n}\n")
    assert steps[0] < 2 * MOST_STEPS


def test_many_conditions_over_many_fields_are_not_proved_with_the_reason(steps):
    lines = "".join(f"    10 when not b{i}\n" for i in range(24))
    fields = "".join(f"    b{i} yes/no, required\n" for i in range(24))
    loaded = check(
        "rubric r {\n  indicator q, max 10, first that holds {\n"
        + lines
        + "  }\n  record {\n"
        + fields
        + "  }\n}\n"
    )
    (found,) = [each for each in loaded.diagnostics if each.code == "W0403"]
    assert found.key == "W0403.work"
    assert steps[0] < MOST_STEPS


def test_work_is_counted_and_not_timed():
    rubric = load_text(chain("{a} + {a}"))
    first, second = scope_of(rubric.checked), scope_of(rubric.checked)
    assert first.work.steps == second.work.steps
