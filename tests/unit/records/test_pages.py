"""The error pages of this room show what they say: wrong files raise the code, right ones none."""

import io
import re
from fractions import Fraction
from pathlib import Path

import pytest

from scorelang.model.fields import Category, Field, FieldType, RaterGroup, Rejection
from scorelang.model.rubric import CheckedRubric
from scorelang.model.types import MONEY
from scorelang.numeric.interval import Grid, Interval
from scorelang.records.absent import Absent, Expected
from scorelang.records.errors import WORDS, WORDS_ZH
from scorelang.records.rater_rows import NO_ROWS, RaterRows, join_rows
from scorelang.records.source import open_records
from scorelang.records.unreadable import UnreadableInput

PAGES = Path(__file__).resolve().parents[3] / "docs" / "errors"
BLOCK = re.compile(r"## (Wrong|Right)\n\n```(csv|json)\n(.*?)\n```", re.DOTALL)
# These need more room than a page has.
TOLD = {"U0113", "U0114"}

FIELDS = {
    "lots": Field("lots", FieldType.NUMBER),
    "rejected": Field("rejected", FieldType.NUMBER),
    "return_rate": Field("return_rate", FieldType.NUMBER),
    "sales": Field("sales", FieldType.MONEY, label="销售额"),
    "turnover": Field(
        "turnover", FieldType.MONEY, unit=MONEY, scale=Fraction(10_000), unit_text="万元"
    ),
    "share": Field("share", FieldType.PERCENT, scale=Fraction(1, 100)),
    "margin": Field("margin", FieldType.NUMBER),
    "complaints": Field("complaints", FieldType.INTEGER),
    "strength": Field("strength", FieldType.NUMBER, domain=Interval(Fraction(0), Fraction(15))),
    "rating": Field("rating", FieldType.RATING, grid=Grid(Fraction(1, 2))),
    "trade": Field(
        "trade",
        FieldType.CATEGORY,
        required=True,
        categories=(Category("domestic", "内销"), Category("export", "外销")),
    ),
    "licence": Field("licence", FieldType.YES_NO),
    "signed": Field("signed", FieldType.DATE),
    "name": Field("name", FieldType.TEXT),
    "note": Field("note", FieldType.TEXT),
}
JUDGES = (RaterGroup("judges"),)
GROUPS = (RaterGroup("self", Fraction(1, 2)), RaterGroup("peer", Fraction(1, 2)))
RATED = frozenset({"R0130", "R0131", "R0132", "R0133", "U0130", "U0131"})


def blocks():
    for path in sorted(PAGES.glob("[RU]01*.md")):
        for heading, kind, text in BLOCK.findall(path.read_text("utf-8")):
            if path.stem not in TOLD:
                yield pytest.param(path.stem, heading, kind, text, id=f"{path.stem}-{heading}")


@pytest.mark.parametrize(("code", "heading", "kind", "text"), list(blocks()))
def test_the_blocks_of_a_page_do_what_they_say(code, heading, kind, text):
    found = codes_of(code, kind, text)
    if heading == "Wrong":
        assert found == {code}
    else:
        assert found == set()


def codes_of(code, kind, text):
    if code in RATED:
        return codes_of_ratings(code, kind, text)
    names = ["lots", "rejected"] if code.startswith("U") else []
    wanted = {
        "U0106": ["sales"],
        "U0107": ["trade", "lots"],
        "U0115": ["note"],
        "U0176": ["margin"],
        "U0160": ["turnover"],
    }.get(code, names)
    fields = [FIELDS[name] for name in FIELDS if name in wanted or (not wanted and name in text)]
    rubric = CheckedRubric("page", tuple(fields))
    form = (
        "json" if kind == "json" and text.startswith("[") else "jsonl" if kind == "json" else kind
    )
    # The page of U0122 is about columns that may be absent, that of U0107 about all others.
    read = frozenset(wanted) if code in {"U0107", "U0122"} else frozenset()
    expected = Expected(read, Absent(every=code == "U0122"))
    try:
        source = open_records(
            "-", rubric, format=form, stdin=io.BytesIO(text.encode()), expected=expected
        )
        faults = [
            fault.code for read in source if isinstance(read, Rejection) for fault in read.faults
        ]
    except UnreadableInput as problem:
        return {found.code for found in problem.diagnostics}
    notes = {found.code for found in source.notices} & {code}
    return set(faults) | notes


def codes_of_ratings(code, kind, text):
    raters = GROUPS if code.endswith("0130") else JUDGES
    names = ("attitude", "skill")
    fields = [Field(name, FieldType.RATING, raters=raters) for name in names if name in text]
    fields.append(Field("department", FieldType.TEXT))
    rubric = CheckedRubric("page", tuple(fields))
    rows = RaterRows("rater") if not code.endswith("0130") else NO_ROWS
    form = "jsonl" if kind == "json" else kind
    try:
        source = open_records(
            "-", rubric, format=form, stdin=io.BytesIO(text.encode()), rater_rows=rows
        )
        reads = list(join_rows(source, fields) if rows.is_set else source)
    except UnreadableInput as problem:
        return {found.code for found in problem.diagnostics}
    return {
        fault.code
        for read in reads
        for fault in (read.faults if isinstance(read, Rejection) else read.left_out)
    }


def test_each_translation_has_the_same_arguments():
    for key, said in WORDS_ZH.items():
        for part in ("message", "help"):
            theirs, ours = getattr(said, part) or "", getattr(WORDS[key], part) or ""
            assert set(re.findall(r"\{\w+\}", theirs)) <= set(re.findall(r"\{\w+\}", f"{ours}")) | (
                set(re.findall(r"\{\w+\}", WORDS[key].message))
            )


def test_each_word_for_whole_inputs_is_translated():
    assert {key for key in WORDS if key.startswith("U")} <= set(WORDS.chinese) <= set(WORDS)
