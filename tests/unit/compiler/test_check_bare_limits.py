"""Values that fall between two lines into ``otherwise``."""

import pytest

from tests.unit.compiler.checking import card, codes, only

RECORD = """    share percent 0..100%, required
    mark number 0..100, required
    rated integer 1..5, required
    count integer >= 0, required"""


def lines(subject, *listed):
    body = "\n".join(f"    {line}" for line in listed)
    return card(
        RECORD,
        f"  indicator i of {subject} {{\n{body}\n  }}\n"
        "  indicator used = share + mark + rated + count",
    )


@pytest.mark.parametrize(
    ("subject", "listed"),
    [
        ("mark", ("90 : 10", "80 : 8", "70 : 5", "otherwise : 0")),
        ("mark", ("90分 : 10", "80分 : 8", "otherwise : 0")),
        ("share", ("90% : 10", "80% : 8", "otherwise : 0")),
        ("mark", (">= 90 : 10", "80 : 8", "otherwise : 0")),
        ("mark", ("30 : 10", "60 : 5", "otherwise : 0")),
        ("mark", ("80..100 : 10", "60..79 : 5", "otherwise : 0")),
        ("mark", ("> 60 : 10", "20 to under 60 : 5", "otherwise : 0")),
        ("mark", ("5 : 5", "4 : 4", "otherwise : 0")),
        ("rated", ("5 : 5", "3 : 3", "otherwise : 0")),
        ("count", ("0 : 10", "10 : 5", "otherwise : 0")),
    ],
)
def test_values_between_two_lines_are_reported(subject, listed):
    assert codes(lines(subject, *listed)) == ["W0405"]


@pytest.mark.parametrize(
    ("subject", "listed"),
    [
        ("mark", (">= 90 : 10", ">= 80 : 8", "otherwise : 0")),
        ("mark", ("= 90 : 10", "= 80 : 8", "otherwise : 0")),
        ("mark", ("100 : 10", "otherwise : 0")),
        ("share", ("0% : 0", "100% : 10", "otherwise : 5")),
        ("share", ("100% : 10", ">= 80% : 8", "otherwise : 0")),
        ("rated", ("5 : 5", "4 : 4", "3 : 3", "otherwise : 0")),
        ("count", ("0 : 10", "1 : 5", "2 : 2", "otherwise : 0")),
        ("count", ("0 : 10", "1..3 : 5", "4..6 : 2", "otherwise : 0")),
        ("mark", ("10..20 : 5", "30..40 : 5", "otherwise : 0")),
        ("mark", ("> 60 : 10", "< 60 : 0", "otherwise : 5")),
    ],
)
def test_values_that_are_meant_are_not_reported(subject, listed):
    assert "W0405" not in codes(lines(subject, *listed))


def test_the_value_between_is_shown_with_what_it_gets():
    found = only(lines("mark", "90 : 10", "80 : 8", "otherwise : 0"))
    assert "85" in found.message
    assert "0 points" in found.message
    assert ">= 90" in found.help
