"""Runs what a page says: commands and programs, in this process, in a folder of the page."""

from __future__ import annotations

import contextlib
import io
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs

from scorelang.cli.main import main

ELLIPSIS = "..."


@attrs.frozen
class Command:
    """A command as printed (perhaps over several lines) and what the page says it prints."""

    typed: tuple[str, ...]
    expected: tuple[str, ...]

    @property
    def arguments(self) -> list[str]:
        """The words of the command."""
        return shlex.split(" ".join(line.rstrip("\\") for line in self.typed)[2:], comments=True)


def commands_of(lines: tuple[str, ...]) -> tuple[Command, ...]:
    """Split a console block at the lines that start with ``$``."""
    found: list[Command] = []
    typed: list[str] = []
    expected: list[str] = []
    for line in lines:
        if typed and typed[-1].endswith("\\"):
            typed.append(line)
        elif line.startswith("$ "):
            if typed:
                found.append(Command(tuple(typed), tuple(expected)))
            typed, expected = [line], []
        else:
            assert typed, f"a console block starts with a command, not with: {line}"
            expected.append(line)
    return (*found, Command(tuple(typed), tuple(expected)))


class _Screen(io.TextIOWrapper):
    """Standard output as a reader has it: a terminal."""

    def isatty(self) -> bool:
        return True


@contextlib.contextmanager
def _captured() -> Iterator[io.BytesIO]:
    written = io.BytesIO()
    out = _Screen(written, "utf-8", write_through=True)
    err = io.TextIOWrapper(written, "utf-8", write_through=True)
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        yield written
    finally:
        sys.stdout, sys.stderr = before
        out.detach()
        err.detach()


class Shell:
    """The few commands that pages use; remembers the exit code."""

    def __init__(self) -> None:
        self.code = 0

    def run(self, arguments: list[str]) -> tuple[str, ...]:
        """Run a command; gives the lines on the screen."""
        match arguments:
            case ["scorelang" | ".venv/bin/scorelang", *rest]:
                with _captured() as written:
                    self.code = int(main(rest))
                return lines_of(written.getvalue().decode())
            case ["cat", name]:
                return lines_of(Path(name).read_text("utf-8-sig"))
            case ["echo", "$?"]:
                return (str(self.code),)
            case _:
                message = f"pages may use scorelang, cat and echo $?, not {arguments}"
                raise AssertionError(message)


def run_python(text: str, name: str) -> tuple[str, ...]:
    """Run a program; gives the lines it printed."""
    with _captured() as written:
        exec(compile(text, name, "exec"), {"__name__": "__main__"})  # noqa: S102  ours
    return lines_of(written.getvalue().decode())


def lines_of(text: str) -> tuple[str, ...]:
    """Split into lines as a page shows them: no space at the ends, no empty lines at the end."""
    return tuple(line.rstrip() for line in text.removeprefix("\ufeff").rstrip().splitlines())


def agrees(expected: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """Whether the lines are those expected; a line ``...`` stands for any number of lines."""
    wanted = lines_of("\n".join(expected))
    if ELLIPSIS not in wanted:
        return wanted == found
    at = wanted.index(ELLIPSIS)
    head, rest = wanted[:at], wanted[at + 1 :]
    if found[:at] != head:
        return False
    return any(agrees(rest, found[start:]) for start in range(at, len(found) + 1))


def refreshed(expected: tuple[str, ...], found: tuple[str, ...]) -> tuple[str, ...]:
    """What the page should say: as many lines before and after a ``...`` as there were.

    Kept as it is where that cannot be, and where an error would take the place of a result:
    then the program is broken, not the page.
    """
    if agrees(expected, found) or _breaks(expected, found):
        return expected
    if ELLIPSIS not in expected:
        return found
    head = expected.index(ELLIPSIS)
    tail = len(expected) - head - 1
    if head + tail >= len(found):
        return expected
    return (*found[:head], ELLIPSIS, *found[len(found) - tail :])


def _breaks(expected: tuple[str, ...], found: tuple[str, ...]) -> bool:
    if _starts(found, "scorelang: this is a bug"):
        return True
    errors = ("error[", "错误[")
    return bool(expected) and _starts(found, *errors) and not _starts(expected, *errors)


def _starts(lines: tuple[str, ...], *starts: str) -> bool:
    return any(line.startswith(starts) for line in lines)
