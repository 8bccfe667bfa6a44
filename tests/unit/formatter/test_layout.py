"""Documents break where they must, and only there."""

import attrs

from scorelang.formatter.document import (
    WIDTH,
    Block,
    Concat,
    Doc,
    Entry,
    Group,
    Line,
    Remark,
    Text,
    concat,
    display_width,
    entry,
    flat,
)
from scorelang.formatter.layout import render
from scorelang.source.span import Span

NOWHERE = Span("test", 0, 0)


def words(*texts: str) -> Doc:
    """Each word in a group of its own: as many on a line as fit."""
    parts: list[Doc] = [Text(texts[0])]
    parts += [Group(concat(Line(), text)) for text in texts[1:]]
    return Concat(tuple(parts))


def simple(*columns: str) -> Entry:
    return entry(*map(Text, columns), span=NOWHERE)


def test_a_group_that_fits_stays_on_its_line():
    assert render([entry(words("one", "two"), span=NOWHERE)]) == "one two\n"


def test_a_line_is_filled_before_the_next_one_begins_deeper():
    text = render([entry(words(*["word"] * 30), span=NOWHERE)])
    lines = text.splitlines()
    assert len(lines) == 2
    assert len(lines[0]) == 99
    assert lines[1].startswith("    word word")


def test_a_group_breaks_all_its_lines_or_none():
    long = "x" * 60
    doc = Group(concat("(", Line(""), long, Line(), long, ")"))
    assert render([entry(doc, span=NOWHERE)]) == f"(\n    {long}\n    {long})\n"


def test_a_chinese_character_takes_two_columns():
    assert display_width("毛利率") == 6
    text = render([entry(words(*["毛利率得分"] * 12), span=NOWHERE)])
    assert all(display_width(line) <= WIDTH for line in text.splitlines())
    assert len(text.splitlines()) == 2


def test_a_block_stands_deeper_and_ends_under_its_line():
    block = Block((simple("a"), simple("b")), NOWHERE)
    assert render([entry(concat("group x ", block), span=NOWHERE)]) == "group x {\n  a\n  b\n}\n"


def test_a_document_with_a_block_has_no_single_line():
    assert flat(concat("x ", Block((), NOWHERE))) is None


def test_columns_of_neighbours_are_aligned():
    rows = [simple(">= 20%", ": 20"), simple("< 5%", ": 0")]
    assert render(rows) == ">= 20% : 20\n< 5%   : 0\n"


def test_columns_are_aligned_by_display_width():
    rows = [simple("工业", ": 1"), simple("a", ": 2")]
    assert render(rows) == "工业 : 1\na    : 2\n"


def test_a_blank_line_or_a_comment_ends_a_run():
    first, second = simple("aaaa", ": 1"), simple("b", ": 2")
    spaced = render([first, attrs.evolve(second, spaced=True)])
    assert spaced == "aaaa : 1\n\nb : 2\n"
    commented = render([first, attrs.evolve(second, before=(Remark("# so"),))])
    assert commented == "aaaa : 1\n# so\nb : 2\n"


def test_very_different_widths_are_not_aligned():
    rows = [simple("a" * 40, ": 1"), simple("b", ": 2")]
    assert render(rows) == f"{'a' * 40} : 1\nb : 2\n"


def test_alignment_never_makes_a_line_too_long():
    rows = [simple("a" * 20, ": 1"), simple("b", ": " + "x" * 90)]
    assert render(rows) == f"{'a' * 20} : 1\nb : {'x' * 90}\n"


def test_comments_behind_neighbours_stand_below_one_another():
    rows = [attrs.evolve(simple("a"), after="# 1"), attrs.evolve(simple("bbb"), after="# 2")]
    assert render(rows) == "a    # 1\nbbb  # 2\n"


def test_no_blank_line_at_the_beginning_of_a_block():
    block = Block((attrs.evolve(simple("a"), spaced=True),), NOWHERE)
    assert render([entry(concat("g ", block), span=NOWHERE)]) == "g {\n  a\n}\n"


def test_comments_of_a_block_stay_in_it():
    block = Block((), NOWHERE, after="# 1", closing=(Remark("# 2"), Remark("# 3", spaced=True)))
    text = render([entry(concat("g ", block), span=NOWHERE)])
    assert text == "g {  # 1\n  # 2\n\n  # 3\n}\n"
