"""The table of the grammar, kept between runs in the user's cache folder.

In: the text of the grammar and how to build its table. Out: the table, loaded if it was
kept, else built and kept. A file that cannot be read is built anew; where nothing can be
kept, nothing is. The folder is the user's own and closed to others (see resources.py).
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import lark
from lark import Lark

_FORMAT = "1"


def load_or_build(grammar: str, folder: Path | None, build: Callable[[], Lark]) -> Lark:
    """Give the parser for a grammar, kept in the folder under a name made of its digest."""
    path = folder / f"grammar-{_digest(grammar)}.table" if folder is not None else None
    found = _load(path) if path is not None else None
    if found is not None:
        return found
    made = build()
    if path is not None:
        with contextlib.suppress(OSError):
            _keep(made, path)
    return made


def _digest(grammar: str) -> str:
    parts = (_FORMAT, lark.__version__, sys.version, grammar)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _load(path: Path) -> Lark | None:
    """Load a table with its check sum before it; ``None`` if it is not whole."""
    try:
        found = path.read_bytes()
    except OSError:
        return None
    check, content = found[:32], found[32:]
    if hashlib.sha256(content).digest() != check:
        return None
    try:
        return Lark.load(io.BytesIO(content))
    except Exception:  # noqa: BLE001  whatever was kept by another release, it is built anew
        return None


def _keep(made: Lark, path: Path) -> None:
    content = io.BytesIO()
    made.save(content)
    written = content.getvalue()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem)  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(written).digest() + written)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
