"""The same run told in English and in Chinese: one set of keys and codes, no foreign word."""

import json
import re

import pytest

from tests.cli.conftest import BROKEN, RECORDS, RUBRIC

WORD = re.compile(r"[A-Za-z][A-Za-z_]*")
KEPT = frozenset(
    re.findall(
        r"\w+",
        """status kind severity code type name rule id file path grade level key gives guard
        allowed points rounding combine total owner mode""",
    )
)
"""What programs read: states, kinds, types, severities, codes."""


def keys_of(found):
    """The keys of a document on every level."""
    match found:
        case dict():
            return {key: keys_of(value) for key, value in found.items()}
        case list():
            return [keys_of(each) for each in found]
        case _:
            return None


def kept(found):
    """What programs read of a document: the values under the keys above, and all numbers."""
    match found:
        case dict():
            return {
                key: value if key in KEPT and isinstance(value, str) else kept(value)
                for key, value in found.items()
            }
        case list():
            return [kept(each) for each in found]
        case str():
            return "…"
        case _:
            return found


COMMANDS = [
    ("check", "broken.rubric", "--format", "json"),
    ("check", "supplier.rubric", "--format", "json"),
    ("score", "supplier.rubric", "bad.csv", "--to", "json"),
    ("score", "supplier.rubric", "bad.csv", "--to", "jsonl"),
    ("why", "supplier.rubric", "records.csv", "--id", "0003", "--format", "json"),
    ("show", "supplier.rubric", "--format", "json"),
    ("show", "customer-rating", "--format", "json"),
    ("test", "supplier.rubric", "--format", "json"),
    ("profile", "supplier.rubric", "bad.csv", "--format", "json"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_program_reads_the_same_in_both_languages(run, command):
    english, chinese = (
        [json.loads(line) for line in (ran.out.splitlines() if "jsonl" in command else [ran.out])]
        for ran in (run(*command, "--lang", lang) for lang in ("en", "zh"))
    )
    assert keys_of(english) == keys_of(chinese)
    assert kept(english) == kept(chinese)


FAULTS = """\
customer_no,days_late,terms,margin,anomaly,city
0001,0,cash,25,no,x
0001,x,foo,1e5,maybe,x
,1.5,cash,200,no,x
0004,"1,00",cash,abc,n/a,x
0005,-1,Cash,"0,5",yes
合计,1,,,,
制表人：张三,,,,,
"""
USAGE = [
    ("score", "supplier.rubric", "none.csv"),
    ("score", "supplier.rubric", "records.csv", "--to", "odd"),
    ("score", "supplier.rubric", "records.csv", "-o", "out.odd"),
    ("score", "supplier.rubric", "records.csv", "--nothing"),
    ("score", "supplier.rubric"),
    ("score", "suplier", "records.csv"),
    ("score", "supplier.rubric", "empty.csv"),
    ("score", "supplier.rubric", "other.csv"),
    ("score", "supplier.rubric", "faults.csv"),
    ("score", "supplier.rubric", "faults.csv", "--rejects", "rejects.csv"),
    ("score", "supplier.rubric", "records.csv", "--as-of", "soon"),
    ("score", "supplier.rubric", "records.csv", "--max-rejects", "many"),
    ("score", "supplier.rubric", "faults.csv", "--max-rejects", "1"),
    ("score", "supplier.rubric", "records.csv", "--header-row", "40"),
    ("score", "supplier.rubric", "records.csv", "--sheet", "x"),
    ("score", "supplier.rubric", "records.csv", "--encoding", "odd"),
    ("score", "supplier.rubric", "records.csv", "--baseline", "none.json"),
    ("score", "supplier.rubric", "records.csv", "records.csv"),
    ("score", "supplier.rubric", "latin.csv"),
    ("score", "supplier.rubric", "broken.json"),
    ("score", "supplier.rubric", "broken.xlsx"),
    ("score", "supplier.rubric", "records.csv", "--absent", "nothing"),
    ("why", "supplier.rubric", "records.csv", "--id", "9"),
    ("why", "supplier.rubric", "records.csv", "--row", "9"),
    ("why", "supplier.rubric", "records.csv"),
    ("show", "supplier.rubric", "--stage", "odd"),
    ("explain", "E9999"),
    ("fmt", "broken.rubric"),
    ("check", "nowhere"),
    ("nothing",),
    ("new", "1 2"),
    ("new", "supplier"),
    ("profile", "supplier.rubric", "faults.csv"),
    ("profile", "supplier.rubric", "records.csv", "--max-missing", "x"),
    ("test", "supplier.rubric"),
    ("test", "failing.rubric"),
]
NAMES = frozenset(
    WORD.findall(
        RUBRIC
        + BROKEN
        + RECORDS
        + FAULTS
        + """scorelang CSV TSV JSON Lines XLSX Parquet UTF GB GBK gbk utf Excel NO_COLOR odd
        RUBRIC RECORDS NAME CODE none nowhere latin csv json rubric xlsx suplier failing bank
        R U E W I S soon many records rejects true false big cp gb abc broken empty other
        faults B C D Ctrl End nothing"""
    )
)


@pytest.fixture
def desk(folder, monkeypatch):
    """Files with every fault, and a surrounding that speaks Chinese."""
    (folder / "faults.csv").write_text(FAULTS, "utf-8")
    (folder / "empty.csv").write_text("", "utf-8")
    (folder / "other.csv").write_text("a,b\n1,2\n", "utf-8")
    (folder / "latin.csv").write_bytes(b"customer_no,days_late\n0001,\xff\xfe\x81\n")
    (folder / "broken.json").write_text('[{"customer_no": ', "utf-8")
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    (folder / "failing.rubric").write_text(RUBRIC.replace("expect total = 100", "expect total = 9"))
    monkeypatch.setenv("SCORELANG_LANG", "zh")
    return folder


@pytest.mark.parametrize("command", USAGE, ids=" ".join)
def test_what_a_run_says_is_chinese_beside_names(run, desk, command):  # noqa: ARG001
    ran = run(*command)
    told = re.sub(r"(?m)^ *[0-9]* *(\||-->).*$", "", ran.err)
    told += ran.out if command[0] in {"test", "profile"} else ""
    told = re.sub(r"`[^`]*`|--[a-z-]+|[RUEWIS][0-9]{4}", "", told)
    words = set(WORD.findall(told)) - NAMES
    assert not words, ran.err + ran.out


@pytest.mark.parametrize("verb", ["new", "check", "fmt", "score", "why", "profile", "test", "show"])
def test_help_is_chinese_beside_options(run, desk, verb):  # noqa: ARG001
    text = run(verb, "--help").out
    lines = (line.split("  ")[-1] for line in text.splitlines() if line.startswith("  "))
    words = {
        word for line in lines for word in re.findall(r"(?<![-.\w|\[])[a-z]{4,}(?![\w.|\]])", line)
    }
    assert words <= {
        "comma",
        "semicolon",
        "blank",
        "auto",
        "reject",
        "source",
        "tree",
        "model",
        "kernel",
    }


POLICY = """\
评分标准 供应商 "供应商评级" {
  计算 平均准时率 = 准时率 分 行业 的均值
  指标 奖惩，逐项累计，最多 5 {
    3  当 获奖 为 是
    -5 当 处罚次数 超过 0
    2  当 准时率 高于 平均准时率
  }
  结果 名次 = 名次 准时率，从低到高
  数据项 {
    编号 供应商号 文字
    行业 制造 | 服务，必填
    准时率 百分比 0~100%
    获奖 是否
    处罚次数 整数 0~50
  }
}
"""
SUPPLIERS = "供应商号,行业,准时率,获奖,处罚次数\nG1,制造,99%,否,\nG2,制造,90%,是,0\n"


@pytest.fixture
def policy(folder):
    (folder / "供应商.rubric").write_text(POLICY, "utf-8")
    (folder / "供应商.csv").write_text(SUPPLIERS, "utf-8")
    return "供应商.rubric"


def test_why_lists_the_lines_that_do_not_count(run, policy):
    told = run("why", policy, "供应商.csv", "--id", "G1", "--format", "table").out
    assert "获奖 为 是 · 否（3 分）" in told
    assert "处罚次数 超过 0 · 因空白无法判断（-5 分）" in told
    found = json.loads(run("why", policy, "供应商.csv", "--id", "G1", "--format", "json").out)
    items = [(line["rule"], line["points"]) for line in found["ledger"] if line["kind"] == "item"]
    assert items == [
        ("获奖 为 是", None),
        ("处罚次数 超过 0", None),
        ("准时率 高于 平均准时率", 2),
    ]


def test_values_over_all_records_bear_the_words_of_the_policy(run, policy):
    told = run("why", policy, "供应商.csv", "--id", "G1", "--format", "table").out
    assert "准时率 分 行业 的均值 = " in told
    assert "mean of" not in told
    assert "名次 准时率，从低到高" in run("show", policy).out


def test_sentences_of_show_follow_the_reader_and_nothing_else_does(run, policy):
    english, chinese = (
        json.loads(run("show", policy, "--format", "json", *more).out)
        for more in (("--lang", "en"), ())
    )
    assert "every indicator" in " ".join(english["defaults"])
    assert not [each for each in chinese["defaults"] if "every" in each or "blank" in each]
    assert [each["type"] for each in english["fields"]] == [
        each["type"] for each in chinese["fields"]
    ]


def test_the_word_of_a_key_behind_its_field_is_said_to_stand_before(run, folder):
    (folder / "a.rubric").write_text(POLICY.replace("编号 供应商号 文字", "编号 文字，编号"))
    told = run("check", "a.rubric").out
    assert "`编号` 一词要写在数据项前面" in told
