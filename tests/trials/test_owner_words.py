"""What an owner's trial found in words, reports and tables of a Chinese policy."""

import json

import pytest

from tests.trials.cells_program import Program


@pytest.fixture
def run(tmp_path, monkeypatch, capfdbinary):
    """Run the program among files given by name; Chinese unless said otherwise."""
    monkeypatch.chdir(tmp_path)
    program = Program(capfdbinary)

    def start(*arguments, lang="zh", **files):
        monkeypatch.setenv("SCORELANG_LANG", lang)
        for name, text in files.items():
            (tmp_path / name.replace("_", ".", 1)).write_text(text, "utf-8")
        return program(*arguments)

    return start


BONUS = """评分标准 绩效 {
  总分 -20~110
  指标 加分项，逐项累计，最多 10分 {
    5分 当 省级表彰 为 是
    2分 每有 合理化建议
  }
  指标 扣分项，逐项累计，至少 -20分 {
    -1分 每有 迟到次数
  }
  等级 { A 60以上
    B 其余 }
  上限 迟到 当 迟到次数 超过 9：最高评为 B
  下限 表彰 当 省级表彰 为 是：最低评为 B
  升降 未报 当 合理化建议 未填：下调1级
  数据项 {
    编号 工号 文字
    省级表彰 是否
    合理化建议 整数 >= 0
    迟到次数 整数 >= 0，空白视为 0
  }
  示例 甲 { 已知 省级表彰 = 是，合理化建议 = 1
    应得 加分项 = 7 }
}
"""


def test_show_tells_a_line_without_a_limit_once(run):
    page = run("show", "a.rubric", a_rubric=BONUS).out
    lines = [line.strip() for line in page.splitlines()]
    assert "2分 每有 合理化建议" in lines
    assert "-1分 每有 迟到次数" in lines
    assert "→ ," not in page


def test_show_uses_the_words_of_the_policy(run):
    page = run("show", "a.rubric", a_rubric=BONUS).out
    assert "  迟到  上限" in page
    assert "  表彰  下限" in page
    assert "  未报  升降" in page
    assert not [word for word in ("封顶", "保底", "升降级") if word in page]


def test_show_says_of_no_condition_that_is_always_known_that_a_blank_leaves_it_open(run):
    page = run("show", "a.rubric", a_rubric=BONUS).out
    assert "表彰：所需数据未填、无法判断时不作调整，并列入“未定”" in page
    assert "未报：因空白" not in page


@pytest.mark.parametrize(
    ("condition", "is_open"),
    [
        ("x is missing", False),
        ("x is special -9", False),
        ("x is not missing and x > 3", False),
        ("x > 3", True),
        ("x is missing and y > 3", True),
        ("x is not missing and y > 3", True),
    ],
)
def test_a_condition_can_be_open_or_not(run, condition, is_open):
    text = f"""rubric r {{
  indicator i of x {{ > 3 : 10
    otherwise : 0
    special -9 : 5 }}
  grades {{ A >= 5
    B otherwise }}
  veto v when {condition} : grade B
  record {{ x number 0..10, special -9 "no record"
    y number 0..10 }}
}}
"""
    page = run("show", "a.rubric", lang="en", a_rubric=text).out
    assert ("v: does not act where" in page) is is_open


def test_fmt_adds_nothing_below_zero(run, tmp_path):
    run("fmt", "a.rubric", a_rubric=BONUS)
    text = (tmp_path / "a.rubric").read_text("utf-8")
    assert "-1分 每有 迟到次数" in text
    assert "加 -1" not in text
    assert "每 合理化建议 加 2分" in text


def test_the_grade_of_the_rubric_needs_no_name(run):
    said = run("test", "a.rubric", a_rubric=BONUS)
    assert "等级：A" in said.out + said.err
    assert "grade" not in said.out + said.err


def test_a_blank_as_the_best_value_is_said_without_dots(run):
    text = BONUS.replace("，至少 -20分", "").replace("，空白视为 0", "")
    said = run("check", "a.rubric", a_rubric=text).err + run("check", "a.rubric").out
    assert "W0511" in said
    assert "…" not in said.split("W0511")[1].split("\n")[0]


def test_what_a_begun_step_counts_is_asked_without_saying_words_twice(run):
    text = BONUS.replace("迟到次数 整数", "迟到次数 数值")
    said = run("check", "a.rubric", a_rubric=text)
    told = said.out + said.err
    assert "E0306" in told
    assert "`按比例`" in told
    assert "（按比例计）" not in told


YEAR = """评分标准 年审 {
  总分 0~60
  计算 毛利率 = 毛利 / 销售额
  计算 上年毛利率 = 上期 毛利 / 上期 销售额
  计算 变动 = 毛利率 - 上年毛利率
  计算 人均 = 销售额 / 人数
  指标 增长 按 销售额 的增长率，满分 40 {
    20%以上：40
    0以上 不满20%：30
    其余：0
    未填：20
  }
  指标 变动得分 按 变动，满分 20 {
    ≥2%：20
    0～2%（不含）：10
    小于0：0
  }
  等级 { 一级 50以上
    二级 其余 }
  提示 大户 当 人均 > 100万：提示 大户
  结果 额度 = 销售额 × 10%
  结果 授信 = 分 等级 { 一级：500万
    其余：0 }
  数据项 {
    编号 户 文字
    销售额 金额 > 0 单位 万元，及上期 "上年销售额"
    毛利 金额 单位 万元，及上期 "上年毛利"
    人数 整数 > 0，必填
  }
}
"""
NOW = "户,销售额,毛利,人数\nD1,1200,240,10\nD2,900,-10,3\nD3,800,80,4\n"
LAST = "户,销售额,毛利\nD1,1000,180\nD2,950,-5\nD3,0,70\n"


def why(run, key):
    files = {"a_rubric": YEAR, "n_csv": NOW, "l_csv": LAST}
    options = ("--last", "l.csv", "--id", key, "--format", "table")
    return run("why", "a.rubric", "n.csv", *options, **files)


def test_why_gives_percentages_and_units_to_what_is_worked_out(run):
    page = why(run, "D2").out
    assert "比较值 = -5.263158%" in page
    assert "变动 = -0.584795%" in page
    assert "毛利率 = -1.111111%" in page
    assert "人均 = 300 万元" in page
    assert "额度: 90 万元" in page
    assert "授信: 5000000 (500万)" in why(run, "D1").out


def test_one_bad_cell_of_last_year_is_missing_and_said(run):
    ran = run(
        *("score", "a.rubric", "n.csv", "--last", "l.csv"),
        a_rubric=YEAR,
        n_csv=NOW,
        l_csv=LAST,
    )
    assert ran.code == 0
    found = {one["id"]: one for one in map(json.loads, ran.out.splitlines())}
    assert found["D1"]["scores"] == {"增长": 40, "变动得分": 20}
    assert found["D3"]["missing"] == ["变动得分"]
    assert found["D3"]["notes"]["变动"] == "`上期 销售额` 未填"
    assert "U0168" in ran.err
    assert "`D3` 的 `销售额`，第 3 条（l.csv 第 4 行）" in ran.err


@pytest.mark.parametrize("written", ["上年毛利", "上期毛利", "last_毛利"])
def test_the_heading_of_the_last_value_is_answered_with_its_name(run, written):
    text = YEAR.replace("上期 毛利 /", f"{written} /")
    said = run("check", "a.rubric", a_rubric=text)
    assert "是否指 `上期 毛利`？" in said.out + said.err


def test_a_heading_is_answered_with_the_name_of_its_field(run):
    text = YEAR.replace("人数 整数", '人数 "员工总数" 整数').replace("/ 人数", "/ 员工总数")
    said = run("check", "a.rubric", a_rubric=text)
    assert "是否指 `人数`？" in said.out + said.err


TABLE = """评分标准 风险 {
  不计总分
  得分项 S = 严重度
  对照表 优先级 得出 高 > 低 {
    | 严重度 | 频度 1-3 | 4-6 |
    | 1-5 | 低 | 低 |
    | 6-9 | 低 | 高 |
  }
  分类 AP = 优先级
  数据项 {
    编号 号 文字
    严重度 整数 1~9，必填
    频度 整数 1~6，必填
  }
}
"""


def test_a_class_by_a_table_names_its_line(run):
    ran = run(
        *("why", "a.rubric", "n.csv", "--row", "1", "--format", "table"),
        a_rubric=TABLE,
        n_csv="号,严重度,频度\n1,7,5\n",
    )
    assert "AP: 高 (依据条款 `严重度 6-9, 频度 4-6`)" in ran.out


VETO = """评分标准 试 {
  总分 0~100
  指标 一，满分 100 = 分数
  等级 { A 90以上
    C 其余 }
  一票否决 违纪 当 有违纪 为 是：等级 C
  数据项 {
    编号 customer_id 文字
    姓名 文字
    分数 数值 0~100，特殊值 -9 "无记录"
    有违纪 是否
  }
}
"""


def score(run, *tables, options=(), lang="zh"):
    files = {f"{'abc'[n]}_csv": text for n, text in enumerate(tables)}
    names = [f"{'abc'[n]}.csv" for n in range(len(tables))]
    return run("score", "r.rubric", *names, *options, lang=lang, r_rubric=VETO, **files)


HEADS = "customer_id,姓名,分数,有违纪\n"


@pytest.mark.parametrize("cell", ["无", "×", "N", "没有", "不存在"])
def test_a_word_for_no_is_not_said_to_be_a_blank(run, cell):
    ran = score(run, f"{HEADS}1,甲,90,{cell}\n")
    assert ran.code == 3
    assert "若表示“否”，请写 否" in ran.err
    assert "空白包括" not in ran.err
    assert "if it means no, write no" in score(run, f"{HEADS}1,甲,90,{cell}\n", lang="en").err


@pytest.mark.parametrize("cell", ["有", "√", "Y", "属实"])
def test_a_word_for_yes_is_answered_with_yes(run, cell):
    ran = score(run, f"{HEADS}1,甲,90,{cell}\n")
    assert ran.code == 3
    assert "若表示“是”，请写 是" in ran.err


@pytest.mark.parametrize("cell", ["/", "-", "未知"])
def test_what_may_be_a_blank_is_first_asked_to_be_yes_or_no(run, cell):
    told = score(run, f"{HEADS}1,甲,90,{cell}\n").err
    assert told.index("请写 是 或 否") < told.index(f'空白包括 "{cell}"')


def test_what_is_expected_names_the_special_values(run):
    assert '0 至 100，或特殊值 -9 "无记录"' in score(run, f"{HEADS}1,甲,120,否\n").err
    assert 'or special -9 "无记录"' in score(run, f"{HEADS}1,甲,120,否\n", lang="en").err


@pytest.mark.parametrize("heading", ["Customer ID", "CUSTOMER-ID", "Client No.", "客户编号"])
def test_a_column_like_a_key_is_named_where_the_key_is_absent(run, heading):
    ran = score(run, f"{heading},姓名,分数,有违纪\n1,甲,90,否\n")
    assert ran.code == 0
    assert f'`又名 "{heading}"`' in ran.err


def test_a_column_unlike_a_key_is_not_named(run):
    ran = score(run, "地区,姓名,分数,有违纪\n1,甲,90,否\n")
    assert "U0122" in ran.err
    assert "又名" not in ran.err


@pytest.mark.parametrize("heading", ["Current ratio", "current-ratio", "CurrentRatio"])
def test_a_heading_that_differs_in_spaces_only_is_the_one_to_rename(run, heading):
    text = """rubric r {
  indicator i of current_ratio { >= 1 : 10
    otherwise : 0 }
  record { key firm text
    current_ratio number 0..9 }
}
"""
    table = f"firm,ratio_current_year,{heading}\n1,2,3\n"
    ran = run("score", "r.rubric", "a.csv", lang="en", r_rubric=text, a_csv=table)
    assert ran.code == 2
    assert f"perhaps rename `{heading}` → `current_ratio`" in ran.err


def test_join_goes_on_where_a_column_nothing_is_scored_by_differs(run):
    ran = score(
        run,
        "customer_id,姓名,分数,备注\n1,张三,90,甲\n2,李四,80,乙\n",
        "customer_id,姓名,有违纪,备注\n1,张三（外）,否,丙\n2,李四,是,丁\n",
        options=("--join", "--keep-columns"),
    )
    assert ran.code == 0
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [(one["姓名"], one["备注"], one["grade"]) for one in found] == [
        ("张三", "甲", "A"),
        ("李四", "乙", "C"),
    ]
    assert ran.err.count("U0167") == 2
    assert "有 1 个编号的 `姓名` 在各文件中不一致，如 `1`" in ran.err
    assert "有 2 个编号的 `备注` 在各文件中不一致，如 `1`、`2`" in ran.err


def test_join_stops_where_a_column_that_is_read_differs(run):
    ran = score(
        run,
        "customer_id,分数\n1,90\n",
        "customer_id,分数,有违纪\n1,80,否\n",
        options=("--join",),
    )
    assert (ran.code, "U0163" in ran.err) == (2, True)


def test_new_reads_columns_as_people_mean_them(run, tmp_path):
    table = (
        "编码,合格率,pass rate %,是否整改,汇率,税率,次数\n"
        "1,97,3,否,7.1,0.13,1\n2,98.5,4,否,7.2,0.06,1\n2,60,5,否,7.3,0.06,1\n"
    )
    ran = run("new", "x", "--from", "n.csv", n_csv=table)
    assert ran.code == 0, ran.err
    text = (tmp_path / "x.rubric").read_text("utf-8")
    lines = [line.strip() for line in text.splitlines()]
    assert "编号 编码 文字" in lines
    assert "# 有的编号为空或重复：编号须唯一，这样的记录会被退回" in lines
    assert "合格率 百分比 单位 %" in lines
    assert 'pass_rate "pass rate %" 百分比 单位 %' in lines
    assert "是否整改 是否" in lines
    assert "汇率 数值 >= 0" in lines
    assert "税率 数值 >= 0" in lines, "may be a ratio: nothing is guessed"
    assert "次数 整数 >= 0" in lines, "a column of 1 alone is a number"
    assert run("check", "x.rubric").code == 0
