"""``new``, ``fmt``, ``show``, ``explain``, ``test``."""

import ast as python
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from scorelang import resources
from scorelang.cli import record_block
from scorelang.records import infer


def test_new_writes_a_rubric_that_checks_and_passes_its_example(run):
    for lang in ("en", "zh"):
        assert run("new", f"mine-{lang}", "--lang", lang).code == 0
        assert run("check", f"mine-{lang}.rubric", "--fail-level", "warning").code == 0
        assert run("test", f"mine-{lang}.rubric").code == 0


def test_new_never_replaces_a_file_unasked(run, folder):
    before = (folder / "supplier.rubric").read_text("utf-8")
    ran = run("new", "supplier")
    assert ran.code == 2
    assert "U0209" in ran.err
    assert (folder / "supplier.rubric").read_text("utf-8") == before
    assert run("new", "supplier", "--force").code == 0
    assert (folder / "supplier.rubric").read_text("utf-8") != before


def test_new_copies_a_template_under_the_new_name(run, folder):
    assert run("new", "my-own", "--template", "supplier.rubric").code == 0
    text = (folder / "my-own.rubric").read_text("utf-8")
    assert text.startswith('rubric my_own "供应商评价" {')
    assert run("check", "my-own.rubric").code == 0


LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.mark.parametrize("name", ["customer-rating", "customer-quality", "fmea-rpn"])
def test_a_template_is_copied_with_the_keywords_of_the_language(run, folder, name):
    before = resources.rubric_path(name).read_text("utf-8")
    for lang, first in (("zh", "评分标准"), ("en", "rubric")):
        assert run("new", "mine", "--template", name, "--lang", lang, "--force").code == 0
        text = (folder / "mine.rubric").read_text("utf-8")
        assert re.search(rf"^{first} mine\b", text, re.MULTILINE)
        assert run("check", "mine.rubric").code == 0
        assert run("test", "mine.rubric").code == 0
    comments = re.findall(r"^# .*", before, re.MULTILINE)
    assert all(comment in text for comment in comments)


def test_a_copy_of_a_file_keeps_its_keywords_unless_a_language_is_named(run, folder, monkeypatch):
    monkeypatch.setenv("SCORELANG_LANG", "zh")
    assert run("new", "mine", "--template", "supplier.rubric").code == 0
    assert (folder / "mine.rubric").read_text("utf-8").startswith("rubric mine")
    assert run("new", "shipped", "--template", "customer-rating").code == 0
    assert "评分标准 shipped" in (folder / "shipped.rubric").read_text("utf-8")
    assert run("new", "named", "--template", "supplier.rubric", "--lang", "zh").code == 0
    assert (folder / "named.rubric").read_text("utf-8").startswith("评分标准 named")


def test_new_writes_not_one_english_word_in_chinese(run, folder):
    assert run("new", "供应商", "--lang", "zh").code == 0
    assert not LATIN.search((folder / "供应商.rubric").read_text("utf-8"))
    rows = (
        "编号,日期,等级,毛利率(%),成数率,是否,金额（万元）,账期（天）,小数,空列,备注,一零,数或码\n"
        + "".join(
            f'号{n},2024-01-0{n},{"优良"[n % 2]},0.{n},{n}7,是,{n}00,{n}0,"{n},5",,见附件{n},'
            f"{n % 2},{n if n % 2 else '待定'}\n"
            for n in range(1, 8)
        )
    )
    (folder / "表.csv").write_text(rows, "utf-8")
    ran = run("new", "由表", "--from", "表.csv", "--lang", "zh")
    assert ran.code == 0, ran.err
    text = (folder / "由表.rubric").read_text("utf-8")
    assert "# " in text
    assert not LATIN.search(re.sub(r"`--decimal comma`", "", text)), text
    assert not LATIN.search(ran.err.replace("由表.rubric", "")), ran.err


def test_every_remark_on_a_guess_is_said_in_chinese():
    said = set(record_block._SAID)
    tree = python.parse(Path(infer.__file__).read_text("utf-8"))
    texts = {
        node.value
        for node in python.walk(tree)
        if isinstance(node, python.Constant) and isinstance(node.value, str)
    }
    assert said <= texts
    remarks = {each for each in texts if re.match(r"[a-z0-9][^`]* [^`]*: ?[a-z]", each)}
    assert remarks <= said


def test_new_describes_records(run, folder):
    path = folder / "records.csv"
    path.write_text(path.read_text("utf-8") + "0004,1,net30,5,no,上海\n", "utf-8")
    assert run("new", "from-data", "--from", "records.csv", "-o", "data.rubric").code == 0
    text = (folder / "data.rubric").read_text("utf-8")
    assert "key customer_no" in text
    assert "cash | net30" in text
    assert "yes/no" in text
    assert run("check", "data.rubric").code == 0


def test_new_lists_the_shipped_rubrics(run):
    assert tuple(run("new", "--list").out.split()) == resources.rubric_names()


@pytest.mark.parametrize(
    "arguments", [[], ["9x"], ["x", "--template", "nowhere"], ["x", "--from", "nowhere.csv"]]
)
def test_new_says_what_it_cannot_start_from(run, arguments):
    ran = run("new", *arguments)
    assert ran.code == 2
    assert "error[U0" in ran.err


def test_fmt_settles_on_one_form(run, folder):
    path = folder / "supplier.rubric"
    path.write_text(path.read_text("utf-8").replace("    <= 0  : 40", "  <= 0:40"), "utf-8")
    ran = run("fmt", "supplier.rubric", "--check")
    assert ran.code == 1
    assert "  <= 0:40" in path.read_text("utf-8")
    assert "-  <= 0:40" in run("fmt", "supplier.rubric", "--diff").out
    assert run("fmt", "supplier.rubric").code == 0
    assert run("fmt", "supplier.rubric", "--check").code == 0


def test_fmt_reads_standard_input(run, folder):
    run("fmt", "supplier.rubric")
    text = (folder / "supplier.rubric").read_text("utf-8")
    assert run("fmt", "-", stdin=text).out == text


def test_fmt_leaves_what_it_cannot_read(run, folder):
    (folder / "odd.rubric").write_text("rubric {{{", "utf-8")
    ran = run("fmt", "odd.rubric")
    assert ran.code == 1
    assert "1 refused" in ran.err
    assert (folder / "odd.rubric").read_text("utf-8") == "rubric {{{"


def test_fmt_never_changes_a_shipped_rubric(run):
    ran = run("fmt", "bank-scale", "--lang", "zh")
    assert ran.code == 2
    assert "U0203" in ran.err


def test_fmt_changes_the_vocabulary(run, folder):
    assert run("fmt", "supplier.rubric", "--lang", "zh").code == 0
    assert (folder / "supplier.rubric").read_text("utf-8").startswith("评分标准 supplier")
    assert run("check", "supplier.rubric").code == 0


def test_show_says_what_was_understood(run):
    out = run("show", "supplier.rubric").out
    assert "blank 付款: 0 points, listed as missing" in out
    assert "-100%..100%" in out
    found = json.loads(run("show", "supplier.rubric", "--format", "json").out)
    assert [part["name"] for part in found["parts"]][:1] == ["punctuality"]


@pytest.mark.parametrize(
    ("stage", "start"),
    [("source", "rubric supplier"), ("tree", "RubricDecl"), ("model", "CheckedRubric")],
)
def test_show_dumps_a_stage(run, stage, start):
    assert run("show", "supplier.rubric", "--stage", stage).out.startswith(start)


def test_show_knows_its_stages(run):
    ran = run("show", "supplier.rubric", "--stage", "mdoel")
    assert ran.code == 2
    assert "U0212" in ran.err


def test_explain_gives_the_page_of_a_code(run):
    assert run("explain", "u0203").out.startswith("# U0203: unwritable-output\n")
    ran = run("explain", "U0299")
    assert ran.code == 2
    assert "U0210" in ran.err


def test_examples_are_run_and_what_they_leave_out_is_listed(run):
    ran = run("test", "supplier.rubric")
    assert ran.code == 0
    assert "1 of 1 examples as expected" in ran.out
    assert "branch of punctuality: <= 30" in ran.out
    assert "grade: C" in ran.out
    assert "override of anomaly" in ran.out


def test_an_example_that_differs_is_exit_1(run, folder):
    path = folder / "supplier.rubric"
    path.write_text(path.read_text("utf-8").replace("total = 100", "total = 99"), "utf-8")
    ran = run("test", "supplier.rubric")
    assert ran.code == 1
    assert "example `best`: total: expected 99, got 100" in ran.out
    found = json.loads(run("test", "supplier.rubric", "--format", "json").out)
    assert found["summary"] == {"examples": 1, "failed": 1}
    page = ET.fromstring(run("test", "supplier.rubric", "--format", "junit").out)  # noqa: S314  ours
    assert page.find("testsuite").get("failures") == "1"


HIDDEN = (
    'rubric r "a\u202eb" { total 0..1\n  indicator x "\x9b\x7f", max 1 = y\n'
    '  record { y number 0..1 }\n  example e "\u2066" { given y = 1\n    expect total = 0 } }\n'
)


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "--format", "json"],
        *(["show", "--stage", stage] for stage in ("source", "tree", "model")),
        ["test"],
        *(["test", "--format", each] for each in ("json", "junit")),
        *(["check", "--format", each] for each in ("text", "concise", "json", "sarif", "github")),
        ["check", "--format", "junit"],
    ],
)
def test_no_hidden_character_goes_out(run, folder, arguments):
    (folder / "hidden.rubric").write_text(HIDDEN, "utf-8")
    ran = run(arguments[0], "hidden.rubric", *arguments[1:])
    for char in "\u202e\x9b\x7f\u2066":
        assert char not in ran.out + ran.err


def test_a_draft_from_a_table_shows_hidden_characters(run, folder):
    cells = "".join(f"k{n},x\u202e,{'pq'[n % 2]}\x1b\n" for n in range(6))
    (folder / "hidden.csv").write_text("id,a\u202eb,c\u2066\n" + cells, "utf-8")
    ran = run("new", "mine", "--from", "hidden.csv", "-o", "-")
    assert ran.code == 0
    assert "<U+202E>" in ran.out
    for char in "\u202e\u2066\x1b":
        assert char not in ran.out + ran.err
