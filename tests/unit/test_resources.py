import os

import pytest

from scorelang import resources


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A package with its folders beside it."""
    for path in (
        "grammars/a.lark",
        "rubrics/two.rubric",
        "rubrics/one.rubric",
        "rubrics/README.md",
    ):
        fill(tmp_path / path)
    fill(tmp_path / "docs/errors/E0101.md")
    monkeypatch.setattr(resources, "_CHECKOUT", tmp_path)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "scorelang")
    return tmp_path


def fill(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(path.name, "utf-8")


def test_in_a_checkout_everything_is_found_beside_the_package(checkout):
    assert resources.grammar_text("a.lark") == "a.lark"
    assert resources.rubric_names() == ("one", "two")
    assert resources.rubric_path("one") == checkout / "rubrics" / "one.rubric"
    assert resources.error_page("E0101") == "E0101.md"


def test_what_is_inside_the_package_comes_first(checkout):
    fill(checkout / "scorelang/rubrics/packaged.rubric")
    fill(checkout / "scorelang/errors/E0102.md")
    assert resources.rubric_names() == ("packaged",)
    assert resources.error_page("E0101") is None
    assert resources.error_page("E0102") == "E0102.md"


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize("name", ["three", "", "../rubrics/one", "README", "one.rubric"])
def test_a_name_that_is_not_listed_is_no_rubric(name):
    assert resources.rubric_path(name) is None


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize("code", ["E9999", "", "../errors/E0101", "E0101\n"])
def test_what_is_no_code_has_no_page(code):
    assert resources.error_page(code) is None


def test_the_cache_is_the_users_own(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    folder = resources.cache_folder()
    assert folder == tmp_path / "caches" / "scorelang"
    assert folder.is_dir()
    if os.name == "posix":
        assert folder.stat().st_mode & 0o777 == 0o700
    assert resources.cache_folder() == folder


def test_a_relative_cache_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "caches")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert resources.cache_folder() == tmp_path / "scorelang"


def test_without_a_place_there_is_no_cache(tmp_path, monkeypatch):
    fill(tmp_path / "file")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert resources.cache_folder() is None


@pytest.mark.skipif(os.name != "posix", reason="rights are kept otherwise")
def test_a_cache_that_others_may_write_is_not_used(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "scorelang").mkdir()
    (tmp_path / "scorelang").chmod(0o777)
    assert resources.cache_folder() is None
