"""From what a person typed to the text of a rubric.

In: a path, a folder with one rubric in it, ``-`` for standard input, or the name of a
shipped rubric. Out: the source text, or a diagnostic with the code U0301 to U0304.
Nothing is parsed here.
"""

from __future__ import annotations

import sys
from pathlib import Path

from scorelang import resources
from scorelang.diagnostics.collector import make
from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.suggest import did_you_mean
from scorelang.diagnostics.system_words import say_reason
from scorelang.library.errors import WORDS
from scorelang.source.text import SourceText

SUFFIX = ".rubric"
STANDARD_INPUT = "-"


def read_source(name: str) -> SourceText | Diagnostic:
    """Read the rubric that ``name`` stands for."""
    if name == STANDARD_INPUT:
        return decode("<stdin>", sys.stdin.buffer.read())
    try:
        found = _find(name)
        if isinstance(found, Diagnostic):
            return found
        content = found.read_bytes()
    except OSError as error:
        return make(
            WORDS,
            "U0304",
            None,
            name=name,
            reason=say_reason((error.strerror or "unknown").lower()),
        )
    return decode(_shown(name, found), content)


def rubric_files(name: str) -> tuple[str, ...]:
    """Give the rubric files below a folder, sorted; any other name stands for itself."""
    folder = Path(name)
    if not is_folder(folder):
        return (name,)
    return tuple(str(path) for path in sorted(folder.rglob("*" + SUFFIX)))


def is_folder(path: Path) -> bool:
    """Whether there is a folder at the path; a name that no system takes is none."""
    try:
        return path.is_dir()
    except OSError:  # such as a name that is too long; reading it says so
        return False


def _find(name: str) -> Path | Diagnostic:
    path = Path(name)
    if path.is_dir():
        return _only_rubric(name, path)
    if path.exists():
        return path
    shipped = resources.rubric_path(name)
    return shipped if shipped is not None else _unknown(name, path)


def _only_rubric(name: str, folder: Path) -> Path | Diagnostic:
    files = sorted(folder.glob("*" + SUFFIX))
    if len(files) == 1:
        return files[0]
    if not files:
        return make(WORDS, "U0302", None, name=name)
    listed = ", ".join(f"`{path.name}`" for path in files)
    return make(WORDS, "U0302.several", None, name=name, files=listed)


def _unknown(name: str, path: Path) -> Diagnostic:
    if path.suffix != SUFFIX:
        near = did_you_mean(name, resources.rubric_names())
        if near is not None:
            return make(WORDS, "U0301.near", None, name=name, near=near)
    elif path.parent.is_dir():
        beside = did_you_mean(path.name, [p.name for p in sorted(path.parent.glob("*" + SUFFIX))])
        if beside is not None:
            return make(WORDS, "U0301.near_file", None, name=name, near=path.parent / beside)
    return make(WORDS, "U0301", None, name=name)


def _shown(name: str, path: Path) -> str:
    """A shipped rubric is shown by its file name: where it is installed says nothing."""
    return path.as_posix() if Path(name).exists() else path.name


def decode(name: str, content: bytes) -> SourceText | Diagnostic:
    """Read bytes as UTF-8 text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return make(
            WORDS,
            "U0303",
            None,
            name=name,
            byte=f"0x{content[error.start]:02x}",
            offset=error.start,
            line=content.count(b"\n", 0, error.start) + 1,
            guess=_guess(content),
        )
    return SourceText(name, text)


def _guess(content: bytes) -> str:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "UTF-16"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return say_reason("a file that is no text")
    return say_reason("GBK, as Chinese Windows programs write it")
