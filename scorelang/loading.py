"""From a name on the command line to a checked rubric, with all findings on the way.

In: a path, a shipped name or a text. Out: ``Loaded``; nothing is raised. It stands apart
from the API because checking a rubric needs neither the evaluator nor the records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Final

import attrs

from scorelang.compiler.pipeline import compile_rubric
from scorelang.diagnostics.collector import Collector, make
from scorelang.diagnostics.language import follow
from scorelang.diagnostics.model import Diagnostic, Fix, Severity
from scorelang.diagnostics.places import sort_findings
from scorelang.diagnostics.quoting import writing
from scorelang.library.find import read_source
from scorelang.library.loader import Loader
from scorelang.model.rubric import CheckedRubric
from scorelang.source.text import SourceText
from scorelang.syntax.ast import RubricDecl, Vocabulary
from scorelang.syntax.errors import WORDS
from scorelang.syntax.parser import parse
from scorelang.syntax.recovery import Statements
from scorelang.syntax.terms import TERMS
from scorelang.syntax.told_vocabulary import tell_vocabulary
from scorelang.syntax.trouble import Mistake

_SYNTAX: Final = "E01"
_MOST_TRIES: Final = 8
_MOST_READ_AGAIN: Final = 400_000
"""How often, and how many signs in all, a text is read again for its fixes."""


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
    loaded = _as_meant(_read_once(source))
    return attrs.evolve(loaded, diagnostics=_with_fixes_that_cure(loaded, _read_once))


def _read_once(source: SourceText) -> Loaded:
    collector, loader = Collector(), Loader.beside(source.path)
    with writing(is_chinese=tell_vocabulary(source) is Vocabulary.CHINESE):
        tree = parse(source, collector)
        checked = None if tree is None else compile_rubric(tree, collector, loader)
    if collector.has_errors:
        checked = None
    return Loaded(source, tree, checked, collector.sorted(), loader)


def _as_meant(loaded: Loaded) -> Loaded:
    """Say of lines that are read, but not understood, what was meant, where a change cures them.

    What such a phrase has brought about on the same line is not said beside it.
    """
    source, found = loaded.source, loaded.diagnostics
    faults = [each for each in found if each.code in _NOT_UNDERSTOOD and each.span is not None]
    if source is None or loaded.tree is None or not faults:
        return loaded
    # A text without faults needs none of the many patterns.
    from scorelang.syntax.typed_phrases import meant_by  # noqa: PLC0415

    left, said = _tries(loaded, source), dict[str, Diagnostic]()
    for fault in faults:
        span = fault.span
        line = _line_of(fault, source)
        if span is None or span.path != source.path or line in said:
            continue
        for mistake in meant_by(source.content, range(span.start, span.end), fault.key):
            told = _told(mistake, source)
            if mistake.change is not None:
                left -= 1
                if left < 0 or not _cure_together(
                    [(fix, fault) for fix in told.fixes], loaded, source, _read_once
                ):
                    continue
            said[line] = told
            break
    kept = [each for each in found if _line_of(each, source) not in said or not _is_fault(each)]
    return attrs.evolve(loaded, diagnostics=sort_findings((*kept, *said.values())))


_NOT_UNDERSTOOD: Final = frozenset(
    ("E0201", "E0204", "E0209", "E0301", "E0302", "E0304", "E0310", "E0311", "E0520")
)


def _is_fault(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR


def _line_of(found: Diagnostic, source: SourceText) -> str:
    """Give the line of a finding with its place, so that equal lines differ."""
    if found.span is None or found.span.path != source.path:
        return ""
    start = source.content.rfind("\n", 0, found.span.start) + 1
    return f"{start}"


def _told(mistake: Mistake, source: SourceText) -> Diagnostic:
    """Make the finding of a mistake, with its change as a fix."""
    with writing(is_chinese=tell_vocabulary(source) is Vocabulary.CHINESE):
        span = source.span(mistake.start, mistake.end)
        fixes: tuple[Fix, ...] = ()
        if mistake.replacement is not None:
            cure = TERMS["write `{text}`"].format(text=mistake.replacement.strip())
            fixes = (Fix(span, mistake.replacement, cure),)
        return make(WORDS, mistake.key, span, fixes=fixes, **mistake.arguments)


def _with_fixes_that_cure(
    loaded: Loaded, read: Callable[[SourceText], Loaded]
) -> tuple[Diagnostic, ...]:
    """Take away each fix that does not cure its finding, or that brings further errors.

    Many fixes are tried all at once; only where that does not cure, a few are tried one by one
    and the others are not offered, so that the work stays bounded.
    """
    source = loaded.source
    fixes = [(fix, found) for found in loaded.diagnostics for fix in found.fixes]
    if source is None or not fixes:
        return loaded.diagnostics
    most = _tries(loaded, source)
    if len(fixes) > most > 0 and _cure_together(fixes, loaded, source, read):
        return loaded.diagnostics
    cures = [
        (fix, found)
        for fix, found in fixes[:most]
        if _cure_together([(fix, found)], loaded, source, read)
    ]
    kept = _understood_together(cures, loaded, source, read)
    return tuple(
        attrs.evolve(found, fixes=tuple(fix for fix in found.fixes if fix in kept))
        for found in loaded.diagnostics
    )


def _understood_together(
    cures: Sequence[tuple[Fix, Diagnostic]],
    loaded: Loaded,
    source: SourceText,
    read: Callable[[SourceText], Loaded],
) -> list[Fix]:
    """Leave out a fix whose statement reads, but has a further error, once all are made.

    Made alone, it could not be seen: other mistakes of syntax hide the meaning of the text.
    """
    fixes = [fix for fix, _ in sorted(cures, key=lambda each: each[0].span.start)]
    mended = None if loaded.tree is not None or len(cures) < _SEVERAL else _mend(fixes, source)
    if mended is None:
        return fixes
    after = read(SourceText(source.path, mended))
    if after.tree is None:
        return fixes
    errors = [each for each in after.diagnostics if each.code in _NOT_UNDERSTOOD]
    written = _written(cures)
    return [
        fix
        for fix, bounds in zip(fixes, written, strict=True)
        if not _is_brought(errors, bounds, mended)
    ]


_SEVERAL: Final = 2


def _tries(loaded: Loaded, source: SourceText) -> int:
    """How often the text may be read again; each mistake of syntax makes it be read once more."""
    readings = 1 if loaded.tree is not None else 1 + len(loaded.diagnostics)
    return min(_MOST_TRIES, _MOST_READ_AGAIN // (readings * max(1, len(source.content))))


def _cure_together(
    fixes: Sequence[tuple[Fix, Diagnostic]],
    loaded: Loaded,
    source: SourceText,
    read: Callable[[SourceText], Loaded],
) -> bool:
    """Whether the findings go when their fixes are made, and no error comes for them.

    Mistakes of syntax hide what is wrong with the meaning elsewhere; this is no reason against
    a fix. What is found in its own statement, about what it writes, is one.
    """
    mended = _mend([fix for fix, _ in fixes], source)
    if mended is None:
        return False
    before, after = loaded.diagnostics, read(SourceText(source.path, mended)).diagnostics
    if any(_like(found, after) >= _like(found, before) for _, found in fixes):
        return False
    is_whole = loaded.tree is not None
    if _errors(after, is_whole=is_whole) > _errors(before, is_whole=is_whole):
        return False
    new = [
        each
        for each in after
        if each.severity is Severity.ERROR and _like(each, after) > _like(each, before)
    ]
    return not any(_is_brought(new, written, mended) for written in _written(fixes))


def _written(fixes: Sequence[tuple[Fix, Diagnostic]]) -> Iterator[tuple[int, int]]:
    """Give where the text of each fix begins and ends when all are made."""
    moved = 0
    for fix, _ in sorted(fixes, key=lambda each: each[0].span.start):
        start = fix.span.start + moved
        yield start, start + len(fix.replacement)
        moved += len(fix.replacement) - (fix.span.end - fix.span.start)


def _is_brought(new: Iterable[Diagnostic], written: tuple[int, int], mended: str) -> bool:
    """Whether a new error of the statement of a fix is about what it wrote, or has no fix."""
    start, end = written
    first, last = Statements(mended).bounds(start)
    spans = [(each.span, each.fixes) for each in new if each.span is not None]
    near = [(span, fixes) for span, fixes in spans if first <= span.start < last]
    return any(not fixes or (span.start <= end and start <= span.end) for span, fixes in near)


def _mend(fixes: Iterable[Fix], source: SourceText) -> str | None:
    """Make all fixes in a text; ``None`` where they overlap or one is of another file."""
    text, behind = source.content, len(source.content)
    for fix in sorted(fixes, key=lambda fix: fix.span.start, reverse=True):
        if fix.span.path != source.path or fix.span.end > behind:
            return None
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
        behind = fix.span.start
    return text


def _like(found: Diagnostic, among: tuple[Diagnostic, ...]) -> int:
    return sum(each.key == found.key and each.message == found.message for each in among)


def _errors(among: tuple[Diagnostic, ...], *, is_whole: bool) -> int:
    """Count the errors; of a text that was not read to its end, only those of syntax."""
    return sum(
        each.severity is Severity.ERROR and (is_whole or each.code.startswith(_SYNTAX))
        for each in among
    )
