"""What ``also`` behind the last value of a category names: the value, or the column.

In: a field declaration. Reports W0203 where ``also`` stands behind the last value, none of
the other values has one, and nothing shows that the value is meant: it reads as if it
belonged to the field, whose column would then not be found.
"""

from __future__ import annotations

from collections.abc import Sequence

from scorelang.compiler.draft import Draft
from scorelang.compiler.errors import WORDS
from scorelang.compiler.terms import TERMS
from scorelang.diagnostics.model import Fix
from scorelang.diagnostics.quoting import quoted
from scorelang.source.span import Span
from scorelang.syntax import ast


def check_spellings(decl: ast.FieldDecl, draft: Draft) -> None:
    """Report a spelling of the last value that was perhaps meant for the heading."""
    if not decl.values:
        return
    *others, last = decl.values
    if not others and last.label is None and not last.also:
        draft.report("W0204", last.span, field=decl.name.text, value=last.name.text)
    if others and _is_alone(last, others):
        _report_label(decl, last, draft)
    if not last.also or any(value.also for value in others):
        return
    is_like = any(_is_like(text, decl) for text in last.also)
    if last.label is not None and not is_like:
        return
    end = last.name.span.end
    behind = Span(decl.span.path, end, end)
    written = f'{last.name.text}, {quoted("also")} "…"'
    comma = Fix(behind, ",", TERMS["write `{text}`"].format(text=written))
    draft.collector.add(
        WORDS,
        "W0203",
        last.span,
        fixes=() if last.label is not None else (comma,),
        text=last.also[0],
        value=last.name.text,
        field=decl.name.text,
    )


def _is_alone(last: ast.CategoryValue, others: Sequence[ast.CategoryValue]) -> bool:
    """Whether the last value alone has a label, a Chinese one that says something else.

    Labels of English values often are their Chinese words, and one value may need it alone.
    """
    label, name = _plain(last.label or ""), _plain(last.name.text)
    is_chinese = bool(label) and not label.isascii() and not name.isascii()
    is_other = is_chinese and label not in name and name not in label
    return is_other and not any(value.label for value in others)


def _report_label(decl: ast.FieldDecl, last: ast.CategoryValue, draft: Draft) -> None:
    """Report a label that the last value alone has: it reads as that of the column."""
    label = last.label or ""
    draft.report("W0203.label", last.span, text=label, value=last.name.text, field=decl.name.text)


def _is_like(text: str, decl: ast.FieldDecl) -> bool:
    """Whether a text holds the name or the label of the field, or stands in one of them."""
    plain = _plain(text)
    names = [_plain(name) for name in (decl.name.text, decl.label) if name]
    return any(plain in name or name in plain for name in names if name)


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
