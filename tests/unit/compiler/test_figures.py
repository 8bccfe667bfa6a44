"""Weights from pairs, limits from files, elements: what is reported, and where."""

import hashlib
from fractions import Fraction
from pathlib import Path

import pytest

from scorelang.api import load_rubric, read_rubric, read_text
from scorelang.model.expressions import Const, Switch
from scorelang.source.text import SourceText
from tests.unit.compiler.test_bad_rubrics import MARK

ROOT = Path(__file__).resolve().parents[3]
CASES = sorted(
    path
    for folder in ("pairs", "intent", "limit_files")
    for path in (ROOT / "tests/cases/bad" / folder).glob("*.rubric")
)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_marked_lines_are_reported_and_no_others(path):
    loaded = read_rubric(path)
    own = [found for found in loaded.diagnostics if found.span.path == loaded.source.path]
    expected = {
        (number, code)
        for number, line in enumerate(loaded.source.content.splitlines(), start=1)
        for mark in MARK.findall(line)
        for code in mark.replace(",", " ").split()
    }
    assert {(loaded.source.position(f.span.start).line, f.code) for f in own} == expected


# --- weights from pairs --------------------------------------------------------------

RECORD = """
  record {
    trade domestic | export
    a_field number 0..10
    b_field number 0..10
    c_field number 0..10
  }
"""


def group(grid, by=""):
    names = "".join(
        f'    indicator {name} "第{name}", max 10 = {name}_field\n' for name in ("a", "b", "c")
    )
    return f"""rubric t {{
  group g, weighted, max 100, weights from pairs{by} {{
{grid}
{names}  }}
{RECORD}}}
"""


def read(tmp_path, text, name="t.rubric"):
    (tmp_path / name).write_text(text, "utf-8")
    return read_rubric(tmp_path / name)


def keys(loaded):
    return [found.key for found in loaded.diagnostics if found.code != "W0201"]


def weights(loaded):
    assert loaded.checked is not None, [found.message for found in loaded.diagnostics]
    return [part.weight for part in loaded.checked.parts[0].children]


def test_the_empty_half_is_implied_and_names_or_labels_do(tmp_path):
    found = read(
        tmp_path,
        group("""
    |      | 第a | b   | c |
    | c    | 1/5 | 1/2 |   |
    | a    |     | 3   |   |
    | 第b  |     |     |   |
"""),
    )
    assert weights(found) == [Const(Fraction(x, 10_000)) for x in (6483, 2297, 1220)]
    assert found.checked.parts[0].consistency == ((None, Fraction(32, 10_000)),)


def test_weights_by_a_category(tmp_path):
    found = read(
        tmp_path,
        group(
            """
    | domestic  | a | b | c |
    | a         | 1 | 2 | 4 |
    | b         |   | 1 | 2 |
    | c         |   |   | 1 |
    | otherwise | a | b | c |
    | a         | 1 | 1 | 1 |
    | b         |   | 1 | 1 |
    | c         |   |   | 1 |
""",
            " by trade",
        ),
    )
    first = weights(found)[0]
    assert isinstance(first, Switch)
    assert first.cases == (("domestic", Const(Fraction(5714, 10_000))),)
    assert first.otherwise == Const(Fraction(3334, 10_000))
    assert [value for value, _ in found.checked.parts[0].consistency] == ["domestic", None]


def test_the_judgement_to_reconsider_is_named(tmp_path):
    found = read(
        tmp_path,
        group("""
    |   | a | b | c   |
    | a | 1 | 3 | 1/5 |
    | b |   | 1 | 2   |
    | c |   |   | 1   |
"""),
    )
    (warning,) = [each for each in found.diagnostics if each.code == "W0506"]
    arguments = dict(warning.arguments)
    assert (arguments["row"], arguments["column"]) == ("第a", "第c")
    assert (arguments["value"], arguments["fit"], arguments["then"]) == ("1/5", "6", "0")
    assert found.source.slice(warning.span) == "1/5"


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ("|   | a | b |\n| a | 1 | 2 |\n| b |  | 1 |", "E0512"),
        ("|   | a | a | c |\n| a | 1 | 2 | 3 |\n| b | | | 3 |\n| c | | | |", "E0512.twice"),
        (
            "|   | a |  | b | c |\n| a | 1 | 2 | 3 | 4 |\n| b | | | 3 |\n| c | | | |",
            "E0512.unnamed",
        ),
        ("|   | a | b | c |\n| a | 1 | x | 3 |\n| b | | 1 | 3 |\n| c | | | 1 |", "E0201"),
        ("|   | a | b | c |\n| a | 1 | > 3 | 3 |\n| b | | 1 | 3 |\n| c | | | 1 |", "E0310.cell"),
        ("|   | a | b | c |\n| a | 1 | a_field | 3 |\n| b | | 1 | 3 |\n| c | | | 1 |", "E0308"),
        ("|   | a | b | c |\n| a | 1 |  | 3 |\n| b | | 1 | 3 |\n| c | | | 1 |", "E0512.gap"),
    ],
)
def test_tables_that_do_not_fit(tmp_path, rows, key):
    assert key in keys(read(tmp_path, group(rows)))


def test_tables_by_category_that_do_not_fit(tmp_path):
    table = "| {} | a | b | c |\n| a | 1 | 2 | 3 |\n| b | | 1 | 2 |\n| c | | | 1 |\n"
    twice = table.format("domestic") * 2 + table.format("otherwise")
    assert keys(read(tmp_path, group(twice, " by trade"))) == ["E0512.again"]
    unknown = table.format("inland") + table.format("otherwise")
    assert "E0209" in " ".join(keys(read(tmp_path, group(unknown, " by trade"))))
    assert "E0201" in " ".join(keys(read(tmp_path, group(table.format("domestic"), " by trde"))))
    assert keys(read(tmp_path, group(table.format("x"), " by a_field"))) == ["E0302"]
    headless = "| a | 1 | 2 | 3 |\n| b | | 1 | 2 |\n| c | | | 1 |\n"
    assert keys(read(tmp_path, group(headless, " by trade")))[0] == "E0512.head"


def test_own_weights_beside_pairs_are_refused(tmp_path):
    text = group("| | a | b | c |\n| a | 1 | 2 | 3 |\n| b | | 1 | 2 |\n| c | | | 1 |")
    found = read(tmp_path, text.replace("max 10 = b_field", "max 10, weight 40% = b_field"))
    assert keys(found) == ["E0512.weight"]


# --- limits from a file --------------------------------------------------------------

LIMITS = """rubric r {
  indicator quick_points "速动比率" of quick, max 10, limits by industry from "标准值.csv", at least
  record {
    industry 工业 | 农业
    quick number >= 0
  }
}
"""
TABLE = "行业,10,8,其余 0\n工业,1.00,0.80,\n农业,0.90,0.70,\n"


def shape(rubric):
    """What the first indicator gives, without the words of its lines."""
    return [
        (value, [(band, branch.points) for band, branch in rule.bands], rule.otherwise.points)
        for value, rule in rubric.parts[0].rule.rules
    ]


def with_table(tmp_path, content, text=LIMITS):
    path = tmp_path / "标准值.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(tmp_path, text)


@pytest.mark.parametrize(
    "content",
    [
        TABLE,
        TABLE.encode("utf-8-sig"),
        TABLE.encode("gb18030"),
        TABLE.replace(",", "\t"),
        TABLE.replace(",", ";").replace("\n", "\r\n"),
        '"行业",10,8,"其余 0"\n"工业", 1.00 ,0.80,,,\n\n农业,0.90,0.70\n,,,\n',
        TABLE.replace("行业", "指标,行业")
        .replace("\n工", "\n速动比率,工")
        .replace("\n农", "\n,农"),
    ],
)
def test_a_file_is_read_as_the_table_in_the_rubric_is(tmp_path, content):
    rubric = with_table(tmp_path, content).checked
    inside = """{
    | 行业 | 10   | 8    | 其余 0 |
    | 工业 | 1.00 | 0.80 |        |
    | 农业 | 0.90 | 0.70 |        |
  }"""
    written = LIMITS.replace(' from "标准值.csv"', "").replace("at least", f"at least {inside}")
    assert rubric is not None
    assert shape(rubric) == shape(read(tmp_path, written, "inside.rubric").checked)


def test_what_was_read_is_in_the_rubric_and_in_the_sources(tmp_path):
    found = with_table(tmp_path, TABLE)
    ((path, digest),) = found.checked.files
    assert path.endswith("标准值.csv")
    assert digest == hashlib.sha256(TABLE.encode()).hexdigest()
    assert found.sources[path].content == TABLE


def test_a_fault_in_the_file_is_shown_there(tmp_path):
    found = with_table(tmp_path, TABLE.replace("0.70", "0.95"))
    (error,) = found.diagnostics
    assert error.code == "E0401"
    source = found.sources[error.span.path]
    assert source.path.endswith("标准值.csv")
    position = source.position(error.span.start)
    assert (position.line, position.column) == (3, 9)
    assert source.slice(error.span) == "0.95"


def test_an_industry_that_is_not_in_the_file_is_named(tmp_path):
    (error,) = with_table(tmp_path, TABLE.replace("农业,0.90,0.70,\n", "")).diagnostics
    assert error.code == "E0404"
    assert "农业" in error.message


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ('行业,10,"8\n工业,1,2\n', "E0704.quotes"),
        ('行业,10,"8"x\n工业,1,2\n', "E0704.quotes"),
        ("", "E0704"),
        ("行业,10,8\n", "E0310"),
        ("指标,行业,10\n速动,工业,1\n", "E0704.indicator_near"),
        ("指标,行业,10\n现金,工业,1\n", "E0704.indicator"),
        (b"\xff\xfe\x00\x81", "E0703"),
        (b"a,b\n\x00,1", "E0703"),
    ],
)
def test_files_that_hold_no_table(tmp_path, content, key):
    assert keys(with_table(tmp_path, content))[0] == key


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("../标准值.csv", "E0702"),
        ("/etc/passwd", "E0702"),
        ("C:/limits.csv", "E0702"),
        ("..\\标准值.csv", "E0702"),
        ("link.csv", "E0702"),
        ("标准.csv", "E0701.near"),
        ("x" * 300 + ".csv", "E0701"),
        ("data", "E0703"),
    ],
)
def test_only_files_in_the_folder_of_the_rubric_are_read(tmp_path, path, key):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "data").mkdir()
    (tmp_path / "outside.csv").write_text(TABLE, "utf-8")
    (folder / "link.csv").symlink_to(tmp_path / "outside.csv")
    assert keys(with_table(folder, TABLE, LIMITS.replace("标准值.csv", path))) == [key]


def test_a_text_in_no_folder_has_no_files():
    assert keys(read_text(SourceText("<text>", LIMITS))) == ["E0702.text"]


def test_lines_beside_a_file_are_refused(tmp_path):
    inside = "at least {\n    | 行业 | 10 |\n    | 工业 | 1 |\n  }"
    assert keys(with_table(tmp_path, TABLE, LIMITS.replace("at least", inside))) == ["E0704.both"]


def test_columns_by_segment_from_a_file(tmp_path):
    (tmp_path / "hb.csv").write_text(",male,female\n0,>= 13,>= 12\n3,< 13,< 12\n", "utf-8")
    text = """rubric r {
  indicator hb_points of hb, max 3 by sex, limits from "hb.csv"
  record {
    sex male | female
    hb number 0..30
  }
}
"""
    found = read(tmp_path, text)
    assert found.diagnostics == ()
    rubric = load_rubric(tmp_path / "t.rubric")
    assert rubric.score({"sex": "female", "hb": 12}).scores["hb_points"] == 0
    assert rubric.score({"sex": "male", "hb": 12}).scores["hb_points"] == 3


# --- elements ------------------------------------------------------------------------


def test_a_rubric_without_elements_is_asked_nothing(tmp_path):
    text = """rubric r {
  indicator a, max 10 = x
  indicator b, max 10 = x
  record {
    x number 0..10
  }
}
"""
    assert keys(read(tmp_path, text)) == []
    with_elements = text.replace("rubric r {", "rubric r {\n  elements e")
    assert keys(read(tmp_path, with_elements)) == ["W0507", "W0508", "W0508", "W0509"]


def test_a_group_covers_for_its_parts(tmp_path):
    text = """rubric r {
  elements e, f
  group g, covers e, f {
    indicator a, max 10 = x
    indicator b of x2, max 10 by kind {
      |   | p    | q    |
      | 0 | >= 1 | >= 2 |
      | 10 | < 1 | < 2  |
    }
    indicator c of x3, max 10 by kind {
      |   | p    | q    |
      | 0 | >= 1 | >= 2 |
      | 10 | < 1 | < 2  |
    }
  }
  record {
    x number 0..10
    x2 number 0..10
    x3 number 0..10
    kind p | q
  }
}
"""
    found = read(tmp_path, text)
    assert keys(found) == []  # the field that only says which limits hold is read twice
    assert found.checked.elements == ("e", "f")
    assert found.checked.parts[0].covers == ("e", "f")
