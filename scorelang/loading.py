"""From a name on the command line to a checked rubric, with all findings on the way.

In: a path, a shipped name or a text. Out: ``Loaded``; nothing is raised. It stands apart
from the API because checking a rubric needs neither the evaluator nor the records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from os import PathLike
from typing import Final

import attrs

from scorelang.compiler.pipeline import compile_rubric
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.language import follow
from scorelang.diagnostics.model import Diagnostic, Fix, Severity
from scorelang.diagnostics.quoting import writing
from scorelang.library.find import read_source
from scorelang.library.loader import Loader
from scorelang.model.rubric import CheckedRubric
from scorelang.source.text import SourceText
from scorelang.syntax.ast import RubricDecl, Vocabulary
from scorelang.syntax.parser import parse, tell_vocabulary

_LONGEST_TRIED: Final = 200_000
"""The longest text that is read again for each fix, to see that it cures."""


@attrs.frozen
class Loaded:
    """A rubric file as far as it could be read; ``checked`` is ``None`` where it has errors.

    ``loader`` has read the other files it names.
    """

    source: SourceText | None
    tree: RubricDecl | None
    checked: CheckedRubric | None
    diagnostics: tuple[Diagnostic, ...]
    loader: Loader = attrs.field(factory=Loader)

    @property
    def sources(self) -> Mapping[str, SourceText]:
        """The texts the diagnostics point at, by path."""
        own = {} if self.source is None else {self.source.path: self.source}
        return {**self.loader.sources, **own}


def read_rubric(name: str | PathLike[str]) -> Loaded:
    """Read, parse and compile a rubric; findings are returned, nothing is raised.

    ``name`` is a path, a folder with one rubric, ``-``, or the name of a shipped rubric.
    """
    source = read_source(str(name))
    if isinstance(source, Diagnostic):
        return Loaded(None, None, None, (source,))
    return read_text(source)


def read_text(source: SourceText) -> Loaded:
    """Parse and compile a text; other files it names are read from the folder of its path."""
    follow(is_chinese=tell_vocabulary(source) is Vocabulary.CHINESE)
    loaded = _read_once(source)
    return attrs.evolve(loaded, diagnostics=_with_fixes_that_cure(loaded, _read_once))


def _read_once(source: SourceText) -> Loaded:
    collector, loader = Collector(), Loader.beside(source.path)
    with writing(is_chinese=tell_vocabulary(source) is Vocabulary.CHINESE):
        tree = parse(source, collector)
        checked = None if tree is None else compile_rubric(tree, collector, loader)
    if collector.has_errors:
        checked = None
    return Loaded(source, tree, checked, collector.sorted(), loader)


def _with_fixes_that_cure(
    loaded: Loaded, read: Callable[[SourceText], Loaded]
) -> tuple[Diagnostic, ...]:
    """Take away each fix that does not cure its finding, or that brings further errors."""
    source = loaded.source
    if source is None or len(source.content) > _LONGEST_TRIED:
        return tuple(attrs.evolve(each, fixes=()) for each in loaded.diagnostics)
    return tuple(
        attrs.evolve(
            each, fixes=tuple(fix for fix in each.fixes if _cures(fix, each, loaded, source, read))
        )
        if each.fixes
        else each
        for each in loaded.diagnostics
    )


def _cures(
    fix: Fix,
    found: Diagnostic,
    loaded: Loaded,
    source: SourceText,
    read: Callable[[SourceText], Loaded],
) -> bool:
    if fix.span.path != source.path:
        return False
    text = source.content
    mended = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    after = read(SourceText(source.path, mended)).diagnostics
    before = loaded.diagnostics
    is_fewer = _like(found, after) < _like(found, before)
    return is_fewer and _errors(after) <= _errors(before)


def _like(found: Diagnostic, among: tuple[Diagnostic, ...]) -> int:
    return sum(each.key == found.key and each.message == found.message for each in among)


def _errors(among: tuple[Diagnostic, ...]) -> int:
    return sum(each.severity is Severity.ERROR for each in among)
