"""A file appears whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from scorelang.records.atomic import OutputError, open_atomic, open_outputs, write_atomic


def test_the_content_appears_when_the_block_ends(tmp_path):
    target = tmp_path / "out.csv"
    with open_atomic(target) as stream:
        stream.write(b"new")
        assert not target.exists()
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("ending", [ValueError, KeyboardInterrupt])
def test_nothing_changes_where_the_block_ends_with_an_exception(tmp_path, ending):
    target = tmp_path / "out.csv"
    target.write_bytes(b"old")

    def interrupted():
        with open_atomic(target) as stream:
            stream.write(b"half")
            raise ending

    with pytest.raises(ending):
        interrupted()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")
def test_permissions_and_links_stay(tmp_path):
    target, link = tmp_path / "real", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name != "posix", reason="a device of POSIX")
def test_a_device_is_written_to():
    write_atomic(Path(os.devnull), b"gone")
    assert Path(os.devnull).is_char_device()


def write_two(first, second):
    with open_outputs() as outputs:
        for path in (first, second):
            outputs.open(path).write(b"new")


def test_the_files_of_a_run_are_replaced_together(tmp_path):
    first, second = tmp_path / "results.csv", tmp_path / "stamp.json"
    first.write_bytes(b"old")
    write_two(first, second)
    assert first.read_bytes() == second.read_bytes() == b"new"
    assert sorted(tmp_path.iterdir()) == [first, second]


@pytest.mark.parametrize("had_content", [True, False])
def test_where_one_cannot_be_replaced_none_is(tmp_path, had_content, monkeypatch):
    first, second = tmp_path / "results.csv", tmp_path / "stamp.json"
    if had_content:
        first.write_bytes(b"old")
    replace = Path.replace

    def refuse_stamp(self, target):
        if Path(target).name == "stamp.json":
            raise PermissionError(13, "permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse_stamp)
    with pytest.raises(OutputError) as raised:
        write_two(first, second)
    assert raised.value.path.name == "stamp.json"
    assert (first.read_bytes() if first.exists() else None) == (b"old" if had_content else None)
    assert sorted(tmp_path.iterdir()) == ([first] if had_content else [])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux that is always full")
def test_a_disk_that_is_full_at_the_last_moment_leaves_all_as_it_was(tmp_path):
    first = tmp_path / "results.csv"
    first.write_bytes(b"old")
    with pytest.raises(OutputError):
        write_two(first, Path("/dev/full"))
    assert first.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [first]


def test_an_end_between_making_a_file_and_knowing_it_leaves_nothing(tmp_path, monkeypatch):
    def end(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fdopen", end)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(tmp_path / "out.csv", b"1")
    assert list(tmp_path.iterdir()) == []
