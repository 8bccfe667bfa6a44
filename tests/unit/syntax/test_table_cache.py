"""The table is kept between runs, whole or not at all."""

import json
import stat
from pathlib import Path

import pytest

from scorelang.source.text import SourceText
from scorelang.syntax import parser
from scorelang.syntax.table_cache import load_or_build
from scorelang.syntax.trivia import prepare

ROOT = Path(__file__).resolve().parents[3]


class Built(Exception):  # noqa: N818
    """The table was built."""


def refuse():
    raise Built


def keep(grammar, folder, build):
    return load_or_build(grammar, folder, build, parser.LOADED_WITH)


def test_what_is_kept_is_data(tmp_path):
    keep("g", tmp_path, parser.make_lark)
    (path,) = tmp_path.iterdir()
    check, _, content = path.read_bytes().partition(b"\n")
    assert len(check) == 64
    assert json.loads(content).keys() == {"data", "memo"}


def test_a_kept_table_reads_every_shipped_rubric_alike(tmp_path):
    keep("g", tmp_path, parser.make_lark)
    kept, made = keep("g", tmp_path, refuse), parser.make_lark()
    for path in ROOT.glob("rubrics/*.rubric"):
        text = prepare(SourceText(path.name, path.read_text("utf-8"))).text
        trees = [each.parse(text, start="rubric_decl") for each in (kept, made)]
        assert trees[0] == trees[1]


def test_the_table_is_kept_for_the_owner_only(tmp_path):
    keep("g", tmp_path, parser.make_lark)
    (path,) = tmp_path.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert keep("g", tmp_path, refuse).parse("rubric r { }", start="rubric_decl")


def test_another_grammar_has_another_table(tmp_path):
    keep("g", tmp_path, parser.make_lark)
    with pytest.raises(Built):
        keep("h", tmp_path, refuse)


@pytest.mark.parametrize("damage", [b"", b"x" * 100])
def test_a_damaged_table_is_built_anew(tmp_path, damage):
    keep("g", tmp_path, parser.make_lark)
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage)
    keep("g", tmp_path, parser.make_lark)
    assert keep("g", tmp_path, refuse)


def test_where_nothing_can_be_kept_the_table_is_built(tmp_path):
    assert keep("g", None, parser.make_lark)
    assert keep("g", tmp_path / "missing", parser.make_lark)
