"""Every clause acts or is an error: nothing is read and dropped, before a body or behind it."""

import attrs
import pytest

from scorelang.loading import read_text
from scorelang.source.text import SourceText

HEAD = """rubric t {
  record {
    key id text
    x number 0..10, step 1
    z number 0..10, step 1
    low yes/no
    kind a | b
  }
  elements e1, e2
  scale abc {
    good : 100%
    bad : 0%
  }
  indicator first_one of z, max 10 {
    >= 5 : 10
    < 5 : 0
  }
"""
GRADES = "grades {\n A >= 5\n B otherwise\n}\n"
CLAUSES = (
    *("max 10", "weight 70%", "at most 7", "at least 1", "round 1", "if missing: 3"),
    *("applies when low, else rescale", "weighted", "first that holds", "all that hold"),
    *("scale abc", "limits by kind, at least", 'limits from "x.csv"', "counts (low, x > 5)"),
    *("less 1 for each z", "flag watch", 'reason R1 "why"', "baseline 3", 'action "do"'),
    *('because "x"', "until 2026-12-31", "needs low", "covers e1", "in %", "worst first"),
    *("highest first", "ties first", "weights from pairs", "owner sales", 'note "x"'),
    *("else rescale", "half up", "pro rata"),
)
PARTS = {
    "bands": "indicator p of x@ {\n >= 5 : 10\n < 5 : 0\n}",
    "values": "indicator p of kind@ {\n a : 10\n b : 0\n}",
    "first that holds": "indicator p, first that holds@ {\n 10 when low\n 0 otherwise\n}",
    "all that hold": "indicator p, all that hold@ {\n 5 when low\n 5 when x > 5\n}",
    "formula": "indicator p = x@",
    "before a formula": "indicator p@ = x",
    "formula of": "indicator p of x@ = 10",
    "linear": "indicator p of x, max 10 = linear from 0 to 10@",
    "within": "indicator p = x within kind@ {\n a : 0..10\n b : 0..10\n}",
    "given level": "scale s2 {\n a : 100%\n b : 0%\n}\nindicator p of kind, scale s2, max 10@",
    "by segment": "indicator p of x, by kind@ {\n| points | a | b |\n| 10 | >= 5 | >= 6 |\n"
    "| 0 | < 5 | < 6 |\n}",
    "group": "group p@ {\nindicator c = x, max 10\n}",
    "score": "score s = x@\nindicator p = 3",
    "let": "let l = x@\nindicator p = l",
    "result": "result r = x@\nindicator p = 3",
    "category result": "result r = kind@\nindicator p = 3",
    "grades": "indicator p = x\ngrades@ {\n A >= 5\n B < 5\n}",
    "class": "indicator p = x\nclass k of p@ {\n A >= 5\n B < 5\n}",
    "class by a value": "indicator p = x\nclass k = kind@",
    "line of grades": "indicator p = x\ngrades {\n A >= 5@\n B otherwise\n}",
    "total": "indicator p = x\ntotal 0..20@",
    "total of a score": "score s = x\nindicator p = x\ntotal = s@",
    "no total": "indicator p = x\nno total@",
    "base": "indicator p = x\nbase 3@",
    "line": "indicator p of x {\n >= 5 : 10@\n < 5 : 0\n}",
    "full": "indicator p of x, max 10 {\n >= 5 : full@\n < 5 : 0\n}",
    "line without points": 'indicator p of x {\n >= 5 : 10\n < 5 : not ratable "x"@\n}',
    "condition": "indicator p, first that holds {\n 10 when low@\n 0 otherwise\n}",
    "counted": "indicator p, all that hold {\n 1 for each x@\n 5 when x > 5\n}",
    "line of within": "indicator p = x within kind {\n a : 0..10@\n b : 0..10\n}",
    "scale": "scale s2@ {\n a : 100%\n b : 0%\n}\nindicator p of kind, scale s2, max 10",
    "level": "scale s2 {\n a : 100%@\n b : 0%\n}\nindicator p of kind, scale s2, max 10",
    "table": "table t gives number@ {\n| kind | |\n| a | 5 |\n| b | 3 |\n}\nindicator p = t",
    "line of by": "let l = by kind {\n a : 5@\n b : 3\n}\nindicator p = l",
    "veto": f"indicator p = x\n{GRADES}veto v when low : grade B@",
    "cap": f"indicator p = x\n{GRADES}cap v when low : no better than B@",
    "zero": 'indicator p = x\nzero p when low : "y"@',
    "flag": "indicator p = x\nflag v when low : flag v@",
    "eligibility": 'indicator p = x\nnot ratable when x < 1 "too small"@',
}


def read(part, clause=""):
    text = part.replace("@", f", {clause}" if clause else "")
    loaded = read_text(SourceText("t.rubric", f"{HEAD}{text}\n}}\n"))
    errors = [each for each in loaded.diagnostics if each.severity.value == "error"]
    return loaded.checked, errors


def said(node):
    """What a model says, places and the text it was read from left out."""
    if attrs.has(type(node)):
        names = [field.name for field in attrs.fields(type(node))]
        return type(node), [said(getattr(node, n)) for n in names if n not in {"span", "tree"}]
    if isinstance(node, tuple | list):
        return [said(each) for each in node]
    return node


@pytest.mark.parametrize("name", PARTS)
def test_every_clause_changes_the_model_or_is_an_error(name):
    plain, errors = read(PARTS[name])
    assert plain is not None, errors
    dropped = []
    for clause in CLAUSES:
        found, errors = read(PARTS[name], clause)
        if (name, clause) == ("group", "scale abc"):
            continue  # it is there for the indicators inside
        if found is not None and said(found) == said(plain):
            dropped.append(clause)
    assert not dropped


@pytest.mark.parametrize("name", PARTS)
def test_a_clause_that_is_given_twice_is_an_error_or_a_list(name):
    plain, _ = read(PARTS[name])
    for clause in CLAUSES:
        once, _ = read(PARTS[name], clause)
        twice, _ = read(PARTS[name], f"{clause}, {clause}")
        lists = {'note "x"', "flag watch", "less 1 for each z", "covers e1", "needs low"}
        assert once is None or twice is None or clause in lists, clause
    assert plain is not None
