from fractions import Fraction

from scorelang.model.fields import FieldType
from scorelang.records.infer import infer_columns

RECORDS = """客户代码,销售额(万元),退货率(%),逾期天数（天）,贸易,合格,签约日,备注,比例,得分
0001,499.5,12.5,3,内销,是,2024-01-31,好客户,15%,3
0002,"1,200",0,n/a,外销,否,2024/2/1,老客户,20%,4.25
0003,-3.25,100,30,内销,是,2024年3月1日,新客户,0.5%,5
0004,7,1,0,外销,是,2024-01-31,大客户,1%,6
"""


def facts(tmp_path, text=RECORDS):
    path = tmp_path / "f.csv"
    path.write_text(text, "utf-8")
    return {one.column: one for one in infer_columns(path).columns}


def test_types_and_units_are_guessed(tmp_path):
    found = facts(tmp_path)
    assert {name: one.type for name, one in found.items()} == {
        "客户代码": FieldType.TEXT,
        "销售额(万元)": FieldType.MONEY,
        "退货率(%)": FieldType.PERCENT,
        "逾期天数（天）": FieldType.PERIOD,
        "贸易": FieldType.CATEGORY,
        "合格": FieldType.YES_NO,
        "签约日": FieldType.DATE,
        "备注": FieldType.TEXT,
        "比例": FieldType.PERCENT,
        "得分": FieldType.NUMBER,
    }
    assert found["客户代码"].is_key
    sales = found["销售额(万元)"]
    assert (sales.name, sales.unit, sales.low, sales.high, sales.decimals) == (
        "销售额",
        "万元",
        Fraction(-13, 4),
        Fraction(1200),
        2,
    )
    assert found["逾期天数（天）"].blank_also == ("n/a",)
    assert found["贸易"].values == ("内销", "外销")
    assert found["退货率(%)"].unit == "%"
    assert found["比例"].high == Fraction(1, 5)


def test_what_is_doubtful_is_remarked(tmp_path):
    found = facts(tmp_path, "rate(%),flag,none\n0.1,1,\n0.2,0,\n")
    assert any("ratios" in remark for remark in found["rate(%)"].remarks)
    assert any("yes and no" in remark for remark in found["flag"].remarks)
    assert found["none"].type is FieldType.TEXT


def test_names_are_usable_and_unique(tmp_path):
    found = facts(tmp_path, "2024 年,a b,a-b,a b!\n1,2,3,4\n")
    assert [one.name for one in found.values()] == ["x_2024_年", "a_b", "a_b_2", "a_b_3"]


def test_repeated_codes_are_no_key(tmp_path):
    assert not facts(tmp_path, "编号,x\n1,2\n1,3\n")["编号"].is_key


DIRTY = "编号,金额,rate,day,kind,code\n" + "".join(
    f"{n:03},{n}.5,{n}%,2024-01-{n:02},{'ab'[n % 2]},{n % 3 + 1}{'' if n % 3 else 'x'}\n"
    for n in range(1, 21)
)


def test_one_dirty_cell_in_ten_is_ignored_and_said(tmp_path):
    dirty = DIRTY.replace("\n003,3.5,3%,2024-01-03", "\n003,约三,3,some day")
    found = facts(tmp_path, dirty.replace("\n007,7.5", "\n007,7.5万左右"))
    assert found["金额"].type is FieldType.NUMBER
    assert found["金额"].ignored == ("约三", "7.5万左右")
    assert found["rate"].type is FieldType.PERCENT
    assert found["day"].type is FieldType.DATE
    assert found["day"].ignored == ("some day",)


def test_one_percentage_among_plain_numbers_makes_no_ratios_of_them(tmp_path):
    path = tmp_path / "few.csv"
    path.write_text("x\n" + "12\n" * 19 + "29%\n", encoding="utf-8")
    (column,) = infer_columns(path).columns
    assert (column.type, column.ignored) == (FieldType.INTEGER, ("29%",))
    path.write_text("x\n" + "0.12\n" * 4 + "29%\n", encoding="utf-8")
    (column,) = infer_columns(path).columns
    assert column.type is FieldType.PERCENT
    assert any("others are plain numbers" in remark for remark in column.remarks)


def test_more_dirt_is_no_number_and_no_category_of_numbers(tmp_path):
    found = facts(tmp_path, DIRTY)
    assert found["code"].type is FieldType.TEXT
    assert any("numbers or codes" in remark for remark in found["code"].remarks)
    assert found["kind"].type is FieldType.CATEGORY
    assert found["编号"].is_key


def test_codes_with_zeros_in_front_are_no_category(tmp_path):
    found = facts(tmp_path, "id,zone\n" + "".join(f"{n},0{n % 3}\n" for n in range(30)))
    assert found["zone"].type is FieldType.TEXT


def test_titles_other_signs_and_decimal_commas_are_found(tmp_path):
    found = facts(tmp_path, "Marks 2024;;\n\nstudent;mark;note\nA;18,5;x\nB;7,25;y\nC;12;z\n")
    assert list(found) == ["student", "mark", "note"]
    assert found["mark"].type is FieldType.NUMBER
    assert found["mark"].high == Fraction(37, 2)
    assert any("--decimal comma" in remark for remark in found["mark"].remarks)
