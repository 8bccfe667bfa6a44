"""An answer that two columns seem to share: ``late or damaged is no``.

In: a chain of conditions of the tree. Reports W0308 where a bare yes/no column stands before
another one that is asked for *no* or for a blank: it is read as ``late is yes``. Brackets, or an
answer for each, say what is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from scorelang.compiler.draft import Draft
from scorelang.compiler.reading import Reading
from scorelang.compiler.typed import YES_NO
from scorelang.source.span import Span
from scorelang.syntax import ast

_SAMENESS: Final = {ast.CompareOp.EQUAL: False, ast.CompareOp.NOT_EQUAL: True}


def report_shared_answer(node: ast.BinaryExpr, reading: Reading) -> None:
    """Report each such answer in a chain of conditions."""
    leaves = list(_leaves(node))
    for at, leaf in enumerate(leaves):
        subject = _asked(leaf)
        found = None if subject is None else reading.in_units().infer(subject)
        if subject is None or found is None or found.type != YES_NO:
            continue
        run = [leaf]
        for before in reversed(leaves[:at]):
            if not _is_bare(before, subject) or _between(before, run[0], reading) is None:
                break
            run.insert(0, before)
        if len(run) > 1:
            _report(run, subject.name.text, reading)


def _leaves(node: ast.Expr) -> Iterator[ast.Expr]:
    if isinstance(node, ast.BinaryExpr) and node.op in {ast.BinaryOp.AND, ast.BinaryOp.OR}:
        yield from _leaves(node.left)
        yield from _leaves(node.right)
    else:
        yield node


def _asked(node: ast.Expr) -> ast.NameExpr | None:
    """Give the column that is asked for *no*, or whether it is blank."""
    match node:
        case ast.IsMissingExpr(operand=ast.NameExpr() as subject):
            return subject
        case ast.IsExpr(ast.NameExpr() as subject, (ast.YesNoExpr(value),), denied):
            return subject if value is denied else None
        case ast.CompareExpr(op, ast.NameExpr() as subject, ast.YesNoExpr(value)):
            return subject if _SAMENESS.get(op) is value else None
        case _:
            return None


def _is_bare(node: ast.Expr, subject: ast.NameExpr) -> bool:
    return isinstance(node, ast.NameExpr) and node.name.text != subject.name.text


def _between(one: ast.Expr, other: ast.Expr, reading: Reading) -> str | None:
    """Give the word between two conditions; ``None`` where a bracket parts them."""
    text = _text(Span(one.span.path, one.span.end, other.span.start), reading.draft)
    return None if text is None or set(text) & set("()（）") else " ".join(text.split())


def _text(span: Span, draft: Draft) -> str | None:
    sources = (*((draft.tree.source,) if draft.tree.source else ()), *draft.tree.others)
    found = next((each.content for each in sources if each.path == span.path), None)
    return None if found is None else found[span.start : span.end]


def _report(run: list[ast.Expr], subject: str, reading: Reading) -> None:
    last = run[-1]
    written = _text(last.span, reading.draft) or ""
    answer = written.removeprefix(subject).strip("「」` ")
    yes = "is yes" if answer.isascii() else "为 是"
    read, shared = "", ""
    for each, following in zip(run, [*run[1:], None], strict=True):
        name = _text(each.span, reading.draft) if each is not last else subject
        word = _between(each, following, reading) if following is not None else None
        joined = f" {word} " if word else ""
        read += f"{name} {answer if each is last else yes}{joined}"
        shared += f"{name} {answer}{joined}"
    span = Span(last.span.path, run[0].span.start, last.span.end)
    reading.draft.report_once(
        f"{last.span}", "W0308", span, name=subject, answer=answer, read=read, shared=shared
    )
