"""A rubric is found by path, folder or shipped name, and never guessed."""

import pytest

from scorelang.diagnostics.model import Diagnostic
from scorelang.library.find import read_source, rubric_files


def code(found):
    assert isinstance(found, Diagnostic)
    return found.code


def test_a_shipped_rubric_goes_by_its_name():
    source = read_source("customer-rating")
    assert source.path == "customer-rating.rubric"
    assert "customer_rating" in source.content


def test_a_misspelt_name_suggests_the_nearest():
    found = read_source("custmer-rating")
    assert code(found) == "U0301"
    assert "`customer-rating`" in found.help


def test_a_misspelt_file_suggests_its_neighbour(tmp_path):
    (tmp_path / "policy.rubric").write_text("rubric r {}", "utf-8")
    found = read_source(str(tmp_path / "polcy.rubric"))
    assert code(found) == "U0301"
    assert "policy.rubric" in found.help


def test_a_folder_with_one_rubric_stands_for_it(tmp_path):
    assert code(read_source(str(tmp_path))) == "U0302"
    (tmp_path / "a.rubric").write_text("rubric a {}", "utf-8")
    assert read_source(str(tmp_path)).content == "rubric a {}"
    (tmp_path / "b.rubric").write_text("rubric b {}", "utf-8")
    found = read_source(str(tmp_path))
    assert code(found) == "U0302"
    assert "`a.rubric`, `b.rubric`" in found.message


@pytest.mark.parametrize(
    ("content", "guess"),
    [
        ("评分标准 甲".encode("gbk"), "GBK"),
        ("评分标准".encode("utf-16"), "UTF-16"),
        (b"\xff\xff\xff\x00", "no text"),
    ],
)
def test_another_encoding_is_named(tmp_path, content, guess):
    path = tmp_path / "policy.rubric"
    path.write_bytes(content)
    found = read_source(str(path))
    assert code(found) == "U0303"
    assert guess in found.help


def test_a_mark_at_the_beginning_is_no_part_of_the_text(tmp_path):
    path = tmp_path / "policy.rubric"
    path.write_bytes(b"\xef\xbb\xbfrubric r {}")
    assert read_source(str(path)).content == "rubric r {}"


def test_what_cannot_be_read_says_why(tmp_path):
    locked = tmp_path / "loop.rubric"
    locked.symlink_to(locked)
    assert code(read_source(str(locked))) in {"U0301", "U0304"}


def test_an_unreadable_file_is_an_error_of_its_own(tmp_path, monkeypatch):
    path = tmp_path / "policy.rubric"
    path.write_text("rubric r {}", "utf-8")

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    found = read_source(str(path))
    assert code(found) == "U0304"
    assert "permission denied" in found.message


def test_the_files_of_a_folder_come_sorted(tmp_path):
    for name in ("b/two.rubric", "a.rubric", "notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    assert [name[len(str(tmp_path)) + 1 :] for name in rubric_files(str(tmp_path))] == [
        "a.rubric",
        "b/two.rubric",
    ]
    assert rubric_files("x.rubric") == ("x.rubric",)
