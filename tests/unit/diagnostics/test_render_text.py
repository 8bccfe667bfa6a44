from textwrap import dedent

import pytest

from scorelang.diagnostics.model import Diagnostic, Fix, Label, Severity, Witness
from scorelang.diagnostics.render_text import render, render_concise, summarize
from scorelang.diagnostics.visible import count_columns
from scorelang.source.span import Span
from scorelang.source.text import SourceText


def finding(start: int, end: int, **parts: object) -> Diagnostic:
    given = {"severity": Severity.ERROR, "message": "wrong"} | parts
    return Diagnostic(code="E0101", span=Span("a.rubric", start, end), **given)  # type: ignore[arg-type]


def shown(content: str, *found: Diagnostic) -> str:
    return render(found, {"a.rubric": SourceText("a.rubric", content)})


def expect(text: str) -> str:
    return dedent(text).lstrip("\n")


def marked(content: str, part: str) -> str:
    """Render a finding at ``part`` and give what stands above the carets."""
    start = content.index(part)
    *_, line, carets = shown(content, finding(start, start + len(part))).splitlines()
    begin = carets.index("^")
    columns = [char for char in line for _ in range(count_columns(char))]
    return "".join(dict.fromkeys(columns[begin : begin + carets.count("^")]))


def test_a_finding_with_all_its_parts() -> None:
    content = "field 逾期天数 : integer\nscore 付款 by 逾期天敷\n"
    start = content.index("逾期天敷")
    found = finding(
        start,
        start + 4,
        message="unknown name `逾期天敷`",
        help="write `逾期天数`",
        labels=(
            Label(Span("a.rubric", 6, 10), "a similar name"),
            Label(Span("lib.rubric", 0, 4), "used here"),
        ),
        witness=Witness((("逾期天数", "3"), ("amount", "12")), "no points"),
        fixes=(Fix(Span("a.rubric", start, start + 4), "逾期天数", "replace the name"),),
    )
    sources = {
        "a.rubric": SourceText("a.rubric", content),
        "lib.rubric": SourceText("lib.rubric", "name it"),
    }
    assert render([found], sources) == expect(
        """
        error[E0101]: unknown name `逾期天敷`
         --> a.rubric:2:13
          |
        1 | field 逾期天数 : integer
          |       -------- a similar name
        2 | score 付款 by 逾期天敷
          |               ^^^^^^^^
         ::: lib.rubric:1:1
          |
        1 | name it
          | ---- used here
          = for example: 逾期天数 = 3, amount = 12  -> no points
          = help: write `逾期天数`
          = fix: replace the name
        """
    )


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("score 付款 late", "late"),
        ("score 付款 late", "付"),
        ("\t付款\tlate", "late"),
        ("ab\u202ec 付de", "de"),
        ("e\u0301 late", "late"),
        ("付" * 5000 + "late" + "款" * 5000, "late"),
    ],
)
def test_carets_stand_under_the_span(content: str, part: str) -> None:
    assert marked(content, part) == part


def test_an_unexpected_end_is_marked_after_the_last_character() -> None:
    assert shown("rubric", finding(6, 6)) == expect(
        """
        error[E0101]: wrong
         --> a.rubric:1:7
          |
        1 | rubric
          |       ^
        """
    )


@pytest.mark.parametrize("span", [(0, 0), (7, 9)])
def test_an_empty_file(span: tuple[int, int]) -> None:
    assert shown("", finding(*span)) == expect(
        """
        error[E0101]: wrong
         --> a.rubric:1:1
          |
        1 |
          | ^
        """
    )


def test_a_short_span_over_lines_is_shown_whole_and_blank_lines_unmarked() -> None:
    content = "score a\r\n\r\n  when b\r\nrest"
    assert shown(content, finding(6, content.index("rest"))) == expect(
        """
        error[E0101]: wrong
         --> a.rubric:1:7
          |
        1 | score a
          |       ^
        2 |
        3 |   when b
          |   ^^^^^^
        """
    )


def test_a_long_span_is_shown_by_its_ends_with_wide_margin() -> None:
    content = "".join(f"line {number}\n" for number in range(1, 13))
    found = finding(0, len(content), labels=(Label(Span("a.rubric", 0, 4), "from here"),))
    assert shown(content, found) == expect(
        """
        error[E0101]: wrong
          --> a.rubric:1:1
           |
         1 | line 1
           | ^^^^^^
           | ---- from here
           ...
        12 | line 12
           | ^^^^^^^
        """
    )


def test_a_megabyte_in_one_line_is_cut_around_the_span() -> None:
    content = "x" * 500_000 + "HERE" + "y" * 500_000
    text = shown(content, finding(500_000, 500_004))
    assert len(text) < 500
    assert "...xxxx" in text
    assert "yyyy..." in text


def test_text_of_others_cannot_steer_the_terminal() -> None:
    nasty = "\x1b[2J\u202e\u2028"
    found = finding(
        0,
        3,
        message=nasty,
        help=nasty,
        labels=(Label(Span(nasty, 0, 0), nasty),),
        witness=Witness(((nasty, nasty),), nasty),
        fixes=(Fix(Span("a.rubric", 0, 0), nasty, nasty),),
    )
    assert not set(shown(nasty, found)) & set(nasty) - set("[2J")


def test_a_long_witness_has_a_line_for_each_value() -> None:
    witness = Witness(tuple((f"field_{n}", "1234567890") for n in range(5)), "grade C")
    text = shown("x", finding(0, 1, witness=witness))
    assert "  = for example:\n      field_0 = 1234567890\n" in text
    assert text.endswith("      -> grade C\n")


def test_a_finding_without_place_names_the_tool() -> None:
    found = Diagnostic("E0101", Severity.ERROR, None, "no such file", help="one\ntwo")
    assert render([found], {}, tool="tool") == expect(
        """
        tool: error[E0101]: no such file
          = help: one
              two
        """
    )
    assert render_concise([found], {}, tool="tool") == "tool: E0101 error no such file\n"


def test_a_text_that_was_not_handed_in_is_named_only() -> None:
    assert render([finding(3, 4)], {}) == "error[E0101]: wrong\n --> a.rubric\n"
    assert render_concise([finding(3, 4)], {}) == "a.rubric: E0101 error wrong\n"


def test_concise_lines_stand_in_the_order_of_places() -> None:
    source = {"a.rubric": SourceText("a.rubric", "付款\nb")}
    found = [finding(3, 4, severity=Severity.WARNING), finding(1, 2)]
    assert render_concise(found, source) == (
        "a.rubric:1:2: E0101 error wrong\na.rubric:2:1: E0101 warning wrong\n"
    )


def test_colour_changes_nothing_but_colour() -> None:
    source = {"a.rubric": SourceText("a.rubric", "abc")}
    text = render([finding(0, 1)], source, color=True)
    for style in ("\x1b[1;31m", "\x1b[1m", "\x1b[0m"):
        assert style in text
        text = text.replace(style, "")
    assert text == render([finding(0, 1)], source)
    assert "\x1b[1;31merror\x1b[0m" in render_concise([finding(0, 1)], source, color=True)


def test_headings_follow_the_language() -> None:
    text = render([finding(0, 1, help="改")], {}, lang="zh")
    assert text.startswith("错误[E0101]: ")
    assert "= 帮助: 改" in text
    assert render([finding(0, 1)], {}, lang="xx") == render([finding(0, 1)], {})


def test_the_summary_counts_by_severity() -> None:
    error, warning = finding(0, 1), finding(0, 1, severity=Severity.WARNING)
    assert summarize([error, warning, error]) == "2 errors, 1 warning"
    assert summarize([error, warning, warning], lang="zh") == "1 个错误，2 个警告"
    assert summarize([]) == "no problems found"


def test_nothing_to_say_is_no_text() -> None:
    assert render([], {}) == render_concise([], {}) == ""
