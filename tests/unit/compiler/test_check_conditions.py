"""Conditions in order: each record finds one, each line some record."""

from tests.unit.compiler.checking import card, codes, only, witness

RECORD = "    a yes/no, required\n    x number 0..10, required\n    y number 0..10"


def rule(*lines):
    body = "\n".join(f"    {line}" for line in lines)
    return card(RECORD, f"  indicator i, first that holds {{\n{body}\n  }}").replace(
        "\n}\n", "\n  indicator used = x + (if a then 1 else 0) + first known of (y, 0)\n}\n"
    )


def test_conditions_that_cover_everything_need_no_otherwise():
    assert codes(rule("2 when a", "1 when not a")) == []
    assert codes(rule("2 when x >= 5", "1 when x < 5")) == []
    assert codes(rule("3 when a and x > 5", "2 when a and x <= 5", "1 when not a")) == []


def test_overlapping_conditions_are_meant():
    assert codes(rule("2 when x >= 5", "1 when x >= 2", "0 otherwise")) == []


def test_a_record_without_a_line_is_shown():
    found = only(rule("2 when a and x > 5", "1 when not a"))
    assert found.code == "E0405"
    assert witness(found)["a"] == "yes"
    assert float(witness(found)["x"]) <= 5


def test_missing_is_left_to_the_policy():
    assert codes(rule("2 when y >= 5", "1 when y < 5")) == []
    assert codes(rule("0 when y is missing", "2 when y >= 5", "1 when y < 5")) == []


def test_asking_for_missing_last_is_too_late():
    found = only(rule("2 when y >= 5", "1 when y < 5", "0 when y is missing"))
    assert found.key == "W0401.undecided"


def test_a_shadowed_line_names_what_shadows_it():
    found = only(rule("1 when x >= 2", "2 when x >= 5", "0 otherwise"))
    assert found.key == "W0401.shadowed"
    assert len(found.labels) == 1


def test_otherwise_after_all_cases_is_never_reached():
    assert codes(rule("1 when x >= 2", "2 when x < 2", "0 otherwise")) == ["W0402"]


def test_with_too_many_cases_a_record_is_looked_for():
    record = "\n".join(f"    x{n} integer 0..10, required" for n in range(8))
    lines = "\n".join(f"    {n} when x{n} > 5 and x{n} < 8" for n in range(8))
    found = codes(card(record, f"  indicator i, first that holds {{\n{lines}\n  }}"))
    assert found == ["E0405"]
