"""A percentage where points stand is refused where there is more than one point to have."""

import pytest

from tests.unit.compiler.checking import card, codes


def rubric(head, *lines):
    body = "\n".join(f"    {line}" for line in lines)
    return card("    x percent 0..100%, required", f"  indicator i of x{head} {{\n{body}\n  }}")


@pytest.mark.parametrize(
    ("head", "points", "code"),
    [
        (", max 10", ("full", "80%"), "E0307"),
        ("", ("10", "80%"), "E0307"),
        (", max 10", ("full", "80% of full"), None),
        (", max 1", ("100%", "80%"), None),
        ("", ("100%", "80%"), None),
    ],
)
def test_a_percentage_of_points(head, points, code):
    first, second = points
    found = codes(rubric(head, f">= 90% : {first}", f">= 80% : {second}", "otherwise : 0"))
    assert found == ([code] if code else [])
