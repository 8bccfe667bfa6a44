"""Tables: cells, heads, missing ends, and lines pasted from a spreadsheet."""

from scorelang.syntax import ast


def rows(found):
    return [[cell.text for cell in row.cells] for row in found.rows]


def cells(item, line):
    return item(f"table t gives number {{\n| {line} |\n}}").grid.rows[0].cells


def test_short_lines_are_padded(item):
    grid = item("table t gives number {\n| a | b | c |\n| 1 |\n| 2 | | 3\n}").grid
    assert rows(grid) == [["a", "b", "c"], ["1", "", ""], ["2", "", "3"]]


def test_what_stands_in_a_cell(item):
    found = cells(item, "10 | 工业 | >= 13 | 7..10 | detection 7..10 | S U | otherwise 0 | A, B")
    assert isinstance(found[0].value, ast.NumberExpr)
    assert isinstance(found[1].value, ast.NameExpr)
    assert found[2].value.op is ast.CompareOp.AT_LEAST
    assert isinstance(found[3].value, ast.BetweenRange)
    assert (found[4].head.text, found[4].value.low.digits) == ("detection", "7")
    assert (found[5].head.text, found[5].value.name.text) == ("S", "U")
    assert (found[6].head.text, found[6].value.digits) == ("otherwise", "0")
    assert [value.name.text for value in (found[7].value, *found[7].more)] == ["A", "B"]


def test_words_and_free_text_in_a_cell(item):
    found = cells(item, "其余 | missing | - | a | b, c; d | 30 days late | 2025-13-45 | 20%以上")
    assert [cell.head.text if cell.head else None for cell in found[:3]] == [
        "otherwise",
        "missing",
        None,
    ]
    assert (found[2].text, found[2].value) == ("-", None)
    assert [cell.value for cell in found[4:7]] == [None, None, None]
    assert found[5].text == "30 days late"
    assert found[7].value.op is ast.CompareOp.AT_LEAST


def test_a_bar_in_quotes_does_not_part_cells(item):
    assert [cell.text for cell in cells(item, '"a | b" | 「c|d」')] == ['"a | b"', "「c|d」"]


def test_two_bars_part_the_given_from_the_expected(item):
    found = item("examples {\n| case | x || total |\n| one | 1 || 2 |\n}")
    assert [row.split for row in found.grid.rows] == [2, 2]
    assert rows(found.grid) == [["case", "x", "total"], ["one", "1", "2"]]


def test_cells_know_their_place(read):
    text = "rubric r {\n table t gives number {\n  |  a | >= 13 |\n }\n}"
    found = read(text).items[0].grid.rows[0].cells
    assert [text[cell.span.start : cell.span.end] for cell in found] == ["a", ">= 13"]
    limit = found[1].value.value.span
    assert text[limit.start : limit.end] == "13"


def test_a_table_pasted_with_tabs(item):
    pasted = (
        "indicator a of b, limits by industry, at least {\n"
        "\t10\t8\totherwise 0\n"
        "工业\t1.00\t0.80\t\n"
        "农业\t0.90\t0.70\n"
        "}"
    )
    assert rows(item(pasted).body.grid) == [
        ["", "10", "8", "otherwise 0"],
        ["工业", "1.00", "0.80", ""],
        ["农业", "0.90", "0.70", ""],
    ]


def test_tabs_that_only_indent_are_no_cells(item):
    pasted = "table t gives number {\n\t\ta\tb\n\t\t1\t2\n\t}"
    assert rows(item(pasted).grid) == [["a", "b"], ["1", "2"]]


def test_tabs_between_the_words_of_lines_are_spaces(item):
    found = item("indicator a of b {\n\t>= 10\t: 20\n\t< 10\t: 0\n}")
    assert len(found.body.branches) == 2
    assert len(item("grades {\n\tA\t>= 90\n\tB\totherwise\n}").lines) == 2


def test_a_table_of_five_hundred_lines_is_read(item):
    lines = "\n".join(f"| k{n} | {n} | 1.25 | >= {n} |" for n in range(500))
    assert len(item(f"table t gives number {{\n{lines}\n}}").grid.rows) == 500
