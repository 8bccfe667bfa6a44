"""Rubrics for the verbs: found, read, compiled; their findings shown, their errors an exit code."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from scorelang.cli.exit_codes import ExitCode
from scorelang.cli.failure import CliFailure, fail
from scorelang.compiler.check_history import check_history
from scorelang.diagnostics.language import follow, language_of_results
from scorelang.diagnostics.model import Diagnostic, Severity
from scorelang.diagnostics.quoting import write_as
from scorelang.library.find import rubric_files
from scorelang.loading import Loaded, read_rubric
from scorelang.model.history import History, is_history
from scorelang.model.rubric import CheckedRubric
from scorelang.syntax.ast import Vocabulary
from scorelang.syntax.told_vocabulary import tell_vocabulary

if TYPE_CHECKING:
    from scorelang.api import Rubric

STANDARD = "-"


def load(name: str) -> Rubric:
    """Load a rubric that is to be used; one with errors ends the run."""
    loaded = read_rubric(name)
    write_as(is_chinese=is_chinese(loaded))
    if loaded.checked is None or loaded.source is None:
        errors = tuple(d for d in loaded.diagnostics if d.severity is Severity.ERROR)
        raise CliFailure(errors or loaded.diagnostics, exit_code(loaded), loaded.sources)
    from scorelang.api import Rubric  # noqa: PLC0415  `check` needs no evaluator

    return Rubric(loaded.checked, loaded.source, loaded.diagnostics)


def kept_language(rubric: Rubric) -> str:
    """Give the language of sentences that are kept: as told, else that of the rubric."""
    return language_of_results(is_chinese=tell_vocabulary(rubric.source) is Vocabulary.CHINESE)


def load_all(names: Iterable[str]) -> tuple[Loaded, ...]:
    """Read files and folders of rubrics in the order given, each once."""
    loaded = tuple(read_rubric(path) for path in find_files(names))
    follow(is_chinese=bool(loaded) and all(map(is_chinese, loaded)))
    return loaded


def is_chinese(loaded: Loaded) -> bool:
    """Whether a rubric is written in Chinese."""
    return loaded.source is not None and tell_vocabulary(loaded.source) is Vocabulary.CHINESE


def find_history_faults(loaded: Iterable[Loaded]) -> tuple[Diagnostic, ...]:
    """Check the rubrics of one name in one folder as versions, if any of them has days."""
    groups: dict[tuple[str, str], list[CheckedRubric]] = {}
    for one in loaded:
        if one.checked is not None and one.source is not None:
            place = str(Path(one.source.path).parent)
            groups.setdefault((place, one.checked.name), []).append(one.checked)
    histories = (History.of(group) for group in groups.values() if is_history(group))
    return tuple(found for history in histories for found in check_history(history))


def find_files(names: Iterable[str]) -> tuple[str, ...]:
    """Give the rubric files of files and folders; a folder without any ends the run."""
    found: dict[str, None] = {}
    asked = tuple(names)
    if asked.count(STANDARD) > 1:
        fail("U0214")
    for name in asked:
        files = rubric_files(name)
        if not files:
            fail("U0211", path=name)
        found.update(dict.fromkeys(files))
    return tuple(found)


def exit_code(loaded: Loaded) -> ExitCode:
    """Tell a file that could not be read from a rubric with errors."""
    return ExitCode.USAGE if any(map(is_about_use, loaded.diagnostics)) else ExitCode.FINDINGS


def is_about_use(diagnostic: Diagnostic) -> bool:
    """Whether a finding is about files and the command line, not about a rubric."""
    return diagnostic.code.startswith("U")
