"""The exception that ends a run with words for the person who started it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

from scorelang.cli.errors import WORDS
from scorelang.cli.exit_codes import ExitCode
from scorelang.diagnostics.collector import make
from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.system_words import say_reason
from scorelang.source.text import SourceText


class CliFailure(Exception):  # noqa: N818  it ends a run, and is no fault of ours
    """A run that cannot go on; carries what is said and the exit code."""

    def __init__(
        self,
        diagnostics: tuple[Diagnostic, ...],
        code: ExitCode,
        sources: Mapping[str, SourceText] | None = None,
    ) -> None:
        super().__init__("; ".join(found.message for found in diagnostics))
        self.diagnostics = diagnostics
        self.code = code
        self.sources = sources or {}


def failure(key: str, exit_code: ExitCode = ExitCode.USAGE, **arguments: object) -> CliFailure:
    """Make the failure for one of the words of this room."""
    # A dict of arguments cannot be told from the other parameters by the type checker.
    found: Diagnostic = make(WORDS, key, None, **arguments)  # type: ignore[arg-type]
    return CliFailure((found,), exit_code)


def fail(key: str, exit_code: ExitCode = ExitCode.USAGE, **arguments: object) -> NoReturn:
    """End the run with one of the words of this room."""
    raise failure(key, exit_code, **arguments)


def reason_of(error: OSError) -> str:
    """Say why the system refused, as it says it itself."""
    return say_reason((error.strerror or str(error) or type(error).__name__).lower())
