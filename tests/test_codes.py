"""A code is born with four things: a line in the register, words, a page, a failing case."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from scorelang.diagnostics.codes import CODES
from scorelang.diagnostics.model import Words

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
PAGES = ROOT / "docs" / "errors"
HEADINGS = ("What it means", "Why it matters", "Wrong", "Right")
CODE = re.compile(r"(?<![A-Z0-9])[EWRUI][0-9]{2,4}(?![A-Z0-9])")
MARK = re.compile(r"#\s*((?:[EWRUI][0-9]{2,4}[\s,]*)+)$")


def catalogues():
    """The words of each room that has any, by the name of the room."""
    found = {}
    for file in sorted((ROOT / "scorelang").glob("*/*errors.py")):
        module = import_module(f"scorelang.{file.parent.name}.{file.stem}")
        found.setdefault(file.parent.name, {}).update(module.WORDS)
    return found


def marked_codes():
    """Codes that a bad case is marked with on the line at fault."""
    lines = (
        line
        for path in (TESTS / "cases" / "bad").rglob("*.rubric")
        for line in path.read_text("utf-8-sig", errors="replace").splitlines()
    )
    return {
        code
        for line in lines
        for mark in MARK.findall(line.rstrip())
        for code in CODE.findall(mark)
    }


def named_codes():
    """Codes that a test names in a string: for faults no rubric can show, as in records.

    Tests of how findings are shown do not count: there a code is only an example.
    """
    examples = {Path(__file__), *(TESTS / "unit" / "diagnostics").glob("*.py")}
    files = sorted(set(TESTS.rglob("test_*.py")) - examples)
    return {
        code
        for path in files
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for code in CODE.findall(node.value)
    }


def code_of(key):
    return key.partition(".")[0]


def test_each_code_has_words_in_one_room():
    rooms_of = {code: [] for code in CODES}
    for room, words in catalogues().items():
        for code in sorted({code_of(key) for key in words}):
            rooms_of.setdefault(code, []).append(room)
    unknown = sorted(set(rooms_of) - set(CODES))
    assert not unknown, f"words for codes that are not in the register: {unknown}"
    astray = {code: rooms for code, rooms in rooms_of.items() if len(rooms) != 1}
    assert not astray, f"codes whose words are not in exactly one room: {astray}"


def test_words_follow_the_style_sheet():
    assert style_faults(catalogues()) == []


def style_faults(found):
    return [
        f"{room}: {key}: {fault}"
        for room, words in found.items()
        for key, said in words.items()
        for text in (said.message, said.help)
        if text is not None
        for fault in style_faults_of(text)
    ]


def style_faults_of(text):
    if not text.strip() or text != text.strip():
        yield "empty, or spaces around it"
    if "\n" in text:
        yield "a line break"
    if text.rstrip().endswith(".") and not text.endswith("..."):
        yield "a full stop at the end"
    if text.partition(" ")[0].istitle():
        yield "a capital at the beginning"


@pytest.mark.parametrize("text", ["A thing", "a thing.", "a\nb", "", " a"])
def test_words_against_the_style_sheet_are_found(text):
    assert style_faults({"room": {"E0101": Words(text)}})


def test_each_code_has_a_page_and_each_page_a_code():
    pages = {path.stem for path in PAGES.glob("*.md")} - {"README"}
    assert not sorted(set(CODES) - pages), "codes without a page in docs/errors"
    assert not sorted(pages - set(CODES)), "pages of codes that are not in the register"


def test_each_page_has_its_headings():
    faults = []
    for path in sorted(PAGES.glob("[EWRUI][0-9]*.md")):
        if path.stem not in CODES:
            continue  # found by the test above
        lines = path.read_text("utf-8").splitlines()
        title = f"# {path.stem}: {CODES[path.stem].name}"
        if lines[:1] != [title]:
            faults.append(f"{path.name}: begins with {lines[:1]}, not with {title!r}")
        found = tuple(line.removeprefix("## ").strip() for line in lines if line.startswith("## "))
        if found[: len(HEADINGS)] != HEADINGS:
            faults.append(f"{path.name}: headings {found}, not {HEADINGS}")
    assert not faults, "\n".join(faults)


def test_each_code_has_a_failing_case():
    shown = marked_codes() | named_codes()
    assert not sorted(set(CODES) - shown), "codes that no bad case is marked with and no test names"


def test_marks_name_known_codes():
    assert not sorted(marked_codes() - set(CODES))


def test_codes_keep_to_their_form():
    assert [code for code in CODES if not CODE.fullmatch(code)] == []
    assert [
        c.name for c in CODES.values() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", c.name)
    ] == []
    names = [code.name for code in CODES.values()]
    assert len(names) == len(set(names)), "two codes of one name"
