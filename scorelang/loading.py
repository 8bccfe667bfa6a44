"""From a name on the command line to a checked rubric, with all findings on the way.

In: a path, a shipped name or a text. Out: ``Loaded``; nothing is raised. It stands apart
from the API because checking a rubric needs neither the evaluator nor the records.
"""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike

import attrs

from scorelang.compiler.pipeline import compile_rubric
from scorelang.diagnostics.collector import Collector
from scorelang.diagnostics.language import follow
from scorelang.diagnostics.model import Diagnostic
from scorelang.diagnostics.quoting import writing
from scorelang.library.find import read_source
from scorelang.library.loader import Loader
from scorelang.model.rubric import CheckedRubric
from scorelang.source.text import SourceText
from scorelang.syntax.ast import RubricDecl, Vocabulary
from scorelang.syntax.parser import parse, tell_vocabulary


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
    is_chinese = tell_vocabulary(source) is Vocabulary.CHINESE
    follow(is_chinese=is_chinese)
    collector, loader = Collector(), Loader.beside(source.path)
    with writing(is_chinese=is_chinese):
        tree = parse(source, collector)
        checked = None if tree is None else compile_rubric(tree, collector, loader)
    if collector.has_errors:
        checked = None
    return Loaded(source, tree, checked, collector.sorted(), loader)
