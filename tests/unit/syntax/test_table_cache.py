"""The table is kept between runs, whole or not at all."""

import stat

import pytest

from scorelang.syntax import parser
from scorelang.syntax.table_cache import load_or_build


class Built(Exception):  # noqa: N818
    """The table was built."""


def refuse():
    raise Built


def test_the_table_is_kept_for_the_owner_only(tmp_path):
    load_or_build("g", tmp_path, parser.make_lark)
    (path,) = tmp_path.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_or_build("g", tmp_path, refuse).parse("rubric r { }", start="rubric_decl")


def test_another_grammar_has_another_table(tmp_path):
    load_or_build("g", tmp_path, parser.make_lark)
    with pytest.raises(Built):
        load_or_build("h", tmp_path, refuse)


@pytest.mark.parametrize("damage", [b"", b"x" * 100])
def test_a_damaged_table_is_built_anew(tmp_path, damage):
    load_or_build("g", tmp_path, parser.make_lark)
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage)
    load_or_build("g", tmp_path, parser.make_lark)
    assert load_or_build("g", tmp_path, refuse)


def test_where_nothing_can_be_kept_the_table_is_built(tmp_path):
    assert load_or_build("g", None, parser.make_lark)
    assert load_or_build("g", tmp_path / "missing", parser.make_lark)
