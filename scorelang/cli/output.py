"""Where words and results go: standard output, standard error, files; colours, language.

Results go to standard output or to a file that appears whole or not at all; everything
else to standard error. Files and pipes are UTF-8 whatever the locale says.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from scorelang.cli.failure import fail, reason_of
from scorelang.diagnostics.formats import FORMATS
from scorelang.diagnostics.language import spoken
from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.system_words import say_reason
from scorelang.records.atomic import OutputError, Outputs, open_outputs
from scorelang.source.text import SourceText

STANDARD = "-"
FIXED_WIDTH = 120


def pick_lang(asked: str | None) -> str:
    """Give the language: asked for, else what is spoken once the rubrics are read."""
    return asked or spoken()


def wants_color(asked: str, stream: TextIO) -> bool:
    """Whether to colour: as asked; else ``NO_COLOR``, ``FORCE_COLOR``, a terminal."""
    if asked != "auto":
        return asked == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def page_width(stream: TextIO) -> int:
    """Give the width of the terminal; away from one always the same."""
    return shutil.get_terminal_size((FIXED_WIDTH, 24)).columns if stream.isatty() else FIXED_WIDTH


def write_out(text: str) -> None:
    """Write a result on standard output."""
    with _standard_output():
        _write(sys.stdout, text)


def say(text: str) -> None:
    """Write a message on standard error."""
    _write(sys.stderr, text if text.endswith("\n") or not text else f"{text}\n")


def say_findings(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, SourceText],
    *,
    lang: str,
    color: str = "auto",
) -> None:
    """Show findings on standard error, as text."""
    say(FORMATS["text"](diagnostics, sources, color=wants_color(color, sys.stderr), lang=lang))


@contextmanager
def open_output(
    path: str | None, inputs: Iterable[str] = (), together: Outputs | None = None
) -> Iterator[BinaryIO]:
    """Open a file that appears whole or not at all, or standard output for none or ``-``.

    ``together``: the files of the same run, with which it appears.
    """
    if path is None or path == STANDARD:
        with _standard_output():
            sys.stdout.flush()
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    check_output(path, inputs)
    if together is not None:
        with saying_why(path):
            yield together.open(Path(path))
        return
    with replacing_outputs() as outputs, saying_why(path):
        yield outputs.open(Path(path))


@contextmanager
def replacing_outputs() -> Iterator[Outputs]:
    """Give the files of a run, which appear together when it has ended well."""
    try:
        with open_outputs() as outputs:
            yield outputs
    except OutputError as error:
        fail("U0203", path=to_shown(error.path), reason=reason_of(error))


@contextmanager
def saying_why(path: str) -> Iterator[None]:
    """Say what the system says where a file cannot be written."""
    try:
        yield
    except (BrokenPipeError, OutputError):
        raise
    except OSError as error:
        fail("U0203", path=path, reason=reason_of(error))


def to_shown(path: Path) -> Path:
    """Give a path as a person in this folder would write it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def check_output(path: str, inputs: Iterable[str] = ()) -> None:
    """Refuse an output that cannot be written, or that would overwrite what is read."""
    try:
        _check_target(Path(path), path, inputs)
    except OSError as error:  # a name that is too long is not even looked for
        fail("U0203", path=path, reason=reason_of(error))


def _check_target(target: Path, path: str, inputs: Iterable[str]) -> None:
    if target.is_dir():
        fail("U0203.folder", path=path)
    if not target.parent.is_dir():
        fail("U0203.parent", path=path, parent=target.parent)
    for name in inputs:
        if name != STANDARD and target.exists() and Path(name).exists() and target.samefile(name):
            fail("U0204", path=path)
    if target.exists() and not os.access(target, os.W_OK):
        fail("U0203", path=path, reason=say_reason("permission denied"))


@contextmanager
def _standard_output() -> Iterator[None]:
    """Say what the system says where standard output takes no more, as on a full disk."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is still buffered would be tried again, and fail again, at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        fail("U0203.standard", reason=reason_of(error))


def _write(stream: TextIO, text: str) -> None:
    if not text:
        return
    encoding = (stream.encoding or "utf-8") if stream.isatty() else "utf-8"
    stream.flush()
    stream.buffer.write(text.encode(encoding, "replace"))
    stream.flush()
