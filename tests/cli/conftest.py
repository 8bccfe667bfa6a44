"""Runs the program in this process, with files in a folder of its own."""

import io
import sys

import attrs
import pytest

from scorelang.cli.main import main

RUBRIC = """\
rubric supplier "供应商评价" {
  indicator punctuality "付款" of days_late, max 40 {
    <= 0  : 40
    <= 30 : 20
    > 30  : 0
  }
  indicator terms_points of terms, max 20 {
    cash  : 20
    net30 : 10
  }
  indicator margin_points of margin, max 40 {
    >= 20% : 40
    >= 10% : 20
    < 10%  : 0
  }
  total 0..100, round 0.1
  grades {
    A >= 85
    B >= 60
    C otherwise
  }
  cap anomaly when anomaly is yes : no better than B, flag review
  result good = grade is A
  record {
    key customer_no text
    days_late integer >= 0 "逾期天数"
    terms     cash | net30
    margin    percent -100%..100% in %
    anomaly   yes/no
  }
  example best {
    given days_late = 0, terms = cash, margin = 25%, anomaly = no
    expect total = 100, grade = A
  }
}
"""
BROKEN = RUBRIC.replace("of days_late", "of dayslate")
RECORDS = """\
customer_no,days_late,terms,margin,anomaly,city
0001,0,cash,25,no,上海
0002,31,net30,9.99,yes,=1+1
0003,,cash,15,,北京
"""
BAD_RECORDS = RECORDS + "0004,-1,foo,15,no,广州\n"


@attrs.frozen
class Ran:
    """What a run left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a rubric, a broken one and records, which is the current one."""
    monkeypatch.chdir(tmp_path)
    for name in ("SCORELANG_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    texts = {
        "supplier.rubric": RUBRIC,
        "broken.rubric": BROKEN,
        "records.csv": RECORDS,
        "bad.csv": BAD_RECORDS,
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def run(folder, capfdbinary, monkeypatch):  # noqa: ARG001  the folder is where it runs
    """Run the program with arguments, and perhaps something on standard input."""

    def start(*arguments, stdin=""):
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        monkeypatch.setattr(sys, "argv", ["scorelang", *arguments])
        capfdbinary.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return start
