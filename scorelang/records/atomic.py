"""Files that appear whole or not at all: written beside the target, then renamed.

In: the path of the target. Out: a binary stream; where the block ends well its content
takes the place of the target in one step, where it ends with an exception (also Ctrl-C)
the target stays as it was. A device or a pipe cannot be renamed over and is written to.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

_NEW_FILE = 0o666


@contextmanager
def open_atomic(path: Path) -> Iterator[BinaryIO]:
    """Open a stream whose content becomes the file at ``path`` when the block ends well."""
    target = path.resolve()  # a link stays a link: what it points to is replaced
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    handle, name = tempfile.mkstemp(
        prefix=f".{target.name[:60]}.", suffix=".part", dir=target.parent
    )
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield cast("BinaryIO", stream)
        beside.chmod(_mode_for(target))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def write_atomic(path: Path, content: bytes) -> None:
    """Replace the content of a file in one step."""
    with open_atomic(path) as stream:
        stream.write(content)


def _mode_for(target: Path) -> int:
    """Give the permissions the file has, or those a new one would get."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return _NEW_FILE & ~mask
