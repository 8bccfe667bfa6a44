"""Tables: one line for each combination of keys."""

from tests.unit.compiler.checking import card, codes, only, witness

RECORD = "    s integer 1..10, required\n    o integer 1..10, required"


def table(*rows):
    body = "\n".join(f"    {row}" for row in rows)
    return card(RECORD, f"  table t gives number {{\n{body}\n  }}\n  indicator i = t")


def test_a_complete_table_is_silent():
    rows = ("| s | o 1..5 | 6..10 |", "| 1..5 | 1 | 2 |", "| 6..10 | 2 | 3 |")
    assert codes(table(*rows)) == []


def test_a_forgotten_value_of_one_key_is_named_alone():
    rows = ("| s | o 1..5 | 6..10 |", "| 1..5 | 1 | 2 |", "| 7..10 | 2 | 3 |")
    found = only(table(*rows))
    assert found.code == "E0406"
    assert witness(found) == {"s": "6"}


def test_two_lines_for_one_combination_are_both_shown():
    rows = ("| s | o 1..10 |", "| 1..6 | 1 |", "| 6..10 | 2 |")
    found = only(table(*rows))
    assert found.code == "E0407"
    assert witness(found)["s"] == "6"
    assert len(found.labels) == 1


def test_ten_ranges_of_three_keys_are_quick():
    record = RECORD + "\n    d integer 1..10, required"
    head = "| s | o | d " + " | ".join(str(n) for n in range(1, 11)) + " |"
    rows = [
        f"    | {s if o == 1 else ''} | {o} | " + " | ".join("1" for _ in range(10)) + " |"
        for s in range(1, 11)
        for o in range(1, 11)
    ]
    body = "\n".join([f"    {head}", *rows])
    text = card(record, f"  table t gives number {{\n{body}\n  }}\n  indicator i = t")
    assert codes(text) == []
