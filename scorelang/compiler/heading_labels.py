"""Labels that name a unit: it must be the one the cells of the field are read in.

In: a field declaration and what was read of it. Reports E0317: ``"年采购额（万元）" 金额``
reads a plain 120 as 120 yuan, though every reader of the label means 1.2 million.
"""

from __future__ import annotations

from collections.abc import Iterator

from scorelang.compiler.draft import Draft
from scorelang.compiler.errors import WORDS
from scorelang.diagnostics.model import Fix
from scorelang.diagnostics.quoting import quoted
from scorelang.model.fields import Field
from scorelang.model.heading_units import Fit, fit_of, split_heading, unit_as_written
from scorelang.source.span import Span
from scorelang.syntax import ast


def check_labels(decl: ast.FieldDecl, field: Field, draft: Draft) -> None:
    """Report the first label of a field that says another unit than the field reads."""
    for label, name in _headings(decl):
        unit = split_heading(label, field.unit_text).unit
        if unit is not None and fit_of(unit, field) is Fit.CONTRADICTS:
            _report(label, name, unit, decl, draft)
            return


def _headings(decl: ast.FieldDecl) -> Iterator[tuple[str, str]]:
    """Give all by which a column can belong to the field, and the name of what it holds."""
    name = decl.name.text
    yield from ((text, name) for text in (decl.label, *decl.also) if text is not None)
    if decl.last_label is not None:
        yield decl.last_label, f"{quoted('last')} {name}"
    yield name, name


def _report(label: str, name: str, unit: str, decl: ast.FieldDecl, draft: Draft) -> None:
    word, own = unit_as_written(unit), decl.unit
    is_chinese = draft.tree.vocabulary is ast.Vocabulary.CHINESE
    clause = f"单位 {word}" if is_chinese else f"in {word}"
    fixes = []
    if own is None and word is not None:
        end = Span(decl.span.path, decl.span.end, decl.span.end)
        fixes.append(Fix(end, f" {clause}", f"`{clause}`"))
    draft.collector.add(
        WORDS,
        _key(decl, word),
        decl.name.span if own is None else own.span,
        fixes=fixes,
        label=label,
        name=name,
        unit=unit,
        clause=clause,
        own=(own.multiplier or "") + (own.unit or "") if own is not None else "",
    )


def _key(decl: ast.FieldDecl, word: str | None) -> str:
    if word is None:
        return "E0317.unknown"
    return "E0317" if decl.unit is not None else f"E0317.{decl.type.value}"
