"""The pages are true: rubrics compile, commands print what is printed, programs run.

``--bless`` writes the outputs into the pages; README.md of this folder has the tags.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.docs.blocks import blocks_of
from tests.docs.keyword_table import with_keyword_tables
from tests.docs.page import Page, findings
from tests.docs.running import Shell

ROOT = Path(__file__).resolve().parents[2]
SKIPPED = ("docs/errors/", "docs/decisions/", "docs/changes/", "tests/")
PAGES = sorted(
    path
    for path in (
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("rubrics/*.md"),
        *ROOT.glob("examples/**/*.md"),
        *ROOT.glob("grammars/*.md"),
    )
    if not path.relative_to(ROOT).as_posix().startswith(SKIPPED)
)
ERROR_PAGES = sorted((ROOT / "docs" / "errors").rglob("[EW]*.md"))
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def name_of(path):
    return path.relative_to(ROOT).as_posix()


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """The folder a page is run in: the shipped rubrics and the examples are there."""
    shutil.copytree(ROOT / "rubrics", tmp_path / "rubrics")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    for name in ("SCORELANG_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    return tmp_path


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_is_true(path, desk, request):
    page = Page(path, name_of(path), desk, blessing=request.config.getoption("--bless"))
    page.run()
    if page.blessing and page.lines != page.written:
        path.write_text("\n".join(page.lines), "utf-8", newline="\n")
    if page.faults:
        pytest.fail("\n\n".join(page.faults), pytrace=False)


@pytest.mark.parametrize("path", ERROR_PAGES, ids=name_of)
def test_an_error_page_shows_its_error(path):
    blocks = [block for block in blocks_of(path.read_text("utf-8")) if block.language == "rubric"]
    if not blocks:
        pytest.skip("no rubric can show it")
    wrong, *right = blocks
    assert path.stem in findings(wrong.text)
    for block in right:
        found = findings(block.text)
        assert path.stem not in found
        assert not [code for code in found if code.startswith("E")]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_lead_somewhere(path):
    text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    lost = [
        link
        for link in LINK.findall(text)
        if not link.startswith(("http:", "https:")) and not (path.parent / link).exists()
    ]
    assert not lost


def test_the_chinese_page_lists_every_keyword(request):
    path = ROOT / "docs" / "language" / "chinese.md"
    page = path.read_text("utf-8")
    fresh = with_keyword_tables(page)
    if request.config.getoption("--bless"):
        path.write_text(fresh, "utf-8", newline="\n")
    else:
        assert page == fresh


def test_the_line_for_the_tests_is_the_one_that_is_checked():
    install = '.venv/bin/python -m pip install -q -e ".[dev]"'
    line = f"python3 -m venv .venv && {install} && .venv/bin/python -m pytest -n 2"
    for name in (".ci/run", "README.md", "CONTRIBUTING.md"):
        assert any(
            told.startswith(line) for told in (ROOT / name).read_text("utf-8").splitlines()
        ), name


def test_the_line_for_the_first_run_works(desk, capfd):
    """The installing part is checked in the wheel's test; the rest is run here."""
    page = (ROOT / "README.md").read_text("utf-8")
    [line] = [told for told in page.splitlines() if told.startswith("python3") and "-e . " in told]
    command = line.rpartition("&& ")[2].split()
    shell = Shell()
    shell.run(command)
    assert shell.code in {0, 3}
    assert (desk / command[command.index("-o") + 1]).is_file()
    assert not capfd.readouterr().out
