"""Files of figures beside a rubric, such as the limits of an industry.

In: the path as written and the rubric it stands in. Out: the text, kept among the sources
of the loader, or a diagnostic (E0701 to E0703) without a place: that is where the path was
written. Only files inside the folder of the rubric are read: a rubric from a stranger must
not show what else lies on this computer.
"""

from __future__ import annotations

import codecs
import io
import re
import stat
from pathlib import Path, PurePosixPath, PureWindowsPath

from scorelang.diagnostics.collector import make
from scorelang.diagnostics.kind_words import say_kind
from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.diagnostics.system_words import say_reason
from scorelang.library.errors import WORDS
from scorelang.library.loader import Loader
from scorelang.source.file_kinds import FileKind, kind_of
from scorelang.source.text import SourceText

LARGEST = 5_000_000
"""A file with more bytes is not read."""

ENCODINGS = ("utf-8-sig", "gb18030", "big5")
"""Tried in this order; Excel on Chinese Windows writes CSV files in GB18030."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WITH_ZEROS = ("utf-16-le", "utf-16-be", "utf-8")
_WORD = re.compile(r"[^\W\d_]{2,}")
_HEAD = 4096
_TEXTS = frozenset({FileKind.TEXT})


def read_table(path: str, origin: str, loader: Loader) -> SourceText | Diagnostic:
    """Read the file ``path``, as written in the rubric ``origin``; each file is read once."""
    found = _find(path, origin, loader)
    if isinstance(found, Diagnostic):
        return found
    shown = (PurePosixPath(origin).parent / PurePosixPath(path)).as_posix()
    if shown not in loader.sources:
        try:
            content = _bytes_of(found)
        except OSError as error:
            return _unreadable(path, (error.strerror or "unknown").lower())
        if content is None:
            return _unreadable(path, "it is not a plain file, or a very large one")
        kind = kind_of(io.BytesIO(content))
        if kind is not None and kind not in _TEXTS:
            return make(WORDS, "E0703.kind", None, path=path, kind=say_kind(kind))
        text = _decode(content, origin)
        if text is None:
            return _unreadable(path, "it is not text in UTF-8 or GB18030")
        loader.sources[shown] = SourceText(shown, text)
    return loader.sources[shown]


def _find(path: str, origin: str, loader: Loader) -> Path | Diagnostic:
    if loader.folder is None or not Path(origin).parent.is_dir():
        return make(WORDS, "E0702.text", None, path=path)
    parts = (PurePosixPath(path), PureWindowsPath(path))
    if any(each.is_absolute() or each.drive or ".." in each.parts for each in parts):
        return make(WORDS, "E0702", None, path=path)
    place = Path(origin).parent / path
    try:
        found = place.resolve()
        if not found.is_relative_to(loader.folder.resolve()):  # a link that leads out
            return make(WORDS, "E0702", None, path=path)
        return found if found.exists() else _absent(path, place)
    except (OSError, ValueError, RuntimeError):  # too long a name, a zero byte, links in a ring
        return make(WORDS, "E0701", None, path=path)


def _absent(path: str, place: Path) -> Diagnostic:
    beside = (each.name for each in sorted(place.parent.glob("*" + place.suffix)))
    near = did_you_mean(place.name, list(beside))
    if near is None:
        return make(WORDS, "E0701", None, path=path)
    return make(WORDS, "E0701.near", None, path=path, near=near)


def _bytes_of(path: Path) -> bytes | None:
    """Give the content; ``None`` for what is no plain file (a pipe never ends) or too large."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        return None
    return path.read_bytes()


def _decode(content: bytes, origin: str) -> str | None:
    """Read text: by its mark, as UTF-8, else as what gives most words of the rubric."""
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if marked is not None:
        text = _text(content, marked)
        # Any bytes are text in UTF-16, but a table has commas, tabs or line ends.
        return text if text is not None and any(map(str.isascii, text)) else None
    usual = _WITH_ZEROS if b"\0" in content[:_HEAD] else ENCODINGS
    first, *others = usual
    found = _text(content, first)
    if found is not None and first == ENCODINGS[0]:
        return found
    texts = [found, *(_text(content, name) for name in others)]
    fitting = [text for text in texts if text is not None]
    known = Path(origin).read_text("utf-8", "ignore")
    # max() keeps the first of equals, so the order of the encodings decides.
    return max(fitting, key=lambda text: _known_words(text, known), default=None)


def _text(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _known_words(text: str, rubric: str) -> int:
    return sum(1 for word in set(_WORD.findall(text[:_HEAD])) if word in rubric)


def _unreadable(path: str, reason: str) -> Diagnostic:
    return make(WORDS, "E0703", None, path=path, reason=say_reason(reason))
