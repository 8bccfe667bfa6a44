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
        (NUMBER, "1、90以上：20；2、80以上：10；3、其余：0", THREE),
        (NUMBER, "（1）90以上：20；（2）80以上：10；（3）其余：0", THREE),
        (NUMBER, "①90以上：20；②80以上：10；③其余：0", THREE),
        (NUMBER, "1. 90以上：20；2. 80以上：10；3. 其余：0", THREE),
        (NUMBER, "1）90以上：20；2）80以上：10；3）其余：0", THREE),
        (NUMBER, "一、90以上：20；二、80以上：10；三、其余：0", THREE),
        (NUMBER, "• 90以上：20；• 80以上：10；• 其余：0", THREE),
        ("甲 | 乙", "一、甲：20；二、乙：0", {"甲": 20, "乙": 0}),
        ("一 | 二 | 三 | 四", "一、二：20；三、四：10", {"二": 20, "三": 10}),
        (WHOLE, "1、2：20；3、4：10；其余：0", {"1": 20, "2": 20, "4": 10, "5": 0}),
        (NUMBER, "1.5以下：20；2.5以下：10；其余：0", {"1.5": 20, "2": 10, "3": 0}),
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
        (CHINESE, WHOLE, "1、90：20；2、80：10；3、其余：0", "`1，90`"),
        (CHINESE, NUMBER, "1.90以上：20；2.80以上：10；3.其余：0", "行号|number of the line"),
        (CHINESE, NUMBER, "1. 90以上：20；3. 80以上：10；5. 其余：0", "行号|number of the line"),
        (CHINESE, PERCENT, "超过2个百分点：20；其余：0", "`2%`"),
        (CHINESE, PERCENT, "2百分点以上：20；其余：0", "`2%`"),
        (CHINESE, PERCENT, "80%-90%之间：20；其余：0", "`80%~90%`"),
        (CHINESE, NUMBER, "80与90之间：20；其余：0", "`80~90`"),
        (CHINESE, DAYS, "10天内：20；其余：0", "`10天以内`"),
        (CHINESE, PERCENT, "90%以上\t10分；其余\t0", "`90%以上：10`"),
        (GRADES, NUMBER, "A：80以上，且 a 得满分；B：其余", "`，且须`"),
        (GRADES, NUMBER, "A 前10%；B 次 80%；C 末 10%", "`其余`"),
        (GRADES, NUMBER, "A（优秀）：80分以上；B：其余", '`A "优秀"`'),
        (ENGLISH, "number 0..100", "over 60 : 20；otherwise : 0", "`above`"),
        (ENGLISH, "number 0..100", "above 50 to 60 : 20；otherwise : 0", "`above 50 at most 60`"),
        (ENGLISH, "number 0..100", "50 to less than 60 : 9；otherwise : 0", "`50 to under 60`"),
        (ENGLISH, "number 0..100", "between 3 and 5 : 20；otherwise : 0", "`3..5`"),
    ],
)
def test_what_is_not_read_is_said_with_the_cure(template, field, lines, cure):
    checked, errors = read(template.format(lines.replace("；", "\n"), field))
    assert checked is None
    said = [f"{each.message} {each.help}" for each in errors]
    assert any(word in text for word in cure.split("|") for text in said), said


HEADS = "评分标准 t {{\n{}\n数据项 {{\n编号 id 文字\nx {}\n}}\n}}\n"
RATED = "指标 a = x\n总分 100分\n等级 {\nA 80以上\nC 其余\n}\n"


@pytest.mark.parametrize(
    ("lines", "field", "meant"),
    [
        (RATED + "一票否决 v 当 x < 3：直接评为C级", NUMBER, "等级 C"),
        (RATED + "上限 v 当 x < 3：最高不超过C级", NUMBER, "不优于 C"),
        (RATED + "升降 v 当 x > 3：上调一级", NUMBER, "上调 1"),
        (RATED + "升降 v 当 x < 3：降两级", NUMBER, "下调 2"),
        ("总分 0~100，保留两位小数\n指标 a = x", NUMBER, "精确到 0.01"),
        ("总分 0~100，精确到个位\n指标 a = x", NUMBER, "精确到 1"),
        ("总分 0~100，四舍五入取整\n指标 a = x", NUMBER, "精确到 1，四舍五入"),
        ("指标 a，逐项累计，最多扣 20分 {\n-5 每有 x\n}", WHOLE, "至少 -20"),
        ("指标 a，逐项累计，至少 -20 {\n-5 每有 x，按比例\n}", WHOLE, "按比例"),
        ("大类 g（30分） {\n指标 a，满分 30 = x\n}", "数值 0~30", "，满分 30"),
        ("总分 满分100分\n指标 a = x", NUMBER, "总分 100分"),
        ("指标a按x，满分 20 {\n60以上：20\n其余：0\n}", NUMBER, "指标 a 按 x"),
        ("指标 a = x", NUMBER + "\n严重度(S) 整数 1~10", '严重度 "严重度(S)"'),
        ("指标 a 按 x {\n优：10\n良：0\n}", "优、良", "x 优 | 良"),
        ("大类 g {\n指标 a，满分：30 = x\n}", "数值 0~30", "满分"),
        ("指标 a，分值 30 = x", "数值 0~30", "满分 30"),
        ("指标 a，最高分 30 = x", "数值 0~30", "满分 30"),
        ("计算 y = x / 10，最高 4\n指标 a = y", NUMBER, "最多 4"),
        ("计算 y = x / 10，限制在 1~4\n指标 a = y", NUMBER, "限于 1~4"),
        ("总分 0~100，精确到 0，1\n指标 a = x", NUMBER, "精确到 0.1"),
        ("加权总分 0~100\n指标 a，权重 100% = x", NUMBER, "总分 0~100，加权"),
        ("# -\n备注：按季评价\n指标 a = x", NUMBER, "# 备注："),
        ("指标 a，扣分 {\n-5 每有 x\n}", WHOLE, "逐项累计"),
        ("指标 a，逐项累计，扣完为止 {\n20\n-5 每有 x\n}", WHOLE, "20 当 是"),
        ("指标 a = x", "小数 0~100", "数值"),
        ("指标 a = x", NUMBER + "\n备注 文本", "文字"),
        ("指标 a = x", NUMBER + "\n已签约 布尔", "是否"),
        ("指标 a = x", NUMBER + "\n客户号 文字 主键", "编号 客户号 文字"),
        ("指标 a = x", NUMBER + "\n主键 客户号", "编号 客户号 文字"),
        ("指标 a = x", NUMBER + "\n金额1 金额（万元）", "金额 单位 万元"),
        ("指标 a = x", "数值（0~100）", "数值 0~100"),
        ("指标 a = x", NUMBER + ' 空白 "无"', "，空白包括"),
        (RATED.replace("A 80", "AA+：80"), NUMBER, "「AA+」"),
        (RATED.replace("A 80", "1级：80"), NUMBER, "「1级」"),
        (RATED.replace("A 80以上", "80~100：A"), NUMBER, "A：80~100"),
        (RATED.replace("A 80以上", "A（80以上100以下）"), NUMBER, "A：80以上100以下"),
        (RATED.replace("C 其余", "C（其余）"), NUMBER, "C 其余"),
        ("指标 a 按 x {\n60以上：20\n否则：0\n}", NUMBER, "其余：0"),
        ("计算 y = 如果 x > 3 那么 5 否则 0\n指标 a = y", NUMBER, "则"),
        ("计算 y = 如果（x > 3，5，0）\n指标 a = y", NUMBER, "如果 x > 3 则 5 否则 0"),
        ("计算 y = 平均（x，x）\n指标 a = y", NUMBER, "(x + x) / 2"),
        (RATED + "上限 v 当 x 在 3~5 之间：不优于 C", NUMBER, "为 3~5"),
        (RATED + "上限 v 当 x > 3 并且 x < 5：不优于 C", NUMBER, "当 x > 3 且"),
        ("指标 a，逐项累计，至少 -99 {\n每有 x 扣 5分\n}", WHOLE, "-5 每有 x"),
        ("指标 a，满分 100，空白时：0 = x", NUMBER, "未填时："),
        ("指标 准时-交货 = x", NUMBER, "「准时-交货」"),
        ("指标 1.1质量 = x", NUMBER, "「1.1质量」"),
        (RATED + "升降 n 当 x > 3：-1级", NUMBER, "下调 1"),
        (RATED + "升降 n 当 x > 3：降级", NUMBER, "下调 1"),
        (RATED + "上限 n 当 x > 3：C级", NUMBER, "不优于 C"),
        ("指标 a 按 x {\n60%以上：1\n未达到60%：0\n}", PERCENT, "不足"),
        ("指标 a 按 x {\n60~：1\n其余：0\n}", NUMBER, "60以上"),
        (RATED + "示例 e {\nx = 50\n应得 总分 = 50\n}", NUMBER, "已知 x ="),
        ("指标 a = x", "评分 0~10，评价人 甲，去掉一个最高分和一个最低分", "去掉最高最低"),
    ],
)
def test_a_phrase_of_the_policy_is_one_error_with_a_fix_that_was_tried(lines, field, meant):
    text = HEADS.format(lines, field)
    _, (first, *others) = read(text)
    (fix,) = first.fixes
    assert (fix.replacement.strip(), others) == (meant, [])
    mended = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert not [each for each in read(mended)[1] if each.code.startswith("E01")]


@pytest.mark.parametrize("word", ["评分办法", "评分", "考核办法", "评分标准"])
def test_another_first_word_points_to_the_right_one(word):
    glued = "" if word == "评分标准" else " "
    text = HEADS.format("指标 a = x", NUMBER).replace("评分标准 t", f"{word}{glued}t")
    _, (only,) = read(text)
    assert "`评分标准" in only.help
    assert only.fixes


ENGLISH_HEADS = "rubric t {{\n{}\nrecord {{\nkey id text\nx {}\n}}\n}}\n"
ENGLISH_RATED = "indicator a = x\ntotal 0..100\ngrades {\nA >= 80\nC otherwise\n}\n"
UP_TO_100 = "number 0..100"


@pytest.mark.parametrize(
    ("lines", "field", "meant"),
    [
        ("indicator a, worth 100 = x", UP_TO_100, "max 100"),
        ("indicator a 100 points = x", UP_TO_100, ", max 100"),
        ("indicator a, max: 100 = x", UP_TO_100, "max"),
        ("let y = x / 10, limited from 1 to 4\nindicator a = y", UP_TO_100, "limited to 1..4"),
        ("let y = x / 10, capped at 4\nindicator a = y", UP_TO_100, "at most 4"),
        (
            "weighted total 0..100\nindicator a, weight 100% = x",
            UP_TO_100,
            "total 0..100, weighted",
        ),
        ("total: 100\nindicator a = x", UP_TO_100, "total 100"),
        ("total 0..100, round 0,01\nindicator a = x", UP_TO_100, "round 0.01"),
        ("indicator a = x", "float 0..100", "number"),
        ("indicator a = x", UP_TO_100 + "\nremark string", "text"),
        ("indicator a = x", UP_TO_100 + "\nsigned boolean", "yes/no"),
        ("indicator a = x", UP_TO_100 + "\nsigned yes or no", "yes/no"),
        ("indicator a = x", UP_TO_100 + "\ncode text, key", "key code text"),
        ("indicator a = x", UP_TO_100 + ' blank "N/A"', ", blank also"),
        (ENGLISH_RATED.replace("A >=", "Very high >="), UP_TO_100, "「Very high」"),
        (ENGLISH_RATED.replace("A >=", "A+ >="), UP_TO_100, "「A+」"),
        (ENGLISH_RATED.replace("A >= 80", "80..100 : A"), UP_TO_100, "A : 80..100"),
        ("indicator a of x {\nabove 60 : 20\nelse 0\n}", UP_TO_100, "otherwise : 0"),
        ("-- checked every year\nindicator a = x", UP_TO_100, "#"),
        ("let y = average(x, x)\nindicator a = y", UP_TO_100, "(x + x) / 2"),
        ("let y = 10 / AVG(x, x)\nindicator a = y", UP_TO_100, "((x + x) / 2)"),
        ("let y = SUM(x, x)\nindicator a = y", UP_TO_100, "(x + x)"),
        ("let y = IF(x > 3, 5, 0)\nindicator a = y", UP_TO_100, "if x > 3 then 5 else 0"),
        ("let y = ROUND(x / 3, 2)\nindicator a = y", UP_TO_100, "round (x / 3) to 0.01"),
        ("let y = MAX(x, 3)\nindicator a = y", UP_TO_100, "max (x, 3)"),
        ("indicator a of k {\nA or B : 1\nC : 0\n}", UP_TO_100 + "\nk A | B | C", "A, B"),
        (
            "indicator a, first that holds {\n1 when k in (A, B)\notherwise : 0\n}",
            UP_TO_100 + "\nk A | B | C",
            "is any of",
        ),
        (
            "indicator a, first that holds {\n1 when x between 3 and 5\notherwise : 0\n}",
            UP_TO_100,
            "is 3..5",
        ),
        ("indicator a = x, round up", UP_TO_100, "round 1 up"),
        (
            "indicator a, all that hold, at least -99 {\n-5 per x\n}",
            "integer 0..9",
            "-5 for each x",
        ),
        ("indicator a, all that hold {\nminus 3 when x > 2\n}", UP_TO_100, "-3"),
    ],
)
def test_an_english_phrase_is_one_error_with_a_fix_that_was_tried(lines, field, meant):
    text = ENGLISH_HEADS.format(lines, field)
    _, (first, *others) = read(text)
    (fix,) = first.fixes
    assert (fix.replacement.strip(), others) == (meant, [])
    mended = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert not [each for each in read(mended)[1] if each.code.startswith("E01")]


@pytest.mark.parametrize(
    ("lines", "cure"),
    [
        ("一票否决 x > 90：等级 C", "当 条件"),
        ("一票否决：x > 90", "当 条件"),
        ("上限 c 当 任一指标得分 < 3：不优于 C", "任一指标 的得分 低于 3"),
        ("上限 c 当 任意一个指标为0分：不优于 C", "任一指标 的得分 低于 3"),
        ("计算 q = 至少 2 项 x、y", "至少 2 项满足"),
        ("计算 q = 满足 2 项（x>3，y>2）", "至少 2 项满足"),
        ("等级：A 80以上，C 其余", "等级 {"),
        ("对照表 w 按 x 和 y {\n3：1\n}", "对照表 系数 得出"),
        ("指标 b 按 x {\n三十以上：1\n其余：0\n}", "30以上"),
        ("指标 b 按 x {\n超过百分之三十：1\n其余：0\n}", "30%"),
        ("指标 b 按 x {\n空白：1\n其余：0\n}", "未填"),
        ("指标 b 按 x {\nN/A：1\n其余：0\n}", "未填"),
        ("指标 b，满分 20 {\n每超过1天扣5分\n}", "每 1 扣 5"),
        ("指标 b，逐项累计 {\n扣5分 当 x > 3\n}", "`-5`"),
        ("指标 b = 对数（x）", "自然对数"),
        ("指标 b，仅当 x > 3 时适用 = y", "否则 按比例折算"),
        ("指标 b，未填时：剔除 = y", "不计入"),
        ("保证 总分 随 x 递增", "不下降"),
        ("一票否决 v 当 x > 3：0分", "清零"),
        ("指标 b 按 z {\n1：1\n0：0\n}", "`是`"),
        ("示例 {\n已知 x = 3\n}", "示例"),
        ("指标 b 按 x {\n60以上：1\n未达到60：0\n}", "`不足 60`"),
        ("指标 b，基础分 20，逐项累计 {\n-5 每有 y\n}", "20 当 是"),
        ("指标 b 按 x {\n60以上：1\n其余：0\n}，满分 1", "`{`"),
        ("指标 b 按 x {\nup to 50：1\n其余：0\n}", "`<= 50`"),
    ],
)
def test_a_habit_of_policies_is_answered_with_how_it_is_written(lines, cure):
    _, (only,) = read(HEADS.format(f"{lines}\n{RATED}", f"{NUMBER}\ny {NUMBER}\nz 是否"))
    assert cure in only.help


def test_a_total_behind_an_equals_sign_is_said_as_what_it_means():
    _, (number,) = read(HEADS.format("指标 a = x\n总分 = 100分", NUMBER))
    assert "`总分 100分`" in number.help
    _, (formula,) = read(HEADS.format("指标 a = x\n指标 b = x\n总分 = a × 60% + b × 40%", NUMBER))
    assert "`加权`" in formula.help


def test_the_range_of_a_column_in_10000_yuan_without_a_unit_is_asked_about():
    for kind in ("金额", "数值"):
        loaded = read_text(
            SourceText("t", HEADS.format("指标 a = x / 1万元", f"{kind} 0~1000 单位 万元"))
        )
        assert "W0304" in [each.code for each in loaded.diagnostics]


def test_one_column_without_its_unit_is_one_error():
    lines = "指标 a 按 x {\n0天：10\n1~30天：5\n超过30天：0\n}"
    assert [each.code for each in read(HEADS.format(lines, "整数 0~100"))[1]] == ["E0301"]


def test_the_key_without_a_type_is_not_read_as_a_column_of_another_name():
    text = "评分标准 t {\n指标 a = x\n数据项 {\n编号 代码\nx 数值 0~100\n}\n}\n"
    _, (only,) = read(text)
    assert only.fixes[0].replacement.strip() == "编号 代码 文字"


@pytest.mark.parametrize(
    ("lines", "points"),
    [
        ("- 90以上：20；- 其余：10", {"90": 20, "89": 10}),
        ("— 90以上：20；— 低于 90：10", {"90": 20, "89": 10}),
    ],
)
def test_dashes_that_mark_lines_are_no_minus(lines, points):
    checked, errors = read(CHINESE.format(lines.replace("；", "\n"), NUMBER))
    assert checked is not None, [each.message for each in errors]
    assert {cell: points_of(checked, {"id": "1", "x": cell})["a"] for cell in points} == points


def test_dashes_that_may_be_minus_are_asked_about():
    lines = "- 90以上：20\n- 80以上不足90：10\n- 80以下（不含）：0"
    _, (only,) = read(CHINESE.format(lines, NUMBER))
    assert "-90" in only.help


def test_dashes_of_deductions_stay_what_they_are():
    for lines in ("- 5 每有 x\n- 3 当 x > 2", "- x 当 x > 50\n- x 当 x > 70"):
        text = HEADS.format("指标 a，逐项累计，至少 -999 {\n" + lines + "\n}", WHOLE)
        checked, errors = read(text)
        assert checked is not None, [each.message for each in errors]
        points = points_of(checked, {"id": "1", "x": "60"})["a"]
        assert points == (-303 if "每有" in lines else -60)


@pytest.mark.parametrize("end", ["", "}\n"])
def test_a_rubric_whose_first_brace_is_forgotten_is_one_error(end):
    text = "评分标准 供应商\n\n数据项 {\nx 数值 0~100\n}\n指标 a = x\n" + end
    assert [each.key for each in read(text)[1]] == ["E0102.open"]


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ("指标 a = x\n总分 0~100\n等级 {\nA：90%以上\nB：其余\n}", NUMBER),
        ("指标 a = x\n总分 0~100\n等级 {\nA：10%\nB：30%\nC：其余\n}", NUMBER),
        (
            "指标 a = x\n总分 0~100\n等级 {\nA：90以上\nB：其余\n}\n上限 c 当 总分 < 60%：不优于 B",
            NUMBER,
        ),
        ("指标 a = x\n分类 大小 按 a {\n甲：60%以上\n乙：其余\n}", NUMBER),
    ],
)
def test_a_score_is_not_compared_with_a_percentage_without_a_word(lines, field):
    assert "E0307" in [each.code for each in read(HEADS.format(lines, field))[1]]


@pytest.mark.parametrize(
    ("field", "limit", "is_said"),
    [(NUMBER, "60%", True), ("数值 0~10", "150%", False), ("百分比 0~100%", "60%", False)],
)
def test_a_plain_number_beside_a_percentage_is_asked_about(field, limit, is_said):
    text = HEADS.format(f"指标 a 按 x {{\n{limit}以上：10\n其余：0\n}}", field)
    found = [each.key for each in read_text(SourceText("t", text)).diagnostics]
    assert ("W0305.plain" in found) is is_said


@pytest.mark.parametrize(
    ("written", "meant"),
    [("k 不是 甲 或 乙", "`k 不属于（甲，乙）`"), ("k = 甲 或 乙", "`k 属于（甲，乙）`")],
)
def test_a_value_that_stands_alone_is_said_with_its_column(written, meant):
    text = HEADS.format(f"上限 v 当 {written}：不优于 C\n{RATED}", f"{NUMBER}\nk 甲 | 乙 | 丙")
    _, (only,) = read(text)
    assert meant in only.help


def test_values_that_are_one_word_to_the_reader_are_parted():
    text = HEADS.format("指标 a 按 k {\n甲或乙：1\n丙：0\n}", f"{NUMBER}\nk 甲 | 乙 | 丙")
    _, (only,) = read(text)
    assert "`甲、乙`" in only.help


@pytest.mark.parametrize(("step", "is_said"), [("2", True), ("0.01", False), ("5", False)])
def test_decimal_places_as_spreadsheets_count_them_are_asked_about(step, is_said):
    text = HEADS.format(f"指标 a = x / 3，精确到 {step}", NUMBER)
    found = [each.code for each in read_text(SourceText("t", text)).diagnostics]
    assert ("W0306" in found) is is_said


def test_a_share_as_full_marks_is_said_with_what_a_share_is():
    _, (first, *_) = read(HEADS.format("指标 a，满分 20% = x\n指标 b，满分 80% = x", NUMBER))
    assert first.key == "E0501.share"


def test_whole_limits_of_a_number_are_answered_with_the_type():
    text = HEADS.format("指标 a 按 x {\n80-100：2\n60-79：1\n0-59：0\n}", NUMBER)
    _, (only,) = read(text)
    assert (only.key, "integer" in only.help or "整数" in only.help) == ("E0402.whole", True)
