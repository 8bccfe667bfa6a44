"""Files that appear whole or not at all, and all of a run or none of them.

In: paths. Out: binary streams; each is written beside its target. Where the block ends
well, all are closed (a full disk shows itself here), then take the places of their
targets; if one of them cannot, those already replaced are put back. Where the block ends
with an exception (also Ctrl-C or a signal) every target stays as it was and nothing is
left beside it. A device or a pipe cannot be renamed over and is written to.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

import attrs

_NEW_FILE = 0o666


@attrs.define
class _Staged:
    """A file on its way: what is written, where, and what stood there before."""

    stream: BinaryIO | None
    target: Path
    beside: Path | None
    before: Path | None = None
    is_placed: bool = False

    def place(self, *, keeps: bool) -> None:
        """Put the file where it belongs; ``keeps``: keep what stood there until the end."""
        if self.beside is None:
            return
        self.beside.chmod(_mode_for(self.target))
        if keeps and self.target.exists():
            self.before = self.beside.with_suffix(".before")
            _copy(self.target, self.before)
        self.beside.replace(self.target)
        self.is_placed = True

    def put_back(self) -> None:
        """Undo ``place``."""
        if self.is_placed and self.before is not None:
            self.before.replace(self.target)
        elif self.is_placed:
            self.target.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the stream, whatever the disk says of it."""
        with suppress(OSError):
            if self.stream is not None:
                self.stream.close()

    def clear(self) -> None:
        """Leave nothing behind but the target."""
        self.close()
        for path in (self.beside, self.before):
            if path is not None:
                path.unlink(missing_ok=True)


class OutputError(OSError):
    """One of several outputs could not be written; ``path`` says which."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(error.errno, error.strerror)
        self.path = path


@attrs.define
class Outputs:
    """The files of one run, replaced together when the run has ended well."""

    _staged: list[_Staged] = attrs.field(factory=list)

    def open(self, path: Path) -> BinaryIO:
        """Open a stream whose content becomes the file at ``path``; ``Outputs`` closes it."""
        target = path.resolve()  # a link stays a link: what it points to is replaced
        if target.exists() and not target.is_file():
            stream: BinaryIO = target.open("wb")
            self._staged.append(_Staged(stream, target, None))
            return stream
        # Known before it exists: a signal can come as soon as the file is there.
        staged = _Staged(None, target, _name_beside(target))
        self._staged.append(staged)
        staged.stream = stream = _create(staged.beside or target)
        return stream

    def replace_all(self) -> None:
        """Put every file in its place, or, with ``OutputError``, none."""
        for each in self._staged:
            try:
                if each.stream is not None:
                    each.stream.close()
            except OSError as error:
                raise OutputError(each.target, error) from error
        try:
            self._place_all()
        except BaseException:
            for each in reversed(self._staged):
                each.put_back()
            raise

    def _place_all(self) -> None:
        several = len(self._staged) > 1
        for each in self._staged:
            try:
                each.place(keeps=several)
            except OSError as error:
                raise OutputError(each.target, error) from error

    def clear(self) -> None:
        """Take away what is beside the targets."""
        for each in self._staged:
            each.clear()


@contextmanager
def open_outputs() -> Iterator[Outputs]:
    """Give the outputs of a run; they appear together when the block ends well."""
    outputs = Outputs()
    try:
        yield outputs
        outputs.replace_all()
    finally:
        outputs.clear()


@contextmanager
def open_atomic(path: Path) -> Iterator[BinaryIO]:
    """Open a stream whose content becomes the file at ``path`` when the block ends well."""
    with open_outputs() as outputs:
        yield outputs.open(path)


def write_atomic(path: Path, content: bytes) -> None:
    """Replace the content of a file in one step."""
    with open_atomic(path) as stream:
        stream.write(content)


def _name_beside(target: Path) -> Path:
    """Give a new name in the folder of the target."""
    return target.with_name(f".{target.name[:60]}.{secrets.token_hex(6)}.part")


def _create(path: Path) -> BinaryIO:
    """Make a file that is not there yet, readable by its owner alone until it is placed."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    return cast("BinaryIO", os.fdopen(handle, "wb"))


def _copy(source: Path, to: Path) -> None:
    """Give a file a second name, so that the first is never absent; where none can be, copy."""
    try:
        os.link(source, to)
    except OSError:
        shutil.copy2(source, to)


def _mode_for(target: Path) -> int:
    """Give the permissions the file has, or those a new one would get."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return _NEW_FILE & ~mask
