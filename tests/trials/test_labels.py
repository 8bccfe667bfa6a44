"""Labels that name a unit: `reported/70-units-money` and `reported/71-percent-open`."""

from pathlib import Path

import pytest

from scorelang.api import RubricError, load_text

REPORTED = Path(__file__).parent / "reported"


def _errors(text):
    with pytest.raises(RubricError) as found:
        load_text(text)
    return [each for each in found.value.diagnostics if each.code == "E0317"]


def _mended(text):
    """Apply the fixes that the findings offer."""
    fixes = [each.fixes[0] for each in _errors(text)]
    for fix in sorted(fixes, key=lambda fix: -fix.span.start):
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    return text


@pytest.mark.parametrize(
    ("case", "names"),
    [("70-units-money", ["plain"]), ("71-percent-open", ["return_rate", "growth"])],
)
def test_a_label_with_another_unit_is_an_error(case, names):
    found = _errors((REPORTED / case / "a.rubric").read_text("utf-8"))
    assert [dict(each.arguments)["name"] for each in found] == names


def test_the_fix_makes_the_column_read_as_its_label_says():
    text = (REPORTED / "71-percent-open" / "a.rubric").read_text("utf-8")
    rubric = load_text(_mended(text))
    outcome = rubric.score({"id": "b", "return_rate": "0.8", "growth": "0.3"})
    assert outcome.scores["return_points"] == 20


def test_the_fix_of_a_chinese_file_is_chinese():
    text = """评分标准 供应商 {
  指标 规模 按 采购额，满分 10 {
    100万以上：10
    100万以下（不含）：0
  }
  数据项 {
    采购额 "年采购额（万元）" 金额 0以上
  }
}
"""
    (found,) = _errors(text.replace("100万以下（不含）", "不满100万"))
    assert found.fixes[0].replacement == " 单位 万元"
