"""What policy owners type into bands and grades: read as meant, or said with the cure."""

import pytest

from scorelang.evaluator.interpreter import Evaluator
from scorelang.loading import read_text
from scorelang.records.mapping import record_from_texts
from scorelang.source.text import SourceText
from tests.generators.scoring import points_of

ENGLISH = "rubric t {{\nindicator a of x, max 20 {{\n{}\n}}\nrecord {{\nkey id text\nx {}\n}}\n}}\n"
CHINESE = "评分标准 t {{\n指标 a 按 x，满分 20 {{\n{}\n}}\n数据项 {{\n编号 id 文字\nx {}\n}}\n}}\n"
GRADES = (
    "评分标准 t {{\n指标 a = x\n总分 100分\n等级 {{\n{}\n}}\n"
    "数据项 {{\n编号 id 文字\nx {}\n}}\n}}\n"
)
NUMBER, WHOLE, DAYS = "数值 0~100", "整数 0~100", "整数 0~999 单位 天"
YEARS, PERCENT, MONEY = "整数 0~100 单位 年", "百分比 0~100%", "金额 0元~10亿元"
THREE = {"90": 20, "89.9": 10, "80": 10, "79.9": 0}


def read(text):
    loaded = read_text(SourceText("t.rubric", text))
    errors = [each for each in loaded.diagnostics if each.severity.value == "error"]
    return loaded.checked, errors


@pytest.mark.parametrize(
    ("field", "lines", "points"),
    [
        (
            WHOLE,
            "９０－１００：２０；８０－８９：１０；０－７９：０",
            {"90": 20, "89": 10, "79": 0},
        ),
        (NUMBER, "≥90：20；≥80且＜90：10；＜80：0", THREE),
        (NUMBER, "≥90：20；＜90且≥80：10；＜80：0", THREE),
        (NUMBER, "≥90：20；≥80 <90：10；<80：0", THREE),
        (NUMBER, "≥90：20；≥80，＜90：10；＜80：0", THREE),
        (NUMBER, "90以上：20；80以上，不足90：10；不足80：0", THREE),
        (NUMBER, "90以上：20；80以上且90以下（不含）：10；不足80：0", THREE),
        (NUMBER, "90（含）～100：20；80（含）～90（不含）：10；80以下（不含）：0", THREE),
        (DAYS, "不足30天：20；30天以上不足60天：10；60天以上：0", {"29": 20, "30": 10, "60": 0}),
        (
            DAYS,
            "不超过30天：20；超过30天不超过60天：10；超过60天：0",
            {"30": 20, "60": 10, "61": 0},
        ),
        (DAYS, "30天以内：20；31天至60天：10；61天以上：0", {"30": 20, "31": 10, "61": 0}),
        (YEARS, "超过10年：20；5-10年：10；不足5年：0", {"11": 20, "10": 10, "5": 10, "4": 0}),
        (PERCENT, "超过20%：20；10%-20%：10；不足10%：0", {"21%": 20, "20%": 10, "9%": 0}),
        (
            MONEY,
            "1亿元以上：20；1000万元～1亿元（不含）：10；不足1000万元：0",
            {"100000000": 20, "10000000": 10, "9999999": 0},
        ),
        (WHOLE, "90—100：20；80—89：10；0—79：0", {"90": 20, "89": 10, "79": 0}),
        (
            WHOLE,
            "90分至100分：20分；80分至89分：10分；0分至79分：0分",
            {"90": 20, "89": 10, "79": 0},
        ),
        ("是否", "是：20；否：0", {"是": 20, "否": 0}),
        ("有 | 无", "有：20；无：0", {"有": 20, "无": 0}),
    ],
)
def test_bands_are_read_as_meant(field, lines, points):
    checked, errors = read(CHINESE.format(lines.replace("；", "\n"), field))
    assert checked is not None, [each.message for each in errors]
    found = {cell: points_of(checked, {"id": "1", "x": cell})["a"] for cell in points}
    assert found == points


@pytest.mark.parametrize(
    ("field", "lines", "grades"),
    [
        (WHOLE, "优秀（90-100分）；良好（80-89分）；差（0-79分）", {"90": "优秀", "89": "良好"}),
        (WHOLE, "优秀（90分以上）；良好（80-89分）；差（不足80分）", {"90": "优秀", "79": "差"}),
        (WHOLE, "优 90-100；良 80-89；差 0-79", {"90": "优", "89": "良", "79": "差"}),
        (NUMBER, "优 ≥90；良 ≥80且＜90；差 ＜80", {"90": "优", "89.9": "良", "79.9": "差"}),
        (NUMBER, "A级 90分以上；B级 80分及以上；C级 其余", {"90": "A级", "80": "B级", "79": "C级"}),
    ],
)
def test_grades_are_read_as_meant(field, lines, grades):
    checked, errors = read(GRADES.format(lines.replace("；", "\n"), field))
    assert checked is not None, [each.message for each in errors]
    for cell, grade in grades.items():
        record = record_from_texts(checked, {"id": "1", "x": cell})
        assert Evaluator(checked).score(record).grade == grade


@pytest.mark.parametrize(
    ("template", "field", "lines", "cure"),
    [
        (CHINESE, NUMBER, "90-100：20；80-90：10；0-80：0", "`90（不含）`"),
        (CHINESE, NUMBER, "90（含）以上：20；80（含）-90：10；80以下：0", "`不足 90`"),
        (GRADES, NUMBER, "优 90以上；良 80以上；差 80以下", "`80（不含）`"),
        (CHINESE, NUMBER, "90以上：20；其他：0", "`其余`"),
        (CHINESE, WHOLE, "90-100得20分；0-89：0", "`90-100：20`"),
        (CHINESE, WHOLE, "90-100=20；0-89：0", "`90-100：20`"),
        (CHINESE, WHOLE, "90-100，20分；0-89：0", "`90-100：20`"),
        (CHINESE, "日期", "2025年1月1日以上：20；其余：0", "`2025-01-01`"),
        (CHINESE, "优 > 良 > 差", "优：20；良及以上：10；差：0", "`>= 良`"),
        (ENGLISH, "number 0..100", "90 or more : 20；otherwise : 0", "`>= 90`"),
        (ENGLISH, "number 0..100", "90+ : 20；otherwise : 0", "`>= 90`"),
        (ENGLISH, "number 0..100", "more than 90 : 20；otherwise : 0", "`> 90`"),
        (ENGLISH, "number 0..100", "no more than 50 : 20；above 50 : 0", "`<= 50`"),
        (ENGLISH, "number 0..100", "less than or equal to 50 : 20；above 50 : 0", "`<= 50`"),
        (ENGLISH, "number 0..100", "between 3 and 5 : 20；otherwise : 0", "`3..5`"),
    ],
)
def test_what_is_not_read_is_said_with_the_cure(template, field, lines, cure):
    checked, errors = read(template.format(lines.replace("；", "\n"), field))
    assert checked is None
    assert any(cure in f"{each.message} {each.help}" for each in errors), errors
