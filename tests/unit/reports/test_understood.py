"""What ``show`` says: fields, points, every default that acts."""

import json

from scorelang.reports.understood import understand
from scorelang.reports.understood_pages import to_json, to_text
from tests.unit.reports.made_outcomes import RUBRIC


def test_a_blank_that_can_happen_has_its_sentence():
    defaults = understand(RUBRIC).defaults
    assert "blank 付款: 0 points, listed as missing" in defaults
    # margin is read off the required field price only
    assert not any("margin_points: 0" in text for text in defaults)


def test_rounding_is_said_once_for_all():
    defaults = understand(RUBRIC).defaults
    assert "every indicator: round 0.01 half up, before anything is added up" in defaults
    assert "the total: round 0.1 half up, once" in defaults


def test_the_page_has_fields_points_and_grades():
    page = to_text(understand(RUBRIC))
    assert page.startswith("供应商评价 (supplier) 2025\n\nfields:\n")
    assert 'cash "现金" | net30' in page
    assert "  punctuality" in page
    assert "0..20" in page
    assert 'A "优"  >= 85' in page


def test_json_has_the_same():
    found = json.loads(to_json(understand(RUBRIC, lang="zh")))
    assert found["name"] == "supplier"
    assert "付款 未填：0 分，并列入未评分" in found["defaults"]
