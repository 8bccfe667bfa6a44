"""A file appears whole or not at all."""

import os
import stat

import pytest

from scorelang.records.atomic import open_atomic, write_atomic


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
    write_atomic(os.devnull and __import__("pathlib").Path(os.devnull), b"gone")
