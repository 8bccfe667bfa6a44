"""``check``: findings on standard output in six formats; the exit code says how grave."""

import json
from xml.etree import ElementTree as ET

import pytest


def test_a_rubric_without_faults_is_exit_0(run):
    ran = run("check", "supplier.rubric")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "no problems found\n"


def test_findings_are_the_result(run):
    ran = run("check", "broken.rubric")
    assert ran.code == 1
    assert "broken.rubric:2:" in ran.out
    assert "error" in ran.err


def test_folders_and_standard_input_are_checked(run, folder):
    (folder / "sub").mkdir()
    (folder / "broken.rubric").rename(folder / "sub" / "broken.rubric")
    assert "sub/broken.rubric" in run("check", ".").out.replace("\\", "/")
    assert run("check").code == 1
    text = (folder / "supplier.rubric").read_text("utf-8")
    assert run("check", "-", stdin=text).code == 0


def test_a_folder_without_rubrics_is_a_mistake(run, folder):
    (folder / "empty").mkdir()
    ran = run("check", "empty")
    assert ran.code == 2
    assert "U0211" in ran.err


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_json_formats_are_json(run, format_):
    ran = run("check", "broken.rubric", "--format", format_)
    assert ran.code == 1
    assert json.loads(ran.out)
    assert ran.err == ""


def test_junit_is_xml(run):
    found = ET.fromstring(run("check", "broken.rubric", "--format", "junit").out)  # noqa: S314  ours
    assert found.tag == "testsuites"


def test_github_and_concise_have_a_line_for_each_finding(run):
    assert run("check", "broken.rubric", "--format", "github").out.startswith("::error file=")
    assert run("check", "broken.rubric", "--format", "concise").out.startswith("broken.rubric:2:")


def test_exit_zero_and_fail_level(run, folder):
    assert run("check", "broken.rubric", "--exit-zero").code == 0
    text = (folder / "supplier.rubric").read_text("utf-8")
    unused = text.replace("record {\n", "record {\n    spare number >= 0\n")
    (folder / "warned.rubric").write_text(unused, "utf-8")
    assert run("check", "warned.rubric").code == 0
    assert run("check", "warned.rubric", "--fail-level", "warning").code == 1


def test_findings_can_go_to_a_file(run, folder):
    ran = run("check", "broken.rubric", "--format", "json", "-o", "found.json")
    assert (ran.code, ran.out) == (1, "")
    assert json.loads((folder / "found.json").read_text("utf-8"))
