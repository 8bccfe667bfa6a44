"""Files a rubric names: found beside it or shipped, never elsewhere."""

import pytest

from scorelang.library import loader as module
from scorelang.library.history_files import version_files
from scorelang.library.loader import Loader, Refused


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "main.rubric").write_text("rubric main {}", "utf-8")
    (tmp_path / "other.rubric").write_text("rubric other {}", "utf-8")
    (tmp_path / "bad.rubric").write_bytes(b"\xff\xfe")
    return tmp_path


def kind(loader, name, origin):
    found = loader.open(name, origin)
    return found.kind if isinstance(found, Refused) else found.path


def test_a_file_beside_the_rubric_and_a_shipped_one(desk):
    origin = (desk / "main.rubric").as_posix()
    loader = Loader.beside(origin)
    assert kind(loader, "other.rubric", origin) == (desk / "other.rubric").as_posix()
    assert kind(loader, "bank-scale", origin) == "shipped:bank-scale.rubric"
    assert set(loader.sources) == {path for path, _ in loader.digests()}
    assert loader.identity(origin) == str(desk / "main.rubric")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("bad.rubric", "unreadable"),
        ("absent-altogether.rubric", "absent"),
        ("othre.rubric", "near"),
        ("other", "near"),
        ("nothing-like-it", "absent"),
        ("/etc/passwd.rubric", "outside"),
        ("a\0b.rubric", "outside"),
    ],
)
def test_what_is_refused(desk, name, expected):
    origin = (desk / "main.rubric").as_posix()
    assert kind(Loader.beside(origin), name, origin) == expected


def test_a_text_without_a_file_has_no_folder():
    assert kind(Loader.beside("<stdin>"), "other.rubric", "<stdin>") == "folder"


def test_the_number_of_files_is_limited(desk, monkeypatch):
    monkeypatch.setattr(module, "MOST_FILES", 1)
    origin = (desk / "main.rubric").as_posix()
    loader = Loader.beside(origin)
    loader.open("bank-scale", origin)
    assert kind(loader, "bank-scale", origin) == "shipped:bank-scale.rubric"
    assert kind(loader, "other.rubric", origin) == "count"


def test_the_files_of_a_folder(desk):
    assert [path.rpartition("/")[2] for path in version_files(str(desk))] == [
        "bad.rubric",
        "main.rubric",
        "other.rubric",
    ]
    assert version_files(str(desk / "main.rubric")) == ()
