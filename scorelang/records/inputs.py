"""Inputs that can be read more than once: a file, a pipe, standard input.

In: a path or ``-``. Out: an ``Input`` that opens the same bytes anew each time, with their
SHA-256. What cannot be rewound is kept, in memory while small, else in a temporary file.
Codes ``U0101`` to ``U0104``, ``U0150``, ``U0151``.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import sys
import tempfile
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import attrs

from scorelang.diagnostics.suggest import did_you_mean
from scorelang.diagnostics.system_words import say_reason
from scorelang.records.unreadable import refuse

STDIN = "-"
_IN_MEMORY = 8 * 2**20
MOST_KEPT = 8 * 2**30
"""As many bytes of a pipe as are kept in the temporary folder (8 GiB)."""
_CHUNK = 2**20


@attrs.frozen
class Input:
    """Bytes under a name; ``path`` is set where they lie in a file that can be opened again."""

    name: str
    open: Callable[[], BinaryIO]
    path: Path | None = None
    held: object = attrs.field(default=None, eq=False, repr=False)

    def chunks(self) -> Iterator[bytes]:
        """Give the bytes piece by piece, one empty piece at the end."""
        try:
            with self.open() as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except OSError as problem:
            refuse("U0103", path=self.name, reason=_reason(problem))
        yield b""

    def digest(self) -> str:
        """Give the SHA-256 of the bytes, in hexadecimal."""
        found = hashlib.sha256()
        for chunk in self.chunks():
            found.update(chunk)
        return found.hexdigest()

    def require_unchanged(self, digest: str) -> None:
        """Refuse (``U0150``) where the bytes are no longer those of ``digest``.

        What was kept cannot have changed. A file is read once more: its size and time can be
        the same although its content is not.
        """
        if self.path is not None and self.held is None and self.digest() != digest:
            refuse("U0150", path=self.name)


def open_input(path: str | Path, stdin: BinaryIO | None = None) -> Input:
    """Open a file or, for ``-``, standard input; raises ``UnreadableInput``."""
    if str(path) == STDIN:
        return _keep("standard input", stdin or sys.stdin.buffer)
    file = Path(path)
    try:
        mode = file.stat().st_mode
        if stat.S_ISDIR(mode):
            refuse("U0102", path=path)
        if not stat.S_ISREG(mode):
            with file.open("rb") as stream:
                return _keep(str(path), stream)
        with file.open("rb") as stream:
            if not stream.read(1):
                refuse("U0104", path=path)
    except FileNotFoundError:
        _refuse_absent(file)
    except (OSError, ValueError) as problem:  # ValueError: a path with a zero byte
        refuse("U0103", path=path, reason=_reason(problem))
    return Input(str(path), lambda: file.open("rb"), file)


def _refuse_absent(file: Path) -> None:
    try:
        beside = [found.name for found in file.parent.iterdir() if found.is_file()]
    except OSError:
        beside = []
    near = did_you_mean(file.name, beside)
    refuse("U0101.near" if near else "U0101", path=file, near=near)


def _keep(name: str, stream: BinaryIO) -> Input:
    try:
        start = stream.read(_IN_MEMORY)
        if not start:
            refuse("U0104", path=name)
        if len(start) < _IN_MEMORY:
            return Input(name, lambda: io.BytesIO(start))
        return _keep_in_file(name, start, stream)
    except OSError as problem:
        refuse("U0103", path=name, reason=_reason(problem))


def _keep_in_file(name: str, start: bytes, stream: BinaryIO) -> Input:
    descriptor, kept = tempfile.mkstemp(prefix="scorelang-")
    file = Path(kept)
    held = _Held()
    weakref.finalize(held, file.unlink, missing_ok=True)
    try:
        with os.fdopen(descriptor, "wb") as target:
            target.write(start)
            _spool(name, stream, target)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return Input(name, lambda: file.open("rb"), file, held)


def _spool(name: str, stream: BinaryIO, target: BinaryIO) -> None:
    while chunk := stream.read(_CHUNK):
        if target.tell() + len(chunk) > MOST_KEPT:
            refuse("U0151", path=name, most=f"{MOST_KEPT / 2**30:g} GiB")
        target.write(chunk)


class _Held:
    """Owner of a temporary file, which goes when its last user is gone."""


def _reason(problem: Exception) -> str:
    reason = problem.strerror if isinstance(problem, OSError) else str(problem)
    return say_reason((reason or type(problem).__name__).lower())
