"""Mistakes: each is said once, at its place, with a cure; the others are found as well."""

import pytest

PAGE = """rubric x {
  indicator a of b, max 20 {
    >= 20% 20
    >= 10% : 10 flag y
    otherwise : 0.
  }
  total 0..100 round 0.1
  indicater c of d = 3
  let total = 5
  let z = 10,000 + 1
  let y = a && b
  veto v when a is yes : grade
  let k = (a + b
  let fine = 3
}
"""


def test_independent_mistakes_are_found_in_one_run(keys):
    assert keys(PAGE) == [
        "E0101.colon",
        "E0101.comma",
        "E0101.full_stop",
        "E0101.comma",
        "E0101.did_you_mean",
        "E0105",
        "E0103.comma",
        "E0101.sign",
        "E0101.line_end",
        "E0102.bracket",
    ]


@pytest.mark.parametrize(
    ("lines", "key", "at"),
    [
        ("indicator a of b {\n >= 20% 20\n}", "E0101.colon", "20"),
        ("indicator a of b max 20 = 3", "E0101.comma", "max"),
        ("total 0..100 round 0.1", "E0101.comma", "round"),
        ("let a = 3.", "E0101.full_stop", "."),
        ("let a = 3。", "E0101.full_stop", "。"),
        ("let a = 3; let b = 4", "E0101.semicolon", ";"),
        ("let a = ‘x’", "E0101.quotes", "‘"),
        ("let a = 'x'", "E0101.quotes", "'"),
        ("let a = b => 3", "E0101.sign", "=>"),
        ("indicator a of b {\n =< 3 : 4\n}", "E0101.sign", "=<"),
        ("let a = b == 3", "E0101.sign", "=="),
        ("let a = b && c", "E0101.sign", "&&"),
        ("let a = b || c", "E0101.sign", "||"),
        ("indicater a = 3", "E0101.did_you_mean", "indicater"),
        ("指标 a 按 b {\n 其馀：3\n 毛利率20%以上：5\n}", "E0101.run_together", "毛利率20%"),
        ("let a = 10,000", "E0103.comma", "10,000"),
        ("let a = .5", "E0103.leading_dot", "."),
        ("let a = 2026-02-31", "E0103.date", "2026-02-31"),
        ("let a = 10 days late", "E0103.units", "late"),
        ("let a = " + "9" * 100, "E0103.long", "9" * 100),
        ("reasons points below, first 1.5", "E0103.whole", "1.5"),
        ('let a = "b', "E0102.text", '"b'),
        ("let a = 「b", "E0102.text", "「b"),
        ("let a = (b", "E0102.bracket", "("),
        ("let a = b)", "E0102.stray", ")"),
        ("let a = b $ c", "E0104", "$"),
        ("let a = b \x00 c", "E0104.invisible", "\x00"),
        ("let total = 3", "E0105", "total"),
        ("指标 等级 = 3", "E0105", "等级"),
        ("let a =\nlet b = 3", "E0101.goes_on", "="),
        ("let a", "E0101.line_end", "a"),
        ("indicator of b = 3", "E0101.so_word", "of"),
        ("let a = 3 }", "E0102.stray", "}"),
        ("indicator a, else rescale = 3", "E0101.stray_else", "else rescale"),
        ("score a = b, half up", "E0101.stray_mode", "half up"),
        ("indicator a = b, pro rata", "E0101.stray_each", "pro rata"),
        ("indicator a = b, c", "E0101.stray_expression", "c"),
        ("indicator a, weights from pairs = b", "E0101.stray_pairs", "weights from pairs"),
        ("group a, weights from pairs { }", "E0101.pairs_without_table", "weights from pairs"),
        ("group a {\n | b |\n}", "E0101.stray_table", "| b |"),
        ("record {\n a number, b 20%\n}", "E0101.stray_rater", "b 20%"),
        ('record {\n a number "b" "c"\n}', "E0101.second_label", '"c"'),
        ("example a {\n expect total\n}", "E0101.line_end", "total"),
        ("example a {\n expect b\n}", "E0101.expect_name", "b"),
        ("example a {\n assume b = 3\n}", "E0101.assume", "b"),
        ("example a {\n assume mean of b { c : 3 }\n}", "E0101.assume_by", "mean of b"),
        ("let a = by b { }", "E0101.empty_block", "by b { }"),
    ],
)
def test_a_mistake_is_named_at_its_place(faults, lines, key, at):
    text = f"rubric r {{\n{lines}\n}}"
    found = [each for each in faults(text) if each.key == key]
    assert found, [each.key for each in faults(text)]
    span = found[0].span
    assert text[span.start : span.end] == at


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ["E0101.empty"]),
        ("# only a comment", ["E0101.empty"]),
        ("indicator a = 3", ["E0101.no_rubric"]),
        ("rubric r", ["E0101.file_end"]),
        ("rubric r {\n let a = 3\n", ["E0102"]),
        ("rubric r { }\n}", ["E0102.stray"]),
        ("rubric r { } foo bar", ["E0101.after_rubric"]),
        ("rubric r {\n let a = 3\n} let b = 3", ["E0101.after_rubric"]),
    ],
)
def test_files_that_are_no_rubric(faults, text, keys):
    assert [each.key for each in faults(text)] == keys


def test_the_brace_that_is_not_closed_is_found_by_its_indent(faults):
    text = (
        "rubric r {\n  group a {\n    indicator b = 3\n\n  group c {\n    indicator d = 3\n  }\n}"
    )
    found = faults(text)[0]
    assert (found.key, text[: found.span.start].count("\n")) == ("E0102", 1)


def test_a_fault_in_a_head_does_not_hide_faults_in_the_block(keys):
    text = "rubric r foo {\n group g max 3 {\n  indicator a = 3.\n }\n let b = 4.\n}"
    assert keys(text)[-2:] == ["E0101.full_stop", "E0101.full_stop"]


def test_no_more_than_twenty_mistakes_are_told(keys):
    found = keys("rubric r {\n" + "let a = 3.\n" * 50 + "}")
    assert found == ["E0101.full_stop"] * 20 + ["E0101.many"]


def test_what_is_expected_is_said_in_plain_words(faults):
    found = faults("rubric r {\n let 3 = 4\n}")[0]
    assert found.message == "`3` cannot stand here"
    assert found.help == "expected here: a name"


def test_fixes_cure(faults, read):
    text = "rubric r {\n indicator a of b max 20 {\n  => 10 : 3\n  < 10 5\n }\n}"
    for _ in range(3):
        fix = faults(text)[0].fixes[0]
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert len(read(text).items[0].body.branches) == 2
