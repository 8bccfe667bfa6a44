"""Comments are kept with their places, and no offset moves."""

from scorelang.source.text import SourceText
from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.trivia import prepare


def test_comments_are_kept(read):
    text = '# first\nrubric r { # second\n  let a = "#no" # 第三\n\n  # last\n}\n'
    found = read(text).comments
    assert [comment.text for comment in found] == ["# first", "# second", "# 第三", "# last"]
    assert [comment.own_line for comment in found] == [True, False, False, True]
    assert all(text[c.span.start : c.span.end] == c.text for c in found)


def test_comments_stand_beside_table_lines(read):
    found = read(
        "rubric r {\n table t gives number {\n  | a | b | # head\n  # all\n  | 1 | 2 |\n }\n}"
    )
    assert len(found.comments) == 2
    assert len(found.items[0].grid.rows) == 2


def test_the_prepared_text_has_the_same_length():
    text = "\ufeffrubric\u3000r {\r\n\u00a0let a = 1 # x\r let b = 2\n}\ue000"
    prepared = prepare(SourceText("t", text)).text
    assert len(prepared) == len(text)
    assert prepared.count("\n") == 3


def test_line_ends_of_all_systems_and_a_byte_order_mark(read):
    plain = read("rubric r {\nlet a = 1\nlet b = 2\n}")
    assert read("\ufeffrubric r {\r\nlet a = 1\r\nlet b = 2\r\n}\r\n") == plain
    assert read("rubric r {\rlet a = 1\rlet b = 2\r}") == plain


def test_spans_are_exact(read):
    text = "rubric r {\n  let 毛利 = (a + b) * 2 # c\n}"
    decl = read(text).items[0]
    cut = {each: text[each.span.start : each.span.end] for each in (decl, decl.name, decl.value)}
    assert list(cut.values()) == ["let 毛利 = (a + b) * 2", "毛利", "(a + b) * 2"]
    left = decl.value.left.span
    assert text[left.start : left.end] == "a + b"


def test_the_first_keyword_tells_the_vocabulary(read):
    assert read("rubric r { }").vocabulary is Vocabulary.ENGLISH
    assert read("# x\n评分标准 甲 { }").vocabulary is Vocabulary.CHINESE
